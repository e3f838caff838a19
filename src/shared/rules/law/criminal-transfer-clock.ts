/** 移送涉嫌犯罪案件的时限 (国务院令第310号第五条至第十二条; 应急〔2019〕54号): days by the calendar, the transfer itself to the minute. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { dayFrom, dayText } from '../days.ts'
import { Day, Moment, Plan } from '../facts.ts'
import { firstDayAssumption, firstDayTerms } from '../first-day.ts'
import { planHead, word } from '../heads.ts'
import { plusHours } from '../moments.ts'
import type { RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'

const Days = z.strictObject({ days: z.int().min(1), clause: z.string() })
const Params = z.strictObject({
  decision: Days,
  transfer: z.strictObject({ hours: z.int().min(1), clause: z.string() }),
  /** 公安 decides whether to file; a longer time is possible, so nobody is called late */
  filing: Days,
  /** 提请复议 after 不立案 */
  review: Days,
  /** 移交物品和材料 after 立案 */
  handover: Days,
})

const Facts = z.strictObject({
  /** the head got the written report */
  reportReceivedOn: Day,
  approvedAt: Moment.nullable().optional(),
  policeAcceptedOn: Day.nullable().optional(),
  refusalReceivedOn: Day.nullable().optional(),
  filingNoticeReceivedOn: Day.nullable().optional(),
  plan: Plan.optional(),
})
type Facts = z.output<typeof Facts>

export type CriminalTransferClockResult = {
  readonly decisionLastDay: string
  /** instant; exactly at it is in time */
  readonly transferBy: string | null
  readonly filingLastDay: string | null
  readonly reviewLastDay: string | null
  readonly handoverLastDay: string | null
}

export const criminalTransferClockRule: RuleSource<z.output<typeof Params>, Facts, CriminalTransferClockResult> = {
  id: 'criminalTransferClock',
  params: Params,
  facts: Facts,
  heads: {
    报告送达负责人日: word('reportReceivedOn'),
    批准时间: word('approvedAt'),
    公安接受日: word('policeAcceptedOn'),
    收到不立案通知日: word('refusalReceivedOn'),
    收到立案通知日: word('filingNoticeReceivedOn'),
    ...planHead,
  },
  words: ({ decisionLastDay, transferBy, filingLastDay, reviewLastDay, handoverLastDay }) =>
    [
      `决定${decisionLastDay}`,
      ...(transferBy === null ? [] : [`移送${transferBy.slice(0, 16).replace('T', ' ')}`]),
      ...(filingLastDay === null ? [] : [`公安审查${filingLastDay}`]),
      ...(reviewLastDay === null ? [] : [`提请复议${reviewLastDay}`]),
      ...(handoverLastDay === null ? [] : [`移交材料${handoverLastDay}`]),
    ].join('，'),
  evaluate: (facts, env) => {
    refuseBadOrder(facts)
    const row = env.row({ kind: 'general', day: facts.reportReceivedOn })
    const { decision, transfer, filing, review, handover } = row.params
    const plan = facts.plan ?? env.settings.firstDay.plan
    const dueOn = (on: string | null | undefined, { days, clause }: z.output<typeof Days>, why: string) => {
      if (on === null || on === undefined) return null
      const base = dayFrom(on)
      const terms = firstDayTerms({ days, why: `${why}，${clause}` }, plan)
      const result = terms.reduce((day, term) => day + term.days, base)
      return { result, step: { op: 'plusDays', base, terms, result } satisfies Step }
    }
    const dues = [
      dueOn(facts.reportReceivedOn, decision, '决定是否移送'),
      dueOn(facts.policeAcceptedOn, filing, '公安机关决定是否立案'),
      dueOn(facts.refusalReceivedOn, review, '提请复议'),
      dueOn(facts.filingNoticeReceivedOn, handover, '移交涉案物品和材料'),
    ] as const
    const approvedAt = facts.approvedAt ?? null
    const transferBy = approvedAt === null ? null : plusHours(approvedAt, transfer.hours)
    const resultOf = (shift: number): CriminalTransferClockResult => {
      const [decisionDay, filingDay, reviewDay, handoverDay] = dues.map((due) =>
        due === null ? null : dayText(due.result + shift),
      )
      return {
        decisionLastDay: decisionDay ?? '',
        transferBy,
        filingLastDay: filingDay ?? null,
        reviewLastDay: reviewDay ?? null,
        handoverLastDay: handoverDay ?? null,
      }
    }
    return {
      row,
      result: resultOf(0),
      steps: [
        ...dues.slice(0, 1).flatMap((due) => (due === null ? [] : [due.step])),
        ...(approvedAt === null || transferBy === null
          ? []
          : [
              {
                op: 'plusHours',
                base: approvedAt,
                hours: transfer.hours,
                why: `向同级公安机关移送，${transfer.clause}`,
                result: transferBy,
              } satisfies Step,
            ]),
        ...dues.slice(1).flatMap((due) => (due === null ? [] : [due.step])),
      ],
      assumptions: firstDayAssumption(env.settings, facts.plan, resultOf),
      notes: [
        '第310号令没有写工作日，按日历日计算（推断）。',
        ...(facts.policeAcceptedOn
          ? [
              '应急〔2019〕54号对线索查证、重大疑难案件另有较长的时间（凭记忆，未核原文），超过只提示催办，不标公安机关逾期。',
            ]
          : []),
      ],
    }
  },
}

function refuseBadOrder({ reportReceivedOn, approvedAt, policeAcceptedOn }: Facts): void {
  if (approvedAt && approvedAt.slice(0, 10) < reportReceivedOn)
    throw new AppError('refused', `批准时间早于报告送达负责人之日 ${reportReceivedOn}，请核对。`)
  if (policeAcceptedOn && approvedAt && policeAcceptedOn < approvedAt.slice(0, 10))
    throw new AppError('refused', `公安机关接受之日 ${policeAcceptedOn} 早于批准移送之日，请核对。`)
}
