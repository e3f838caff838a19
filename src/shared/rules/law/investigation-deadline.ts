/** 提交事故调查报告的期限 (493号令第二十九条、第二十七条; 特种设备: 50号令第三十条). */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import { type Day as DayNumber, dayFrom, dayText, united } from '../days.ts'
import { Day, Plan } from '../facts.ts'
import { firstDayAssumption, firstDayTerms } from '../first-day.ts'
import { kindHead, list, occurredOnHead, planHead, word } from '../heads.ts'
import { Kind, type Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { DaysTerm, Step } from '../steps.ts'

const Fixed = z.strictObject({
  start: z.enum(['occurredOn', 'teamFormedOn']),
  days: z.int().min(1),
  maxExtensionDays: z.int().min(0),
  approver: z.string(),
})
/** Periods that hang on what the program does not know: listed, never chosen. */
const Open = z.strictObject({
  options: z.array(z.strictObject({ name: z.string(), days: z.int().min(1), maxExtensionDays: z.int().min(0) })),
})
const Params = z.union([Fixed, Open])
type Params = z.output<typeof Params>

const Facts = z.strictObject({
  occurredOn: Day,
  kind: Kind.default('general'),
  teamFormedOn: Day.nullable().optional(),
  inspectableOn: Day.nullable().optional(),
  /** 委托日、出具日; `to` null: not issued yet */
  appraisals: z.array(z.strictObject({ from: Day, to: Day.nullable() })).default([]),
  extensions: z.array(z.strictObject({ days: z.int().min(1, '延期天数应为正整数'), approvedOn: Day })).default([]),
  plan: Plan.optional(),
})
export type InvestigationFacts = z.output<typeof Facts>

export type InvestigationResult = {
  /** null: stopped by an open appraisal, or not to be determined */
  readonly lastDay: string | null
  readonly excludedDays: number
  readonly extendedDays: number
}

export const investigationDeadlineRule: RuleSource<Params, InvestigationFacts, InvestigationResult> = {
  id: 'investigationDeadline',
  params: Params,
  facts: Facts,
  heads: {
    ...kindHead,
    ...occurredOnHead,
    ...planHead,
    调查组成立日: word('teamFormedOn'),
    具备勘察条件日: word('inspectableOn'),
    鉴定: list('appraisals', (item) => {
      const [from, to] = item.split('→')
      return { from, to: to === '未出具' ? null : to }
    }),
    延期: list('extensions', (item) => {
      const [days, approvedOn] = item.split('日，批准')
      return { days: Number(days), approvedOn }
    }),
  },
  words: ({ lastDay }) => lastDay ?? '不定',
  evaluate: (facts, env) => {
    const row = env.row({ kind: facts.kind, day: facts.occurredOn })
    return 'options' in row.params ? openDraft(row, facts, row.params) : fixedDraft(row, facts, row.params, env)
  },
}

function openDraft(
  row: Row<Params>,
  facts: InvestigationFacts,
  { options }: z.output<typeof Open>,
): Draft<InvestigationResult> {
  const base = dayFrom(facts.occurredOn)
  return {
    row,
    result: { lastDay: null, excludedDays: 0, extendedDays: 0 },
    steps: [],
    alternatives: options.map(({ name, days }) => ({
      name,
      result: { lastDay: dayText(base + days), excludedDays: 0, extendedDays: 0 },
    })),
  }
}

function fixedDraft(
  row: Row<Params>,
  facts: InvestigationFacts,
  params: z.output<typeof Fixed>,
  env: RuleEnv<Params>,
): Draft<InvestigationResult> {
  refuseBadOrder(facts)
  const extendedDays = facts.extensions.reduce((sum, { days }) => sum + days, 0)
  if (extendedDays > params.maxExtensionDays)
    throw new AppError(
      'refused',
      `延期合计 ${extendedDays} 日，超过最长 ${params.maxExtensionDays} 日（${env.lawOf(row.law, row.clause)}），请核对延期天数。`,
    )
  const open = facts.appraisals.some(({ to }) => to === null)
  const spans = united(closedSpans(facts))
  const excludedDays = spans.reduce((sum, { from, to }) => sum + (to - from), 0)
  const start = startOf(facts, params.start)
  if (start === null)
    return {
      row,
      result: { lastDay: null, excludedDays, extendedDays },
      steps: [],
      missing: ['teamFormedOn'],
      notes: ['期限自调查组成立之日起算，请先填写成立日期。'],
    }
  const terms: readonly DaysTerm[] = [
    ...firstDayTerms({ days: params.days, why: row.clause }, facts.plan ?? env.settings.firstDay.plan),
    ...(excludedDays > 0 ? [{ days: excludedDays, why: '技术鉴定不计入' }] : []),
    ...(extendedDays > 0 ? [{ days: extendedDays, why: '批准延期' }] : []),
  ]
  const result = terms.reduce((day, { days }) => day + days, start)
  const steps: readonly Step[] = [
    ...(spans.length > 0
      ? [{ op: 'united', spans, why: '委托日至出具日，重叠的合并', days: excludedDays } as const]
      : []),
    { op: 'plusDays', base: start, terms, result },
    ...(open ? [{ op: 'reason', text: '鉴定中，暂停计时' } as const] : []),
  ]
  return {
    row,
    result: { lastDay: open ? null : dayText(result), excludedDays, extendedDays },
    steps,
    ...(open ? { missing: ['appraisals'] } : {}),
    assumptions: firstDayAssumption(env.settings, facts.plan, (shift) => ({
      lastDay: open ? null : dayText(result + shift),
      excludedDays,
      extendedDays,
    })),
    notes: notesOf(facts, params, start + params.days),
  }
}

function startOf(facts: InvestigationFacts, start: 'occurredOn' | 'teamFormedOn'): DayNumber | null {
  if (start === 'occurredOn') return dayFrom(facts.occurredOn)
  const day = facts.inspectableOn ?? facts.teamFormedOn
  return day === null || day === undefined ? null : dayFrom(day)
}

function closedSpans({ appraisals }: InvestigationFacts): { from: DayNumber; to: DayNumber }[] {
  return appraisals.flatMap(({ from, to }) => (to === null ? [] : [{ from: dayFrom(from), to: dayFrom(to) }]))
}

function refuseBadOrder(facts: InvestigationFacts): void {
  for (const { from, to } of facts.appraisals) {
    if (to !== null && to < from) throw new AppError('refused', `鉴定出具日 ${to} 早于委托日 ${from}，请核对两个日期。`)
    if (from < facts.occurredOn)
      throw new AppError('refused', `鉴定委托日 ${from} 早于事故发生日 ${facts.occurredOn}，请核对日期。`)
  }
  if (typeof facts.teamFormedOn === 'string' && facts.teamFormedOn < facts.occurredOn)
    throw new AppError('refused', `调查组成立日 ${facts.teamFormedOn} 早于事故发生日 ${facts.occurredOn}，请核对日期。`)
}

/** `due`: the last day without extension and stoppage. */
function notesOf(facts: InvestigationFacts, params: z.output<typeof Fixed>, due: DayNumber): string[] {
  const excludedBefore = (day: DayNumber) =>
    united(closedSpans(facts).filter(({ from }) => from < day)).reduce((sum, { from, to }) => sum + (to - from), 0)
  const lapsed = (on: string) => {
    const before = due + excludedBefore(dayFrom(on))
    return dayFrom(on) > before ? dayText(before) : null
  }
  return [
    ...(params.start === 'occurredOn' && facts.teamFormedOn
      ? ['期限自事故发生之日起算，不从调查组成立之日起算。']
      : []),
    ...(facts.extensions.length > 1 ? ['延期分次批准有无依据，条文没有写明，请核对。'] : []),
    ...facts.extensions.slice(0, 1).flatMap(({ approvedOn }) => {
      const day = lapsed(approvedOn)
      return day === null ? [] : [`${approvedOn} 批准延期时，原期限已在 ${day} 届满，属逾期后批准。`]
    }),
    ...(facts.extensions.length > 0
      ? []
      : facts.appraisals.flatMap(({ from }) => {
          const day = lapsed(from)
          return day === null ? [] : [`${from} 委托鉴定时，调查期限已在 ${day} 届满。`]
        })),
    ...(facts.extensions.length > 0 ? [`延期须经${params.approver}批准；受权的机关应当附授权文件。`] : []),
  ]
}
