/** Derived columns of the register, written at the end of each command in its transaction. `verify` rebuilds and compares. */
import { deriveCase } from '../../shared/case/derive.ts'
import { readDossier } from './dossier.ts'
import { encode, snake } from './rows.ts'
import type { Statements } from './statements.ts'

/** Tables that `deriveCase` reads (a test watches it read). A change elsewhere moves only `updated_at`. */
export const DERIVED_FROM: ReadonlySet<string> = new Set([
  'casualtyCount',
  'lossAssessment',
  'lossItem',
  'determination',
  'team',
  'appraisal',
  'cause',
  'finding',
  'liability',
  'escalation',
  'handover',
  'supervision',
  'approval',
  'publication',
  'importNote',
  'assessment',
])

export function refreshDerived(
  statements: Statements,
  caseId: string,
  touched: ReadonlySet<string>,
  now: string,
): void {
  if (![...touched].some((table) => table === 'caseFile' || DERIVED_FROM.has(table))) {
    statements.run('update case_file set updated_at = ? where id = ?', [now, caseId])
    return
  }
  const derived = derivedColumns(statements, caseId)
  const names = Object.keys(derived)
  statements.run(
    `update case_file set ${names.map((name) => `${snake(name)} = ?`).join(', ')}, updated_at = ? where id = ?`,
    [...names.map((name) => derived[name]), now, caseId],
  )
}

/** What the derived columns of a case must hold, as raw values by camelCase name. */
export function derivedColumns(statements: Statements, caseId: string): Readonly<Record<string, unknown>> {
  const derived = deriveCase(readDossier(statements, caseId, DERIVED_FROM))
  return Object.fromEntries(Object.entries(derived).map(([name, value]) => [name, encode(name, value)]))
}
