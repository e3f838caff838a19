/** A table of three ladders — deaths, injured, loss — of which the highest wins (493号令第三条; 取最高 is inferred). */
import type { Change } from './answer.ts'
import type { Step } from './steps.ts'
import { wanText } from './sums.ts'

export type Figures = {
  readonly deaths: number | null
  /** 重伤 with 急性工业中毒 */
  readonly injured: number | null
  /** 分 */
  readonly lossFen: number | null
}

export type FigureName = keyof Figures

/** Lower bounds only: the upper bound of a rung is the lower one of the next, so neither a gap nor an overlap can be written. */
export type Rung = { readonly name: string } & { readonly [F in FigureName]: number }

export const figureNames: readonly FigureName[] = ['deaths', 'injured', 'lossFen']

export const figureLabels: Readonly<Record<FigureName, string>> = {
  deaths: '死亡',
  injured: '重伤（含急性工业中毒）',
  lossFen: '直接经济损失',
}

/** The names that facts have outside: what `decidedBy` says. */
export const factNames: Readonly<Record<FigureName, string>> = {
  deaths: 'deaths',
  injured: 'seriousInjuries',
  lossFen: 'directLossWan',
}

export type Climbed = {
  /** index of the rung; unknown figures do not raise it */
  readonly at: number
  readonly decidedBy: readonly FigureName[]
  readonly unknown: readonly FigureName[]
  readonly steps: readonly Step[]
}

/** The highest rung that any known figure reaches: «以上»含本数, «以下»不含. */
export function climb(rungs: readonly Rung[], figures: Figures): Climbed {
  const reached = figureNames.map((figure) => rungOf(rungs, figure, figures[figure]))
  const at = Math.max(0, ...reached.map((index) => index ?? 0))
  return {
    at,
    decidedBy: figureNames.filter((_, index) => reached[index] === at),
    unknown: figureNames.filter((_, index) => reached[index] === null),
    steps: [
      ...figureNames.map((figure, index) => rungStep(rungs, figure, figures[figure], reached[index] ?? null)),
      {
        op: 'highest',
        names: [...new Set(reached.flatMap((index) => nameAt(rungs, index)))],
        result: rungs[at]?.name ?? '',
      },
    ],
  }
}

/** Index of the highest rung whose lower bound is reached; null for an unknown figure. */
export function rungOf(rungs: readonly Rung[], figure: FigureName, value: number | null): number | null {
  return value === null ? null : rungs.findLastIndex((rung) => value >= rung[figure])
}

function nameAt(rungs: readonly Rung[], index: number | null): string[] {
  const name = index === null ? undefined : rungs[index]?.name
  return name === undefined ? [] : [name]
}

function rungStep(rungs: readonly Rung[], figure: FigureName, value: number | null, index: number | null): Step {
  if (value === null || index === null) return { op: 'unknown', figure: figureLabels[figure] }
  return {
    op: 'rung',
    figure: figureLabels[figure],
    value,
    unit: figure === 'lossFen' ? 'loss' : 'persons',
    atLeast: rungs[index]?.[figure] ?? 0,
    below: rungs[index + 1]?.[figure] ?? null,
    name: rungs[index]?.name ?? '',
  }
}

/** Where a known figure would first raise the answer: the bound of the next rung, and what comes out there. */
export function nextBounds(rungs: readonly Rung[], figures: Figures, at: number): readonly Change[] {
  const next = rungs[at + 1]
  if (next === undefined) return []
  return figureNames
    .filter((figure) => figures[figure] !== null)
    .map((figure) => ({
      fact: factNames[figure],
      from: figure === 'lossFen' ? `${wanText(next.lossFen)} 万元` : `${next[figure]} 人`,
      to: next.name,
    }))
}

/** Persons of two kinds together: unknown when one of them is. */
export function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
