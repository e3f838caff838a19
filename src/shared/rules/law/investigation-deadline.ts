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
import { Appraisal, ApprovingBody, appraisalOf, bodyWords, Extension, extensionOf } from './stoppages.ts'

const Fixed = z.strictObject({
  start: z.enum(['occurredOn', 'teamFormedOn']),
  days: z.int().min(1),
  maxExtensionDays: z.int().min(0),
  approver: z.string(),
  approvedBy: ApprovingBody,
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
  appraisals: z.array(Appraisal).default([]),
  extensions: z.array(Extension).default([]),
  /** for the days that an open appraisal has taken so far */
  today: Day.optional(),
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
    今日: word('today'),
    鉴定: list('appraisals', appraisalOf),
    延期: list('extensions', extensionOf),
  },
  words: ({ lastDay }) => lastDay ?? '不定',
  evaluate: (facts, env) => {
    const row = env.row({ kind: facts.kind, day: facts.occurredOn })
    return 'options' in row.params ? openDraft(row, facts, row.params, env) : fixedDraft(row, facts, row.params, env)
  },
}

/** Every period that the law knows for the case, side by side; whether appraisals stop it is not at hand. */
function openDraft(
  row: Row<Params>,
  facts: InvestigationFacts,
  { options }: z.output<typeof Open>,
  env: RuleEnv<Params>,
): Draft<InvestigationResult> {
  refuseBadOrder(facts)
  const base = dayFrom(facts.occurredOn)
  const extendedDays = facts.extensions.reduce((sum, { days }) => sum + days, 0)
  const possible = options.filter(({ maxExtensionDays }) => extendedDays <= maxExtensionDays)
  if (extendedDays > 0 && possible.length === 0)
    throw new AppError(
      'refused',
      `${env.lawOf(row.law, row.clause)}没有收录延期 ${extendedDays} 日的依据，请核对延期天数和依据。`,
    )
  const ends = possible.map(({ name, days }) => {
    const terms = [
      ...firstDayTerms({ days, why: `${name}，${row.clause}` }, facts.plan ?? env.settings.firstDay.plan),
      ...(extendedDays > 0 ? [{ days: extendedDays, why: '批准延期' }] : []),
    ]
    return { name, terms, last: terms.reduce((day, term) => day + term.days, base) }
  })
  return {
    row,
    result: { lastDay: null, excludedDays: 0, extendedDays },
    steps:
      ends.length === 0
        ? [{ op: 'reason', text: '没有收录期限，由人工确定' }]
        : ends.map(({ terms, last }) => ({ op: 'plusDays', base, terms, result: last })),
    alternatives: ends.map(({ name, last }) => ({
      name,
      result: { lastDay: dayText(last), excludedDays: 0, extendedDays },
    })),
    notes: facts.appraisals.length > 0 ? ['鉴定时间是否扣除，程序没有收录依据，以上期限没有扣除，请人工确定。'] : [],
  }
}

function fixedDraft(
  row: Row<Params>,
  facts: InvestigationFacts,
  params: z.output<typeof Fixed>,
  env: RuleEnv<Params>,
): Draft<InvestigationResult> {
  refuseBadOrder(facts)
  refuseWithoutReason(facts, env.lawOf(row.law, row.clause))
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
      steps: [{ op: 'reason', text: '调查组成立日期未填写，不能起算' }],
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
    notes: [...notesOf(facts, params, start + params.days), ...appraisalNotes(facts, row.clause), ...stopped(facts)],
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
    ...approverNotes(facts, params),
  ]
}

function approverNotes({ extensions }: InvestigationFacts, { approver, approvedBy }: z.output<typeof Fixed>): string[] {
  const others = extensions.flatMap((extension) =>
    extension.approvedBy === undefined || extension.approvedBy === approvedBy || extension.isAuthorized === true
      ? []
      : [bodyWords[extension.approvedBy]],
  )
  return [
    ...[...new Set(others)].map(
      (body) => `延期由${body}批准，没有授权文件；须经${approver}批准，受权的机关应当附授权文件。`,
    ),
    ...(others.length === 0 && extensions.some((extension) => extension.approvedBy !== approvedBy)
      ? [`延期须经${approver}批准；受权的机关应当附授权文件。`]
      : []),
  ]
}

/** 必要时直接组织专家: allowed, and then they sign. */
function appraisalNotes({ appraisals }: InvestigationFacts, clause: string): string[] {
  return [
    ...(appraisals.some(({ by, isSigned }) => by === 'experts' && isSigned !== true)
      ? [`由专家组织鉴定的，鉴定意见须由专家签名（${clause}）。`]
      : []),
    ...(appraisals.some(({ by, isQualified }) => by !== 'experts' && isQualified === false)
      ? [`鉴定机构没有资质证明，应当委托具有国家规定资质的单位（${clause}）。`]
      : []),
  ]
}

/** How long the open appraisals have stopped the clock, together with those that are closed. */
function stopped(facts: InvestigationFacts): string[] {
  const { appraisals, today } = facts
  const open = appraisals.filter(({ to }) => to === null)
  if (open.length === 0 || today === undefined) return []
  const spans = open.map(({ from }) => ({ from: dayFrom(from), to: dayFrom(today) }))
  const days = united([...closedSpans(facts), ...spans]).reduce((sum, { from, to }) => sum + (to - from), 0)
  return [`鉴定中，暂停计时；至 ${today} 已扣除 ${days} 日。`]
}

function refuseWithoutReason({ extensions }: InvestigationFacts, law: string): void {
  if (extensions.some(({ reason }) => reason !== undefined && (reason ?? '').trim() === ''))
    throw new AppError('refused', `没有写明延期的特殊情况，不能提交延期申请（${law}）。`)
}
