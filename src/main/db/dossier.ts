/** Everything about one case in one read. */
import {
  type CaseFile,
  type CaseTable,
  caseTableNames,
  type Dossier,
  type ListTable,
  type Row,
} from '../../shared/case/tables.ts'
import { AppError } from '../../shared/result.ts'
import { decodeCaseFile, decodeRow, layoutOf } from './rows.ts'
import type { Statements } from './statements.ts'

/** The register row. Throws `not-found`. Archived cases are found: they can be read and restored. */
export function readCaseFile(statements: Statements, caseId: string): CaseFile {
  const row = statements.get('select * from case_file where id = ?', [caseId])
  if (row === undefined) throw new AppError('not-found', '没有找到这个案卷，可能已被移走；请返回案卷列表。')
  return decodeCaseFile(row)
}

/** Live rows of one table in their order. */
export function readRows<T extends CaseTable>(statements: Statements, table: T, caseId: string): Row<T>[] {
  const { sqlName, isSorted } = layoutOf(table)
  const order = isSorted ? 'sort_key, id' : 'id'
  return statements
    .all(`select * from ${sqlName} where case_id = ? and removed = 0 order by ${order}`, [caseId])
    .map((row) => decodeRow(table, row))
}

/** One row, archived or not; undefined when there is none. */
export function readRow<T extends CaseTable>(
  statements: Statements,
  table: T,
  caseId: string,
  id: string,
): Row<T> | undefined {
  const row = statements.get(`select * from ${layoutOf(table).sqlName} where case_id = ? and id = ?`, [caseId, id])
  return row === undefined ? undefined : decodeRow(table, row)
}

/** The whole case, archived rows left out; of `tables` only, where given, the others empty. Throws `not-found`. */
export function readDossier(statements: Statements, caseId: string, tables?: ReadonlySet<string>): Dossier {
  const caseFile = readCaseFile(statements, caseId)
  const accident = readRow(statements, 'accident', caseId, 'accident')
  if (accident === undefined) throw new Error(`case ${caseId} has no accident row`)
  const rows: Partial<Record<ListTable, unknown>> = {}
  for (const table of caseTableNames) {
    if (table === 'accident') continue
    rows[table] = tables === undefined || tables.has(table) ? readRows(statements, table, caseId) : []
  }
  // every list table was filled in the loop above
  return { caseFile, accident, rows: rows as Dossier['rows'] }
}
