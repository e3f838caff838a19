/** Who is liable and has no proposal yet: the same gap on the page and in the report. */
import type { Dossier, Row } from '../case/tables.ts'
import { phrase, withoutRemarks } from '../report/investigation/words.ts'

type Rows = Pick<Dossier['rows'], 'liability' | 'person' | 'proposal' | 'unit'>

/** Whether a proposal says what is to be done; these three kinds say it by themselves. */
export function isProposed(proposal: Row<'proposal'>): boolean {
  return (
    /^(exempt|coerced|criminal)$/.test(proposal.category) ||
    withoutRemarks(proposal.description) !== null ||
    phrase(proposal.kindText) !== null ||
    phrase(proposal.decidingBody) !== null ||
    proposal.fineFen !== null
  )
}

/** The subjects without a proposal that says anything, in the order of the case file. */
export function unproposedOf({ liability, proposal }: Rows): readonly Row<'liability'>[] {
  const proposed = new Set(proposal.filter(isProposed).map((row) => row.liabilityId))
  return liability.filter((row) => !proposed.has(row.id))
}

/** 路启垣的处理建议: how the gap is called wherever it is listed. */
export function proposalGapLabel(liability: Row<'liability'>, { person, unit }: Rows): string {
  const known =
    liability.subjectKind === 'unit'
      ? unit.find((row) => row.id === liability.unitId)
      : person.find((row) => row.id === liability.personId)
  const name = phrase(liability.subjectText) ?? phrase(known?.name) ?? phrase(liability.identityText)
  return `${name ?? (/unit/.test(liability.subjectKind) ? '责任单位' : '责任人')}的处理建议`
}
