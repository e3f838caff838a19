/** 加处罚款 (行政处罚法第七十二条、第七十三条): so much a day, never more than the fine itself, not while a review or a suit is pending. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { dayFrom, dayText, type Span, united } from '../days.ts'
import { Day, LossWan } from '../facts.ts'
import { list, word } from '../heads.ts'
import type { RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'
import { WAN } from '../sums.ts'

const Params = z.strictObject({
  payment: z.strictObject({ days: z.int().min(1), clause: z.string() }),
  surcharge: z.strictObject({ percentPerDay: z.int().min(1), capPercent: z.int().min(1), clause: z.string() }),
  suspension: z.strictObject({ clause: z.string() }),
})
type Params = z.output<typeof Params>

const Facts = z.strictObject({
  fineWan: LossWan,
  receivedOn: Day,
  /** the day that was granted for a later payment, or the last instalment */
  dueOn: Day.optional(),
  paidOn: Day,
  /** 复议、诉讼: both days are within it; without an end it is pending */
  suspended: z.array(z.strictObject({ from: Day, to: Day.nullable() })).default([]),
})
type Facts = z.output<typeof Facts>

export type LatePaymentResult = {
  readonly lastDay: string
  readonly daysLate: number
  /** 万元 */
  readonly surchargeWan: number
}

export const latePaymentRule: RuleSource<Params, Facts, LatePaymentResult> = {
  id: 'latePayment',
  params: Params,
  facts: Facts,
  heads: {
    '罚款（万元）': word('fineWan'),
    收到决定书日: word('receivedOn'),
    准予缓缴至: word('dueOn'),
    缴款日: word('paidOn'),
    复议诉讼: list('suspended', (item) => {
      const [from, to = ''] = item.split('至')
      return { from, to: to === '' || to === '未结' ? null : to }
    }),
  },
  words: ({ lastDay, daysLate, surchargeWan }) => `末日${lastDay}，逾期${daysLate}日，加处${surchargeWan}万元`,
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.receivedOn })
    const { payment, surcharge, suspension } = row.params
    refuseBadOrder(facts)
    const base = dayFrom(facts.receivedOn)
    const due = facts.dueOn === undefined ? base + payment.days : dayFrom(facts.dueOn)
    const spans = lateSpans(due, facts)
    const daysLate = spans.reduce((sum, { from, to }) => sum + to - from, 0)
    const cap = Math.round((facts.fineWan * surcharge.capPercent) / HUNDRED)
    const uncapped = Math.round((facts.fineWan * surcharge.percentPerDay * daysLate) / HUNDRED)
    const sum = Math.min(uncapped, cap)
    return {
      row,
      result: { lastDay: dayText(due), daysLate, surchargeWan: sum / WAN },
      steps: [
        ...(facts.dueOn === undefined
          ? [dueStep(base, payment.days, payment.clause, due)]
          : [{ op: 'reason', text: `准予缓缴至 ${facts.dueOn}` } as const]),
        ...(daysLate === 0 ? [] : [{ op: 'united', spans, why: '逾期', days: daysLate } as const]),
        ...(daysLate === 0 ? [] : surchargeSteps(facts.fineWan, surcharge, daysLate, uncapped, cap)),
      ],
      notes: [
        '是否加处由处罚机关决定，这里只列上限。',
        ...(facts.suspended.length > 0
          ? [`复议、诉讼期间加处罚款暂停计算（${env.lawOf(row.law, suspension.clause)}）；首尾两日都不计入（推断）。`]
          : []),
      ],
    }
  },
}

const HUNDRED = 100

function refuseBadOrder({ receivedOn, dueOn, paidOn, suspended }: Facts): void {
  if (paidOn < receivedOn || (dueOn !== undefined && dueOn < receivedOn))
    throw new AppError('refused', `缴款日或者缓缴日早于收到决定书之日 ${receivedOn}，请核对日期。`)
  const wrong = suspended.find(({ from, to }) => to !== null && to < from)
  if (wrong !== undefined) throw new AppError('refused', `复议、诉讼的结束日早于开始日 ${wrong.from}，请核对日期。`)
}

const dueStep = (base: number, days: number, clause: string, due: number): Step => ({
  op: 'plusDays',
  base,
  terms: [{ days, why: `缴纳罚款，${clause}` }],
  result: due,
})

/** From the last day to the payment, without the days of reviews and suits: the day `to` counts, `from` does not. */
function lateSpans(due: number, { paidOn, suspended }: Facts): Span[] {
  const paid = dayFrom(paidOn)
  const pauses = united(
    suspended.map(({ from, to }) => ({ from: dayFrom(from) - 1, to: to === null ? paid : dayFrom(to) })),
  )
  const ends = [...pauses.map(({ from }) => from), paid]
  const starts = [due, ...pauses.map(({ to }) => Math.max(due, to))]
  return starts.map((from, at) => ({ from, to: Math.min(paid, ends[at] ?? paid) })).filter(({ from, to }) => to > from)
}

function surchargeSteps(
  fine: number,
  { percentPerDay, clause }: Params['surcharge'],
  days: number,
  uncapped: number,
  cap: number,
): Step[] {
  return [
    {
      op: 'formula',
      name: `加处罚款，${clause}`,
      parts: [
        { fen: fine, unit: '万元' },
        '×',
        { number: percentPerDay, unit: '%' },
        '×',
        { number: days, unit: '日' },
      ],
      result: { fen: uncapped, unit: '万元' },
    },
    ...(uncapped > cap ? [{ op: 'capped', name: '加处罚款', value: uncapped, cap, result: cap } satisfies Step] : []),
  ]
}
