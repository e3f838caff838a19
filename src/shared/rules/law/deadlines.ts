/** 批复、公布、评估、挂牌督办: periods that run from one day. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { addMonths, dayFrom, dayText } from '../days.ts'
import { Day } from '../facts.ts'
import { gradeHead, number, word, yesNo } from '../heads.ts'
import { Holidays, holidaysHead, workingDaysAfter } from '../holidays.ts'
import { GradeName } from '../law-data.ts'
import type { RuleSource } from '../rule.ts'

const kind = 'general'

const ApprovalParams = z.strictObject({
  grades: z.array(z.strictObject({ grade: GradeName, days: z.int().min(1), maxExtensionDays: z.int().min(0) })),
})
const ApprovalFacts = z.strictObject({
  grade: GradeName,
  receivedOn: Day,
  extensionDays: z.int('延期天数应为非负整数').min(0, '延期天数应为非负整数').default(0),
  approvedOn: Day.nullable().optional(),
  /** 挂牌督办, and whether the body above has agreed to the report */
  isSupervised: z.boolean().nullable().optional(),
  isConsented: z.boolean().nullable().optional(),
})
type ApprovalFacts = z.output<typeof ApprovalFacts>

export type LastDay = { readonly lastDay: string }

/** 批复 (493号令第三十二条): from the day on which the report was received. */
export const approvalDeadlineRule: RuleSource<z.output<typeof ApprovalParams>, ApprovalFacts, LastDay> = {
  id: 'approvalDeadline',
  params: ApprovalParams,
  facts: ApprovalFacts,
  heads: {
    ...gradeHead,
    收到报告日: word('receivedOn'),
    '批复延期（日）': number('extensionDays'),
    批复日: word('approvedOn'),
    挂牌督办: yesNo('isSupervised'),
    上级审核同意: yesNo('isConsented'),
  },
  words: ({ lastDay }) => lastDay,
  faults: ({ params, from }) =>
    params.grades.map(({ grade }) => grade).join() === GradeName.options.join()
      ? []
      : [`approvalDeadline ${from}: the grades are not the four in their order`],
  evaluate: (facts, env) => {
    const { grade, receivedOn, extensionDays, approvedOn } = facts
    const row = env.row({ kind, day: receivedOn })
    const period = row.params.grades.find((candidate) => candidate.grade === grade)
    if (period === undefined) throw new Error(`no period for ${grade}`)
    const law = env.lawOf(row.law, row.clause)
    if (extensionDays > 0 && period.maxExtensionDays === 0)
      throw new AppError('refused', `${law}只允许特别重大事故延长批复时间，${grade}事故的批复不能延期。`)
    if (extensionDays > period.maxExtensionDays)
      throw new AppError(
        'refused',
        `批复延长 ${extensionDays} 日，超过最长 ${period.maxExtensionDays} 日（${law}），请核对。`,
      )
    if (typeof approvedOn === 'string' && approvedOn < receivedOn)
      throw new AppError(
        'refused',
        `批复日 ${approvedOn} 早于收到报告日 ${receivedOn}，批复期限自收到报告之日起算（${law}），请核对两个日期。`,
      )
    const base = dayFrom(receivedOn)
    const result = base + period.days + extensionDays
    const terms = [
      { days: period.days, why: `${grade}事故，${row.clause}` },
      ...(extensionDays > 0 ? [{ days: extensionDays, why: '批准延长' }] : []),
    ]
    return {
      row,
      result: { lastDay: dayText(result) },
      steps: [{ op: 'plusDays', base, terms, result }],
      notes: approvalNotes(facts, dayText(result)),
    }
  },
}

/** Whether the missing consent only is pointed out or holds the approval up is for the bureau: pointed out. */
function approvalNotes({ approvedOn, isSupervised, isConsented }: ApprovalFacts, lastDay: string): string[] {
  return [
    ...(isSupervised === true && isConsented !== true
      ? [`本案挂牌督办，尚未取得上级对调查报告的审核同意，${approvedOn ? '已经批复，请核对' : '请先报审，再批复'}。`]
      : isSupervised === undefined
        ? ['挂牌督办的案件，应当先取得上级审核同意再批复。']
        : []),
    ...(approvedOn && approvedOn > lastDay ? [`批复日 ${approvedOn} 晚于最迟批复日 ${lastDay}，请核对。`] : []),
  ]
}

const PublicationParams = z.strictObject({ workingDays: z.int().min(1) })
const PublicationFacts = z.strictObject({ approvedOn: Day, holidays: Holidays.optional() })

/** 公布 (政府信息公开条例第二十六条): working days; the approval is taken as the day on which the information arose. */
export const publicationDeadlineRule: RuleSource<
  z.output<typeof PublicationParams>,
  z.output<typeof PublicationFacts>,
  LastDay
> = {
  id: 'publicationDeadline',
  params: PublicationParams,
  facts: PublicationFacts,
  heads: { 批复日: word('approvedOn'), ...holidaysHead },
  words: ({ lastDay }) => lastDay,
  evaluate: ({ approvedOn, holidays }, env) => {
    const row = env.row({ kind, day: approvedOn })
    const days = row.params.workingDays
    const { day, step, notes, assumptions } = workingDaysAfter(
      dayFrom(approvedOn),
      days,
      row.clause,
      holidays,
      env.settings,
    )
    return {
      row,
      result: { lastDay: dayText(day) },
      steps: [step],
      notes,
      assumptions: [
        {
          key: 'publication.start',
          value: '以批复日为信息形成之日',
          basis: '条文没有写明事故调查报告的起算日',
          otherwise: null,
        },
        ...assumptions,
      ],
    }
  },
}

const AssessmentParams = z.strictObject({
  fromMonths: z.int().min(1),
  toMonths: z.int().min(1),
  /** the statute that says the same end, from the day it did */
  also: z.strictObject({ law: z.string(), clause: z.string(), from: Day }),
})
const AssessmentFacts = z.strictObject({ approvedOn: Day })

export type AssessmentWindowResult = { readonly from: string; readonly to: string }

/** 整改评估: between ten months and a year after the approval (安委办〔2021〕4号; 安全生产法第八十六条). */
export const assessmentWindowRule: RuleSource<
  z.output<typeof AssessmentParams>,
  z.output<typeof AssessmentFacts>,
  AssessmentWindowResult
> = {
  id: 'assessmentWindow',
  params: AssessmentParams,
  facts: AssessmentFacts,
  heads: { 批复日: word('approvedOn') },
  words: ({ from, to }) => `${from}至${to}`,
  faults: ({ params, from }) =>
    params.fromMonths < params.toMonths ? [] : [`assessmentWindow ${from}: it ends before it begins`],
  evaluate: ({ approvedOn }, env) => {
    const row = env.row({ kind, day: approvedOn })
    const { fromMonths, toMonths, also } = row.params
    const base = dayFrom(approvedOn)
    const first = addMonths(base, fromMonths)
    const last = addMonths(base, toMonths)
    const end = approvedOn >= also.from ? `${row.clause}、${env.lawOf(also.law, also.clause)}` : row.clause
    return {
      row,
      result: { from: dayText(first.day), to: dayText(last.day) },
      steps: [
        {
          op: 'plusMonths',
          base,
          months: fromMonths,
          why: `可以启动，${row.clause}`,
          result: first.day,
          isClamped: first.isClamped,
        },
        { op: 'plusMonths', base, months: toMonths, why: `最迟，${end}`, result: last.day, isClamped: last.isClamped },
      ],
      assumptions: [
        { key: 'assessment.closedOn', value: '以批复日为结案日', basis: '两个口径取交集', otherwise: null },
      ],
    }
  },
}
