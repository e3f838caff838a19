/** What the clocks of a case are read from. A whole dossier will do; the board reads these columns only. */
import type { CaseFile, ListTable, Row } from '../case/tables.ts'

export const clockColumns = {
  team: ['purpose', 'formedOn', 'inspectableOn'],
  appraisal: ['commissionedOn', 'acceptedOn', 'issuedOn', 'isExcluded'],
  extension: ['clock', 'days', 'approvedBy', 'approvedOn', 'isAuthorised'],
  supervision: ['byBody', 'receivedOn', 'periodDays', 'reviewOpinion', 'filedOn', 'liftedOn'],
  approval: ['subject', 'submittedOn', 'receivedOn', 'decidedOn', 'decision'],
  publication: ['subject', 'publishedOn', 'publishedText', 'withheldGround'],
  assessment: ['finishedOn', 'conclusion'],
} as const satisfies { readonly [T in ListTable]?: readonly (keyof Row<T> & string)[] }

export type ClockTable = keyof typeof clockColumns
export type ClockRow<T extends ClockTable> = Pick<
  Row<T>,
  'id' | Extract<(typeof clockColumns)[T][number], keyof Row<T>>
>

export const clockCaseColumns = [
  'regime',
  'occurredFrom',
  'occurredPrecision',
  'grade',
  'isGradeProvisional',
  'isSupervised',
] as const satisfies readonly (keyof CaseFile & string)[]

export type ClockFacts = {
  readonly caseFile: Pick<CaseFile, 'id' | (typeof clockCaseColumns)[number]>
  readonly rows: { readonly [T in ClockTable]: readonly ClockRow<T>[] }
}

export const clockTables = Object.keys(clockColumns).filter((name): name is ClockTable =>
  Object.hasOwn(clockColumns, name),
)
