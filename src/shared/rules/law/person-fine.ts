/** 个人的罚款: shares of last year's income, or fixed sums; acts of one item are fined once, unless a person decides otherwise. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import { Day, Yuan } from '../facts.ts'
import { choice, gradeHead, list, number, occurredOnHead, rangeWords, regimeHead, word, yesNo } from '../heads.ts'
import { GradeName, type Row, Wan } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { Range, Step } from '../steps.ts'
import { YUAN } from '../sums.ts'
import { Across, acrossLaws } from './across-laws.ts'
import { Act, actFrom, actLabels } from './acts.ts'
import { Mitigation, proposedNotes } from './proposed-fine.ts'

const Role = z.enum(['principal', 'otherManager', 'investor', 'directResponsible'])

const Percent = z.tuple([z.int().min(0), z.int().min(0)])
const Item = z.strictObject({
  roles: z.array(Role).min(1),
  acts: z.array(Act).min(1),
  law: z.string(),
  clause: z.string(),
  /** share of the income: basic, and with 贻误抢救、扩大、影响调查、重大社会影响 */
  percent: z.strictObject({ basic: Percent, severe: Percent }).optional(),
  /** share of the income by grade */
  grades: z.array(z.tuple([GradeName, Percent])).optional(),
  fixedWan: z.array(z.tuple([GradeName, z.tuple([Wan, Wan])])).optional(),
})
type Item = z.output<typeof Item>

const Params = z.strictObject({
  items: z.array(Item).min(1),
  /** income hard to determine: so many times the provincial average wage */
  wage: z.strictObject({ principal: Percent, others: Percent, law: z.string(), clause: z.string() }).nullable(),
  /** what says that an 实际控制人 counts as 主要负责人, where it is at hand */
  controller: z.strictObject({ law: z.string(), clause: z.string() }).nullable(),
  mitigation: Mitigation,
  across: Across,
})
type Params = z.output<typeof Params>

const Facts = z.strictObject({
  role: Role,
  grade: GradeName,
  occurredOn: Day.optional(),
  regime: z
    .enum(['general', 'coal', 'special'], { error: 'regime 应为 general、coal、special 之一' })
    .default('general'),
  annualIncomeYuan: Yuan.nullable().optional(),
  provincialAverageWageYuan: Yuan.nullable().optional(),
  acts: z.array(z.strictObject({ act: Act, severe: z.literal(true).optional() })).min(1, '请至少选择一种行为'),
  /** 实际控制人 who is not the legal representative, and whether the unit is a company */
  isActualController: z.boolean().optional(),
  isCompany: z.boolean().nullable().optional(),
  /** the amount that a person proposes */
  proposedYuan: Yuan.optional(),
  /** evaluates the law of that day too */
  decidedOn: Day.optional(),
})
type Facts = z.output<typeof Facts>

export type PersonFinePart = {
  readonly act: Act
  readonly basis: string | null
  readonly minYuan: number | null
  readonly maxYuan: number | null
}
export type PersonFineResult = {
  readonly minYuan: number | null
  readonly maxYuan: number | null
  readonly parts: readonly PersonFinePart[]
}

/** 煤矿 has rows of its own; 特种设备 has one beside the general one. */
export const personFineRule: RuleSource<Params, Facts, PersonFineResult> = {
  id: 'personFine',
  params: Params,
  facts: Facts,
  heads: {
    身份: choice('role', {
      主要负责人: 'principal',
      其他负责人: 'otherManager',
      个人经营投资人: 'investor',
      直接责任人员: 'directResponsible',
    }),
    ...gradeHead,
    行为: list('acts', (item) => {
      const label = item.replace('（有严重后果）', '')
      return { act: actFrom(label), ...(label === item ? {} : { severe: true }) }
    }),
    '年收入（元）': number('annualIncomeYuan'),
    '全省平均工资（元）': number('provincialAverageWageYuan'),
    ...occurredOnHead,
    ...regimeHead,
    实际控制人: yesNo('isActualController'),
    公司: yesNo('isCompany'),
    '拟罚（元）': number('proposedYuan'),
    决定日: word('decidedOn'),
  },
  words: ({ minYuan, maxYuan }) => rangeWords(minYuan, maxYuan),
  evaluate: (facts, env) => {
    const day = facts.occurredOn ?? newestDay
    if (facts.decidedOn === undefined || facts.occurredOn === undefined) return draftOn(day, facts, env)
    return acrossLaws({
      occurredOn: facts.occurredOn,
      decidedOn: facts.decidedOn,
      draftOn: (on) => draftOn(on, facts, env),
      across: generalRow(day, facts, env).params.across,
      lawOf: env.lawOf,
      rangeOf: ({ minYuan, maxYuan }) => (minYuan === null || maxYuan === null ? null : { min: minYuan, max: maxYuan }),
    })
  },
}

const generalRow = (day: string, { regime }: Facts, env: RuleEnv<Params>) =>
  env.row({ kind: regime === 'coal' ? 'coal' : 'general', day })

function draftOn(day: string, facts: Facts, env: RuleEnv<Params>): Draft<PersonFineResult> {
  const general = fineDraft(generalRow(day, facts, env), facts, env)
  if (facts.regime !== 'special' || !facts.acts.some(({ act }) => act === 'failureOfDuty')) return general
  const row = env.rowOrNull({ kind: 'special', day })
  return row === null ? general : besides(general, row, facts, env)
}

/** A day on which the newest row is in force. */
const newestDay = '9999-12-31'

/** Two laws for one act: neither is chosen. */
function besides(
  general: Draft<PersonFineResult>,
  row: Row<Params>,
  facts: Facts,
  env: RuleEnv<Params>,
): Draft<PersonFineResult> {
  const special = fineDraft(row, facts, env)
  return {
    ...general,
    row,
    result: { minYuan: null, maxYuan: null, parts: general.result.parts },
    steps: [...general.steps, ...special.steps],
    alternatives: [
      { name: env.lawOf(row.law, row.clause), result: special.result },
      { name: env.lawOf(general.row.law, general.row.clause), result: general.result },
    ],
  }
}

/** An act that the law of the day fines, and one that it does not. */
type Unfined = { readonly item: null; readonly act: Act }
type Fined = {
  readonly item: Item
  readonly act: Act
  readonly isSevere: boolean
  readonly range: Range
  readonly step: Step
}

function fineDraft(row: Row<Params>, facts: Facts, env: RuleEnv<Params>): Draft<PersonFineResult> {
  const fined = facts.acts.map(({ act, severe }): Fined | Unfined => {
    const item = row.params.items.find(({ roles, acts }) => roles.includes(facts.role) && acts.includes(act))
    return item === undefined ? { item: null, act } : finedBy(item, act, severe === true, row.params, facts, env)
  })
  const known = fined.flatMap((one) => (one.item === null ? [] : [one]))
  const counted = onceEach(known)
  const sum = counted.length === 0 ? null : sumOf(counted.map(({ range }) => range))
  const repeated = known.length > counted.length
  return {
    row,
    result: {
      ...yuan(sum),
      parts: fined.map((one) => ({
        act: one.act,
        basis: one.item === null ? null : env.lawOf(one.item.law, one.item.clause),
        ...yuan(one.item === null ? null : one.range),
      })),
    },
    steps: [
      ...counted.map(({ step }) => step),
      ...fined.flatMap((one): Step[] =>
        one.item !== null ? [] : [{ op: 'reason', text: `${actLabels[one.act]}：没有对应的罚则，不出金额` }],
      ),
      ...(counted.length > 1 && sum !== null
        ? [
            {
              op: 'addRanges',
              parts: counted.map(({ range }) => range),
              why: '分别裁量、合并决定',
              result: sum,
              unit: 'yuan',
            } as const,
          ]
        : []),
    ],
    questions: [
      ...(repeated ? ['同一项内的几种行为是罚一次还是分别罚，条文没有写明，暂按一项一次。'] : []),
      ...controllerQuestions(row, facts, env),
    ],
    ...(repeated
      ? {
          alternatives: [
            { name: '一项一次', result: { ...yuan(sum), parts: [] } },
            { name: '分别处罚', result: { ...yuan(sumOf(known.map(({ range }) => range))), parts: [] } },
          ],
        }
      : {}),
    notes: [
      ...notesOf(facts),
      ...estimateNotes(row, facts, known, env),
      ...proposedNotes(facts.proposedYuan, sum, 'yuan', row.params.mitigation, env.lawOf),
    ],
  }
}

/** The article names the 实际控制人 after the heads of other units, not after those of companies. */
function controllerQuestions({ params }: Row<Params>, facts: Facts, env: RuleEnv<Params>): string[] {
  if (facts.isActualController !== true || facts.role !== 'principal') return []
  if (params.controller === null)
    return ['当时的规定是否把实际控制人列为主要负责人，程序没有收录。该实际控制人是不是主要负责人？']
  if (facts.isCompany === false) return []
  const article = env.lawOf(params.controller.law, params.controller.clause)
  return [
    `${article}把“含实际控制人”写在其他生产经营单位的厂长、经理、矿长之后，公司一句只写董事长、总经理。${facts.isCompany === true ? '公司' : '请先确认本单位是不是公司；公司'}的实际控制人是不是主要负责人？`,
  ]
}

function finedBy(
  item: Item,
  act: Act,
  isSevere: boolean,
  params: Params,
  facts: Facts,
  env: RuleEnv<Params>,
): Fined | Unfined {
  const name = `${actLabels[act]}，${env.lawOf(item.law, item.clause)}`
  const fixed = item.fixedWan?.find(([grade]) => grade === facts.grade)?.[1]
  if (fixed !== undefined) {
    const range = { min: fixed[0], max: fixed[1] }
    return { item, act, isSevere, range, step: { op: 'range', name, range, unit: 'yuan' } }
  }
  const by = item.percent
    ? isSevere
      ? item.percent.severe
      : item.percent.basic
    : item.grades?.find(([grade]) => grade === facts.grade)?.[1]
  if (by === undefined) return { item: null, act }
  const base = incomeOf(params, facts)
  const range = { min: share(base.min, by[0]), max: share(base.max, by[1]) }
  return { item, act, isSevere, range, step: { op: 'percent', name, base, by, result: range } }
}

/** Last year's income, or so many times the average wage where it is hard to determine. */
function incomeOf({ wage }: Params, facts: Facts): Range {
  if (typeof facts.annualIncomeYuan === 'number') return { min: facts.annualIncomeYuan, max: facts.annualIncomeYuan }
  const average = facts.provincialAverageWageYuan
  if (typeof average !== 'number')
    throw new AppError(
      'refused',
      '没有上一年年收入，不能计算罚款：请填写年收入（国有单位由上级主管部门确定，其他单位由财务、税务核定），难以确定的填写本省上年度城镇单位就业人员平均工资。',
    )
  if (wage === null) throw new AppError('refused', '事故发生时难以确定年收入的计算办法没有收录，请按核定的年收入计算。')
  const isPrincipal = facts.role === 'principal' || facts.role === 'investor'
  const [min, max] = isPrincipal ? wage.principal : wage.others
  return { min: average * min, max: average * max }
}

/** Of several acts under one item the gravest counts, once. */
function onceEach(fined: readonly Fined[]): readonly Fined[] {
  return fined.filter(
    (one) => fined.filter(({ item }) => item === one.item).sort((a, b) => b.range.max - a.range.max)[0] === one,
  )
}

/** Percent of a sum of 分, rounded to the 分. */
const share = (fen: number, percent: number) => Math.round((fen * percent) / HUNDRED)
const HUNDRED = 100

const sumOf = (ranges: readonly Range[]): Range =>
  ranges.reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), { min: 0, max: 0 })

const yuan = (range: Range | null) => ({
  minYuan: range === null ? null : range.min / YUAN,
  maxYuan: range === null ? null : range.max / YUAN,
})

function notesOf(facts: Facts): string[] {
  return [
    ...(facts.acts.length > 1 ? ['合计超过年收入的，条文没有封顶。'] : []),
    ...(facts.role === 'otherManager'
      ? ['其他负责人、安全生产管理人员属于直接负责的主管人员或者其他直接责任人员的，按第十二条处罚。']
      : []),
  ]
}

function estimateNotes({ params }: Row<Params>, facts: Facts, fined: readonly Fined[], env: RuleEnv<Params>): string[] {
  if (params.wage === null || typeof facts.annualIncomeYuan === 'number') return []
  if (!fined.some(({ step }) => step.op === 'percent')) return []
  const article = env.lawOf(params.wage.law, params.wage.clause)
  return [`年收入难以确定，按本省上年度城镇单位就业人员平均工资的倍数测算（${article}）。`]
}
