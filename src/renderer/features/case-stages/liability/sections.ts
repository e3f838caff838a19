/** In which section of the report a subject stands, and for how many heads it counts. */
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { proposalOrder } from '../../../../shared/liability/labels.ts'

export type Category = Row<'proposal'>['category']

/** The first category, in the order of the report, that is proposed for a subject; null without a proposal. */
export function categoryOf({ rows }: Dossier, liabilityId: string): Category | null {
  const own = new Set(rows.proposal.filter((row) => row.liabilityId === liabilityId).map((row) => row.category))
  return proposalOrder.find((category) => own.has(category)) ?? null
}

export const isGroup = (row: Row<'liability'>): boolean =>
  row.subjectKind === 'person_group' || row.subjectKind === 'unit_group'

export const isUnit = (row: Row<'liability'>): boolean => row.subjectKind === 'unit' || row.subjectKind === 'unit_group'

/** Heads of one subject; null for a group of which nobody said how many. */
export const headsOf = (row: Row<'liability'>): number | null => (isGroup(row) ? row.headCount : 1)
