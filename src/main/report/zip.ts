/**
 * Streaming ZIP writer for office packages: equal input gives equal bytes, and never more than a few files are in memory.
 * Why not a zip library: OPC readers that stream refuse stored entries with a data descriptor, so size and CRC must stand
 * in the local header; and `docx`'s own packer deflates every photograph again and stamps the time of day.
 */
import type { FileHandle } from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

export type ZipEntry =
  /** deflated */
  | { readonly name: string; readonly text: string }
  /** copied as it is: pictures are compressed already */
  | { readonly name: string; readonly path: string }

const deflate = promisify(deflateRaw)

const STORED = 0
const DEFLATED = 8
/** Names are UTF-8. */
const FLAGS = 0x0800
/** 1980-01-01 00:00, the first day ZIP can name. */
const DATE = (1 << 5) | 1
const LIMIT = 0xffffffff
/** Files read ahead while one is written. */
const AHEAD = 3

type Packed = {
  readonly name: Buffer
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly body: Buffer
}

/** Writes a whole archive to an open, empty file. `onEntry` is called before each entry with the number of those done. */
export async function writeZip(
  file: FileHandle,
  entries: readonly ZipEntry[],
  onEntry: (done: number) => void = () => {},
): Promise<void> {
  const directory: Buffer[] = []
  const pending: Promise<Packed>[] = []
  let offset = 0
  let next = 0
  const readAhead = () => {
    const entry = entries[next++]
    if (entry === undefined) return
    const packed = pack(entry)
    // a failure is reported when its turn comes; until then it must not count as unhandled
    packed.catch(() => {})
    pending.push(packed)
  }
  for (let i = 0; i < AHEAD; i++) readAhead()
  for (let done = 0; done < entries.length; done++) {
    onEntry(done)
    const packed = await pending.shift()
    if (packed === undefined) break
    readAhead()
    const local = localHeader(packed)
    directory.push(directoryHeader(packed, offset))
    offset += local.length + packed.body.length
    if (offset > LIMIT)
      throw new RangeError('a package over 4 GB needs ZIP64, which office programs of this age refuse')
    await writeAll(file, [local, packed.body])
  }
  const central = Buffer.concat(directory)
  await writeAll(file, [central, endRecord(entries.length, central.length, offset)])
}

async function pack(entry: ZipEntry): Promise<Packed> {
  const name = Buffer.from(entry.name, 'utf8')
  const data = 'path' in entry ? await readFile(entry.path) : Buffer.from(entry.text, 'utf8')
  const isStored = 'path' in entry
  const body = isStored ? data : await deflate(data)
  return { name, method: isStored ? STORED : DEFLATED, crc: crc32(data), size: data.length, body }
}

async function writeAll(file: FileHandle, parts: readonly Buffer[]): Promise<void> {
  const wanted = parts.reduce((sum, part) => sum + part.length, 0)
  const { bytesWritten } = await file.writev([...parts])
  // writev may stop short on a full disk without an error
  if (bytesWritten !== wanted) await file.writeFile(Buffer.concat([...parts]).subarray(bytesWritten))
}

/** Fields that the local header and the directory have in common, from «version needed» to «extra length». */
function common(entry: Packed): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(FLAGS, 2)
  header.writeUInt16LE(entry.method, 4)
  header.writeUInt16LE(0, 6)
  header.writeUInt16LE(DATE, 8)
  header.writeUInt32LE(entry.crc, 10)
  header.writeUInt32LE(entry.body.length, 14)
  header.writeUInt32LE(entry.size, 18)
  header.writeUInt16LE(entry.name.length, 22)
  return header
}

function localHeader(entry: Packed): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry), entry.name])
}

function directoryHeader(entry: Packed, offset: number): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  const madeBy = Buffer.from([20, 0])
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common(entry), tail, entry.name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 'latin1')
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
