/** 事故等级 (493号令第三条). */

import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import { Day, LossWan, Persons } from '../facts.ts'
import { casualtyHeads, kindHead, occurredOnHead } from '../heads.ts'
import { climb, factNames, figureLabels, figureNames, nextBounds, plus, type Rung } from '../ladder.ts'
import { GradeName, Kind, ladderFaults, type Row, Wan } from '../law-data.ts'
import type { RuleSource } from '../rule.ts'

const Tier = z
  .tuple([GradeName, z.int().min(0), z.int().min(0), Wan])
  .transform(([name, deaths, injured, lossFen]): Rung & { name: GradeName } => ({ name, deaths, injured, lossFen }))

const Params = z.strictObject({ tiers: z.array(Tier).min(1) })
export type GradeParams = z.output<typeof Params>

/** Figures of an accident as the rules of grade and fine take them. */
export const casualtyFacts = {
  deaths: Persons.nullable(),
  seriousInjuries: Persons.nullable(),
  /** left out: already within 重伤; null: there are some, the number is not known */
  acutePoisoning: Persons.nullable().optional(),
  directLossWan: LossWan.nullable(),
} as const

const Facts = z.strictObject({
  ...casualtyFacts,
  kind: Kind.default('general'),
  /** left out: judged by the law of today's newest row */
  occurredOn: Day.nullable().optional(),
})

export type GradeResult = {
  readonly grade: GradeName
  /** facts whose own rung is the grade */
  readonly decidedBy: readonly string[]
  readonly provisional: boolean
  readonly notes: readonly string[]
}

export const gradeRule: RuleSource<GradeParams, z.output<typeof Facts>, GradeResult> = {
  id: 'grade',
  params: Params,
  facts: Facts,
  heads: { ...casualtyHeads, ...kindHead, ...occurredOnHead },
  words: ({ grade, provisional }) => `${provisional ? '初判：' : ''}${grade}`,
  faults: tierFaults,
  evaluate: (facts, env) => {
    const row = env.row({ kind: facts.kind, day: facts.occurredOn ?? newestDay })
    return gradeDraft(row, facts)
  },
}

/** A day on which the newest row is in force. */
const newestDay = '9999-12-31'

type Given = {
  readonly deaths: number | null
  readonly seriousInjuries: number | null
  readonly acutePoisoning?: number | null | undefined
  readonly directLossWan: number | null
  readonly kind: Kind
  readonly occurredOn?: string | null | undefined
}

/** The grade by one row: the lowest that is possible while figures are unknown. */
export function gradeDraft(row: Row<GradeParams>, facts: Given): Draft<GradeResult> {
  const figures = {
    deaths: facts.deaths,
    injured: plus(facts.seriousInjuries, facts.acutePoisoning === undefined ? 0 : facts.acutePoisoning),
    lossFen: facts.directLossWan,
  }
  const { tiers } = row.params
  const { at, decidedBy, unknown, steps } = climb(tiers, figures)
  const isTop = at === tiers.length - 1
  const notes = notesOf(facts, figures)
  return {
    row,
    result: {
      grade: tiers[at]?.name ?? '一般',
      decidedBy: decidedBy.map((figure) => factNames[figure]),
      provisional: !isTop && (unknown.length > 0 || facts.occurredOn === null),
      notes,
    },
    steps: [...poisoningStep(facts), ...steps],
    wouldChangeAt: nextBounds(tiers, figures, at),
    missing: isTop ? [] : unknown.map((figure) => factNames[figure]),
    notes,
    assumptions: [
      { key: 'grade.highest', value: '三项分别比对，取最高', basis: '条文用“或者”，通行理解', otherwise: null },
    ],
  }
}

function poisoningStep({ seriousInjuries, acutePoisoning }: Given): Draft<unknown>['steps'] {
  if (typeof acutePoisoning !== 'number' || acutePoisoning === 0 || seriousInjuries === null) return []
  const parts = [
    { name: '重伤', value: seriousInjuries },
    { name: '急性工业中毒', value: acutePoisoning },
  ]
  return [{ op: 'sum', parts, unit: '人', result: seriousInjuries + acutePoisoning, why: '重伤包括急性工业中毒' }]
}

function notesOf(facts: Given, figures: { readonly [F in (typeof figureNames)[number]]: number | null }): string[] {
  const unknown = figureNames.filter((figure) => figures[figure] === null)
  return [
    ...(figureNames.every((figure) => figures[figure] === 0)
      ? ['无伤亡无损失，请确认是否属于生产安全事故或涉险事故。']
      : []),
    ...unknown.map((figure) => `${figureLabels[figure]}未核实，等级只是初判，报告提交前应当补齐。`),
    ...(facts.occurredOn === null ? ['事故发生日期未填写，暂按现行规定判断。'] : []),
    ...(facts.kind === 'special'
      ? ['特种设备事故另有定级情形（《特种设备安全监察条例》第六十一条至第六十四条），请一并核对。']
      : []),
  ]
}

function tierFaults({ params, from }: Row<GradeParams>): string[] {
  const ladder = params.tiers.map(({ deaths, injured, lossFen }) => [deaths, injured, lossFen])
  const names = params.tiers.map(({ name }) => name)
  return [
    ...ladderFaults(`grade ${from}`, ladder),
    ...(names.join() === GradeName.options.join() ? [] : [`grade ${from}: the grades are not the four in their order`]),
  ]
}
