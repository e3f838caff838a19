/** A form that saves itself: on blur, after a second of rest, on leaving. */
import { useEffect, useSyncExternalStore } from 'react'
import type { Failure, Result } from '../../shared/result.ts'
import {
  attach,
  change,
  type Draft,
  discard,
  draftOf,
  flush,
  isDirty,
  isSame,
  keepText,
  retry,
  type Saved,
  type SaveState,
  setComposing,
  subscribeDrafts,
  type Values,
} from './drafts.ts'

export type AutosaveOptions = {
  readonly caseId: string
  /** `<case>/<table>/<row id>`, or `<case>/<table>/new-…` for a record that does not exist yet */
  readonly draftKey: string
  readonly id: string | null
  /** version of `initial` */
  readonly rev: number | undefined
  /** the record as the file has it, defaults for a new one */
  readonly initial: Values
  readonly save: (patch: Values, state: SaveState) => Promise<Result<Saved>>
  readonly check: (name: string, value: unknown) => string | null
  readonly labelOf?: (name: string) => string
  readonly lacks: (values: Values) => string | null
}

export type Autosave = {
  /** the file overlaid by what is typed */
  readonly values: Values
  /** sentence beside a field; undefined when there is nothing to say */
  readonly problemOf: (name: string) => string | undefined
  /** text that could not be read as a value, as it was typed */
  readonly textOf: (name: string) => string | undefined
  readonly change: (field: string, patch: Values) => void
  readonly keepText: (field: string, text: string, problem: string) => void
  readonly flush: () => void
  /** refused as a whole (disk full, changed elsewhere): belongs above the fields */
  readonly error: Failure | null
  /** what someone else wrote into a field that is typed in here; null when nothing, or no plain text or number */
  readonly theirText: (name: string) => string | null
  readonly retry: () => void
  readonly overwrite: () => void
  readonly discard: () => void
  readonly isDirty: boolean
  /** a new record: what must be filled in before it is saved */
  readonly lack: string | null
  /** put on the element around the fields */
  readonly area: {
    readonly onBlur: () => void
    readonly onCompositionStart: () => void
    readonly onCompositionEnd: () => void
  }
}

/** See `AutosaveOptions`. Typed values outlive the component; `save` runs in the line of its case. */
export function useAutosave(options: AutosaveOptions): Autosave {
  const { caseId, draftKey, id, rev, initial, save, check, labelOf, lacks } = options
  useEffect(() => {
    attach(draftKey, { caseId, save, check, lacks, ...(labelOf ? { labelOf } : {}) }, id, rev)
  })
  useEffect(() => () => flush(draftKey), [draftKey])
  const draft = useSyncExternalStore(subscribeDrafts, () => draftOf(draftKey))
  const settled = draft && (rev ?? -1) < draft.settledRev ? draft.settled : {}
  const values = { ...initial, ...settled, ...draft?.values }
  return {
    values,
    problemOf: (name) => draft?.problems[name],
    textOf: (name) => draft?.texts[name],
    change: (field, patch) => {
      const isUnchanged = Object.entries(patch).every(([name, value]) => isSame(value, values[name]))
      if (isUnchanged && draft?.texts[field] === undefined) return
      change(draftKey, field, patch, { ...initial, ...settled })
    },
    keepText: (field, text, problem) => keepText(draftKey, field, text, problem),
    flush: () => flush(draftKey),
    error: draft?.error ?? null,
    theirText: (name) => theirText(draft, name),
    retry: () => retry(draftKey, false),
    overwrite: () => retry(draftKey, true),
    discard: () => discard(draftKey),
    isDirty: draft !== undefined && isDirty(draft),
    lack: id === null && draft?.id == null ? lacks({ ...initial, ...draft?.values }) : null,
    area: {
      onBlur: () => flush(draftKey),
      onCompositionStart: () => setComposing(draftKey, true),
      onCompositionEnd: () => setComposing(draftKey, false),
    },
  }
}

function theirText(draft: Draft | undefined, name: string): string | null {
  const current = draft?.error?.current
  if (!draft || typeof current !== 'object' || current === null || !Object.hasOwn(draft.values, name)) return null
  const theirs: unknown = { ...current }[name]
  if (isSame(theirs, draft.base[name])) return null
  return typeof theirs === 'string' || typeof theirs === 'number' ? String(theirs) : null
}
