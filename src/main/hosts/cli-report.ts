/** `report build`: the same report job as in the app; the finished file is put where the user wants it. */
import type { Output } from '../../shared/contract.ts'
import { documentText } from '../../shared/report/plain.ts'
import { AppError } from '../../shared/result.ts'
import type { App } from '../app.ts'
import { unwrap } from './cli-actions.ts'
import { userPath, writeOut } from './write-out.ts'

export type ReportRequest = {
  readonly format: string
  /** undefined: the template chosen for the case */
  readonly template: string | undefined
  readonly out: string
  readonly isDraft: boolean
}

/** Writes the report and prints where; warnings go to stderr. Throws AppError when it is refused. */
export async function buildReport(app: App, caseId: string, request: ReportRequest): Promise<number> {
  const target = userPath(request.out)
  const { template } = request
  const view = () => app.call('report.get', { caseId, ...(template === undefined ? {} : { template }) }).then(unwrap)
  if (request.format === 'json' || request.format === 'text') {
    const { document } = await view()
    await writeOut(target, {
      text: request.format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : documentText(document),
    })
  } else {
    const chosen = template ?? (await view()).template
    const started = await app.call('report.export', {
      caseId,
      template: chosen,
      format: request.format,
      isDraft: request.isDraft,
    })
    const file = await finishedFile(app, unwrap(started).jobId)
    for (const warning of file.warnings) console.error(`提示：${warning}`)
    await writeOut(target, { copyOf: app.staging.get(file.token).path })
    await app.staging.drop(file.token)
  }
  console.log(target)
  return 0
}

type FinishedFile = NonNullable<Output<'job.status'>['file']>

/** Waits for the job. Throws AppError with its sentence when it failed. */
export async function finishedFile(app: App, jobId: string): Promise<FinishedFile> {
  const status = await app.jobs.finished(jobId)
  if (status.state !== 'done' || status.file === null)
    throw new AppError('refused', status.message ?? '报告没有生成；请重试。')
  return status.file
}
