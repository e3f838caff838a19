/** Words of the case file made fit for a sentence: blanks, remarks about the source, punctuation at the end. */
import type { CaseTable, Row } from '../../case/tables.ts'
import { chineseDay } from '../../dates.ts'
import type { Inline } from '../document.ts'
import { withoutEnd } from './prose.ts'

// Words that stand where a fact is unknown. They are no fact: the clause is dropped, «不详» is never printed.
const ABSENT = /^(无|不详|未知|未见|空|暂无|待补|待查|null|undefined|NaN|[-—/／×*]+)$/

// What whoever entered the case noted about their source, not about the accident. «未见» alone is a finding (未见短路熔痕).
const REMARK =
  /来源(文本|载明|标题|句末|对|不一致)|整理人|截断|推定|未披露|原文(如此|称|写)|通报中列明|未采用|(名称|细节|罪名|方式|链条|合同|身份|姓名)[^，。；]{0,3}未见|未见[^，。；]{0,2}合同/

const ISO_DAY = /(?<![\d-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])/g

const BRACKET = /[（(][^（）()]*[）)]/g

/**
 * A value as words: trimmed, days as 2026年8月4日, without remarks in brackets and punctuation at its end; null when blank or
 * only a word for «unknown».
 */
export function phrase(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const line = value.replace(/[ \t　]*\r?\n[ \t　]*/g, '').trim()
  const plain = line.replace(BRACKET, (bracket) => (REMARK.test(bracket) ? '' : bracket))
  const text = withoutEnd(plain.replace(ISO_DAY, (day) => chineseDay(day)))
  return text === '' || ABSENT.test(text) ? null : text
}

/** A note without the parts between «；» and «。» that are remarks about its source. */
export function withoutRemarks(value: string | null): string | null {
  const text = phrase(value)
  if (text === null || !REMARK.test(text)) return text
  return phrase(
    text
      .split(/(?<=[；。])/)
      .filter((part) => !REMARK.test(part))
      .join(''),
  )
}

/** Paragraphs of a long text, each without the punctuation at its end. */
export function paragraphsOf(value: string | null): readonly string[] {
  return (value ?? '').split(/\r?\n+/).flatMap((line) => phrase(line) ?? [])
}

/** A name or role without what stands in brackets behind it. */
export function withoutBrackets(value: string): string {
  return value.replace(BRACKET, '')
}

/** Words bound to the column they come from; null for null. */
export function bound(text: string | null, table: string, id: string, column: string): Inline | null {
  return text === null ? null : { kind: 'field', text, fact: { table, id, column } }
}

/** A column of a row as words bound to it; null when it is empty. `text` overrides how it is written. */
export function fact<T extends CaseTable>(
  table: T,
  row: Row<T>,
  column: Extract<keyof Row<T>, string>,
  text?: string | null,
): Inline | null {
  const value: unknown = text === undefined ? row[column] : text
  const words = typeof value === 'number' ? String(value) : typeof value === 'string' ? phrase(value) : null
  return bound(words, table, row.id, column)
}
