import { sentRelease } from '../../shared/notice/reports.ts'
import { AppError } from '../../shared/result.ts'
import type { QueryContext } from '../context.ts'
import { readDossier } from '../db/dossier.ts'
import { UNNAMED_BUREAU } from '../library/open.ts'

/** A report with its case, and what was sent of it. */
export function loadReport({ statements }: Pick<QueryContext, 'statements'>, caseId: string, id: string) {
  const dossier = readDossier(statements, caseId)
  const report = dossier.rows.infoReport.find((row) => row.id === id)
  if (report === undefined) throw new AppError('not-found', '没有找到这份报告，可能已被移走；请刷新后再试。')
  return { dossier, report, release: sentRelease(dossier, report) }
}

/** The name of the bureau that owns the library: who reports. Empty while it has not been set up. */
export function bureauName({ statements, bureauId }: Pick<QueryContext, 'statements' | 'bureauId'>): string {
  const row = statements.get('select name from bureau where id = ?', [bureauId])
  return row === undefined || row.name === UNNAMED_BUREAU ? '' : String(row.name)
}
