/** Which paragraph is being reworded, and its editor. */
import { useCallback, useMemo, useState } from 'react'
import type { Dossier } from '../../../shared/case/tables.ts'
import type { ReportView } from '../../../shared/report/contract.ts'
import { buildInvestigationReport } from '../../../shared/report/investigation.ts'
import { numberDocument } from '../../../shared/report/numbering.ts'
import { wordedInlines } from '../../../shared/report/wording.ts'
import { allDrafts, isDirty } from '../../save/drafts.ts'
import type { EditState, WordingMark } from './edit-context.ts'
import { RewordEditor } from './RewordEditor.tsx'
import { storedOptions } from './use-report-options.ts'
import { wordingKey } from './use-wording.ts'

export type Editing = {
  readonly context: EditState
  readonly marks: ReadonlyMap<string, WordingMark>
  /** scrolls to the paragraph and opens it */
  readonly open: (blockId: string) => void
  /** F2: the paragraph with the focus; false when there is none */
  readonly editFocused: () => boolean | undefined
}

/** Text that was typed and could not be saved stands open again on return. */
function unsavedBlock(caseId: string): string | null {
  const prefix = wordingKey(caseId, '')
  for (const [key, draft] of allDrafts()) if (key.startsWith(prefix) && isDirty(draft)) return key.slice(prefix.length)
  return null
}

export function useEditing(props: {
  readonly caseId: string
  readonly dossier: Dossier
  readonly view: ReportView
  readonly isLocked: boolean
}): Editing {
  const { caseId, dossier, view, isLocked } = props
  const { document, wordings } = view
  const [editingId, setEditingId] = useState(() => unsavedBlock(caseId))
  const marks = useMemo(
    () => new Map(wordings.map(({ blockId, isStale }): [string, WordingMark] => [blockId, isStale ? 'stale' : 'own'])),
    [wordings],
  )
  const isOpen = editingId !== null
  // only the editor asks what the case would give in place of the own words
  const generated = useMemo(
    () => (isOpen ? buildInvestigationReport(dossier, storedOptions(view)).blocks : []),
    [isOpen, dossier, view],
  )
  const close = useCallback(() => {
    setEditingId(null)
    const id = editingId
    // the paragraph stands there again after the next drawing
    setTimeout(() => unitElement(id)?.focus({ preventScroll: true }))
  }, [editingId])
  const context = useMemo<EditState>(() => {
    const blocks = document.blocks
    return {
      editingId,
      marks,
      isLocked,
      edit: setEditingId,
      editor: (look) => {
        const shown = wordedInlines(blocks, editingId ?? '') ?? []
        return (
          <RewordEditor
            key={editingId}
            caseId={caseId}
            look={look}
            edited={{
              blockId: editingId ?? '',
              shown,
              generated: wordedInlines(generated, editingId ?? '') ?? shown,
              blocks,
              numbers: numberDocument(document),
              wording: wordings.find(({ blockId }) => blockId === editingId),
            }}
            onClose={close}
          />
        )
      },
    }
  }, [caseId, document, editingId, marks, isLocked, generated, wordings, close])
  return {
    context,
    marks,
    open: setEditingId,
    editFocused: () => {
      const unit = globalThis.document.activeElement?.closest<HTMLElement>('[data-unit]')
      if (isLocked || unit?.dataset.unit === undefined) return false
      setEditingId(unit.dataset.unit)
      return undefined
    },
  }
}

const unitElement = (id: string | null): HTMLElement | null =>
  id === null ? null : globalThis.document.querySelector<HTMLElement>(`[data-unit="${CSS.escape(id)}"]`)
