/** Brings the full-text index up to date behind the writing: soon after it, and at once before a search. */
import { indexNext, isIndexBehind } from '../db/search.ts'
import type { Lock } from '../lock.ts'
import { immediate } from '../transact.ts'
import type { Library } from './open.ts'

export type Indexing = {
  /** a row was written: index it when the program is idle */
  readonly soon: () => void
  /** everything written so far is in the index when this is done */
  readonly finish: () => Promise<void>
  readonly close: () => Promise<void>
}

const IDLE_MS = 300

export function createIndexing(library: () => Library, lock: Lock): Indexing {
  let timer: NodeJS.Timeout | undefined
  const finish = async () => {
    clearTimeout(timer)
    timer = undefined
    while ((await lock(async () => batch(library()))) > 0);
  }
  const soon = () => {
    clearTimeout(timer)
    // what fails here is done again before the next search, which says why
    timer = setTimeout(() => finish().catch(() => {}), IDLE_MS)
    timer.unref()
  }
  return { soon, finish, close: () => finish().catch(() => {}) }
}

/** Nothing is written when nothing waits: a search then needs no write lock. */
async function batch(library: Library): Promise<number> {
  return isIndexBehind(library.statements) ? immediate(library, async () => indexNext(library.statements)) : 0
}
