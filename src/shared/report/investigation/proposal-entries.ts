/** 处理建议 by category: who stands in which section, and how many persons and units that are. */
import type { Row } from '../../case/tables.ts'
import type { Scribe } from './scribe.ts'
import { phrase } from './words.ts'

export type Liability = Row<'liability'>
export type Proposal = Row<'proposal'>
/** `none`: liable, but nothing is proposed yet */
export type Category = Proposal['category'] | 'none'

/** The order of the sections. */
export const categories: readonly Category[] = [
  'exempt',
  'coerced',
  'criminal',
  'discipline',
  'penalty_unit',
  'penalty_person',
  'qualification',
  'internal',
  'other',
  'undecided',
  'none',
]

/** One subject with all that is proposed for it; it stands, and counts, in the section of the first proposal. */
export type Entry = {
  readonly liability: Liability
  readonly proposals: readonly Proposal[]
  readonly category: Category
  readonly isUnit: boolean
  /** null: a group of which nobody said how many */
  readonly count: number | null
}

/** How many persons and units; null where a group of unknown size is among them. */
export type Heads = { readonly persons: number | null; readonly units: number | null }

/** 强制措施 that were taken before the report. */
export function coercionsOf({ facts }: Scribe, proposal: Proposal): readonly Row<'disposition'>[] {
  const reportedOn = facts.report?.datedOn ?? null
  return facts.dossier.rows.disposition.filter(
    (row) =>
      row.proposalId === proposal.id &&
      row.kind === 'coercive' &&
      (row.decidedOn === null || reportedOn === null || row.decidedOn <= reportedOn),
  )
}

/** Who is to answer for a crime and is held already stands among those against whom measures were taken. */
function categoryOf(scribe: Scribe, proposal: Proposal): Category {
  const isHeld = proposal.category === 'criminal' && coercionsOf(scribe, proposal).length > 0
  return isHeld ? 'coerced' : proposal.category
}

/** Subjects by the category of what is proposed, groups behind single ones, otherwise in the order of the case file. */
export function entriesOf(scribe: Scribe): readonly Entry[] {
  const { liability: liabilities, proposal: proposals } = scribe.facts.dossier.rows
  const rank = (proposal: Proposal): number => categories.indexOf(categoryOf(scribe, proposal))
  const entries = liabilities.flatMap((liability): readonly Entry[] => {
    const own = proposals.filter((proposal) => proposal.liabilityId === liability.id)
    const [first, ...rest] = [...own].sort((a, b) => rank(a) - rank(b))
    const isUnit = liability.subjectKind === 'unit' || liability.subjectKind === 'unit_group'
    return [
      {
        liability,
        proposals: first === undefined ? [] : [first, ...rest],
        category: first === undefined ? 'none' : categoryOf(scribe, first),
        isUnit,
        count: countOf(liability),
      },
    ]
  })
  const isGroup = (entry: Entry) => (/group/.test(entry.liability.subjectKind) ? 1 : 0)
  return entries.sort(
    (a, b) => categories.indexOf(a.category) - categories.indexOf(b.category) || isGroup(a) - isGroup(b),
  )
}

function countOf(liability: Liability): number | null {
  if (liability.subjectKind === 'person' || liability.subjectKind === 'unit') return 1
  if (liability.headCount !== null) return liability.headCount
  const names = (phrase(liability.subjectText) ?? phrase(liability.identityText))?.split('、') ?? []
  return liability.subjectKind === 'unit_group' && names.length > 1 ? names.length : null
}

/** Persons and units of some entries. */
export function headsOf(entries: readonly Entry[]): Heads {
  const sum = (isUnit: boolean) =>
    entries
      .filter((entry) => entry.isUnit === isUnit)
      .reduce<number | null>((total, { count }) => (total === null || count === null ? null : total + count), 0)
  return { persons: sum(false), units: sum(true) }
}
