/**
 * What is typed and not yet in the file. Kept outside of the components, so that leaving a page loses nothing: a save goes on,
 * and text that was refused stands there again on return.
 */
import type { Failure, Result } from '../../shared/result.ts'
import { inTurn } from './queue.ts'

export type Values = Readonly<Record<string, unknown>>

export type SaveState = { readonly id: string | null; readonly rev: number | undefined }
export type Saved = { readonly id?: string; readonly rev?: number }

export type Saver = {
  readonly caseId: string
  /** null id: the record does not exist yet, `patch` is all of it */
  readonly save: (patch: Values, state: SaveState) => Promise<Result<Saved>>
  /** sentence for a value that main would refuse; null when it is fine */
  readonly check: (name: string, value: unknown) => string | null
  /** name of a field for a sentence that stands away from it */
  readonly labelOf?: (name: string) => string
  /** a new record: what must be filled in before it can be saved; null when it can */
  readonly lacks: (values: Values) => string | null
}

export type Draft = {
  readonly caseId: string
  readonly id: string | null
  readonly rev: number | undefined
  /** typed, not acknowledged */
  readonly values: Values
  /** what stood in the file when typing began */
  readonly base: Values
  /** acknowledged; shown until the query brings version `settledRev` */
  readonly settled: Values
  readonly settledRev: number
  /** text that is no value: `12o` in a number */
  readonly texts: Readonly<Record<string, string>>
  readonly problems: Readonly<Record<string, string>>
  readonly sent: Values | null
  readonly error: Failure | null
}

const REST_MS = 1000
/** typing without a rest is saved all the same: a crash must not take minutes of it */
const MOST_MS = 4000
const drafts = new Map<string, Draft>()
/** apart from the drafts: every rendering brings a new one, which is no change of the draft */
const savers = new Map<string, Saver>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
/** since when something of a draft waits to be sent */
const waiting = new Map<string, number>()
/** key of a new record → key it has since it was added */
const moved = new Map<string, string>()
const listeners = new Set<() => void>()
let isComposing = false

const tell = () => {
  for (const listener of listeners) listener()
}

export function subscribeDrafts(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The key a record has now: that of a new one changes when it gets its id. */
export const currentKey = (key: string): string => moved.get(key) ?? key
export const labelOf = (key: string, name: string): string => savers.get(key)?.labelOf?.(name) ?? ''

/** A new record: what must be filled in before it is saved; null when nothing, or when it exists. */
export function lackOf(key: string, draft: Draft): string | null {
  return draft.id === null ? (savers.get(key)?.lacks(draft.values) ?? null) : null
}

export const draftOf = (key: string): Draft | undefined => drafts.get(currentKey(key))
export const allDrafts = (): ReadonlyMap<string, Draft> => drafts

function put(key: string, draft: Draft): void {
  drafts.set(key, draft)
  tell()
}

/** Called by the form as long as it is shown: the saver and the version the fields show. */
export function attach(given: string, saver: Saver, id: string | null, rev: number | undefined): void {
  const key = currentKey(given)
  savers.set(key, saver)
  const draft = drafts.get(key)
  if (!draft) {
    const nothing = {
      values: {},
      base: {},
      settled: {},
      settledRev: -1,
      texts: {},
      problems: {},
      sent: null,
      error: null,
    }
    drafts.set(key, { caseId: saver.caseId, id, rev, ...nothing })
    return
  }
  const isNewer = rev !== undefined && rev > (draft.rev ?? -1) && !isDirty(draft)
  const isSettled = (rev ?? -1) >= draft.settledRev && Object.keys(draft.settled).length > 0
  if (isNewer || isSettled)
    drafts.set(key, { ...draft, rev: isNewer ? rev : draft.rev, settled: isSettled ? {} : draft.settled })
}

export const isDirty = (draft: Draft): boolean =>
  Object.keys(draft.values).length > 0 || Object.keys(draft.texts).length > 0

const without = <T>(record: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))

/**
 * Values were changed; they are saved after a second of rest, or at once by `flush`. `field` is the field that was typed in,
 * `committed` the version in the file: what is typed back to it is no change.
 */
export function change(given: string, field: string, patch: Values, committed: Values): void {
  const key = currentKey(given)
  const draft = drafts.get(key)
  if (!draft) return
  const names = Object.keys(patch)
  const problems = { ...without(draft.problems, [...names, field]) }
  for (const name of names) {
    const problem = savers.get(key)?.check(name, patch[name]) ?? null
    if (problem !== null) problems[name] = problem
  }
  const isBack = draft.id !== null && draft.sent === null && isSame(patch, pick(committed, names))
  const values = isBack ? without(draft.values, names) : { ...draft.values, ...patch }
  const base = { ...pick(committed, names), ...pick(draft.base, Object.keys(draft.values)) }
  const texts = without(draft.texts, [...names, field])
  put(key, { ...draft, values, base, problems: isBack ? without(problems, names) : problems, texts, error: null })
  schedule(key)
}

/** Equal as the file would hold them. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]]))

/** Text that cannot be read is kept as it is and marked; nothing is sent for it. */
export function keepText(given: string, field: string, text: string, problem: string): void {
  const key = currentKey(given)
  const draft = drafts.get(key)
  if (!draft) return
  const texts = { ...draft.texts, [field]: text }
  put(key, {
    ...draft,
    values: without(draft.values, [field]),
    texts,
    problems: { ...draft.problems, [field]: problem },
  })
}

/** Nothing is saved while an input method composes: half a pinyin is no name. */
export function setComposing(given: string, composing: boolean): void {
  isComposing = composing
  if (!composing) schedule(currentKey(given))
}

function schedule(key: string): void {
  clearTimeout(timers.get(key))
  const now = Date.now()
  const since = waiting.get(key) ?? now
  waiting.set(key, since)
  const rest = isComposing ? REST_MS : Math.max(0, Math.min(REST_MS, since + MOST_MS - now))
  timers.set(
    key,
    setTimeout(() => (isComposing ? schedule(key) : flush(key)), rest),
  )
}

/** Sends what can be sent now. */
export function flush(given: string): void {
  const key = currentKey(given)
  clearTimeout(timers.get(key))
  waiting.delete(key)
  const draft = drafts.get(key)
  if (!draft || draft.sent !== null || draft.error !== null) return
  const patch = without(draft.values, Object.keys(draft.problems))
  if (Object.keys(patch).length === 0) return
  const saver = savers.get(key)
  // asked of what is sent: a required value that was refused is not in it
  if (!saver || (draft.id === null && saver.lacks(patch) !== null)) return
  put(key, { ...draft, sent: patch })
  void inTurn(draft.caseId, () => {
    // the version may have grown by a save that stood before this one in the line
    const now = drafts.get(key) ?? draft
    return saver.save(patch, { id: now.id, rev: now.rev })
  }).then((result) => receive(key, patch, result))
}

function receive(key: string, patch: Values, result: Result<Saved>): void {
  const draft = drafts.get(key)
  if (!draft) return
  if (!result.ok) {
    const rev = result.error.code === 'stale' ? harmlessRev(result.error.current, patch, draft.base) : null
    put(key, { ...draft, sent: null, ...(rev === null ? refusal(result.error, draft) : { rev }) })
    if (rev !== null) flush(key)
    return
  }
  const done = Object.keys(patch).filter((name) => draft.values[name] === patch[name])
  const { id = draft.id, rev = draft.rev } = result.value
  const values = without(draft.values, done)
  const next: Draft = {
    ...draft,
    id,
    rev,
    values,
    sent: null,
    settled: { ...draft.settled, ...patch },
    settledRev: rev ?? -1,
  }
  const nextKey = draft.id === null && id !== null ? `${key.slice(0, key.lastIndexOf('/'))}/${id}` : key
  if (nextKey !== key) {
    const saver = savers.get(key)
    if (saver) savers.set(nextKey, saver)
    drafts.delete(key)
    savers.delete(key)
    moved.set(key, nextKey)
  }
  put(nextKey, next)
  if (isDirty(next)) schedule(nextKey)
}

/** Someone else changed the row, but none of the columns written here: its version, so that the save goes on; else null. */
function harmlessRev(current: unknown, patch: Values, base: Values): number | null {
  if (typeof current !== 'object' || current === null || !('rev' in current) || typeof current.rev !== 'number')
    return null
  const found: Values = { ...current }
  return Object.keys(patch).every((name) => isSame(found[name], base[name])) ? current.rev : null
}

/** Field errors go to their fields; what is left is a sentence for the form. */
function refusal(error: Failure, draft: Draft): Partial<Draft> {
  const problems: Record<string, string> = { ...draft.problems }
  let isPlaced = false
  for (const [path, sentence] of Object.entries(error.fields ?? {})) {
    const name = path.replace(/^values\./, '')
    if (!Object.hasOwn(draft.values, name)) continue
    problems[name] = sentence
    isPlaced = true
  }
  return isPlaced ? { problems } : { error }
}

/** Tries again what was refused; `isForced` overwrites what someone else wrote meanwhile. */
export function retry(given: string, isForced: boolean): void {
  const key = currentKey(given)
  const draft = drafts.get(key)
  if (!draft) return
  put(key, { ...draft, error: null, ...(isForced ? { rev: undefined } : {}) })
  flush(key)
}

/** A command of the list (moving, restoring) wrote the row: its new version. */
export function acknowledge(given: string, rev: number): void {
  const key = currentKey(given)
  const draft = drafts.get(key)
  if (draft) drafts.set(key, { ...draft, rev })
}

/** Lets go of what was typed: the fields show the file again. */
export function discard(given: string): void {
  const key = currentKey(given)
  clearTimeout(timers.get(key))
  const draft = drafts.get(key)
  if (!draft) return
  if (draft.id === null) {
    drafts.delete(key)
    savers.delete(key)
  } else drafts.set(key, { ...draft, values: {}, texts: {}, problems: {}, error: null, rev: undefined })
  tell()
}

/** Saves everything that is typed, of one case or of all. */
export function flushAll(caseId?: string): void {
  for (const [key, draft] of drafts) if (caseId === undefined || draft.caseId === caseId) flush(key)
}
