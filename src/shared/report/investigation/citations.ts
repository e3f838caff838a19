/** Clauses of laws in a sentence: those of one law stand together, each law once. */
import type { Row } from '../../case/tables.ts'
import { enumeratedWords, joined, type Run } from './prose.ts'
import { phrase } from './words.ts'

type Citation = Row<'citation'>

/** 《安全生产法》 and 第四十三条 of «《安全生产法》第四十三条»; null when the words have no such form. */
function split(text: string): { readonly law: string; readonly article: string } | null {
  const match = /^(《[^《》]+》(?:（[^（）]*）)?)(第[^、和《》]+)$/.exec(text)
  return match?.[1] === undefined || match[2] === undefined ? null : { law: match[1], article: match[2] }
}

/** 《安全生产法》第四十三条和第四十九条第二款、《…规定》第二十条第二项; null without citations. */
export function citationWords(citations: readonly Citation[]): Run | null {
  const groups: { law: string | null; rows: Citation[]; articles: string[] }[] = []
  for (const row of citations) {
    const text = phrase(row.lawText)
    if (text === null) continue
    const parts = split(text)
    const same = parts === null ? undefined : groups.find((group) => group.law === parts.law)
    if (same !== undefined && parts !== null) {
      same.rows.push(row)
      same.articles.push(parts.article)
    } else groups.push({ law: parts?.law ?? null, rows: [row], articles: [parts?.article ?? text] })
  }
  return joined(
    groups.map((group) => [
      {
        kind: 'field',
        text: `${group.law ?? ''}${enumeratedWords(group.articles)}`,
        fact: { table: 'citation', id: group.rows[0]?.id ?? '', column: 'lawText' },
      },
    ]),
    '、',
  )
}
