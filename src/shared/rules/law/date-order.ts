/** 日期的先后与预警: each breach with its weight, and the days that are left. Only listed, so that one answer shows them all. */
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import { dayFrom } from '../days.ts'
import { Day } from '../facts.ts'
import { kindHead, list, occurredOnHead, word } from '../heads.ts'
import { Kind, type Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'

const Name = z.enum([
  'occurredOn',
  'teamFormedOn',
  'reportSubmittedOn',
  'reportReceivedOn',
  'approvedOn',
  'publishedOn',
  'assessmentReportOn',
  'diedOn',
  'today',
])
type Name = z.output<typeof Name>

const labels: Readonly<Record<Name, string>> = {
  occurredOn: '事故发生日',
  teamFormedOn: '调查组成立日',
  reportSubmittedOn: '报告提交日',
  reportReceivedOn: '收到报告日',
  approvedOn: '批复日',
  publishedOn: '公布日',
  assessmentReportOn: '评估报告日',
  diedOn: '死亡日期',
  today: '今日',
}

/** 拒绝 not saved · 拦截 held up until somebody decides · 提示 pointed out */
const Weight = z.enum(['refuse', 'hold', 'hint'])
export type Weight = z.output<typeof Weight>
const weightWords: Readonly<Record<Weight, string>> = { refuse: '拒绝', hold: '拦截', hint: '提示' }

const Params = z.strictObject({
  orders: z.array(
    z.strictObject({
      first: Name,
      next: Name,
      weight: Weight,
      /** the article that says so; null: it follows from the matter */
      basis: z.strictObject({ law: z.string(), clause: z.string() }).nullable(),
    }),
  ),
  /** 预警: days left, the earliest first; a setting of the bureau */
  warnings: z.array(z.int().min(0)).min(1),
})
type Params = z.output<typeof Params>

const On = Day.nullable().optional()
const Facts = z.strictObject({
  today: Day,
  kind: Kind.default('general'),
  occurredOn: On,
  teamFormedOn: On,
  reportSubmittedOn: On,
  reportReceivedOn: On,
  approvedOn: On,
  publishedOn: On,
  assessmentReportOn: On,
  deaths: z.array(z.strictObject({ name: z.string().nullable().default(null), diedOn: Day })).default([]),
  /** periods with their last day, and the day on which it was done */
  deadlines: z
    .array(z.strictObject({ name: z.string(), lastDay: Day, doneOn: Day.nullable().default(null) }))
    .default([]),
})
type Facts = z.output<typeof Facts>

export type Breach = { readonly weight: Weight; readonly text: string; readonly clause: string | null }
export type DeadlineState = {
  readonly name: string
  readonly lastDay: string
  /** days left; below 0: overdue by so many; null: done */
  readonly remaining: number | null
  /** days late when it was done; 0 in time, null: not done */
  readonly doneLate: number | null
  /** the warning reached, in days; null: none yet, or done or overdue */
  readonly level: number | null
  readonly text: string
}
export type DateOrderResult = { readonly breaches: readonly Breach[]; readonly deadlines: readonly DeadlineState[] }

export const dateOrderRule: RuleSource<Params, Facts, DateOrderResult> = {
  id: 'dateOrder',
  params: Params,
  facts: Facts,
  heads: {
    今日: word('today'),
    ...kindHead,
    ...occurredOnHead,
    调查组成立日: word('teamFormedOn'),
    报告提交日: word('reportSubmittedOn'),
    收到报告日: word('reportReceivedOn'),
    批复日: word('approvedOn'),
    公布日: word('publishedOn'),
    评估报告日: word('assessmentReportOn'),
    死亡日期: list('deaths', (diedOn) => ({ diedOn })),
    期限: list('deadlines', (item) => {
      const [name, lastDay, doneOn] = item.split('，')
      return { name, lastDay, doneOn: doneOn ?? null }
    }),
  },
  words: ({ breaches, deadlines }) =>
    [
      ...breaches.map(
        ({ weight, text, clause }) => `${weightWords[weight]}：${text}${clause === null ? '' : `（${clause}）`}`,
      ),
      ...deadlines.map(({ text }) => text),
    ].join('；') || '无',
  faults: ({ params, from }) => {
    const { warnings } = params
    return warnings.every((days, at) => at === 0 || days < (warnings[at - 1] ?? 0))
      ? []
      : [`dateOrder ${from}: the warnings do not fall`]
  },
  evaluate: (facts, env) => {
    const row = env.row({ kind: facts.kind, day: facts.occurredOn ?? facts.today })
    return draftOf(row, facts, env)
  },
}

const SHIPPED_WARNINGS = '随软件发布的预警级别，由本单位设定'

function draftOf(row: Row<Params>, facts: Facts, env: RuleEnv<Params>): Draft<DateOrderResult> {
  const breaches = row.params.orders.flatMap((order) => breachesOf(order, facts, env))
  const warnings = env.settings.warnings ?? { value: row.params.warnings, basis: SHIPPED_WARNINGS }
  const deadlines = facts.deadlines.map((deadline) => stateOf(deadline, facts.today, warnings.value))
  return {
    row,
    result: { breaches, deadlines },
    steps: [
      { op: 'reason', text: `核对 ${row.params.orders.length} 组日期的先后，不符 ${breaches.length} 处` },
      ...facts.deadlines.map((deadline) => stepOf(deadline, facts.today)),
    ],
    assumptions:
      deadlines.length === 0
        ? []
        : [
            {
              key: 'deadline.warnings',
              value: `剩余 ${warnings.value.join('、')} 日分级预警`,
              basis: warnings.basis,
              otherwise: null,
            },
          ],
    notes: breaches.map(({ text }) => `${text}，请核对日期。`),
  }
}

function breachesOf(order: Params['orders'][number], facts: Facts, env: RuleEnv<Params>): Breach[] {
  const { first, next, weight, basis } = order
  const clause = basis === null ? null : env.lawOf(basis.law, basis.clause)
  return daysOf(next, facts).flatMap((later) =>
    daysOf(first, facts)
      .filter((earlier) => later.day < earlier.day)
      .map((earlier) => ({ weight, clause, text: breachWords(earlier, later) })),
  )
}

type Dated = { readonly name: Name; readonly who: string; readonly day: string }

/** A death after today is said as it is: a day to come. */
function breachWords(earlier: Dated, later: Dated): string {
  if (later.name === 'today') return `${earlier.who}${labels[earlier.name]} ${earlier.day} 是未来的日子`
  return `${later.who}${labels[later.name]} ${later.day} 早于${labels[earlier.name]} ${earlier.day}`
}

function daysOf(name: Name, facts: Facts): Dated[] {
  if (name === 'diedOn') return facts.deaths.map(({ name: who, diedOn }) => ({ name, who: who ?? '', day: diedOn }))
  const day = facts[name]
  return day === null || day === undefined ? [] : [{ name, who: '', day }]
}

type Deadline = Facts['deadlines'][number]

function stateOf({ name, lastDay, doneOn }: Deadline, today: string, warnings: readonly number[]): DeadlineState {
  const last = dayFrom(lastDay)
  if (doneOn !== null) {
    const doneLate = Math.max(0, dayFrom(doneOn) - last)
    const text = `${name}：${doneLate === 0 ? '按期' : `逾期 ${doneLate} 日`}`
    return { name, lastDay, remaining: null, doneLate, level: null, text }
  }
  const remaining = last - dayFrom(today)
  if (remaining < 0)
    return { name, lastDay, remaining, doneLate: null, level: null, text: `${name}：已逾期 ${-remaining} 日` }
  const level = warnings.findLast((days) => remaining <= days) ?? null
  const text = `${name}：剩余 ${remaining} 日${level === null ? '' : `（${level} 日预警）`}`
  return { name, lastDay, remaining, doneLate: null, level, text }
}

/** From the earlier day to the later one, the first not counted. */
function stepOf({ name, lastDay, doneOn }: Deadline, today: string): Step {
  const at = dayFrom(doneOn ?? today)
  const last = dayFrom(lastDay)
  const [from, to] = at <= last ? [at, last] : [last, at]
  const why = `${name}，${at > last ? '逾期' : doneOn === null ? '剩余' : '提前'}`
  return { op: 'united', spans: [{ from, to }], why, days: to - from }
}
