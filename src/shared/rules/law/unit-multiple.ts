/** The tiers of a fine, and its two to five times (安全生产法第一百一十四条第二款; 14号令第十八条). */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Rung } from '../ladder.ts'
import { GradeName, type Row, Wan } from '../law-data.ts'
import type { Range, Step } from '../steps.ts'

export type Tier = Rung & { readonly grade: GradeName; readonly fine: Range | null }

export const Tier = z
  .tuple([z.string(), GradeName, z.int().min(0), z.int().min(0), Wan, Wan.nullable(), Wan.nullable()])
  .transform(([name, grade, deaths, injured, lossFen, min, max]): Tier => {
    const fine = min === null || max === null ? null : { min, max }
    return { name, grade, deaths, injured, lossFen, fine }
  })
/** 情节特别严重、影响特别恶劣: so many times the fine, in the circumstances that the article lists, if it does. */
export const Multiple = z.strictObject({
  min: z.int(),
  max: z.int(),
  law: z.string(),
  clause: z.string(),
  circumstances: z.array(z.strictObject({ item: z.string(), label: z.string() })).optional(),
})

/** 情节特别严重 of one grade, where the law names an amount instead of a multiple. */
export const Gravest = z.strictObject({ grade: GradeName, minWan: Wan, maxWan: Wan })

type Params = {
  readonly tiers: readonly Tier[]
  readonly multiple: z.output<typeof Multiple> | null
  readonly gravest?: z.output<typeof Gravest> | undefined
}
type Facts = {
  readonly multiple?: true | number | undefined
  readonly circumstances?: readonly string[] | undefined
}
type LawOf = (law: string, clause: string) => string

export type Base = { readonly name: string; readonly range: Range; readonly steps: readonly Step[] }

/** The fine itself, or its multiples: of the tier, and of the whole range of the grade, where the two differ. */
export function basesOf(row: Row<Params>, tier: Tier, fine: Range, facts: Facts, lawOf: LawOf): readonly Base[] {
  const { multiple } = facts
  if (multiple === undefined) return [{ name: tier.name, range: fine, steps: [] }]
  const { gravest } = row.params
  if (row.params.multiple === null) {
    if (multiple !== true || gravest?.grade !== tier.grade)
      throw new AppError('refused', `${lawOf(row.law, row.clause)}没有按倍数罚款的规定，请不要选择倍数。`)
    const range = { min: gravest.minWan, max: gravest.maxWan }
    return [{ name: '情节特别严重', range, steps: [{ op: 'range', name: '情节特别严重', range, unit: 'wan' }] }]
  }
  const { min, max, law, clause } = row.params.multiple
  refuseWithoutCircumstance(row.params.multiple, facts.circumstances, lawOf)
  if (multiple !== true && !(multiple >= min && multiple <= max))
    throw new AppError(
      'refused',
      `倍数应在 ${min} 倍以上 ${max} 倍以下（${lawOf(law, clause)}），现为 ${multiple} 倍，请核对。`,
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

/** Multiples need one of the circumstances of the article; which one is met is chosen by a person. */
function refuseWithoutCircumstance(
  { law, clause, circumstances }: NonNullable<Params['multiple']>,
  chosen: Facts['circumstances'],
  lawOf: LawOf,
): void {
  if (chosen === undefined) return
  const article = lawOf(law, clause)
  if (chosen.length === 0)
    throw new AppError('refused', `没有选定${article}规定的情形，不能使用倍数，请先选定情形或者去掉倍数。`)
  const unknown = circumstances && chosen.find((item) => !circumstances.some((known) => known.item === item))
  if (circumstances !== undefined && unknown !== undefined)
    throw new AppError(
      'refused',
      `${article}没有情形“${unknown}”，请从中选择：${circumstances.map(({ item, label }) => `${item}${label}`).join('；')}。`,
    )
}

/** From the lowest to the highest tier of a grade: what the statute itself gives. */
function wholeRange(tiers: readonly Tier[], grade: GradeName): Range | null {
  const fines = tiers.flatMap((tier) => (tier.grade === grade && tier.fine !== null ? [tier.fine] : []))
  const [first] = fines
  const last = fines.at(-1)
  return first === undefined || last === undefined ? null : { min: first.min, max: last.max }
}
