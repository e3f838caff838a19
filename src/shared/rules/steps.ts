/**
 * What a rule did, step by step. A rule writes no sentence: it pushes steps, and `say` words the values it finds in them,
 * so that the sentence cannot say another figure than the one that was computed.
 */
import { assertNever } from '../result.ts'
import { type Day, dayText } from './days.ts'
import { wanText, yuanText } from './sums.ts'

/** Whole numbers of 分, both ends included. */
export type Range = { readonly min: number; readonly max: number }

export type Step =
  | { readonly op: 'plusDays'; readonly base: Day; readonly terms: readonly DaysTerm[]; readonly result: Day }
  | {
      readonly op: 'plusMonths'
      readonly base: Day
      readonly months: number
      readonly why: string
      readonly result: Day
      readonly isClamped: boolean
    }
  | {
      readonly op: 'plusWorkingDays'
      readonly base: Day
      readonly days: number
      readonly why: string
      /** weekdays off and weekends worked on the way */
      readonly off: readonly Day[]
      readonly worked: readonly Day[]
      readonly result: Day
    }
  | {
      readonly op: 'plusHours'
      readonly base: string
      readonly hours: number
      readonly why: string
      readonly result: string
    }
  | {
      readonly op: 'united'
      readonly spans: readonly { readonly from: Day; readonly to: Day }[]
      readonly why: string
      readonly days: number
    }
  | {
      readonly op: 'rung'
      readonly figure: string
      readonly value: number
      readonly unit: 'persons' | 'loss' | 'days'
      readonly atLeast: number
      readonly below: number | null
      readonly name: string
    }
  | { readonly op: 'unknown'; readonly figure: string }
  | {
      readonly op: 'sum'
      readonly parts: readonly { readonly name: string; readonly value: number }[]
      readonly unit: string
      readonly result: number
      readonly why: string
    }
  | { readonly op: 'highest'; readonly names: readonly string[]; readonly result: string }
  | { readonly op: 'range'; readonly name: string; readonly range: Range; readonly unit: 'wan' | 'yuan' }
  | {
      readonly op: 'times'
      readonly name: string
      readonly base: Range
      readonly by: readonly [number, number]
      readonly result: Range
      readonly unit: 'wan' | 'yuan'
    }
  | {
      readonly op: 'percent'
      readonly name: string
      readonly base: Range
      readonly by: readonly [number, number]
      readonly result: Range
    }
  | {
      readonly op: 'addRanges'
      readonly parts: readonly Range[]
      readonly why: string
      readonly result: Range
      readonly unit: 'wan' | 'yuan'
    }
  | {
      readonly op: 'earlier'
      readonly days: readonly { readonly name: string; readonly day: Day }[]
      readonly result: Day
    }
  | {
      readonly op: 'formula'
      readonly name: string
      /** figures, and the operators between them */
      readonly parts: readonly (FormulaFigure | '+' | '×' | '÷' | '（' | '）')[]
      readonly result: FormulaFigure
    }
  | {
      readonly op: 'capped'
      readonly name: string
      readonly value: number
      readonly cap: number
      readonly result: number
    }
  | { readonly op: 'inForce'; readonly day: Day; readonly what: string }
  | { readonly op: 'reason'; readonly text: string }

/** 分 printed as 万元 or 元, or a plain number with its unit. */
export type FormulaFigure =
  | { readonly name?: string; readonly fen: number; readonly unit: '万元' | '元' }
  | { readonly number: number | string; readonly unit: string }

export type DaysTerm = { readonly days: number; readonly why: string }

/** One step as a sentence without its full stop. */
export function say(step: Step): string {
  switch (step.op) {
    case 'plusDays':
      return `${[dayText(step.base), ...step.terms.map(term)].join('')} = ${dayText(step.result)}`
    case 'plusMonths':
      return `${dayText(step.base)} + ${step.months} 个月（${step.why}） = ${dayText(step.result)}${
        step.isClamped ? '（无对应日，取月末日，民法典第二百零二条）' : ''
      }`
    case 'plusWorkingDays':
      return `${dayText(step.base)} + ${step.days} 个工作日（${[step.why, ...changedDays(step)].join('，')}） = ${dayText(step.result)}`
    case 'plusHours':
      return `${minute(step.base)} + ${step.hours} 小时（${step.why}） = ${minute(step.result)}`
    case 'united':
      return `${step.spans.map((span) => `${dayText(span.from)} 至 ${dayText(span.to)}`).join('、')}，合计 ${step.days} 日（${step.why}）`
    case 'rung':
      return `${step.figure} ${amount(step.value, step.unit)}，${bounds(step)}，${step.name}`
    case 'unknown':
      return `${step.figure}未知，暂不比对`
    case 'sum':
      return `${step.parts.map(({ name, value }) => `${name} ${value}`).join(' + ')} = ${step.result} ${step.unit}（${step.why}）`
    case 'highest':
      return `${step.names.join('、')}，取最高 → ${step.result}`
    case 'range':
      return `${step.name}：${ranged(step.range, step.unit)}`
    case 'times':
      return `${step.name}：${ranged(step.base, step.unit)} × ${between(...step.by)} = ${ranged(step.result, step.unit)}`
    case 'percent':
      return `${step.name}：${ranged(step.base, 'yuan')} × ${between(...step.by)}% = ${ranged(step.result, 'yuan')}`
    case 'addRanges':
      return `${step.parts.map((part) => ranged(part, step.unit)).join(' + ')}（${step.why}） = ${ranged(step.result, step.unit)}`
    case 'earlier':
      return `${step.days.map(({ name, day }) => `${name} ${dayText(day)}`).join('、')}，较早者 ${dayText(step.result)}`
    case 'formula':
      return `${step.name}：${expression(step.parts)} = ${figure(step.result)}`
    case 'capped':
      return `${step.name} ${wanText(step.value)} 万元，封顶 ${wanText(step.cap)} 万元，取 ${wanText(step.result)} 万元`
    case 'inForce':
      return `${dayText(step.day)} 适用 ${step.what}`
    case 'reason':
      return step.text
    default:
      return assertNever(step)
  }
}

/** The arithmetic of an answer in one line. */
export function arithmeticOf(steps: readonly Step[]): string {
  return steps.map(say).join('；')
}

const term = ({ days, why }: DaysTerm) => ` ${days < 0 ? '−' : '+'} ${Math.abs(days)} 日（${why}）`

function expression(parts: Extract<Step, { op: 'formula' }>['parts']): string {
  const text = parts.map((part) => (typeof part === 'string' ? part : figure(part))).join(' ')
  return text.replaceAll('（ ', '（').replaceAll(' ）', '）')
}

function figure(part: FormulaFigure): string {
  if ('fen' in part) {
    const name = part.name === undefined ? '' : `${part.name} `
    return `${name}${part.unit === '元' ? yuanText(part.fen) : wanText(part.fen)} ${part.unit}`
  }
  return part.unit === '%' || part.unit === '' ? `${part.number}${part.unit}` : `${part.number} ${part.unit}`
}

function changedDays({ off, worked }: Extract<Step, { op: 'plusWorkingDays' }>): string[] {
  const named = (days: readonly Day[], what: string) =>
    days.length === 0 ? [] : [`${days.map(dayText).join('、')}${what}`]
  return [...named(off, '放假'), ...named(worked, '上班')]
}

/** `2026-08-04T09:35:00+08:00` → `2026-08-04 09:35` */
const minute = (instant: string) => instant.slice(0, 16).replace('T', ' ')

const amount = (value: number, unit: 'persons' | 'loss' | 'days') =>
  unit === 'loss' ? `${wanText(value)} 万元` : `${value} ${unit === 'days' ? '日' : '人'}`

function bounds({ atLeast, below, unit }: Extract<Step, { op: 'rung' }>): string {
  const from = `不少于 ${amount(atLeast, unit)}`
  return below === null ? from : `${from}、少于 ${amount(below, unit)}`
}

const between = (min: number, max: number) => (min === max ? String(min) : `${min}–${max}`)

function ranged({ min, max }: Range, unit: 'wan' | 'yuan'): string {
  const text = unit === 'wan' ? wanText : yuanText
  return `${min === max ? text(min) : `${text(min)}–${text(max)}`} ${unit === 'wan' ? '万元' : '元'}`
}
