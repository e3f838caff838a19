/**
 * The law's own tables, typed a second time from the page with both bounds. What a rule answers is compared with them at
 * every boundary of both transcriptions. Each function gives back what does not hold.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '../../src/shared/rules/answer.ts'
import { parseCases } from '../../src/shared/rules/cases.ts'
import { type RuleBook, type RuleId, shippedSettings } from '../../src/shared/rules/index.ts'
import { plusDaysSlowly, plusMonthsSlowly, plusWorkingDaysSlowly } from './slow-days.ts'

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

/** The tables of grade and fine: one group of lines for a rule, a kind and a day. */
export function tierFaults(book: RuleBook, edges: ReadonlyMap<string, readonly number[]> = new Map()): string[] {
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
      const points = new Set(
        [...printedEdges, ...(edges.get(figure[1]) ?? [])].flatMap((edge) => [edge - 1, edge, edge + 1]),
      )
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

function differences(what: string, expected: Fields, found: Fields): string[] {
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

function lawWord(book: RuleBook, key: string): string {
  const law = book.laws.find((candidate) => candidate.key === key)
  if (law === undefined) throw new Error(`printed law ${key} is not in the list`)
  return law.title
}

function yuanOf(from = '', to = '', fixedFrom = '', fixedTo = ''): Fields {
  if (fixedFrom !== '') return { minYuan: Number(fixedFrom) * 10_000, maxYuan: Number(fixedTo) * 10_000 }
  if (from === '') return { minYuan: null, maxYuan: null }
  return { minYuan: (INCOME * Number(from)) / 100, maxYuan: (INCOME * Number(to)) / 100 }
}

/** Lengths of periods, walked day by day by the second implementation of dates. */
export function periodFaults(book: RuleBook): string[] {
  return printed('periods').flatMap((line) => {
    const { 规则: rule = '', 种类: kind = '', 适用日: day = '', 单位: unit, 事项: what = '' } = line
    const length = Number(line.长度)
    const last =
      unit === '月'
        ? plusMonthsSlowly(day, length)
        : unit === '工作日'
          ? plusWorkingDaysSlowly(day, length)
          : plusDaysSlowly(day, length)
    const label = `${rule} ${kind} ${day}`
    switch (rule) {
      case 'casualtyWindow':
        return differences(label, { lastDay: last }, resultOf(book, rule, { occurredOn: day, kind }))
      case 'investigationDeadline':
        return differences(label, { lastDay: last }, resultOf(book, rule, { occurredOn: day, kind, teamFormedOn: day }))
      case 'approvalDeadline':
        return differences(label, { lastDay: last }, resultOf(book, rule, { grade: kind, receivedOn: day }))
      case 'publicationDeadline':
        return differences(label, { lastDay: last }, resultOf(book, rule, { approvedOn: day }))
      case 'supervision':
        return differences(
          label,
          { supervisionLastDay: last },
          resultOf(book, rule, { noticeReceivedOn: day, occurredOn: day }),
        )
      case 'assessmentWindow':
        return differences(
          label,
          { [what.endsWith('起') ? 'from' : 'to']: last },
          resultOf(book, rule, { approvedOn: day }),
        )
      default:
        return [`no period of ${rule}`]
    }
  })
}

/** Who reports to whom within how many hours, and from which grade on: one grade lower there is no such report. */
export function clockFaults(book: RuleBook): string[] {
  const grades = ['一般', '较大', '重大', '特别重大']
  return printed('clocks').flatMap((line) => {
    const {
      种类: kind,
      等级: grade = '',
      接报单位: at = '',
      报给: to,
      方式: channel,
      小时: hours,
      条文: clause = '',
    } = line
    const reports = (level: string) => {
      const facts = { grade: level, kind, unitKnewAt: '2026-08-04T09:00:00+08:00', [at]: '2026-08-04T09:00:00+08:00' }
      const answers = book.rules.reportingClock.evaluate(facts, shippedSettings)
      return ('result' in answers ? [answers] : answers).filter(({ result }) => {
        const found = result as Fields
        return found.to === to && found.channel === channel && String(found.from) === senderOf(kind, at)
      })
    }
    const label = `reportingClock ${kind} ${grade} ${at} → ${to} ${channel}`
    const [, law = '', article = ''] = /^(.+?)(第.+)$/.exec(clause) ?? []
    const due = reports(grade).filter(
      ({ clause: cited }) => cited.endsWith(article) && cited.includes(lawWord(book, law)),
    )
    const by = `2026-08-04T${String(9 + Number(hours)).padStart(2, '0')}:00:00+08:00`
    const below = grades[grades.indexOf(grade) - 1]
    const lower = below === undefined ? [] : reports(below)
    const isRight = due.some(({ result }) => (result as Fields).by === by)
    return [
      ...(isRight ? [] : [`${label}: not due at ${by} by ${clause}`]),
      ...(lower.length === 0 || isPrintedFor(line, below ?? '') ? [] : [`${label}: due for ${below} as well`]),
    ]
  })
}

function senderOf(kind: string | undefined, at: string): string {
  const bureau = kind === 'special' ? '市场监督管理部门' : '应急管理部门'
  const senders: Readonly<Record<string, string>> = {
    unitKnewAt: '事故发生单位',
    countyReceivedAt: `县级${bureau}`,
    cityReceivedAt: `设区的市级${bureau}`,
    provinceReceivedAt: `省级${bureau}`,
  }
  return senders[at] ?? ''
}

/** Whether the same report is printed for a lower grade too. */
function isPrintedFor(line: PrintedLine, grade: string): boolean {
  return printed('clocks').some(
    (other) =>
      other.等级 === grade &&
      other.种类 === line.种类 &&
      other.接报单位 === line.接报单位 &&
      other.报给 === line.报给 &&
      other.方式 === line.方式,
  )
}

type Check = (book: RuleBook) => string[]

const CHECKS: readonly { readonly rules: readonly RuleId[]; readonly check: Check }[] = [
  { rules: ['grade', 'unitFine'], check: tierFaults },
  { rules: ['unitFine'], check: concealmentFaults },
  { rules: ['unitFine'], check: multipleFaults },
  { rules: ['personFine'], check: shareFaults },
  {
    rules: [
      'casualtyWindow',
      'investigationDeadline',
      'approvalDeadline',
      'publicationDeadline',
      'supervision',
      'assessmentWindow',
    ],
    check: periodFaults,
  },
  { rules: ['reportingClock'], check: clockFaults },
]

/** What of the printed tables does not hold for one rule. */
export function printedFaults(book: RuleBook, rule: RuleId): string[] {
  return CHECKS.filter(({ rules }) => rules.includes(rule)).flatMap(({ check }) => check(book))
}
