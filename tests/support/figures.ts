/** An empty case on a day, with counts and losses to be given to it. */
import type { Dossier } from '../../src/shared/case/tables.ts'
import { emptyDossier, row } from './dossier.ts'

export const empty = emptyDossier()
export const withCase = (dossier: Dossier, values: Partial<Dossier['caseFile']>): Dossier => ({
  ...dossier,
  caseFile: { ...dossier.caseFile, ...values },
})
export const onDay = withCase(empty, { occurredFrom: '2026-03-01T09:00:00+08:00', occurredPrecision: 'minute' })
export const count = (id: string, basis: string, figures: object) =>
  row('casualtyCount', { id, basis, asOf: '2026-03-01T10:00:00+08:00', ...figures })
export const loss = (id: string, given: object) =>
  row('lossAssessment', { id, standard: 'GB6721-2025', basis: 'verified', ...given })
export const item = (id: string, lossAssessmentId: string, itemCode: string, amountFen: number, isDirect = true) =>
  row('lossItem', { id, lossAssessmentId, itemCode, amountFen, isDirect, method: 'settled' })
