import type { Handlers } from '../context.ts'

export const jobHandlers: Pick<Handlers, 'job.status' | 'job.cancel'> = {
  'job.status': async ({ jobs }, { jobId }) => jobs.status(jobId),
  'job.cancel': async ({ jobs }, { jobId }) => {
    jobs.cancel(jobId)
    return {}
  },
}
