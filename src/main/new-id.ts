/** Ids of rows: UUID version 7, so that rows made later sort later. */
import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const BYTES = 16
/** Random bytes are fetched for many ids at once: one fetch costs more than all the rest of an id (measured). */
const pool = new Uint8Array(BYTES * 256)
let used = pool.length
let ms = 0
let seq = 0

export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + BYTES)
  used += BYTES
  const now = Date.now()
  if (now > ms) {
    ms = now
    seq = new DataView(random.buffer, random.byteOffset).getUint32(6) & 0x7fffffff
  } else {
    seq = (seq + 1) >>> 0
    if (seq === 0) ms++
  }
  return v7({ msecs: ms, seq, random })
}
