/** Facts under Chinese heads: how a worked case in a spreadsheet, and the form of a rule, name and read them. */
import { Plan } from './facts.ts'
import { gradeNames, type Kind } from './law-data.ts'

/**
 * `name` is the fact; `read` turns a cell into it. A cell that is not understood goes on as it is and is refused by the rule.
 * `choices`: the words that a form offers, where there is a fixed number of them, each with its value.
 */
export type Head = {
  readonly name: string
  readonly read: (cell: string) => unknown
  readonly choices?: Readonly<Record<string, unknown>>
}
export type Heads = Readonly<Record<string, Head>>

/** A number where the cell is one. */
export const number = (name: string): Head => ({
  name,
  read: (cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell),
})

export const word = (name: string): Head => ({ name, read: (cell) => cell })

/** 是 and 否. */
export const yesNo = (name: string): Head => choice(name, { 是: true, 否: false })

/** One of the Chinese words, each with its value. */
export const choice = (name: string, words: Readonly<Record<string, unknown>>): Head => ({
  name,
  read: (cell) => (Object.hasOwn(words, cell) ? words[cell] : cell),
  choices: words,
})

/** One of the words, each of which is its own value. */
export function oneOf(name: string, words: readonly string[]): Head {
  return choice(name, Object.fromEntries(words.map((word) => [word, word])))
}

/** Items between `；`. */
export const list = (name: string, read: (item: string) => unknown): Head => ({
  name,
  read: (cell) => cell.split('；').map(read),
})

/** The kinds of accidents, each by its Chinese name. */
export const kinds = {
  一般工矿: 'general',
  火灾: 'fire',
  道路交通: 'road',
  特种设备: 'special',
  煤矿: 'coal',
  铁路: 'rail',
  电力: 'power',
} as const satisfies Readonly<Record<string, Kind>>

export const casualtyHeads: Heads = {
  死亡: number('deaths'),
  重伤: number('seriousInjuries'),
  急性工业中毒: number('acutePoisoning'),
  '损失（万元）': word('directLossWan'),
}
export const occurredOnHead: Heads = { 发生日: word('occurredOn') }
export const kindHead: Heads = { 事故种类: choice('kind', kinds) }
export const regimeHead: Heads = { 适用: choice('regime', kinds) }
export const gradeHead: Heads = { 等级: oneOf('grade', gradeNames) }
export const planHead: Heads = { 首日方案: oneOf('plan', Plan.options) }

/** `50–70`, `50` where both ends are one, 无依据 where the law gives none. */
export function rangeWords(min: number | null, max: number | null): string {
  if (min === null || max === null) return '无依据'
  return min === max ? String(min) : `${min}–${max}`
}
