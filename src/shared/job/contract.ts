import { query, task } from '../method.ts'
import { Count, Id, Line, z } from '../schema.ts'

/** Work longer than a second: asked by its id until it is done. */
export const JobStatus = z.strictObject({
  jobId: Id,
  summary: Line,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: Count,
  total: Count,
  message: z.string().nullable(),
  /** the finished file: `token` fetches it once from the host */
  file: z.strictObject({ token: Id, name: Line, bytes: Count, warnings: z.array(z.string()) }).nullable(),
})
export type JobStatus = z.output<typeof JobStatus>

export const jobContract = {
  'job.status': query('进度', z.strictObject({ jobId: Id }), JobStatus),
  'job.cancel': task('取消', z.strictObject({ jobId: Id }), z.strictObject({}), []),
}
