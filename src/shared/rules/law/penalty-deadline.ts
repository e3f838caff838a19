/** 行政处罚程序的期限 (行政处罚法第五十六条至第六十七条): one step a question. «五日、七日» are working days (第八十五条). */
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import { dayFrom, dayText, isWorkingDay } from '../days.ts'
import { Day, Plan } from '../facts.ts'
import { firstDayAssumption, firstDayTerms } from '../first-day.ts'
import { choice, planHead, word } from '../heads.ts'
import { Holidays, holidaysHead, workingDaysAfter } from '../holidays.ts'
import type { Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { LastDay } from './deadlines.ts'

const PenaltyStep = z.enum(['decision', 'hearingRequest', 'evidence', 'service', 'payment'])
type PenaltyStep = z.output<typeof PenaltyStep>

const stepLabels: Readonly<Record<PenaltyStep, string>> = {
  decision: '作出处罚决定',
  hearingRequest: '申请听证',
  evidence: '处理先行登记保存的证据',
  service: '送达决定书',
  payment: '缴纳罚款',
}

const Period = z.strictObject({
  step: PenaltyStep,
  /** what it runs from */
  start: z.string(),
  days: z.int().min(1),
  isWorking: z.boolean(),
  clause: z.string(),
  /** a regulation of the day that sets other periods: put beside, a person chooses */
  other: z
    .strictObject({
      law: z.string(),
      clause: z.string(),
      periods: z.array(z.strictObject({ name: z.string(), days: z.int().min(1) })).min(1),
    })
    .optional(),
})
type Period = z.output<typeof Period>

const Params = z.strictObject({
  periods: z.array(Period),
  /** a regulation in force whose text is not at hand */
  unread: z.strictObject({ law: z.string() }).optional(),
})
type Params = z.output<typeof Params>

const Facts = z.strictObject({
  step: PenaltyStep,
  /** the day that the period runs from */
  on: Day,
  /** chooses the law; left out: `on` */
  filedOn: Day.optional(),
  plan: Plan.optional(),
  holidays: Holidays.optional(),
})
type Facts = z.output<typeof Facts>

export const penaltyDeadlineRule: RuleSource<Params, Facts, LastDay> = {
  id: 'penaltyDeadline',
  params: Params,
  facts: Facts,
  heads: {
    事项: choice('step', Object.fromEntries(PenaltyStep.options.map((step) => [stepLabels[step], step] as const))),
    起算日: word('on'),
    立案日: word('filedOn'),
    ...planHead,
    ...holidaysHead,
  },
  words: ({ lastDay }) => lastDay,
  faults: ({ params, from }) =>
    params.periods.map(({ step }) => step).join() === PenaltyStep.options.join()
      ? []
      : [`penaltyDeadline ${from}: the steps are not all in their order`],
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.filedOn ?? facts.on })
    const period = row.params.periods.find(({ step }) => step === facts.step)
    if (period === undefined) throw new Error(`no period for ${facts.step}`)
    const draft = period.isWorking ? workingDraft(row, period, facts, env) : calendarDraft(row, period, facts, env)
    return { ...draft, notes: [...(draft.notes ?? []), ...unreadNotes(row, env)] }
  },
}

const headOf = ({ params: _params, ...row }: Row<Params>, { clause }: Period) => ({ ...row, clause })
const whyOf = ({ step, start, clause }: Period) => `自${start}${stepLabels[step]}，${clause}`

function workingDraft(row: Row<Params>, period: Period, facts: Facts, env: RuleEnv<Params>): Draft<LastDay> {
  const base = dayFrom(facts.on)
  const counted = workingDaysAfter(base, period.days, whyOf(period), facts.holidays, env.settings)
  const { day, step, notes, assumptions } = counted
  return { row: headOf(row, period), result: { lastDay: dayText(day) }, steps: [step], notes, assumptions }
}

function calendarDraft(row: Row<Params>, period: Period, facts: Facts, env: RuleEnv<Params>): Draft<LastDay> {
  const base = dayFrom(facts.on)
  const terms = firstDayTerms({ days: period.days, why: whyOf(period) }, facts.plan ?? env.settings.firstDay.plan)
  const result = terms.reduce((day, { days }) => day + days, base)
  const { other } = period
  return {
    row: headOf(row, period),
    result: { lastDay: dayText(result) },
    steps: [{ op: 'plusDays', base, terms, result }],
    assumptions: firstDayAssumption(env.settings, facts.plan, (shift) => ({ lastDay: dayText(result + shift) })),
    ...(other === undefined
      ? {}
      : {
          questions: [
            `当时的${env.lawOf(other.law, other.clause)}另定期限，行政处罚法“另有规定的，从其规定”。本案按哪一个期限？`,
          ],
          alternatives: other.periods.map(({ name, days }) => ({
            name,
            result: { lastDay: dayText(result - period.days + days) },
          })),
        }),
    notes: isWorkingDay(result, env.settings.calendar)
      ? []
      : [`末日 ${dayText(result)} 是休息日；是否顺延没有明文，默认不顺延（推断）。`],
  }
}

function unreadNotes({ params }: Row<Params>, env: RuleEnv<Params>): string[] {
  if (params.unread === undefined) return []
  return [`${env.lawOf(params.unread.law, '')}的原文没有收录，另定期限的从其规定，请核对。`]
}
