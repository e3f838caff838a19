/** 挂牌督办 (安委〔2010〕6号): its own clock, beside the statutory one, which it does not lengthen. */
import { z } from '../../schema.ts'
import { dayFrom, dayText } from '../days.ts'
import { Day } from '../facts.ts'
import { kindHead, occurredOnHead, word } from '../heads.ts'
import { Kind } from '../law-data.ts'
import type { RuleSource, Settings } from '../rule.ts'

const Params = z.strictObject({ days: z.int().min(1) })
const Facts = z.strictObject({
  noticeReceivedOn: Day,
  occurredOn: Day,
  kind: Kind.default('general'),
  teamFormedOn: Day.nullable().optional(),
})

export type SupervisionResult = {
  readonly supervisionLastDay: string
  /** null where the statutory period cannot be determined */
  readonly statutoryLastDay: string | null
  readonly earlier: string
}

/** The statutory last day of the same case, by its own rule. */
export type Statutory = (facts: z.output<typeof Facts>, settings: Settings) => string | null

export function supervisionRule(
  statutory: Statutory,
): RuleSource<z.output<typeof Params>, z.output<typeof Facts>, SupervisionResult> {
  return {
    id: 'supervision',
    params: Params,
    facts: Facts,
    heads: {
      接到督办通知日: word('noticeReceivedOn'),
      ...occurredOnHead,
      ...kindHead,
      调查组成立日: word('teamFormedOn'),
    },
    words: ({ supervisionLastDay, statutoryLastDay, earlier }) =>
      `督办${supervisionLastDay}，法定${statutoryLastDay ?? '不定'}，较早${earlier}`,
    evaluate: (facts, env) => {
      const row = env.row({ kind: facts.kind, day: facts.noticeReceivedOn })
      const base = dayFrom(facts.noticeReceivedOn)
      const due = base + row.params.days
      const legal = statutory(facts, env.settings)
      const legalDay = legal === null ? null : dayFrom(legal)
      const earlier = legalDay === null ? due : Math.min(due, legalDay)
      return {
        row,
        result: { supervisionLastDay: dayText(due), statutoryLastDay: legal, earlier: dayText(earlier) },
        steps: [
          { op: 'plusDays', base, terms: [{ days: row.params.days, why: `接到督办通知，${row.clause}` }], result: due },
          ...(legalDay === null
            ? []
            : ([
                {
                  op: 'earlier',
                  days: [
                    { name: '督办期限', day: due },
                    { name: '法定调查期限', day: legalDay },
                  ],
                  result: earlier,
                },
              ] as const)),
        ],
        notes: ['督办不延长法定调查期限，两个期限并列，按较早者预警。'],
      }
    },
  }
}
