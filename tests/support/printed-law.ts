/** All printed tables, by the rules that they check. */
import type { RuleBook, RuleId } from '../../src/shared/rules/index.ts'
import { concealmentFaults, multipleFaults, shareFaults, tierFaults } from './printed.ts'
import { clockFaults, periodFaults } from './printed-times.ts'

type Check = (book: RuleBook) => string[]

const CHECKS: readonly { readonly rules: readonly RuleId[]; readonly check: Check }[] = [
  { rules: ['grade', 'unitFine'], check: tierFaults },
  { rules: ['unitFine'], check: concealmentFaults },
  { rules: ['unitFine'], check: multipleFaults },
  { rules: ['personFine'], check: shareFaults },
  {
    rules: [
      'casualtyWindow',
      'investigationDeadline',
      'approvalDeadline',
      'publicationDeadline',
      'supervision',
      'assessmentWindow',
    ],
    check: periodFaults,
  },
  { rules: ['reportingClock'], check: clockFaults },
]

/** What of the printed tables does not hold for one rule. */
export function printedFaults(book: RuleBook, rule: RuleId): string[] {
  return CHECKS.filter(({ rules }) => rules.includes(rule)).flatMap(({ check }) => check(book))
}
