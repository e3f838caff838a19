/** Exports under way, one a case. Kept outside of the page: leaving it does not stop an export, and the file still comes. */
import { useSyncExternalStore } from 'react'
import type { JobStatus } from '../../../shared/job/contract.ts'
import { run } from '../../api.ts'
import { call, saveFile } from '../../host.ts'
import { flushAll } from '../../save/drafts.ts'
import { inTurn } from '../../save/queue.ts'
import type { TemplateKey } from './templates.ts'

export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly jobId: string | null; readonly status: JobStatus | null }
  | { readonly kind: 'done'; readonly file: NonNullable<JobStatus['file']>; readonly isSaved: boolean }
  /** `isFault` false: the person cancelled */
  | { readonly kind: 'ended'; readonly message: string; readonly isFault: boolean }

export type ExportWish = {
  readonly caseId: string
  readonly template: TemplateKey
  readonly format: 'docx' | 'pdf'
  readonly isDraft: boolean
}

const ASK_EVERY_MS = 200
const none: ExportState = { kind: 'none' }
const states = new Map<string, ExportState>()
const listeners = new Set<() => void>()

function put(caseId: string, state: ExportState): void {
  states.set(caseId, state)
  for (const listener of listeners) listener()
}

export function useExport(caseId: string): ExportState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => states.get(caseId) ?? none,
  )
}

const pause = () => new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
const fault = (message: string): ExportState => ({ kind: 'ended', message, isFault: true })

/** Starts after everything typed is in the file; one export a case at a time. */
export async function startExport(wish: ExportWish): Promise<void> {
  const { caseId } = wish
  if (states.get(caseId)?.kind === 'running') return
  put(caseId, { kind: 'running', jobId: null, status: null })
  flushAll(caseId)
  const started = await inTurn(caseId, () => run('report.export', wish))
  if (!started.ok) return put(caseId, fault(started.error.message))
  const { jobId } = started.value
  put(caseId, { kind: 'running', jobId, status: null })
  for (;;) {
    const asked = await call('job.status', { jobId })
    if (!asked.ok) return put(caseId, fault(asked.error.message))
    const status = asked.value
    if (status.state === 'done' && status.file) return save(caseId, status.file)
    if (status.state !== 'running')
      return put(caseId, {
        kind: 'ended',
        message: status.message ?? '导出没有完成，请重试。',
        isFault: status.state !== 'cancelled',
      })
    put(caseId, { kind: 'running', jobId, status })
    await pause()
  }
}

/** Hands the file to the person; asked again after they thought better of it. */
export async function save(caseId: string, file: NonNullable<JobStatus['file']>): Promise<void> {
  try {
    const isSaved = await saveFile(file.token, file.name)
    put(caseId, { kind: 'done', file, isSaved })
  } catch (error) {
    put(caseId, fault(error instanceof Error ? error.message : `没有取到“${file.name}”，请重新导出。`))
  }
}

export async function cancelExport(caseId: string): Promise<void> {
  const state = states.get(caseId)
  if (state?.kind === 'running' && state.jobId !== null) await run('job.cancel', { jobId: state.jobId })
}
