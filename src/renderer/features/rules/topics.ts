/** The rules in the order of the work, by topic. A rule that nobody has placed yet stands under 其他. */
import type { LoadedRule, RuleBook } from './book.ts'

const topics: readonly (readonly [string, readonly string[]])[] = [
  [
    '等级与报告',
    [
      'grade',
      'countedCasualties',
      'losses',
      'lossEstimate',
      'casualtyWindow',
      'atRisk',
      'reportingClock',
      'followUps',
      'reportContents',
      'reportingCheck',
    ],
  ],
  [
    '调查与期限',
    [
      'investigatingBody',
      'investigationTeam',
      'investigationDeadline',
      'approvalDeadline',
      'specialEquipmentService',
      'dateOrder',
      'criminalTransfer',
      'criminalTransferClock',
      'criminalTransferFile',
    ],
  ],
  [
    '罚款',
    ['unitFine', 'personFine', 'fineAuthority', 'penaltyProcedure', 'penaltyDeadline', 'latePayment', 'dishonesty'],
  ],
  ['提级与督办', ['escalation', 'escalationDecision', 'supervision']],
  ['评估与公布', ['publicationDeadline', 'assessmentWindow']],
  ['代码', ['typeCode', 'injuryCode', 'injuryDegree', 'industryCode']],
]
const OTHER = '其他'

export type ShownRule = { readonly id: string; readonly rule: LoadedRule }
export type Topic = { readonly name: string; readonly rules: readonly ShownRule[] }

/** Every rule of the book once; topics without a rule are left out. */
export function byTopic(book: RuleBook): readonly Topic[] {
  const all = Object.entries(book.rules).map(([id, rule]): ShownRule => ({ id, rule }))
  const placed = new Set(topics.flatMap(([, ids]) => ids))
  return [
    ...topics.map(([name, ids]) => ({
      name,
      rules: ids.flatMap((id) => all.filter((shown) => shown.id === id)),
    })),
    { name: OTHER, rules: all.filter(({ id }) => !placed.has(id)) },
  ].filter(({ rules }) => rules.length > 0)
}

/** What a result that is a bare figure counts. */
export const resultUnits: Readonly<Record<string, string>> = { unitFine: '万元', personFine: '元' }
