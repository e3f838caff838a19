/**
 * The law's own tables, typed a second time from the page with both bounds. What a rule answers is compared with them at
 * every boundary of both transcriptions. Each function gives back what does not hold.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '../../src/shared/rules/answer.ts'
import { parseCases } from '../../src/shared/rules/cases.ts'
import { type RuleBook, type RuleId, shippedSettings } from '../../src/shared/rules/index.ts'

const folder = join(import.meta.dirname, '..', 'fixtures', 'printed')
export type PrintedLine = Readonly<Record<string, string>>
const known = new Map<string, PrintedLine[]>()

export function printed(name: string): PrintedLine[] {
  const lines = known.get(name) ?? parseCases(readFileSync(join(folder, `${name}.csv`), 'utf8'))
  known.set(name, lines)
  return lines
}

export type Fields = Readonly<Record<string, unknown>>

/** The fields of the result; of the first item where the answer is a list; of the named alternative where there is one. */
export function resultOf(book: RuleBook, rule: RuleId, facts: Fields): Fields {
  return oneOf(book.rules[rule].evaluate(facts, shippedSettings)).result as Fields
}

function oneOf(answer: Answer | readonly Answer[]): Answer {
  const one = 'result' in answer ? answer : answer[0]
  if (one === undefined) throw new Error('no answer')
  return one
}

const FIGURES = [
  ['死亡', 'deaths', 1],
  ['重伤', 'seriousInjuries', 1],
  ['损失', 'directLossWan', 1_000_000],
] as const

/** 分 of a printed number of 万元, or persons: whole numbers in both. */
const scaled = (text: string, unit: number) => Math.round(Number(text) * unit)
const wan = (fen: number) => String(fen / 1_000_000)

type Bracket = { readonly from: number; readonly below: number }

/** Both bounds of a figure as printed: persons are printed with the last number, losses with the first one beyond. */
function bracketOf(line: PrintedLine, figure: (typeof FIGURES)[number]): Bracket {
  const [label, , unit] = figure
  const from = scaled(line[`${label}从`] ?? '', unit)
  const end = label === '损失' ? line.损失不到 : line[`${label}至`]
  if (end === undefined || end === '') return { from, below: Number.POSITIVE_INFINITY }
  return { from, below: label === '损失' ? scaled(end, unit) : Number(end) + 1 }
}

type Tier = Readonly<Record<'deaths' | 'injured' | 'lossFen', number>>

/** The bounds that the data itself has: a bound only there is tried as well as one only on the page. */
function edgesOf(book: RuleBook, [label]: (typeof FIGURES)[number]): number[] {
  const figure = label === '死亡' ? 'deaths' : label === '重伤' ? 'injured' : 'lossFen'
  return (['grade', 'unitFine'] as const).flatMap((rule) =>
    book.rules[rule].rows.rows.flatMap(({ params }) =>
      (params as { readonly tiers: readonly Tier[] }).tiers.map((tier) => tier[figure]),
    ),
  )
}

/** The tables of grade and fine: one group of lines for a rule, a kind and a day. */
export function tierFaults(book: RuleBook): string[] {
  const groups = Map.groupBy(printed('tiers'), (line) => [line.规则, line.种类, line.适用日].join())
  return [...groups.values()].flatMap((lines) => {
    const [first] = lines
    if (first === undefined) return []
    const ordered = lines.toSorted((a, b) => bracketOf(a, FIGURES[0]).from - bracketOf(b, FIGURES[0]).from)
    return FIGURES.flatMap((figure) => {
      const printedEdges = lines.flatMap((line) => {
        const { from, below } = bracketOf(line, figure)
        return Number.isFinite(below) ? [from, below] : [from]
      })
      const points = new Set([...printedEdges, ...edgesOf(book, figure)].flatMap((edge) => [edge - 1, edge, edge + 1]))
      return [...points].filter((value) => value >= 0).flatMap((value) => pointFaults(book, ordered, figure, value))
    })
  })
}

/** One figure at a time; the others are 0, which is in the lowest line. */
function pointFaults(
  book: RuleBook,
  lines: readonly PrintedLine[],
  figure: (typeof FIGURES)[number],
  value: number,
): string[] {
  const holding = lines.filter((line) => {
    const { from, below } = bracketOf(line, figure)
    return from <= value && value < below
  })
  const [line] = holding
  if (line === undefined || holding.length > 1) return [`${figure[0]} ${value}: in ${holding.length} printed lines`]
  const facts = {
    deaths: 0,
    seriousInjuries: 0,
    directLossWan: '0',
    [figure[1]]: figure[0] === '损失' ? wan(value) : value,
    occurredOn: line.适用日,
    [line.规则 === 'grade' ? 'kind' : 'regime']: line.种类,
  }
  const found = answerFor(book, line, facts)
  const expected =
    line.规则 === 'grade'
      ? { grade: line.等级 }
      : { tier: line.档, minWan: money(line.罚款从), maxWan: money(line.罚款至) }
  return differences(`${line.规则} ${line.种类} ${line.适用日} ${figure[0]} ${value}`, expected, found)
}

/** 特种设备: the law of its own is the first of the two answers side by side. */
function answerFor(book: RuleBook, line: PrintedLine, facts: Fields): Fields {
  const rule = line.规则 === 'grade' ? 'grade' : 'unitFine'
  const answer = oneOf(book.rules[rule].evaluate(facts, shippedSettings))
  return (
    line.规则 === 'unitFine' && line.种类 === 'special' ? answer.alternatives[0]?.result : answer.result
  ) as Fields
}

const money = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))

export function differences(what: string, expected: Fields, found: Fields): string[] {
  return Object.entries(expected).flatMap(([name, value]) =>
    found[name] === value ? [] : [`${what}: ${name} ${String(found[name])} instead of ${String(value)}`],
  )
}

/** A figure that is in the grade, for the fines that only ask for the grade. */
const LEAST_DEATHS: Readonly<Record<string, number>> = { 一般: 0, 较大: 3, 重大: 10, 特别重大: 30 }

/** 瞒报等: what it adds to the fine of the tier. */
export function concealmentFaults(book: RuleBook): string[] {
  return printed('concealment').flatMap((line) => {
    const facts = {
      deaths: LEAST_DEATHS[line.等级 ?? ''],
      seriousInjuries: 0,
      directLossWan: '0',
      occurredOn: line.适用日,
      regime: line.种类,
    }
    const plain = resultOf(book, 'unitFine', facts)
    const added = (concealment: string, from: string | undefined, to: string | undefined) =>
      differences(
        `concealment ${line.适用日} ${line.种类} ${line.等级} ${concealment}`,
        { minWan: Number(plain.minWan) + Number(from), maxWan: Number(plain.maxWan) + Number(to) },
        resultOf(book, 'unitFine', { ...facts, concealment }),
      )
    return [...added('basic', line.基本从, line.基本至), ...added('aggravated', line.严重从, line.严重至)]
  })
}

/** Two to five times: the bounds of the multiple, and what lies beyond them is refused. */
export function multipleFaults(book: RuleBook): string[] {
  return printed('multiples').flatMap((line) => {
    const facts = { deaths: 1, seriousInjuries: 0, directLossWan: '0', occurredOn: line.适用日, regime: line.种类 }
    const plain = resultOf(book, 'unitFine', facts)
    const [least, most] = [Number(line.最低倍), Number(line.最高倍)]
    const whole = differences(
      `multiple ${line.适用日} ${line.种类}`,
      { minWan: Number(plain.minWan) * least, maxWan: Number(plain.maxWan) * most },
      resultOf(book, 'unitFine', { ...facts, multiple: true }),
    )
    const edges = [least - 0.5, most + 0.5].flatMap((multiple) =>
      isRefused(() => resultOf(book, 'unitFine', { ...facts, multiple })) ? [] : [`multiple ${multiple} not refused`],
    )
    const inside = [least, most].flatMap((multiple) =>
      isRefused(() => resultOf(book, 'unitFine', { ...facts, multiple })) ? [`multiple ${multiple} refused`] : [],
    )
    return [...whole, ...edges, ...inside]
  })
}

function isRefused(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}

const INCOME = 1_000_000

/** Shares of the income and fixed sums of persons, with their clause. */
export function shareFaults(book: RuleBook): string[] {
  return printed('shares').flatMap((line) =>
    [false, true].flatMap((severe) => {
      const act = { act: line.行为, ...(severe ? { severe: true } : {}) }
      const facts = {
        role: line.身份,
        grade: line.等级,
        occurredOn: line.适用日,
        regime: line.种类,
        annualIncomeYuan: INCOME,
        acts: [act],
      }
      const [from, to] = severe ? [line.严重从, line.严重至] : [line.基本从, line.基本至]
      const expected = yuanOf(from, to, line.定额从, line.定额至)
      const found = resultOf(book, 'personFine', facts)
      const [part] = found.parts as readonly { readonly basis: string | null }[]
      const what = `personFine ${line.适用日} ${line.种类} ${line.身份} ${line.行为} ${line.等级}${severe ? ' severe' : ''}`
      const clause = line.条文 ?? ''
      const [, law = '', article = ''] = /^(.+?)(第.+)$/.exec(clause) ?? []
      const basis = part?.basis ?? null
      const isCited =
        clause === '' ? basis === null : basis?.endsWith(article) === true && basis.includes(lawWord(book, law))
      return [
        ...differences(what, expected, found),
        ...(isCited ? [] : [`${what}: basis ${basis} instead of ${clause}`]),
      ]
    }),
  )
}

export function lawWord(book: RuleBook, key: string): string {
  const law = book.laws.find((candidate) => candidate.key === key)
  if (law === undefined) throw new Error(`printed law ${key} is not in the list`)
  return law.title
}

function yuanOf(from = '', to = '', fixedFrom = '', fixedTo = ''): Fields {
  if (fixedFrom !== '') return { minYuan: Number(fixedFrom) * 10_000, maxYuan: Number(fixedTo) * 10_000 }
  if (from === '') return { minYuan: null, maxYuan: null }
  return { minYuan: (INCOME * Number(from)) / 100, maxYuan: (INCOME * Number(to)) / 100 }
}
