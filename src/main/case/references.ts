/** Which rows hold others fast: a row that others point to is not moved out of the case. */
import { type CaseTable, caseTableNames, caseTables } from '../../shared/case/tables.ts'
import { AppError } from '../../shared/result.ts'
import type { CommandContext } from '../context.ts'
import { layoutOf } from '../db/rows.ts'
import type { Statements } from '../db/statements.ts'

/** Links and parts that go with the row they belong to, by their columns: they do not hold it fast. */
const GO_ALONG: ReadonlySet<string> = new Set([
  'finding_cause.finding_id',
  'measure_cause.measure_id',
  'evidence_file.evidence_id',
  'document_block.document_id',
  'document_release.document_id',
  'import_note.import_batch_id',
])

type Reference = { readonly from: CaseTable; readonly column: string }

const known = new WeakMap<Statements, ReadonlyMap<string, readonly Reference[]>>()

/** Columns that point to a table of a case, by its SQL name: the foreign keys of the database itself. */
export function references(statements: Statements): ReadonlyMap<string, readonly Reference[]> {
  const found = known.get(statements)
  if (found) return found
  const made = new Map<string, Reference[]>()
  for (const from of caseTableNames) {
    const { sqlName } = layoutOf(from)
    for (const key of statements.all('select "table" as target, "from" as column from pragma_foreign_key_list(?)', [
      sqlName,
    ])) {
      const column = String(key.column)
      if (column === 'case_id' || GO_ALONG.has(`${sqlName}.${column}`)) continue
      const target = String(key.target)
      made.set(target, [...(made.get(target) ?? []), { from, column }])
    }
  }
  known.set(statements, made)
  return made
}

/** A row that others point to stays: the sentence says who points and what to do. */
export function refuseReferred(
  { statements }: Pick<CommandContext, 'statements'>,
  table: CaseTable,
  caseId: string,
  id: string,
): void {
  const uses: string[] = []
  for (const { from, column } of references(statements).get(layoutOf(table).sqlName) ?? []) {
    const count = statements.get(
      `select count(*) as n from ${layoutOf(from).sqlName} where case_id = ? and removed = 0 and ${column} = ?`,
      [caseId, id],
    )
    if (Number(count?.n) > 0) uses.push(`${caseTables[from].label}${count?.n}条`)
  }
  if (uses.length > 0)
    throw new AppError(
      'refused',
      `这条${caseTables[table].label}仍被引用（${[...new Set(uses)].join('、')}），没有移走；请先改掉或移走引用它的记录。`,
    )
}
