/** Worked cases as a lawyer reads them in a spreadsheet: facts under Chinese heads, the expected answer in words. */
import { AppError } from '../result.ts'
import { itemsOf } from './answer.ts'
import type { Heads } from './heads.ts'
import type { LoadedRule, Settings } from './rule.ts'

/** A line of a case file, by its heads. */
export type CaseLine = Readonly<Record<string, string>>

/** CSV with quoted cells and Chinese heads → lines. Throws when a line has another number of cells than the heads. */
export function parseCases(text: string): CaseLine[] {
  const [heads = [], ...rows] = cells(text.replace(/^\uFEFF/, ''))
  return rows.map((row) => {
    if (row.length !== heads.length) throw new Error(`line ${row[0]}: ${row.length} cells under ${heads.length} heads`)
    return Object.fromEntries(heads.map((head, at) => [head, row[at] ?? '']))
  })
}

/** The facts of a line; empty cells are left out, 未知 is null. Throws for a head that is neither fact nor expectation. */
export function factsOf(line: CaseLine, heads: Heads): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const [head, cell] of Object.entries(line)) {
    if (EXPECTED.has(head) || cell === '') continue
    const fact = heads[head]
    if (fact === undefined) throw new Error(`unknown head ${head}`)
    facts[fact.name] = cell === '未知' ? null : fact.read(cell)
  }
  return facts
}

/** Heads that say what must come out, and what the case is called. */
export const EXPECTED: ReadonlySet<string> = new Set(['例', '说明', '期望', '依据', '问题', '提示', '算式', '并列'])

/** What comes out of a line: the words, the clause, whether a person is asked, what is pointed out, the arithmetic. */
export type Outcome = {
  readonly text: string
  readonly clause: string
  readonly question: string | null
  readonly notes: readonly string[]
  readonly arithmetic: string
  readonly besides: string
}

/** Runs a line; a refusal is an outcome, its sentence stands among the notes. */
export function runCase(line: CaseLine, rule: LoadedRule, settings: Settings): Outcome {
  try {
    const answer = rule.evaluate(factsOf(line, rule.heads), settings)
    const answers = itemsOf(answer)
    return {
      text: rule.wordsOf(answer),
      clause: answers.map(({ clause }) => clause).join('；'),
      question: answers.find(({ question }) => question !== null)?.question ?? null,
      notes: answers.flatMap(({ notes }) => notes),
      arithmetic: answers.map(({ arithmetic }) => arithmetic).join('；'),
      besides: rule.besidesOf(answer),
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { text: '拒绝', clause: '', question: null, notes: [error.message], arithmetic: '', besides: '' }
  }
}

/** What of a line does not hold; empty when all does. */
export function faultsOf(line: CaseLine, outcome: Outcome): string[] {
  const {
    期望: expected = '',
    依据: clause = '',
    问题: question = '',
    提示: note = '',
    算式: arithmetic = '',
    并列: besides = '',
  } = line
  const isAsked = outcome.question !== null
  return [
    ...(outcome.text === expected ? [] : [`期望“${expected}”，得到“${outcome.text}”`]),
    ...(outcome.clause.includes(clause) ? [] : [`依据应含“${clause}”，得到“${outcome.clause}”`]),
    ...(isAsked === (question !== '') && (outcome.question ?? '').includes(question)
      ? []
      : [`问题应为“${question}”，得到“${outcome.question ?? ''}”`]),
    ...(note === '' || outcome.notes.some((text) => text.includes(note)) ? [] : [`提示应含“${note}”`]),
    ...(besides === '' || outcome.besides === besides ? [] : [`并列应为“${besides}”，得到“${outcome.besides}”`]),
    ...(arithmetic === '' || outcome.arithmetic === arithmetic
      ? []
      : [`算式应为“${arithmetic}”，得到“${outcome.arithmetic}”`]),
  ]
}

function cells(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end = ''] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}
