/** Worked cases as a lawyer reads them in a spreadsheet: facts under Chinese heads, the expected answer in words. */
import { AppError } from '../result.ts'
import type { Answer } from './answer.ts'
import { actLabels } from './law/person-fine.ts'

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
export function factsOf(line: CaseLine): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const [head, text] of Object.entries(line)) {
    if (EXPECTED.has(head) || text === '') continue
    const fact = FACTS[head]
    if (fact === undefined) throw new Error(`unknown head ${head}`)
    facts[fact.name] = text === '未知' ? null : fact.read(text)
  }
  return facts
}

/** Heads that say what must come out, and what the case is called. */
export const EXPECTED: ReadonlySet<string> = new Set(['例', '说明', '期望', '依据', '问题', '提示', '算式'])

type Fact = { readonly name: string; readonly read: (text: string) => unknown }

/** A number where it is one; the text itself otherwise, so that a bad value reaches the rule and is refused there. */
const number = (text: string): unknown => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
const word = (text: string): unknown => text
const choice =
  (words: Readonly<Record<string, unknown>>) =>
  (text: string): unknown =>
    text in words ? words[text] : text
const list =
  (read: (part: string) => unknown) =>
  (text: string): unknown =>
    text.split('；').map(read)

const kinds = {
  一般工矿: 'general',
  火灾: 'fire',
  道路交通: 'road',
  特种设备: 'special',
  煤矿: 'coal',
  铁路: 'rail',
  电力: 'power',
}
const roles = {
  主要负责人: 'principal',
  其他负责人: 'otherManager',
  个人经营投资人: 'investor',
  直接责任人员: 'directResponsible',
}
const acts = Object.fromEntries(Object.entries(actLabels).map(([act, label]) => [label, act]))

const FACTS: Readonly<Record<string, Fact>> = {
  死亡: { name: 'deaths', read: number },
  重伤: { name: 'seriousInjuries', read: number },
  急性工业中毒: { name: 'acutePoisoning', read: number },
  '损失（万元）': { name: 'directLossWan', read: word },
  事故种类: { name: 'kind', read: choice(kinds) },
  适用: { name: 'regime', read: choice(kinds) },
  发生日: { name: 'occurredOn', read: word },
  首日方案: { name: 'plan', read: word },
  调查组成立日: { name: 'teamFormedOn', read: word },
  具备勘察条件日: { name: 'inspectableOn', read: word },
  鉴定: {
    name: 'appraisals',
    read: list((part) => {
      const [from, to] = part.split('→')
      return { from, to: to === '未出具' ? null : to }
    }),
  },
  延期: {
    name: 'extensions',
    read: list((part) => {
      const [days, approvedOn] = part.split('日，批准')
      return { days: Number(days), approvedOn }
    }),
  },
  等级: { name: 'grade', read: word },
  收到报告日: { name: 'receivedOn', read: word },
  '批复延期（日）': { name: 'extensionDays', read: number },
  批复日: { name: 'approvedOn', read: word },
  接到督办通知日: { name: 'noticeReceivedOn', read: word },
  瞒报等: { name: 'concealment', read: choice({ 无: 'none', 有: 'basic', 有严重后果: 'aggravated' }) },
  倍数: { name: 'multiple', read: (text) => (text === '二至五倍' ? true : number(text)) },
  身份: { name: 'role', read: choice(roles) },
  行为: {
    name: 'acts',
    read: list((part) => {
      const name = part.replace('（有严重后果）', '')
      return { act: acts[name] ?? name, ...(name === part ? {} : { severe: true }) }
    }),
  },
  '年收入（元）': { name: 'annualIncomeYuan', read: number },
  '全省平均工资（元）': { name: 'provincialAverageWageYuan', read: number },
  单位接报: { name: 'unitKnewAt', read: word },
  县级接报: { name: 'countyReceivedAt', read: word },
  市级接报: { name: 'cityReceivedAt', read: word },
  省级接报: { name: 'provinceReceivedAt', read: word },
  类别: { name: 'type', read: word },
}

/** What came out, in the words of the column 期望. */
export function outcomeText(answer: Answer | readonly Answer[]): string {
  if (isList(answer)) return answer.map((one) => text(one.result)).join('；')
  return text(answer.result)
}

/** What comes out of a line: the words, the clause, whether a person is asked, what is pointed out, the arithmetic. */
export type Outcome = {
  readonly text: string
  readonly clause: string
  readonly question: string | null
  readonly notes: readonly string[]
  readonly arithmetic: string
}

/** Runs a line; a refusal is an outcome, its sentence stands among the notes. */
export function runCase(line: CaseLine, evaluate: (facts: unknown) => Answer | readonly Answer[]): Outcome {
  try {
    const answer = evaluate(factsOf(line))
    const answers = isList(answer) ? answer : [answer]
    return {
      text: outcomeText(answer),
      clause: answers.map(({ clause }) => clause).join('；'),
      question: answers.find(({ question }) => question !== null)?.question ?? null,
      notes: answers.flatMap(({ notes }) => notes),
      arithmetic: answers.map(({ arithmetic }) => arithmetic).join('；'),
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { text: '拒绝', clause: '', question: null, notes: [error.message], arithmetic: '' }
  }
}

/** What of a line does not hold; empty when all does. */
export function faultsOf(line: CaseLine, outcome: Outcome): string[] {
  const { 期望: expected = '', 依据: clause = '', 问题: question = '', 提示: note = '', 算式: arithmetic = '' } = line
  const isAsked = outcome.question !== null
  return [
    ...(outcome.text === expected ? [] : [`期望“${expected}”，得到“${outcome.text}”`]),
    ...(outcome.clause.includes(clause) ? [] : [`依据应含“${clause}”，得到“${outcome.clause}”`]),
    ...(isAsked === (question !== '') && (outcome.question ?? '').includes(question)
      ? []
      : [`问题应为“${question}”，得到“${outcome.question ?? ''}”`]),
    ...(note === '' || outcome.notes.some((text) => text.includes(note)) ? [] : [`提示应含“${note}”`]),
    ...(arithmetic === '' || outcome.arithmetic === arithmetic
      ? []
      : [`算式应为“${arithmetic}”，得到“${outcome.arithmetic}”`]),
  ]
}

function isList(answer: Answer | readonly Answer[]): answer is readonly Answer[] {
  return Array.isArray(answer)
}

type Shown = Readonly<Record<string, unknown>>

/** By the shape of the result: each rule has its own. */
function text(result: unknown): string {
  if (typeof result !== 'object' || result === null) return String(result)
  const shown = result as Shown
  if ('provisional' in shown) return `${shown.provisional === true ? '初判：' : ''}${shown.grade}`
  if ('supervisionLastDay' in shown)
    return `督办${shown.supervisionLastDay}，法定${shown.statutoryLastDay ?? '不定'}，较早${shown.earlier}`
  if ('lastDay' in shown) return String(shown.lastDay ?? '不定')
  if ('tier' in shown) return shown.tier === null ? '两法并列' : `${shown.tier}：${range(shown.minWan, shown.maxWan)}`
  if ('parts' in shown) return range(shown.minYuan, shown.maxYuan)
  if ('channel' in shown) return `${shown.to}${shown.channel}${String(shown.by).slice(0, 16).replace('T', ' ')}`
  if ('code' in shown) return `${shown.code}${shown.name}`
  if ('from' in shown) return `${shown.from}至${shown.to}`
  throw new Error(`no words for ${Object.keys(shown).join()}`)
}

function range(min: unknown, max: unknown): string {
  if (min === null || max === null) return '无依据'
  return min === max ? String(min) : `${min}–${max}`
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
