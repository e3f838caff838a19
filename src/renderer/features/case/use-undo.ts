import type { MessageInstance } from 'antd/es/message/interface'
import { run } from '../../api.ts'
import { flushAll } from '../../save/drafts.ts'
import { inTurn } from '../../save/queue.ts'

/** Undo and redo across the case. What is typed is written first, so that the order in the journal is the order of the person. */
export function useUndo(caseId: string, message: MessageInstance): (direction: 'undo' | 'redo') => void {
  return (direction) => {
    flushAll(caseId)
    const method = direction === 'undo' ? 'case.undo' : 'case.redo'
    void inTurn(caseId, () => run(method, { caseId })).then((result) => {
      if (result.ok) void message.success(`${direction === 'undo' ? '已撤销' : '已重做'}：${result.value.summary}`, 3)
      else void message.error(result.error.message, 8)
    })
  }
}
