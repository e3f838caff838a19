/** The articles that a rule stands on, and finding a rule by one of them. */
import { chineseNumber } from '../../../shared/report/numbering.ts'
import type { Law } from '../../../shared/rules/law-data.ts'
import { lawTitle } from '../../../shared/rules/statutes.ts'
import type { LoadedRule } from './book.ts'

export type Citation = { readonly law: string; readonly clause: string }

const key = ({ law, clause }: Citation) => `${law} ${clause}`

const unique = (all: readonly Citation[]) =>
  all.filter((one, at) => all.findIndex((other) => key(other) === key(one)) === at)

/** Articles of the rows themselves. */
export function ownCitations(rows: readonly Citation[]): readonly Citation[] {
  return unique(rows.map(({ law, clause }) => ({ law, clause })))
}

/** Articles that stand beside numbers inside of the rows. */
export function innerCitations({ rows }: LoadedRule): readonly Citation[] {
  const own = new Set(rows.rows.map(key))
  return unique(rows.rows.flatMap(({ params }) => citationsIn(params))).filter((one) => !own.has(key(one)))
}

function citationsIn(value: unknown): readonly Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(citationsIn)
  return 'law' in value && 'clause' in value && typeof value.law === 'string' && typeof value.clause === 'string'
    ? [{ law: value.law, clause: value.clause }, ...inner]
    : inner
}

export function citationWords(laws: readonly Law[], { law, clause }: Citation): string {
  return `${lawTitle(laws, law)}${clause}`
}

/** Whether every word of the query is in the title, a law, a number of a document, or names one of the articles. */
export function isFound(rule: LoadedRule, laws: readonly Law[], query: string): boolean {
  const citations = [...ownCitations(rule.rows.rows), ...innerCitations(rule)]
  const texts = [rule.rows.title, ...citations.map((one) => citationWords(laws, one))].map(plain)
  return query
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => {
      const article = /^(.*?)第?(\d+)条(.*)$/.exec(word) ?? /^()(\d{1,3})()$/.exec(word)
      const wanted = plain(article ? `${article[1]}第${chineseArticle(Number(article[2]))}条${article[3]}` : word)
      return (
        texts.some((text) => text.includes(wanted) || text.includes(plain(word))) ||
        citations.some((one) => isNamed(one, laws, word))
      )
    })
}

/** 第16条 itself, or within 第十四条至第十八条; a law in front of it must be that of the article. */
function isNamed(citation: Citation, laws: readonly Law[], word: string): boolean {
  const [, law = '', digits = '', chinese = ''] =
    /^(.*?)第?(?:(\d+)|([一二三四五六七八九十百零〇]+))条$/.exec(word) ?? []
  const wanted = digits === '' ? articleNumber(chinese) : Number(digits)
  if (!wanted || !plain(lawTitle(laws, citation.law)).includes(plain(law))) return false
  if (citation.clause.includes(`第${chineseArticle(wanted)}条`)) return true
  return [
    ...citation.clause.matchAll(/第([一二三四五六七八九十百零〇]+)条至第([一二三四五六七八九十百零〇]+)条/g),
  ].some(([, from = '', to = '']) => articleNumber(from) <= wanted && wanted <= articleNumber(to))
}

const plain = (text: string) => text.toLowerCase().replace(/[《》（）()\s〔〕—-]/g, '')

/** 1–199 as articles are counted: 一百零五, 一百一十. */
export function chineseArticle(n: number): string {
  if (n < 1 || n > 199) return String(n)
  if (n < 100) return chineseNumber(n)
  const rest = n - 100
  if (rest === 0) return '一百'
  if (rest < 10) return `一百零${chineseNumber(rest)}`
  return `一百${rest < 20 ? '一' : ''}${chineseNumber(rest)}`
}

const numbers: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 199 }, (_, index) => [chineseArticle(index + 1), index + 1]),
)

/** 0 for what is no number of an article. */
function articleNumber(chinese: string): number {
  return numbers.get(chinese) ?? 0
}
