/** Work longer than a second: started once, asked by its id, cancelled by its id. Kept in memory only. */

import type { JobStatus } from '../../shared/job/contract.ts'
import { AppError } from '../../shared/result.ts'
import { faultSentence, type OnInternal } from '../faults.ts'
import { newId } from '../new-id.ts'

export type JobReport = {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number, message: string) => void
}

export type Jobs = {
  /** `method` names the command in the log when the work fails in an unforeseen way */
  readonly start: (summary: string, work: (report: JobReport) => Promise<JobStatus['file']>, method?: string) => string
  readonly status: (jobId: string) => JobStatus
  readonly cancel: (jobId: string) => void
  /** waits for the end; for hosts without a screen */
  readonly finished: (jobId: string) => Promise<JobStatus>
  readonly close: () => void
}

type Job = { status: JobStatus; readonly abort: AbortController; readonly ended: Promise<void> }

const MAX_KEPT = 50

export function createJobs(onInternal: OnInternal): Jobs {
  const jobs = new Map<string, Job>()
  const find = (jobId: string): Job => {
    const job = jobs.get(jobId)
    if (job === undefined) throw new AppError('not-found', '没有找到这项工作，可能程序已重新启动；请重新导出。')
    return job
  }
  return {
    start: (summary, work, method = 'job') => {
      const jobId = newId()
      const abort = new AbortController()
      const update = (change: Partial<JobStatus>) => {
        const job = jobs.get(jobId)
        if (job) job.status = { ...job.status, ...change }
      }
      const status: JobStatus = { jobId, summary, state: 'running', done: 0, total: 0, message: null, file: null }
      const started = Promise.resolve().then(() =>
        work({
          signal: abort.signal,
          progress: (done, total, message) => update({ done, total, message }),
        }),
      )
      const ended = started.then(
        (file) => update({ state: 'done', file, message: null }),
        (error: unknown) => update(failure(error, abort.signal.aborted, () => onInternal({ method, error }))),
      )
      jobs.set(jobId, { status, abort, ended })
      for (const old of [...jobs.keys()].slice(0, Math.max(0, jobs.size - MAX_KEPT)))
        if (jobs.get(old)?.status.state !== 'running') jobs.delete(old)
      return jobId
    },
    status: (jobId) => find(jobId).status,
    cancel: (jobId) => find(jobId).abort.abort(),
    finished: async (jobId) => {
      const job = find(jobId)
      await job.ended
      return job.status
    },
    close: () => {
      for (const job of jobs.values()) job.abort.abort()
    },
  }
}

function failure(error: unknown, isAborted: boolean, keep: () => string | null): Partial<JobStatus> {
  if (isAborted) return { state: 'cancelled', message: '已取消，没有留下文件。' }
  if (error instanceof AppError) return { state: 'failed', message: error.message }
  const what = '程序内部出错，导出没有完成；请重试，仍不行时请联系维护人员。'
  return { state: 'failed', message: faultSentence(what, keep()) }
}
