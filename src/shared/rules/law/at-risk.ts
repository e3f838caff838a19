/** 较大涉险事故 (21号令第二十六条), and people who are still missing after the 补报期. */
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import type { Ask } from '../ask.ts'
import { Day, LossWan, Persons } from '../facts.ts'
import { casualtyHeads, kindHead, number, occurredOnHead, word, yesNo } from '../heads.ts'
import { type GradeName, gradeNames, Kind, type Row } from '../law-data.ts'
import type { RuleSource, Settings } from '../rule.ts'
import type { Step } from '../steps.ts'
import { wanText } from '../sums.ts'
import type { Ternary } from './escalation.ts'

const Condition = z.enum(['severePollution', 'keyPlace', 'other'])
const Params = z.strictObject({
  inDanger: z.int().min(1),
  missing: z.int().min(1),
  evacuated: z.int().min(1),
  conditions: z.array(z.strictObject({ key: Condition, label: z.string() })),
})
type Params = z.output<typeof Params>

/** Left out or null: not known. */
const Count = Persons.nullable().optional()
const Told = z.boolean().nullable().optional()

const Facts = z.strictObject({
  occurredOn: Day,
  kind: Kind.default('general'),
  /** 被困、下落不明、涉险、紧急疏散 */
  trapped: Count,
  missing: Count,
  inDanger: Count,
  evacuated: Count,
  severePollution: Told,
  keyPlace: Told,
  other: Told,
  deaths: Count,
  seriousInjuries: Count,
  acutePoisoning: Count,
  directLossWan: LossWan.nullable().optional(),
  /** the day on which people are still missing */
  today: Day.optional(),
})
type Facts = z.output<typeof Facts>

export type AtRiskResult = {
  readonly atRisk: Ternary
  /** the conditions that hold, in words */
  readonly met: readonly string[]
  readonly grade: GradeName
  readonly provisional: boolean
  readonly followUpsPerDay: number
  /** people still missing after the 补报期; null: none, or the period runs */
  readonly missingBeyond: {
    readonly lastDay: string
    readonly missing: number
    readonly deathsAndMissing: number
    readonly possibleGrade: GradeName
  } | null
}

/** What other rules say: the grade, the last day of the 补报期, the follow-ups. */
export type AtRiskAsks = {
  readonly grade: Ask<{ grade: GradeName; provisional: boolean }>
  readonly window: Ask<{ lastDay: string }>
  readonly followUps: Ask<{ timesPerDay: number }>
}

const words: Readonly<Record<Ternary, string>> = { yes: '是', no: '否', unknown: '待判断' }

export function atRiskRule(asks: AtRiskAsks): RuleSource<Params, Facts, AtRiskResult> {
  return {
    id: 'atRisk',
    params: Params,
    facts: Facts,
    heads: {
      ...occurredOnHead,
      ...kindHead,
      ...casualtyHeads,
      被困: number('trapped'),
      下落不明: number('missing'),
      涉险: number('inDanger'),
      紧急疏散: number('evacuated'),
      严重环境污染: yesNo('severePollution'),
      危及重要场所和设施: yesNo('keyPlace'),
      其他较大涉险: yesNo('other'),
      今日: word('today'),
    },
    words: ({ atRisk, grade, provisional, followUpsPerDay, missingBeyond }) =>
      `${words[atRisk]}，${provisional ? '初判' : ''}${grade}，每日续报至少${followUpsPerDay}次${
        missingBeyond === null ? '' : `，可能变为${missingBeyond.possibleGrade}`
      }`,
    faults: ({ params, from }) =>
      params.conditions.map(({ key }) => key).join() === Condition.options.join()
        ? []
        : [`atRisk ${from}: the conditions are not all in their order`],
    evaluate: (facts, env) => draftOf(env.row({ kind: facts.kind, day: facts.occurredOn }), facts, asks, env.settings),
  }
}

function draftOf(row: Row<Params>, facts: Facts, asks: AtRiskAsks, settings: Settings): Draft<AtRiskResult> {
  const { params } = row
  const figures = [
    reached('涉险', facts.inDanger, params.inDanger),
    trappedOrMissing(facts, params.missing),
    reached('紧急疏散', facts.evacuated, params.evacuated),
  ]
  const told = params.conditions.map(({ key, label }) => ({ answer: ternary(facts[key]), text: label }))
  const all = [...figures, ...told]
  const answers = all.map(({ answer }) => answer)
  const atRisk: Ternary = answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no'
  const { occurredOn, kind } = facts
  const { grade, provisional } = asks.grade(gradeFacts(facts, facts.deaths ?? null), settings)
  const { timesPerDay } = asks.followUps({ occurredOn, kind, grade, isAtRisk: atRisk === 'yes' }, settings)
  const beyond = missingBeyond(facts, asks, settings)
  const result = {
    atRisk,
    met: all.flatMap(({ answer, text }) => (answer === 'yes' ? [text.replace('是否达到', '达到')] : [])),
    grade,
    provisional,
    followUpsPerDay: timesPerDay,
    missingBeyond: beyond,
  }
  const rises = beyond !== null && gradeNames.indexOf(beyond.possibleGrade) > gradeNames.indexOf(grade)
  return {
    row,
    result,
    steps: all.map(({ answer, text }): Step => ({ op: 'reason', text: `${text}：${words[answer]}` })),
    missing: (['inDanger', 'trapped', 'missing', 'evacuated'] as const).filter(
      (name) => atRisk === 'unknown' && (facts[name] ?? null) === null,
    ),
    questions: [
      ...(onlyTogether(facts, params.missing)
        ? [
            `被困与下落不明合计达到 ${params.missing} 人，分开都不到，条文没有写明是否合并计算，暂按合并计算。是否认定为较大涉险事故？`,
          ]
        : []),
      ...(rises
        ? [
            `下落不明 ${beyond.missing} 人在补报期末日 ${beyond.lastDay} 后仍未找到，统计上计入“死亡和失踪”，合计 ${beyond.deathsAndMissing} 人，等级可能由${grade}变为${beyond.possibleGrade}；统计口径用于定级没有明文。是否按合计人数定级？`,
          ]
        : []),
    ],
    alternatives: rises
      ? [
          { name: '下落不明人员不计入', result },
          { name: '下落不明人员计入', result: { ...result, grade: beyond.possibleGrade } },
        ]
      : [],
    notes: [
      `应当每日至少续报 ${timesPerDay} 次，伤亡、下落不明和涉险人数有变化的及时补报。`,
      ...(beyond === null
        ? []
        : [`下落不明 ${beyond.missing} 人已过补报期末日 ${beyond.lastDay}，统计上计入“死亡和失踪”，请核对等级。`]),
    ],
  }
}

type Held = { readonly answer: Ternary; readonly text: string }

function ternary(value: boolean | null | undefined): Ternary {
  return value === null || value === undefined ? 'unknown' : value ? 'yes' : 'no'
}

const persons = (label: string, count: number | null) => (count === null ? `${label}人数未知` : `${label} ${count} 人`)

function reached(label: string, value: number | null | undefined, least: number): Held {
  const known = value ?? null
  return {
    answer: known === null ? 'unknown' : known >= least ? 'yes' : 'no',
    text: `${persons(label, known)}，是否达到 ${least} 人`,
  }
}

/** One unknown of the two leaves the answer open, unless the other reaches the number alone. */
function trappedOrMissing({ trapped = null, missing = null }: Facts, least: number): Held {
  const known = (trapped ?? 0) + (missing ?? 0)
  const isWhole = trapped !== null && missing !== null
  return {
    answer: known >= least ? 'yes' : isWhole ? 'no' : 'unknown',
    text: `${persons('被困', trapped)}、${persons('下落不明', missing)}，是否达到 ${least} 人`,
  }
}

function onlyTogether({ trapped, missing }: Facts, least: number): boolean {
  const [a, b] = [trapped ?? 0, missing ?? 0]
  return a < least && b < least && a + b >= least
}

function gradeFacts(facts: Facts, deaths: number | null): Readonly<Record<string, unknown>> {
  const { occurredOn, kind, seriousInjuries = null, acutePoisoning, directLossWan = null } = facts
  return {
    occurredOn,
    kind,
    deaths,
    seriousInjuries,
    ...(acutePoisoning === undefined ? {} : { acutePoisoning }),
    directLossWan: directLossWan === null ? null : wanText(directLossWan),
  }
}

/** By statistics they stand beside the dead then (统计调查制度); whether that makes the grade is asked. */
function missingBeyond(facts: Facts, asks: AtRiskAsks, settings: Settings): AtRiskResult['missingBeyond'] {
  const { occurredOn, kind, missing = null, today } = facts
  if (missing === null || missing === 0 || today === undefined) return null
  const { lastDay } = asks.window({ occurredOn, kind }, settings)
  if (today <= lastDay) return null
  const deathsAndMissing = (facts.deaths ?? 0) + missing
  const { grade: possibleGrade } = asks.grade(gradeFacts(facts, deathsAndMissing), settings)
  return { lastDay, missing, deathsAndMissing, possibleGrade }
}
