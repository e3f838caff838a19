/** 续报次数 (21号令第十一条): how often an accident is reported again each day. */
import { z } from '../../schema.ts'
import { Day } from '../facts.ts'
import { gradeHead, kindHead, occurredOnHead, yesNo } from '../heads.ts'
import { GradeName, Kind } from '../law-data.ts'
import type { RuleSource } from '../rule.ts'

const Times = z.int().min(1)
const Params = z.strictObject({
  grades: z.array(z.strictObject({ grade: GradeName, timesPerDay: Times })),
  /** 较大涉险事故 */
  atRiskTimesPerDay: Times,
})
const Facts = z.strictObject({
  occurredOn: Day,
  kind: Kind.default('general'),
  grade: GradeName,
  /** 较大涉险事故; left out: not known to be one */
  isAtRisk: z.boolean().nullable().optional(),
})

export type FollowUpsResult = { readonly timesPerDay: number }

export const followUpsRule: RuleSource<z.output<typeof Params>, z.output<typeof Facts>, FollowUpsResult> = {
  id: 'followUps',
  params: Params,
  facts: Facts,
  heads: { ...occurredOnHead, ...kindHead, ...gradeHead, 较大涉险: yesNo('isAtRisk') },
  words: ({ timesPerDay }) => `每日至少${timesPerDay}次`,
  faults: ({ params, from }) =>
    params.grades.map(({ grade }) => grade).join() === GradeName.options.join()
      ? []
      : [`followUps ${from}: the grades are not the four in their order`],
  evaluate: ({ occurredOn, kind, grade, isAtRisk }, env) => {
    const row = env.row({ kind, day: occurredOn })
    const { grades, atRiskTimesPerDay } = row.params
    const ofGrade = grades.find((candidate) => candidate.grade === grade)
    if (ofGrade === undefined) throw new Error(`no follow-ups for ${grade}`)
    const timesPerDay = isAtRisk === true ? Math.max(ofGrade.timesPerDay, atRiskTimesPerDay) : ofGrade.timesPerDay
    return {
      row,
      result: { timesPerDay },
      steps: [
        { op: 'reason', text: `${grade}事故每日至少续报 ${ofGrade.timesPerDay} 次（${row.clause}）` },
        ...(isAtRisk === true
          ? [{ op: 'reason', text: `较大涉险事故每日至少续报 ${atRiskTimesPerDay} 次（${row.clause}）` } as const]
          : []),
      ],
      notes: ['补报期内伤亡人数发生变化的，应当于当日续报。'],
    }
  },
}
