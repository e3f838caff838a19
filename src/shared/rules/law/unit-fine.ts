/** 事故发生单位的罚款: the tier by the three ladders, several acts added up (14号令第二十二条), two to five times on request. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Alternative, Draft } from '../answer.ts'
import { Day } from '../facts.ts'
import { casualtyHeads, choice, number, occurredOnHead, rangeWords, regimeHead } from '../heads.ts'
import { climb, factNames, plus, type Rung } from '../ladder.ts'
import { GradeName, type Kind, ladderFaults, type Row, Wan } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { Range, Step } from '../steps.ts'
import { WAN } from '../sums.ts'
import { casualtyFacts } from './grade.ts'

type Tier = Rung & { readonly grade: GradeName; readonly fine: Range | null }

const Tier = z
  .tuple([z.string(), GradeName, z.int().min(0), z.int().min(0), Wan, Wan.nullable(), Wan.nullable()])
  .transform(([name, grade, deaths, injured, lossFen, min, max]): Tier => {
    const fine = min === null || max === null ? null : { min, max }
    return { name, grade, deaths, injured, lossFen, fine }
  })
const WanRange = z.tuple([Wan, Wan]).transform(([min, max]): Range => ({ min, max }))

const Params = z.strictObject({
  tiers: z.array(Tier).min(1),
  /** 情节特别严重、影响特别恶劣: so many times the fine */
  multiple: z.strictObject({ min: z.int(), max: z.int(), law: z.string(), clause: z.string() }).nullable(),
  /** 情节特别严重 of one grade, where the law names an amount instead of a multiple */
  gravest: z.strictObject({ grade: GradeName, minWan: Wan, maxWan: Wan }).optional(),
  /** 493号令第三十六条 acts of the unit: by grade, or one range for all */
  concealment: z
    .strictObject({
      law: z.string(),
      clause: z.string(),
      whole: WanRange.nullable(),
      grades: z.array(z.tuple([GradeName, WanRange, WanRange])),
    })
    .nullable(),
})
type Params = z.output<typeof Params>

const Regime = z.enum(['general', 'coal', 'special'], { error: 'regime 应为 general、coal、special 之一' })

const Facts = z.strictObject({
  ...casualtyFacts,
  occurredOn: Day,
  regime: Regime.default('general'),
  /** 谎报、瞒报、破坏现场、拒绝调查等 of the unit; aggravated: 贻误抢救、扩大、影响调查、重大社会影响 */
  concealment: z.enum(['none', 'basic', 'aggravated']).default('none'),
  multiple: z.union([z.literal(true), z.number()]).optional(),
})
type Facts = z.output<typeof Facts>

export type UnitFineResult = {
  readonly tier: string | null
  /** 万元; null where the law gives none, or a person has to choose between laws */
  readonly minWan: number | null
  readonly maxWan: number | null
}

export const unitFineRule: RuleSource<Params, Facts, UnitFineResult> = {
  id: 'unitFine',
  params: Params,
  facts: Facts,
  heads: {
    ...casualtyHeads,
    ...occurredOnHead,
    ...regimeHead,
    瞒报等: choice('concealment', { 无: 'none', 有: 'basic', 有严重后果: 'aggravated' }),
    倍数: { name: 'multiple', read: (cell) => (cell === '二至五倍' ? true : number('multiple').read(cell)) },
  },
  words: ({ tier, minWan, maxWan }) => (tier === null ? '两法并列' : `${tier}：${rangeWords(minWan, maxWan)}`),
  faults: rowFaults,
  evaluate: (facts, env) =>
    facts.regime === 'special'
      ? specialDraft(facts, env)
      : fineDraft(env.row({ kind: facts.regime, day: facts.occurredOn }), facts, env),
}

/** Two laws stand side by side; which applies is decided by a person. */
function specialDraft(facts: Facts, env: RuleEnv<Params>): Draft<UnitFineResult> {
  const rows = (['special', 'general'] satisfies Kind[]).flatMap((kind) => {
    const row = env.rowOrNull({ kind, day: facts.occurredOn })
    return row === null ? [] : [row]
  })
  const [first] = rows
  if (first === undefined) throw new AppError('refused', `${facts.occurredOn} 没有收录适用的罚款规定，请人工确定依据。`)
  const drafts = rows.map((row) => ({ row, draft: fineDraft(row, row === first ? withoutExtras(facts) : facts, env) }))
  return {
    row: first,
    result: { tier: null, minWan: null, maxWan: null },
    steps: drafts.flatMap(({ row, draft }) => [
      { op: 'reason', text: `按${env.lawOf(row.law, row.clause)}` } as const,
      ...draft.steps,
    ]),
    missing: drafts.flatMap(({ draft }) => draft.missing ?? []).filter((fact, at, all) => all.indexOf(fact) === at),
    alternatives: drafts.map(({ row, draft }) => ({ name: env.lawOf(row.law, row.clause), result: draft.result })),
    ...(first.question === undefined ? { questions: ['特种设备事故的罚款依据需要人工确认。'] } : {}),
  }
}

/** Multiples and concealment belong to the law of work safety. */
const withoutExtras = ({ multiple: _multiple, ...facts }: Facts): Facts => ({ ...facts, concealment: 'none' })

function fineDraft(row: Row<Params>, facts: Facts, env: RuleEnv<Params>): Draft<UnitFineResult> {
  const { tiers } = row.params
  const climbed = climb(tiers, {
    deaths: facts.deaths,
    injured: plus(facts.seriousInjuries, facts.acutePoisoning === undefined ? 0 : facts.acutePoisoning),
    lossFen: facts.directLossWan,
  })
  const tier = tiers[climbed.at]
  if (tier === undefined) throw new Error('a table without tiers')
  const missing = climbed.unknown.map((figure) => factNames[figure])
  const common = { row, missing, notes: notesOf(facts, missing) }
  if (tier.fine === null)
    return {
      ...common,
      result: { tier: tier.name, minWan: null, maxWan: null },
      steps: climbed.steps,
      notes: [...common.notes, `${env.lawOf(row.law, row.clause)}对${tier.grade}事故没有规定罚款数额。`],
    }
  const bases = basesOf(row, tier, tier.fine, facts.multiple, env)
  const concealed = concealedRange(row.params, tier.grade, facts.concealment)
  const options = bases.map((base) => ({
    ...base,
    range: concealed === null ? base.range : added(base.range, concealed),
  }))
  const [main] = options
  const [base] = bases
  if (main === undefined || base === undefined) throw new Error('a fine without a basis')
  const questions = [
    ...(bases.length > 1 ? ['倍数的基数，14号令写“法律规定罚款数额”，安全生产法写“前款罚款数额”。按哪一个计算？'] : []),
    ...(concealed !== null && row.params.concealment?.whole
      ? ['瞒报等行为的罚款当时如何分档没有收录，请核对当时的规定。']
      : []),
  ]
  return {
    ...common,
    result: resultOf(tier.name, main.range),
    steps: [
      ...climbed.steps,
      { op: 'range', name: `${tier.name}，${row.clause}`, range: tier.fine, unit: 'wan' },
      ...base.steps,
      ...(concealed === null ? [] : concealmentSteps(row, base.range, concealed, main.range, env)),
    ],
    questions,
    ...(options.length > 1
      ? {
          alternatives: options.map(
            ({ name, range }): Alternative<UnitFineResult> => ({ name, result: resultOf(tier.name, range) }),
          ),
        }
      : {}),
  }
}

type Base = { readonly name: string; readonly range: Range; readonly steps: readonly Step[] }

/** The fine itself, or its multiples: of the tier, and of the whole range of the grade, where the two differ. */
function basesOf(
  row: Row<Params>,
  tier: Tier,
  fine: Range,
  multiple: Facts['multiple'],
  env: RuleEnv<Params>,
): readonly Base[] {
  if (multiple === undefined) return [{ name: tier.name, range: fine, steps: [] }]
  const { gravest } = row.params
  if (row.params.multiple === null) {
    if (multiple !== true || gravest?.grade !== tier.grade)
      throw new AppError('refused', `${env.lawOf(row.law, row.clause)}没有按倍数罚款的规定，请不要选择倍数。`)
    const range = { min: gravest.minWan, max: gravest.maxWan }
    return [{ name: '情节特别严重', range, steps: [{ op: 'range', name: '情节特别严重', range, unit: 'wan' }] }]
  }
  const { min, max, law, clause } = row.params.multiple
  if (multiple !== true && !(multiple >= min && multiple <= max))
    throw new AppError(
      'refused',
      `倍数应在 ${min} 倍以上 ${max} 倍以下（${env.lawOf(law, clause)}），现为 ${multiple} 倍，请核对。`,
    )
  const by: readonly [number, number] = multiple === true ? [min, max] : [multiple, multiple]
  const whole = wholeRange(row.params.tiers, tier.grade)
  const bases = [
    { name: '按档', base: fine },
    ...(whole !== null && (whole.min !== fine.min || whole.max !== fine.max)
      ? [{ name: '按法定等级区间', base: whole }]
      : []),
  ]
  return bases.map(({ name, base }) => {
    const range = { min: Math.round(base.min * by[0]), max: Math.round(base.max * by[1]) }
    return { name, range, steps: [{ op: 'times', name, base, by, result: range, unit: 'wan' }] }
  })
}

/** From the lowest to the highest tier of a grade: what the statute itself gives. */
function wholeRange(tiers: readonly Tier[], grade: GradeName): Range | null {
  const fines = tiers.flatMap((tier) => (tier.grade === grade && tier.fine !== null ? [tier.fine] : []))
  const [first] = fines
  const last = fines.at(-1)
  return first === undefined || last === undefined ? null : { min: first.min, max: last.max }
}

function concealedRange(params: Params, grade: GradeName, concealment: Facts['concealment']): Range | null {
  if (concealment === 'none' || params.concealment === null) return null
  const found = params.concealment.grades.find(([name]) => name === grade)
  const [, basic, aggravated] = found ?? []
  return params.concealment.whole ?? (concealment === 'basic' ? basic : aggravated) ?? null
}

function concealmentSteps(row: Row<Params>, fine: Range, concealed: Range, sum: Range, env: RuleEnv<Params>): Step[] {
  const { concealment } = row.params
  const law = concealment === null ? '' : env.lawOf(concealment.law, concealment.clause)
  return [
    { op: 'range', name: `瞒报、谎报等，${law}`, range: concealed, unit: 'wan' },
    { op: 'addRanges', parts: [fine, concealed], why: '分别裁量、合并决定', result: sum, unit: 'wan' },
  ]
}

const added = (a: Range, b: Range): Range => ({ min: a.min + b.min, max: a.max + b.max })

const resultOf = (tier: string, { min, max }: Range): UnitFineResult => ({ tier, minWan: min / WAN, maxWan: max / WAN })

function notesOf(facts: Facts, missing: readonly string[]): string[] {
  return [
    '只适用于对事故负有责任的单位。',
    ...(missing.length > 0 ? ['有数字未核实，档次只能就低列出。'] : []),
    ...(facts.multiple === undefined ? [] : ['使用倍数须有法定情形，并提示失信名单审查、法制审核、集体讨论和听证。']),
  ]
}

function rowFaults({ params, from }: Row<Params>): string[] {
  const id = `unitFine ${from}`
  // a tier of one grade may begin at the same number of deaths as the one below: only grades and losses rise throughout
  const faults = ladderFaults(
    id,
    params.tiers.map(({ deaths, injured, lossFen }) => [deaths, injured, lossFen]),
  )
  for (const [at, { fine, name }] of params.tiers.entries()) {
    if (fine === null) continue
    if (fine.max <= fine.min) faults.push(`${id}: ${name} ends before it begins`)
    const below = params.tiers[at - 1]?.fine
    if (below && fine.min < below.max) faults.push(`${id}: ${name} begins below the end of the tier before`)
  }
  return faults
}
