/** Rows picked by a day, and facts that are missing. */
import type { MissingFact } from './deadline.ts'

export function lacking(label: string, table: string, id: string, column: string): MissingFact {
  return { label, fact: { table, id, column } }
}

export const occurredOnMissing = (caseId: string): MissingFact =>
  lacking('事故发生日期', 'caseFile', caseId, 'occurredFrom')

export const decidedOnMissing = (id: string): MissingFact => lacking('批复日期', 'approval', id, 'decidedOn')

/** The row with the latest day; of equals the later one; one without a day comes before all. */
export function newest<R>(rows: readonly R[], day: (row: R) => string | null): R | null {
  return rows.reduce<R | null>(
    (best, row) => (best === null || (day(row) ?? '') >= (day(best) ?? '') ? row : best),
    null,
  )
}

/** The row with the earliest day; null where none has one. */
export function earliest<R>(rows: readonly R[], day: (row: R) => string | null): R | null {
  return rows
    .filter((row) => day(row) !== null)
    .reduce<R | null>((best, row) => (best === null || (day(row) ?? '') < (day(best) ?? '') ? row : best), null)
}
