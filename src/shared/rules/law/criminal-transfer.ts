/**
 * 涉刑提示 (法释〔2015〕22号第六条、第七条; 法释〔2022〕19号第七条): whether figures reach a threshold at which a transfer has to be
 * considered. The program never says that there is a crime: «可能达到刑事立案标准», people decide.
 */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { Day, LossWan, Persons } from '../facts.ts'
import { casualtyHeads, choice, occurredOnHead, word, yesNo } from '../heads.ts'
import { type Row, Wan } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'
import { wanText } from '../sums.ts'
import type { Ternary } from './escalation.ts'

const Need = z.enum(['mainResponsibility', 'falseAppraisal'])

const Threshold = z.strictObject({
  id: z.enum(['basic', 'aggravated', 'appraisal']),
  label: z.string(),
  /** counts only together with this */
  needs: Need.optional(),
  deaths: z.int().min(1).optional(),
  injuries: z.int().min(1).optional(),
  lossWan: Wan,
  /** 违法所得 */
  incomeWan: Wan.optional(),
  law: z.string(),
  clause: z.string(),
})
type Threshold = z.output<typeof Threshold>

const Params = z.strictObject({
  thresholds: z.array(Threshold).min(1),
  /** to whom the conclusion «不属于生产安全事故» goes when somebody died */
  copies: z.strictObject({ deaths: z.int().min(1), law: z.string(), text: z.string() }),
  /** what the thresholds leave to people */
  others: z.string(),
})
type Params = z.output<typeof Params>

const Facts = z.strictObject({
  occurredOn: Day,
  deaths: Persons.nullable(),
  seriousInjuries: Persons.nullable(),
  directLossWan: LossWan.nullable(),
  /** null or left out: not yet settled */
  mainResponsibility: z.boolean().nullable().optional(),
  falseAppraisal: z.boolean().nullable().default(false),
  /** 违法所得 of the appraisal; left out: none is at hand */
  illegalIncomeWan: LossWan.nullable().optional(),
  /** false: the conclusion is that it is no 生产安全事故 or no 责任事故 */
  isProductionAccident: z.boolean().nullable().optional(),
  decision: z.enum(['transferred', 'notTransferred']).nullable().optional(),
  /** why it is not transferred */
  reason: z.string().trim().nullable().optional(),
  isClosing: z.boolean().default(false),
})
type Facts = z.output<typeof Facts>

export type CriminalHint = {
  readonly id: string
  readonly label: string
  readonly answer: Ternary
  readonly basis: string
}
export type CriminalTransferResult = {
  /** 可能达到刑事立案标准 */
  readonly mayReach: Ternary
  /** 可能达到加重情节的标准 */
  readonly mayAggravate: Ternary
  readonly hints: readonly CriminalHint[]
}

const mayReachWords: Readonly<Record<Ternary, string>> = {
  yes: '可能达到刑事立案标准',
  no: '未达到所列数额',
  unknown: '待判断',
}

export const criminalTransferRule: RuleSource<Params, Facts, CriminalTransferResult> = {
  id: 'criminalTransfer',
  params: Params,
  facts: Facts,
  heads: {
    ...occurredOnHead,
    ...casualtyHeads,
    负主要责任: yesNo('mainResponsibility'),
    '违法所得（万元）': word('illegalIncomeWan'),
    虚假安全评价: yesNo('falseAppraisal'),
    生产安全责任事故: yesNo('isProductionAccident'),
    处理: choice('decision', { 移送: 'transferred', 不移送: 'notTransferred' }),
    不移送理由: word('reason'),
    结案: yesNo('isClosing'),
  },
  words: ({ mayReach, mayAggravate }) =>
    `${mayReachWords[mayReach]}${{ yes: '，可能达到加重情节', no: '', unknown: '，加重情节待判断' }[mayAggravate]}`,
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.occurredOn })
    const hints = row.params.thresholds.map((threshold): CriminalHint => {
      const { id, label, law, clause } = threshold
      return { id, label, answer: reached(threshold, facts), basis: env.lawOf(law, clause) }
    })
    const mayReach = any(hints.filter(({ id }) => id !== 'aggravated').map(({ answer }) => answer))
    if (facts.isClosing && mayReach !== 'no') refuseUndecided(facts, hints)
    return {
      row,
      result: {
        mayReach,
        mayAggravate: any(hints.filter(({ id }) => id === 'aggravated').map(({ answer }) => answer)),
        hints,
      },
      missing: missingOf(facts, mayReach),
      steps: row.params.thresholds.map((threshold) => stepOf(threshold, facts, env)),
      notes: notesOf(row, facts, hints, env),
    }
  },
}

/** Any yes is yes; else any unknown is unknown. */
function any(answers: readonly Ternary[]): Ternary {
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no'
}

function reached({ needs, ...least }: Threshold, facts: Facts): Ternary {
  const byFigure = any([
    atLeast(facts.deaths, least.deaths),
    atLeast(facts.seriousInjuries, least.injuries),
    atLeast(facts.directLossWan, least.lossWan),
    facts.illegalIncomeWan === undefined ? 'no' : atLeast(facts.illegalIncomeWan, least.incomeWan),
  ])
  const isNeeded = needs === undefined ? true : facts[needs]
  if (byFigure === 'no' || isNeeded === false) return 'no'
  return byFigure === 'yes' && isNeeded === true ? 'yes' : 'unknown'
}

function atLeast(value: number | null, least: number | undefined): Ternary {
  if (least === undefined) return 'no'
  return value === null ? 'unknown' : value >= least ? 'yes' : 'no'
}

function refuseUndecided({ decision, reason }: Facts, hints: readonly CriminalHint[]): void {
  const isDecided = decision === 'transferred' || (decision === 'notTransferred' && Boolean(reason))
  if (isDecided) return
  const basis = hints.find(({ answer }) => answer !== 'no')?.basis ?? ''
  throw new AppError('refused', `可能达到刑事立案标准（${basis}），结案以前应当选定移送，或者选定不移送并写明理由。`)
}

function missingOf(facts: Facts, mayReach: Ternary): string[] {
  if (mayReach !== 'unknown') return []
  return (['deaths', 'seriousInjuries', 'directLossWan', 'falseAppraisal'] as const).filter(
    (name) => facts[name] === null,
  )
}

function stepOf(threshold: Threshold, facts: Facts, env: RuleEnv<Params>): Step {
  const { label, deaths, injuries, lossWan, incomeWan, law, clause } = threshold
  const bounds = [
    ...(deaths === undefined ? [] : [`死亡 ${deaths} 人以上`]),
    ...(injuries === undefined ? [] : [`重伤 ${injuries} 人以上`]),
    `直接经济损失 ${wanText(lossWan)} 万元以上`,
    ...(incomeWan === undefined ? [] : [`违法所得 ${wanText(incomeWan)} 万元以上`]),
  ].join('，或者')
  const answer = { yes: '达到', no: '未达到', unknown: '待判断' }[reached(threshold, facts)]
  return { op: 'reason', text: `${label}：${bounds}（${env.lawOf(law, clause)}），${answer}` }
}

function notesOf(
  { params }: Row<Params>,
  facts: Facts,
  hints: readonly CriminalHint[],
  env: RuleEnv<Params>,
): string[] {
  const { copies } = params
  return [
    ...hints.flatMap(({ label, answer, basis }) =>
      answer === 'yes' ? [`可能达到${label}的标准（${basis}），是否移送由人认定。`] : [],
    ),
    params.others,
    ...(facts.isProductionAccident === false && facts.deaths !== null && facts.deaths >= copies.deaths
      ? [`${copies.text}（${env.lawOf(copies.law, '')}）。`]
      : []),
  ]
}
