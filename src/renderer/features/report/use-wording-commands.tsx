/** Commands on own wordings; each says what it did and can be taken back. */
import { run } from '../../api.ts'
import { inTurn } from '../../save/queue.ts'
import { useToast } from '../../ui/use-toast.ts'

export type WordingCommands = {
  /** `own`: what stood there, for taking the step back */
  readonly reset: (blockId: string, own: string) => Promise<void>
  /** the own words stay; what is generated today becomes what they are compared with */
  readonly keep: (blockId: string, text: string) => Promise<void>
}

export function useWordingCommands(caseId: string): WordingCommands {
  const message = useToast()
  const write = async (blockId: string, text: string) => {
    const result = await inTurn(caseId, () => run('report.reword', { caseId, blockId, text }))
    if (!result.ok) message.error(result.error.message, 8)
  }
  return {
    reset: async (blockId, own) => {
      const result = await inTurn(caseId, () => run('report.reset', { caseId, blockId }))
      if (!result.ok) {
        message.error(result.error.message, 8)
        return
      }
      const { destroy } = message
      const key = `reset-${blockId}`
      message.open({
        key,
        duration: 8,
        content: (
          <>
            已恢复生成的文字。
            <button
              type="button"
              className="linkbtn"
              onClick={() => {
                destroy(key)
                void write(blockId, own)
              }}
            >
              撤销
            </button>
          </>
        ),
      })
    },
    keep: write,
  }
}
