/** Rows of the shipped law as pages and reports read them. */
import type { Mark, RowHead } from '../rules/law-data.ts'
import { shortClause } from '../rules/shipped.ts'
import type { Confidence, RuleRow } from './rule-row.ts'

const confidenceOf: Readonly<Record<Mark, Confidence>> = {
  核: 'verified',
  核·转: 'transcribed',
  忆: 'memory',
  推: 'inferred',
}

/** The head of a shipped row as pages and reports read it. */
export function headOf(row: RowHead): RuleRow {
  return { clause: shortClause(row), from: row.from, to: row.to, confidence: confidenceOf[row.mark] }
}
