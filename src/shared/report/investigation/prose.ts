/**
 * Sentences from facts. A clause is a run of inlines or null; null means that one of its facts is missing, and every
 * function below drops it together with its punctuation.
 */
import type { Block, Inline, ListItem } from '../document.ts'

export type Run = readonly Inline[]

/** What a clause is put together from. Null drops the whole clause. */
export type Part = string | Inline | Run | null

const isRun = (part: Inline | Run): part is Run => Array.isArray(part)

/** One clause of fixed words and facts; null as soon as one part is null. */
export function clause(...parts: readonly Part[]): Run | null {
  const inlines: Inline[] = []
  for (const part of parts) {
    if (part === null) return null
    if (typeof part === 'string') inlines.push({ kind: 'text', text: part })
    else if (isRun(part)) inlines.push(...part)
    else inlines.push(part)
  }
  return inlines
}

/** A clause whose missing parts are left out one by one; null when nothing is left. */
export function loose(...parts: readonly Part[]): Run | null {
  const run = clause(...parts.filter((part) => part !== null))
  return run === null || run.length === 0 ? null : run
}

/** Clauses that exist, parted by a separator; null when none exists. */
export function joined(runs: readonly (Run | null)[], separator: string): Run | null {
  const rest = runs.filter((run) => run !== null && run.length > 0)
  const inlines: Inline[] = []
  rest.forEach((run, index) => {
    if (index > 0) inlines.push({ kind: 'text', text: separator })
    inlines.push(...(run ?? []))
  })
  return inlines.length === 0 ? null : inlines
}

/** A、B和C. */
export function enumerated(runs: readonly (Run | null)[]): Run | null {
  const rest = runs.filter((run) => run !== null && run.length > 0)
  const head = joined(rest.slice(0, -1), '、')
  const last = rest.at(-1) ?? null
  return head === null ? last : clause(head, '和', last)
}

/** A、B和C of words. */
export function enumeratedWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`
}

const END = /[\s。；，、：;,.]+$/

/** Words without the punctuation at their end. */
export function withoutEnd(text: string): string {
  return text.replace(END, '')
}

/** The run without the punctuation at its end. */
export function trimmed(run: Run): Run {
  const last = run.at(-1)
  if (last === undefined || !('text' in last)) return run
  const text = withoutEnd(last.text)
  const head = run.slice(0, -1)
  return text === '' ? trimmed(head) : [...head, { ...last, text }]
}

/** Clauses parted by «，» and ended by «。»; null when none exists. */
export function sentence(...clauses: readonly (Run | null)[]): Run | null {
  const run = joined(clauses, '，')
  return run === null ? null : [...trimmed(run), { kind: 'text', text: '。' }]
}

/** Sentences in one paragraph; null when none exists. */
export function sentences(...runs: readonly (Run | null)[]): Run | null {
  return joined(runs, '')
}

/** A paragraph, or nothing. */
export function paragraph(id: string, run: Run | null, role: 'body' | 'group' | 'center' = 'body'): readonly Block[] {
  return run === null || run.length === 0 ? [] : [{ kind: 'paragraph', id, role, children: run }]
}

/** Numbered items; a single one is a paragraph without number, none is nothing. */
export function numbered(id: string, level: 3 | 4, items: readonly (ListItem | null)[]): readonly Block[] {
  const rest = items.filter((item) => item !== null)
  const [only] = rest
  if (only === undefined) return []
  if (rest.length === 1) return paragraph(only.id, only.children)
  return [{ kind: 'list', id, level, sequence: id, items: rest }]
}

/** An item of a list, or nothing. */
export function listItem(id: string, run: Run | null): ListItem | null {
  return run === null ? null : { id, children: run }
}

/** How many characters a run prints; references and gaps count as three. */
export function lengthOf(run: Run): number {
  return run.reduce((sum, inline) => sum + ('text' in inline ? inline.text.length : 3), 0)
}
