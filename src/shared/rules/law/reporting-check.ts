/**
 * 报告情况的核对 (493号令第九条至第十一条; 21号令第六条至第十一条): reports as they were made against the clocks.
 * Only ever «疑似迟报»: what it is in law a person says (14号令第五条).
 */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import type { Ask } from '../ask.ts'
import { Day, Moment } from '../facts.ts'
import { gradeHead, kindHead, list, word, yesNo } from '../heads.ts'
import { GradeName, Kind, type Row } from '../law-data.ts'
import { minutesOf } from '../moments.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'

const Notified = z.enum(['police', 'labour', 'union', 'procuratorate'], {
  error: '通知对象应为 police、labour、union、procuratorate 之一',
})
const notifiedWords = { 公安机关: 'police', 人社部门: 'labour', 工会: 'union', 检察院: 'procuratorate' } as const

const Params = z.strictObject({
  /** who is notified in writing; null: no text at hand */
  notify: z
    .strictObject({
      law: z.string(),
      clause: z.string(),
      bodies: z.array(z.strictObject({ body: Notified, label: z.string() })),
    })
    .nullable(),
  followUps: z.strictObject({ law: z.string(), clause: z.string() }).nullable(),
  /** 迟报、瞒报 as defined, since when */
  late: z.strictObject({ law: z.string(), clause: z.string(), from: Day }),
})
type Params = z.output<typeof Params>

/** A report as it was made; sender, receiver and channel as the reporting clocks name them. */
const Made = z.strictObject({ from: z.string(), to: z.string(), channel: z.string(), at: Moment })

const Facts = z.strictObject({
  grade: GradeName,
  kind: Kind.default('general'),
  occurredAt: Moment.nullable().optional(),
  unitKnewAt: Moment,
  countyReceivedAt: Moment.nullable().optional(),
  cityReceivedAt: Moment.nullable().optional(),
  provinceReceivedAt: Moment.nullable().optional(),
  reports: z.array(Made).default([]),
  /** 续报 of each day; left out: not looked at */
  followUps: z
    .array(z.strictObject({ on: Day, times: z.int('次数应为非负整数').min(0, '次数应为非负整数') }))
    .default([]),
  isAtRisk: z.boolean().nullable().optional(),
  /** bodies that were notified in writing; left out: not looked at */
  notified: z.array(Notified).nullable().optional(),
})
type Facts = z.output<typeof Facts>

type Clock = { readonly from: string; readonly to: string; readonly by: string; readonly channel: string }

export type ReportingCheckResult = {
  readonly reports: readonly (Clock & {
    readonly at: string | null
    readonly status: 'inTime' | 'suspectedLate' | 'notSeen'
    readonly clause: string
  })[]
  /** days with fewer 续报 than they should have */
  readonly fewFollowUps: readonly { readonly on: string; readonly times: number; readonly least: number }[]
  readonly notNotified: readonly string[]
}

export type ReportingAsks = {
  readonly clocks: Ask<readonly { readonly result: Clock; readonly clause: string }[]>
  readonly followUps: Ask<{ timesPerDay: number }>
}

export function reportingCheckRule(asks: ReportingAsks): RuleSource<Params, Facts, ReportingCheckResult> {
  return {
    id: 'reportingCheck',
    params: Params,
    facts: Facts,
    heads: {
      ...gradeHead,
      ...kindHead,
      发生时间: word('occurredAt'),
      单位接报: word('unitKnewAt'),
      县级接报: word('countyReceivedAt'),
      市级接报: word('cityReceivedAt'),
      省级接报: word('provinceReceivedAt'),
      较大涉险: yesNo('isAtRisk'),
      报告: list('reports', madeOf),
      续报: list('followUps', (item) => {
        const [on, times = ''] = item.split('×')
        return { on, times: Number(times) }
      }),
      已通知: list('notified', (name) => Object.entries(notifiedWords).find(([label]) => label === name)?.[1] ?? name),
    },
    words,
    faults: ({ params, from }) =>
      params.notify === null || params.notify.bodies.map(({ body }) => body).join() === Notified.options.join()
        ? []
        : [`reportingCheck ${from}: the bodies are not all in their order`],
    evaluate: (facts, env) => {
      refuseBeforeAccident(facts)
      return draftOf(env.row({ kind: facts.kind, day: facts.unitKnewAt.slice(0, 10) }), facts, asks, env)
    },
  }
}

/** `事故发生单位→省级应急管理部门，报告，2026-08-04T10:35:00+08:00` */
function madeOf(item: string): unknown {
  const [way = '', channel, at] = item.split('，')
  const [from, to] = way.split('→')
  return { from, to, channel, at }
}

function words({ reports, fewFollowUps, notNotified }: ReportingCheckResult): string {
  const of = (status: string) => reports.filter((report) => report.status === status).map(({ to }) => to)
  const parts = [
    ...of('suspectedLate').map((to) => `疑似迟报：${to}`),
    ...of('notSeen').map((to) => `未见报告：${to}`),
    ...fewFollowUps.map(({ on, times }) => `${on}续报${times}次`),
    ...(notNotified.length === 0 ? [] : [`未通知${notNotified.join('、')}`]),
  ]
  return parts.length === 0 ? '未发现问题' : parts.join('；')
}

function draftOf(
  row: Row<Params>,
  facts: Facts,
  asks: ReportingAsks,
  env: RuleEnv<Params>,
): Draft<ReportingCheckResult> {
  const { grade, kind, unitKnewAt, countyReceivedAt, cityReceivedAt, provinceReceivedAt, isAtRisk } = facts
  const clocks = asks.clocks(
    { grade, kind, unitKnewAt, countyReceivedAt, cityReceivedAt, provinceReceivedAt },
    env.settings,
  )
  const reports = clocks.map(({ result, clause }) => ({ ...result, ...made(facts, result), clause }))
  const day = unitKnewAt.slice(0, 10)
  const { followUps, notify } = row.params
  const least =
    followUps === null || facts.followUps.length === 0
      ? null
      : asks.followUps({ occurredOn: day, kind, grade, isAtRisk: isAtRisk ?? null }, env.settings).timesPerDay
  const fewFollowUps = facts.followUps.flatMap(({ on, times }) =>
    least !== null && times < least ? [{ on, times, least }] : [],
  )
  const { notified } = facts
  const notNotified =
    notify === null || notified === null || notified === undefined
      ? []
      : notify.bodies.filter(({ body }) => !notified.includes(body)).map(({ label }) => label)
  const lawOf = ({ law, clause }: { readonly law: string; readonly clause: string }) => env.lawOf(law, clause)
  return {
    row,
    result: { reports, fewFollowUps, notNotified },
    steps: reports.map(stepOf),
    notes: [
      ...reports.flatMap(({ status, at, ...clock }) => reportNote(status, at, clock)),
      ...(reports.some(({ status }) => status === 'suspectedLate') ? [lateNote(row.params.late, day, lawOf)] : []),
      ...fewFollowUps.map(
        ({ on, times }) =>
          `${on} 续报 ${times} 次，每日至少 ${least} 次${followUps === null ? '' : `（${lawOf(followUps)}）`}。`,
      ),
      ...(notify !== null && notNotified.length > 0
        ? [
            `没有通知${notNotified.join('、')}；须书面通知${notify.bodies.map(({ label }) => label).join('、')}（${lawOf(notify)}）。`,
          ]
        : []),
      ...unknownReports(facts, clocks),
    ],
  }
}

type Status = ReportingCheckResult['reports'][number]['status']

/** The first report of the kind; exactly at the limit is in time. */
function made({ reports }: Facts, clock: Clock): { readonly at: string | null; readonly status: Status } {
  const at = reports.filter((report) => isSame(report, clock)).map((report) => report.at)
  const first = at.sort((a, b) => minutesOf(a) - minutesOf(b))[0]
  if (first === undefined) return { at: null, status: 'notSeen' }
  return { at: first, status: minutesOf(first) > minutesOf(clock.by) ? 'suspectedLate' : 'inTime' }
}

type Way = Pick<Clock, 'from' | 'to' | 'channel'>

const isSame = (a: Way, b: Way) => a.from === b.from && a.to === b.to && a.channel === b.channel

const minute = (instant: string) => instant.slice(0, 16).replace('T', ' ')

const statusWords: Readonly<Record<Status, string>> = {
  inTime: '按时',
  suspectedLate: '疑似迟报',
  notSeen: '未见报告记录',
}

function stepOf({ from, to, channel, by, at, status }: ReportingCheckResult['reports'][number]): Step {
  const when = at === null ? '' : `${minute(at)} 报，`
  return { op: 'reason', text: `${from}向${to}${channel}，最迟 ${minute(by)}，${when}${statusWords[status]}` }
}

function reportNote(status: Status, at: string | null, clock: Clock & { readonly clause: string }): string[] {
  const { from, to, channel, by, clause } = clock
  const due = `${from}应当最迟于 ${minute(by)} 向${to}${channel}`
  if (status === 'notSeen') return [`${due}，未见报告记录（${clause}）。`]
  if (status === 'suspectedLate' && at !== null) return [`${due}，实际 ${minute(at)}，疑似迟报（${clause}）。`]
  return []
}

function lateNote({ law, clause, from }: Params['late'], day: string, lawOf: (at: Params['late']) => string): string {
  const basis = day >= from ? `（${lawOf({ law, clause, from })}）` : ''
  return `“疑似迟报”只是时间比对，是否迟报由人认定；迟报不等于瞒报，瞒报须查证属实${basis}。`
}

function unknownReports({ reports }: Facts, clocks: readonly { readonly result: Clock }[]): string[] {
  const others = reports.filter((report) => !clocks.some(({ result }) => isSame(report, result)))
  return others.map(
    ({ from, to, channel, at }) => `${minute(at)} ${from}向${to}的${channel}不在应报范围之内，没有比对。`,
  )
}

function refuseBeforeAccident({ occurredAt, reports, unitKnewAt }: Facts): void {
  if (occurredAt === null || occurredAt === undefined) return
  for (const { at } of [{ at: unitKnewAt }, ...reports])
    if (minutesOf(at) < minutesOf(occurredAt))
      throw new AppError('refused', `报告时间 ${minute(at)} 早于事故发生时间 ${minute(occurredAt)}，请核对两个时间。`)
}
