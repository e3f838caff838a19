/** What every row of a rule or code table carries beside its values. */
import type { DayText } from '../dates.ts'

/**
 * How sure we are of a row: the text itself was read; a reprint or a commentary was read; written from memory; inferred
 * from the text. Only the first two may be relied on without a person's look.
 */
export type Confidence = 'verified' | 'transcribed' | 'memory' | 'inferred'

export const confidenceLabels: Readonly<Record<Confidence, string>> = {
  verified: '已核对原文',
  transcribed: '据转载核对',
  memory: '凭记忆录入，待核',
  inferred: '推定，待确认',
}

/** `from` and `to` are the first and the last day in force; null is open. */
export type RuleRow = {
  readonly clause: string
  readonly from: DayText | null
  readonly to: DayText | null
  readonly confidence: Confidence
}

/** Whether a row is in force on a day. */
export function isInForce(row: RuleRow, on: DayText): boolean {
  return (row.from === null || row.from <= on) && (row.to === null || on <= row.to)
}
