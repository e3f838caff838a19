/** What the program adds to or refuses in a row before it is written. Rules themselves are pure and stand in `shared`. */
import type { CaseTable } from '../../shared/case/tables.ts'
import { identityKey } from '../../shared/party/identity.ts'
import { AppError } from '../../shared/result.ts'
import { teamMemberRefusal } from '../../shared/team/refusal.ts'
import type { QueryContext } from '../context.ts'
import { readRow, readRows } from '../db/dossier.ts'

type Given = Readonly<Record<string, unknown>>

const WITH_RULES: ReadonlySet<CaseTable> = new Set(['unit', 'teamMember', 'casualty'])

/** Whether `completeRow` does anything for the table. */
export function hasRules(table: CaseTable): boolean {
  return WITH_RULES.has(table)
}

/** The values as they are stored. Throws AppError with a field message when the row is refused. */
export function completeRow(
  context: Pick<QueryContext, 'statements'>,
  caseId: string,
  table: CaseTable,
  values: Given,
): Given {
  switch (table) {
    case 'unit':
      return { ...values, identityKey: identityKey(textOf(values.uscc), textOf(values.name) ?? '') }
    case 'teamMember':
      refuseInvolved(context, caseId, values)
      return values
    case 'casualty':
      return values.personId === null || values.personId === undefined ? values : { ...values, headCount: 1 }
    default:
      return values
  }
}

/** 493号令第二十三条: a member may have no interest in the accident. */
function refuseInvolved(context: Pick<QueryContext, 'statements'>, caseId: string, values: Given): void {
  const body = textOf(values.body)
  if (body === null) return
  const teamId = textOf(values.teamId)
  const team = teamId === null ? undefined : readRow(context.statements, 'team', caseId, teamId)
  const units = readRows(context.statements, 'unit', caseId)
  const message = teamMemberRefusal({ body, name: textOf(values.name) }, units, team?.authority ?? null)
  if (message !== null) throw new AppError('refused', message, { fields: { 'values.body': message } })
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
