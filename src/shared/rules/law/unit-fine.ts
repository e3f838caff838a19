/** 事故发生单位的罚款: the tier by the three ladders, several acts added up (14号令第二十二条), two to five times on request. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Alternative, Draft } from '../answer.ts'
import { Day, LossWan } from '../facts.ts'
import { casualtyHeads, choice, list, number, occurredOnHead, rangeWords, regimeHead, word, yesNo } from '../heads.ts'
import { climb, factNames, plus } from '../ladder.ts'
import { type Kind, ladderFaults, type Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { Range, Step } from '../steps.ts'
import { WAN } from '../sums.ts'
import { Across, acrossLaws } from './across-laws.ts'
import { Act, actFrom } from './acts.ts'
import { casualtyFacts } from './grade.ts'
import { Mitigation, proposedNotes } from './proposed-fine.ts'
import { Concealment, concealedBy } from './unit-concealment.ts'
import { basesOf, Gravest, Multiple, Tier } from './unit-multiple.ts'

const Article = z.strictObject({ law: z.string(), clause: z.string() })

const Params = z.strictObject({
  tiers: z.array(Tier).min(1),
  multiple: Multiple.nullable(),
  gravest: Gravest.optional(),
  /** 493号令第三十六条 acts of the unit */
  concealment: Concealment.nullable(),
  /** what says that only a unit responsible for the accident is fined */
  liable: z.array(Article).min(1),
  mitigation: Mitigation,
  across: Across,
  /** beside every answer by this row */
  note: z.string().optional(),
})
type Params = z.output<typeof Params>

const Regime = z.enum(['general', 'coal', 'special'], { error: 'regime 应为 general、coal、special 之一' })

const Facts = z.strictObject({
  ...casualtyFacts,
  occurredOn: Day,
  regime: Regime.default('general'),
  /** whether the unit is responsible for the accident; left out: not yet said */
  isResponsible: z.boolean().nullable().optional(),
  /** 谎报、瞒报、破坏现场、拒绝调查等 of the unit; aggravated: 贻误抢救、扩大、影响调查、重大社会影响 */
  concealment: z.enum(['none', 'basic', 'aggravated']).default('none'),
  /** the acts themselves, where they are known */
  acts: z.array(Act).default([]),
  multiple: z.union([z.literal(true), z.number()]).optional(),
  /** 第十八条 of 14号令: the items that are met; an empty list: none was chosen */
  circumstances: z.array(z.string()).optional(),
  /** the amount that a person proposes */
  proposedWan: LossWan.optional(),
  /** evaluates the law of that day too */
  decidedOn: Day.optional(),
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
    对事故负有责任: yesNo('isResponsible'),
    瞒报等: choice('concealment', { 无: 'none', 有: 'basic', 有严重后果: 'aggravated' }),
    行为: list('acts', actFrom),
    倍数: { name: 'multiple', read: (cell) => (cell === '二至五倍' ? true : number('multiple').read(cell)) },
    倍数情形: { name: 'circumstances', read: (cell) => (cell === '无' ? [] : cell.split('；')) },
    '拟罚（万元）': word('proposedWan'),
    决定日: word('decidedOn'),
  },
  words: ({ tier, minWan, maxWan }) => (tier === null ? '两法并列' : `${tier}：${rangeWords(minWan, maxWan)}`),
  faults: rowFaults,
  evaluate: (facts, env) => {
    const draftOn = (day: string) => draftBy({ ...facts, occurredOn: day }, env)
    const draft = draftOn(facts.occurredOn)
    if (facts.decidedOn === undefined || facts.isResponsible === false) return draft
    return acrossLaws({
      occurredOn: facts.occurredOn,
      decidedOn: facts.decidedOn,
      draftOn,
      across: env.row({ kind: kindOf(facts), day: facts.occurredOn }).params.across,
      lawOf: env.lawOf,
      rangeOf,
    })
  },
}

const kindOf = ({ regime }: Facts): Kind => regime

function draftBy(facts: Facts, env: RuleEnv<Params>): Draft<UnitFineResult> {
  if (facts.regime === 'special' && facts.isResponsible !== false) return specialDraft(facts, env)
  const row = env.row({ kind: facts.regime, day: facts.occurredOn })
  return facts.isResponsible === false ? notLiable(row, env) : fineDraft(row, facts, env)
}

/** An accident alone is no reason for a fine. */
function notLiable(row: Row<Params>, env: RuleEnv<Params>): Draft<UnitFineResult> {
  const articles = row.params.liable.map(({ law, clause }) => env.lawOf(law, clause)).join('、')
  return {
    row,
    result: { tier: '不适用', minWan: null, maxWan: null },
    steps: [{ op: 'reason', text: `单位对事故不负有责任，不适用${articles}的罚款` }],
    notes: [`只处罚对事故负有责任的单位（${articles}），不能仅因发生事故处罚。`],
  }
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
const withoutExtras = ({ multiple: _multiple, ...facts }: Facts): Facts => ({ ...facts, concealment: 'none', acts: [] })

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
  const common = { row, missing, notes: notesOf(row, facts, missing) }
  if (tier.fine === null)
    return {
      ...common,
      result: { tier: tier.name, minWan: null, maxWan: null },
      steps: climbed.steps,
      notes: [...common.notes, `${env.lawOf(row.law, row.clause)}对${tier.grade}事故没有规定罚款数额。`],
    }
  const bases = basesOf(row, tier, tier.fine, facts, env.lawOf)
  const { range: concealed, ...beside } = concealedBy(
    row.params.concealment,
    tier.grade,
    facts.concealment,
    facts.acts,
    env.lawOf,
  )
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
      ...(concealed === null ? [] : concealmentSteps(beside.name, base.range, concealed, main.range)),
    ],
    notes: [
      ...common.notes,
      ...beside.notes,
      ...proposedNotes(facts.proposedWan, main.range, 'wan', row.params.mitigation, env.lawOf),
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

function concealmentSteps(name: string, fine: Range, concealed: Range, sum: Range): Step[] {
  return [
    { op: 'range', name, range: concealed, unit: 'wan' },
    { op: 'addRanges', parts: [fine, concealed], why: '分别裁量、合并决定', result: sum, unit: 'wan' },
  ]
}

const added = (a: Range, b: Range): Range => ({ min: a.min + b.min, max: a.max + b.max })

const rangeOf = ({ minWan, maxWan }: UnitFineResult): Range | null =>
  minWan === null || maxWan === null ? null : { min: minWan, max: maxWan }

const resultOf = (tier: string, { min, max }: Range): UnitFineResult => ({ tier, minWan: min / WAN, maxWan: max / WAN })

function notesOf({ params }: Row<Params>, facts: Facts, missing: readonly string[]): string[] {
  return [
    ...(facts.isResponsible === true ? [] : ['只适用于对事故负有责任的单位。']),
    ...(params.note === undefined ? [] : [params.note]),
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
