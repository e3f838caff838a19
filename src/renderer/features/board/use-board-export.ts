/** Writes what the filter lets through to a file and hands it over. */
import { useState } from 'react'
import type { BoardFilter } from '../../../shared/clock/contract.ts'
import { run } from '../../api.ts'
import { call, saveFile } from '../../host.ts'
import { useToast } from '../../ui/use-toast.ts'

export type BoardFormat = 'ics' | 'xlsx'

const ASK_EVERY_MS = 150

export function useBoardExport(): {
  readonly running: BoardFormat | null
  readonly start: (filter: BoardFilter, format: BoardFormat) => Promise<void>
} {
  const [running, setRunning] = useState<BoardFormat | null>(null)
  const message = useToast()
  const start = async (filter: BoardFilter, format: BoardFormat) => {
    setRunning(format)
    try {
      const { name, warnings } = await exported(filter, format)
      if (name === null) return
      if (warnings.length > 0) message.warning(`已导出“${name}”。${warnings.join('')}`, 10)
      else message.success(`已导出“${name}”。`, 4)
    } catch (error) {
      message.error(error instanceof Error ? error.message : '导出没有完成，请重试。', 8)
    } finally {
      setRunning(null)
    }
  }
  return { running, start: (filter, format) => (running === null ? start(filter, format) : Promise.resolve()) }
}

/** `name` null: the person thought better of it. Throws a sentence. */
async function exported(
  filter: BoardFilter,
  format: BoardFormat,
): Promise<{ name: string | null; warnings: string[] }> {
  const started = await run('clock.export', { filter, format })
  if (!started.ok) throw new Error(started.error.message)
  for (;;) {
    const asked = await call('job.status', { jobId: started.value.jobId })
    if (!asked.ok) throw new Error(asked.error.message)
    const { state, file, message } = asked.value
    if (state === 'done' && file !== null)
      return { name: (await saveFile(file.token, file.name)) ? file.name : null, warnings: file.warnings }
    if (state !== 'running') throw new Error(message ?? '导出没有完成，请重试。')
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}
