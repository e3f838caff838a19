/** Words of the case file made fit for a sentence: blanks, remarks about the source, punctuation at the end. */
import type { CaseTable, Row } from '../../case/tables.ts'
import type { Inline } from '../document.ts'
import { withoutEnd } from './prose.ts'

// Words that stand where a fact is unknown. They are no fact: the clause is dropped, «不详» is never printed.
const ABSENT = /^(无|不详|未知|未见|空|暂无|待补|待查|null|undefined|NaN|[-—/／×*]+)$/

// What whoever entered the case noted about their source, not about the accident.
const REMARK = /未见|未披露|整理人|来源|截断|推定|身份证号|原文/

/** A value as words: trimmed, without punctuation at its end; null when blank or only a word for «unknown». */
export function phrase(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = withoutEnd(value.replace(/[ \t　]*\r?\n[ \t　]*/g, '').trim())
  return text === '' || ABSENT.test(text) ? null : text
}

/** The words without remarks about their source: in brackets, or as a part between «；» and «。». */
export function withoutRemarks(value: string | null): string | null {
  const text = phrase(value)
  if (text === null || !REMARK.test(text)) return text
  const open = text.replace(/[（(][^（）()]*[）)]/g, (bracket) => (REMARK.test(bracket) ? '' : bracket))
  return phrase(
    open
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
  return value.replace(/[（(][^（）()]*[）)]/g, '')
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
