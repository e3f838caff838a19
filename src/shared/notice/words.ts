/** The figures of a report in words, and the sentence for what is not known yet: 0 is a statement, unknown is not. */
import { wanText } from '../money.ts'
import type { Figures } from './reports.ts'

export const PENDING = '正在核实，后续报告。'

type Column =
  | 'deaths'
  | 'missing'
  | 'atRisk'
  | 'seriousInjuries'
  | 'acutePoisonings'
  | 'minorInjuries'
  | 'unspecifiedInjuries'
  | 'trapped'
  | 'evacuated'

/** In the order in which they are read; the first three must be stated (21号令第十条). */
export const figureNames: readonly (readonly [Column, string])[] = [
  ['deaths', '死亡'],
  ['missing', '下落不明'],
  ['atRisk', '涉险'],
  ['trapped', '被困'],
  ['seriousInjuries', '重伤'],
  ['acutePoisonings', '急性工业中毒'],
  ['minorInjuries', '轻伤'],
  ['unspecifiedInjuries', '受伤（轻重未分）'],
  ['evacuated', '紧急疏散'],
]

const stated: readonly string[] = ['deaths', 'missing', 'atRisk']

/** A nought that nobody asked for says nothing. */
export const isSaid = (name: string, value: number | null): boolean =>
  value !== null && (value !== 0 || stated.includes(name))

/** 死亡2人，下落不明0人，重伤2人；涉险人数正在核实。 */
export function figureWords(figures: Figures | null): string {
  if (figures === null) return `死亡、下落不明、涉险人数${PENDING}`
  const known = figureNames
    .filter(([name]) => isSaid(name, figures[name]))
    .map(([name, label]) => `${label}${figures[name]}人`)
  const unknown = figureNames
    .filter(([name]) => stated.includes(name) && figures[name] === null)
    .map(([, label]) => label)
  const pending = unknown.length === 0 ? '' : `${unknown.join('、')}人数正在核实`
  return `${[known.join('，'), pending].filter((part) => part !== '').join('；')}。`
}

export const lossWords = (fen: number | null): string =>
  fen === null ? `直接经济损失${PENDING}` : `初步估计直接经济损失${wanText(fen)}万元。`
