/** 事故信息报告时限 (493号令第九条至第十一条; 21号令第六条至第九条; 特种设备: 50号令): one answer per report that is due. */

import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import { Moment } from '../facts.ts'
import { gradeHead, kindHead, word } from '../heads.ts'
import { GradeName, gradeNames, Kind } from '../law-data.ts'
import { minutesOf, plusHours } from '../moments.ts'
import type { RuleSource } from '../rule.ts'

const At = z.enum(['unitKnewAt', 'countyReceivedAt', 'cityReceivedAt', 'provinceReceivedAt'])

const Params = z.strictObject({
  levels: z.array(
    z.strictObject({
      at: At,
      from: z.string(),
      to: z.string(),
      channel: z.string(),
      hours: z.int().min(1),
      leastGrade: GradeName,
      law: z.string(),
      clause: z.string(),
    }),
  ),
})

const Facts = z.strictObject({
  grade: GradeName,
  kind: Kind.default('general'),
  unitKnewAt: Moment,
  countyReceivedAt: Moment.nullable().optional(),
  cityReceivedAt: Moment.nullable().optional(),
  provinceReceivedAt: Moment.nullable().optional(),
})
type Facts = z.output<typeof Facts>

export type ReportingClockResult = {
  readonly from: string
  readonly to: string
  /** instant; exactly at it is in time */
  readonly by: string
  readonly channel: string
}

export const reportingClockRule: RuleSource<z.output<typeof Params>, Facts, ReportingClockResult> = {
  id: 'reportingClock',
  params: Params,
  facts: Facts,
  heads: {
    ...gradeHead,
    ...kindHead,
    单位接报: word('unitKnewAt'),
    县级接报: word('countyReceivedAt'),
    市级接报: word('cityReceivedAt'),
    省级接报: word('provinceReceivedAt'),
  },
  words: ({ to, channel, by }) => `${to}${channel}${by.slice(0, 16).replace('T', ' ')}`,
  evaluate: (facts, env) => {
    refuseBadOrder(facts)
    const row = env.row({ kind: facts.kind, day: facts.unitKnewAt.slice(0, 10) })
    return row.params.levels.flatMap((level): Draft<ReportingClockResult>[] => {
      const at = facts[level.at]
      if (at === null || at === undefined) return []
      if (gradeNames.indexOf(facts.grade) < gradeNames.indexOf(level.leastGrade)) return []
      const { from, to, channel, hours } = level
      const by = plusHours(at, hours)
      return [
        {
          row: { ...row, law: level.law, clause: level.clause },
          result: { from, to, by, channel },
          steps: [{ op: 'plusHours', base: at, hours, why: `${from}接报，${channel}`, result: by }],
          notes: ['恰好等于时限的不算迟报；超过的只标“疑似迟报”，由人认定。'],
        },
      ]
    })
  },
}

function refuseBadOrder(facts: Facts): void {
  const times = (['unitKnewAt', 'countyReceivedAt', 'cityReceivedAt', 'provinceReceivedAt'] as const).flatMap(
    (name) => {
      const at = facts[name]
      return at === null || at === undefined ? [] : [at]
    },
  )
  for (const [at, time] of times.entries()) {
    const before = times[at - 1]
    if (before !== undefined && minutesOf(time) < minutesOf(before))
      throw new AppError('refused', `上级接报时间 ${time} 早于下级的 ${before}，请核对时间。`)
  }
}
