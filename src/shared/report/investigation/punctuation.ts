/** No punctuation twice: where data bring their own, the stronger mark stays. */
import type { Block, Inline } from '../document.ts'

const STRENGTH = '、，：；。'

const stronger = (a: string, b: string): string => (STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b)

const MARKS = /[、，；。：][、，；。]+/g

function collapsed(text: string): string {
  return text.replace(MARKS, (marks) => [...marks].reduce(stronger))
}

/** A run without doubled punctuation, also across its inlines, and without empty ones. */
export function tidy(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    if (!('text' in inline)) {
      result.push(inline)
      continue
    }
    const text = collapsed(inline.text)
    const last = result.at(-1)
    const end = last !== undefined && 'text' in last ? last.text.slice(-1) : ''
    const start = text.slice(0, 1)
    const isDouble = end !== '' && start !== '' && STRENGTH.includes(end) && '、，；。'.includes(start)
    if (isDouble && last !== undefined && 'text' in last) {
      const mark = stronger(end, start)
      result[result.length - 1] = { ...last, text: `${last.text.slice(0, -1)}${mark}` }
      if (text.length > 1) result.push({ ...inline, text: text.slice(1) })
    } else if (text !== '') result.push({ ...inline, text })
  }
  return result
}

/** A block with each of its runs changed. */
export function withRuns(block: Block, change: (run: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: change(block.children) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: change(item.children) })) }
    case 'table': {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, children: change(cell.children) })),
      }))
      return { ...block, rows }
    }
    default:
      return block
  }
}

const text = (inline: Inline | undefined): string => (inline !== undefined && 'text' in inline ? inline.text : '')

/** Titles side by side stand without «、» (GB/T 15834—2011, 4.5.3.5); words in between, «（以下简称……）», keep it. */
export function withoutCommasOfTitles(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.filter(
    (inline, at) =>
      !(inline.kind === 'text' && inline.text === '、') ||
      !text(inlines[at - 1]).endsWith('》') ||
      !text(inlines[at + 1]).startsWith('《'),
  )
}
