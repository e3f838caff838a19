/**
 * 事故等级, 493号令第三条. Lower bounds only: «以上»含本数, «以下»不含本数 (第三条第三款), so the upper bound of a grade is the
 * lower bound of the next one and neither a gap nor an overlap can be written.
 */
import type { DayText } from '../dates.ts'
import type { Rung } from '../rules/ladder.ts'
import { gradeRule } from '../rules/law/grade.ts'
import { shippedRows } from '../rules/shipped.ts'
import { isInForce, type RuleRow } from './rule-row.ts'
import { headOf } from './shipped-row.ts'

/** 1 一般 · 2 较大 · 3 重大 · 4 特别重大 */
export type Grade = 1 | 2 | 3 | 4

export const gradeLabels: Readonly<Record<Grade, string>> = { 1: '一般', 2: '较大', 3: '重大', 4: '特别重大' }

/** `injured` is 重伤 with 急性工业中毒; 轻伤 does not count. */
export type GradeRung = {
  readonly grade: Grade
  readonly deaths: number
  readonly injured: number
  readonly lossFen: number
}

export type GradeTable = RuleRow & { readonly rungs: readonly [GradeRung, ...GradeRung[]] }

let tables: readonly GradeTable[] | null = null

/** Dated tables for the figures of 493号令第三条; before the first day of the first one there is no answer. */
export function gradeTables(): readonly GradeTable[] {
  tables ??= shippedRows(gradeRule)
    .rows.filter(({ kinds, withdrawnOn }) => kinds.includes('general') && withdrawnOn === undefined)
    .map((row) => ({ ...headOf(row), rungs: rungsOf(row.params.tiers) }))
  return tables
}

function rungsOf(tiers: readonly Rung[]): GradeTable['rungs'] {
  const [first, ...rest] = tiers.map(({ name, deaths, injured, lossFen }) => {
    const grade = gradeFromText(name)
    if (grade === null) throw new Error(`no grade ${name}`)
    return { grade, deaths, injured, lossFen }
  })
  if (first === undefined) throw new Error('no tiers')
  return [first, ...rest]
}

/** The table in force on a day; null when none is at hand. */
export function gradeTableOn(on: DayText): GradeTable | null {
  return gradeTables().find((table) => isInForce(table, on)) ?? null
}

/** 一般, 较大, 重大, 特别重大; null for anything else, so that «未定» is the caller's word. */
export function gradeLabel(grade: number | null): string | null {
  return grade === 1 || grade === 2 || grade === 3 || grade === 4 ? gradeLabels[grade] : null
}

/** `2`, `较大`, `较大事故` → 2; null when the words name no grade. */
export function gradeFromText(text: string): Grade | null {
  const word = text.trim().replace(/事故$/, '')
  const grades: readonly Grade[] = [1, 2, 3, 4]
  return grades.find((grade) => word === String(grade) || word === gradeLabels[grade]) ?? null
}
