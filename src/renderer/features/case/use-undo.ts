import { run } from '../../api.ts'
import { flushAll } from '../../save/drafts.ts'
import { inTurn } from '../../save/queue.ts'
import type { Toast } from '../../ui/use-toast.ts'

/** Undo and redo across the case. What is typed is written first, so that the order in the journal is the order of the person. */
export function useUndo(caseId: string, message: Toast): (direction: 'undo' | 'redo') => void {
  return (direction) => {
    flushAll(caseId)
    const method = direction === 'undo' ? 'case.undo' : 'case.redo'
    void inTurn(caseId, () => run(method, { caseId })).then((result) => {
      if (result.ok) message.success(`${direction === 'undo' ? '已撤销' : '已重做'}：${result.value.summary}`, 3)
      else message.error(result.error.message, 8)
    })
  }
}
