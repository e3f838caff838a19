/** Selection and commands of a list of records. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { caseTables } from '../../shared/case/tables.ts'
import type { EditableTable } from '../../shared/rows.ts'
import {
  acknowledge,
  allDrafts,
  currentKey,
  discard,
  draftOf,
  flush,
  isDirty,
  subscribeDrafts,
  type Values,
} from '../save/drafts.ts'
import { inTurn } from '../save/queue.ts'
import { write } from '../save/row-saver.ts'
import { useToast } from './use-toast.ts'

let counter = 0

function undoToast(words: string, onUndo: () => void) {
  return (
    <>
      {words}
      <button type="button" className="linkbtn" onClick={onUndo}>
        撤销
      </button>
    </>
  )
}

/** What a record that has no title yet is shown as. Kept to one line: a text is compared, not a list. */
function firstText(values: Values): string {
  const text = Object.values(values).find((value) => typeof value === 'string' && value !== '')
  return typeof text === 'string' ? text.slice(0, 30).replace(/\s/g, ' ') : '新的一项'
}

export type Records = {
  /** stable as long as one form is shown, also when its record gets its id */
  readonly formKey: string | null
  readonly selectedId: string | null
  readonly isNew: boolean
  /** new records that were typed and cannot be saved yet */
  readonly waiting: readonly { readonly key: string; readonly text: string }[]
  readonly select: (id: string) => void
  readonly selectKey: (key: string) => void
  readonly add: () => void
  readonly close: () => void
  readonly archive: (id: string, title: string) => void
  readonly move: (id: string, step: -1 | 1) => void
  /** Ctrl+Enter: the next record, or a new one after the last */
  readonly next: () => void
}

/** `listName` tells lists of the same table apart (members of two teams). */
export function useRecords(options: {
  readonly caseId: string
  readonly table: EditableTable
  readonly listName: string
  readonly rows: readonly { readonly id: string }[]
}): Records {
  const { caseId, table, listName, rows } = options
  const message = useToast()
  const [chosen, setChosen] = useState<string | null>(null)
  const prefix = `${caseId}/${table}/`
  const newPrefix = `${prefix}new-${listName}-`
  const key = useSyncExternalStore(subscribeDrafts, () => (chosen === null ? null : currentKey(chosen)))
  const waitingText = useSyncExternalStore(subscribeDrafts, () =>
    [...allDrafts()]
      .filter(([draftKey, draft]) => draftKey.startsWith(newPrefix) && isDirty(draft))
      .map(([draftKey, draft]) => `${draftKey}\t${firstText(draft.values)}`)
      .join('\n'),
  )
  const waiting = waitingText.split('\n').flatMap((line) => {
    const [draftKey = '', text = ''] = line.split('\t')
    return draftKey === '' ? [] : { key: draftKey, text }
  })
  const isNew = key?.startsWith(`${prefix}new-`) ?? false
  const selectedId = key === null || isNew ? null : key.slice(prefix.length)
  const selectedIndex = rows.findIndex((row) => row.id === selectedId)

  // a record that stood in the list and is gone (undone, archived elsewhere) closes its form
  const seen = useRef(new Set<string>())
  for (const row of rows) seen.current.add(row.id)
  const isGone = selectedId !== null && selectedIndex < 0 && seen.current.has(selectedId)
  useEffect(() => {
    if (isGone) setChosen(null)
  }, [isGone])

  const leave = () => {
    if (key === null) return
    flush(key)
    const draft = draftOf(key)
    if (draft?.id === null && !isDirty(draft)) discard(key)
  }
  const choose = (next: string | null) => {
    leave()
    setChosen(next)
  }
  const add = () => {
    counter += 1
    choose(`${newPrefix}${counter}`)
  }
  const restore = async (id: string) => {
    const result = await inTurn(caseId, () => write(`${table}.restore`, { caseId, id }))
    if (result.ok) choose(`${prefix}${id}`)
    else message.error(result.error.message, 8)
  }
  const archive = async (id: string, title: string) => {
    flush(`${prefix}${id}`)
    const result = await inTurn(caseId, () => write(`${table}.archive`, { caseId, id }))
    if (!result.ok) {
      message.error(result.error.message, 8)
      return
    }
    discard(`${prefix}${id}`)
    seen.current.delete(id)
    if (selectedId === id) setChosen(null)
    const words = `已移走${caseTables[table].label}“${title}”。`
    const { destroy } = message
    const toast = `undo-${id}`
    message.open({
      key: toast,
      duration: 8,
      content: undoToast(words, () => {
        destroy(toast)
        void restore(id)
      }),
    })
  }
  const move = async (id: string, step: -1 | 1) => {
    const from = rows.findIndex((row) => row.id === id)
    const to = from + step
    if (from < 0 || to < 0 || to >= rows.length) return
    const after = step === 1 ? rows[to] : rows[to - 1]
    flush(`${prefix}${id}`)
    const result = await inTurn(caseId, () => write(`${table}.move`, { caseId, id, afterId: after?.id ?? null }))
    if (!result.ok) message.error(result.error.message, 8)
    else if (result.value.rev !== undefined) acknowledge(`${prefix}${id}`, result.value.rev)
  }
  return {
    formKey: chosen,
    selectedId,
    isNew,
    waiting,
    select: (id) => choose(`${prefix}${id}`),
    selectKey: choose,
    add,
    close: () => choose(null),
    archive: (id, title) => void archive(id, title),
    move: (id, step) => void move(id, step),
    next: () => {
      const next = selectedIndex >= 0 ? rows[selectedIndex + 1] : undefined
      if (next) choose(`${prefix}${next.id}`)
      else add()
    },
  }
}
