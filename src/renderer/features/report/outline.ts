/** The outline beside the paper: headings and parts, with what is missing or reworded under each. */
import type { Block, Document } from '../../../shared/report/document.ts'
import { inlinesText, type Numbers } from '../../../shared/report/numbering.ts'
import type { WordingMark } from './edit-context.ts'
import { numberPrefix } from './paper-context.ts'

export type OutlineEntry = {
  /** block to scroll to */
  readonly id: string
  readonly level: 1 | 2
  readonly text: string
  readonly missing: number
  readonly own: number
  readonly stale: number
}

/** Ids of a block and of its items. */
const idsOf = (block: Block): readonly string[] =>
  block.kind === 'list' || block.kind === 'attachmentList' ? [block.id, ...block.items.map(({ id }) => id)] : [block.id]

function entryOf(block: Block, before: Block | undefined, numbers: Numbers, blocks: readonly Block[]) {
  const begin = (text: string, level: 1 | 2 = 1, id = block.id) => ({ id, level, text })
  switch (block.kind) {
    case 'cover':
      return begin('封面')
    case 'toc':
      return begin('目录')
    case 'title':
      return begin('导语')
    case 'heading':
      return block.level > 2
        ? null
        : begin(
            `${numberPrefix(numbers.get(block.id))}${inlinesText(block.children, numbers, blocks)}`,
            block.level === 1 ? 1 : 2,
          )
    case 'paragraph':
      return before?.kind === 'toc' || before?.kind === 'cover' ? begin('导语') : null
    case 'attachmentList':
      return begin('附件说明和落款')
    case 'signature':
      return before?.kind === 'attachmentList' ? null : begin('落款')
    case 'attachment':
      return begin(`${numbers.get(block.id) ?? '附件'}　${block.title}`)
    case 'imprint':
      return begin('版记')
    default:
      return null
  }
}

/** Entries in the order of the document. */
export function outlineOf(
  document: Document,
  numbers: Numbers,
  marks: ReadonlyMap<string, WordingMark>,
): readonly OutlineEntry[] {
  const entries: { id: string; level: 1 | 2; text: string; missing: number; own: number; stale: number }[] = []
  document.blocks.forEach((block, index) => {
    const begun = entryOf(block, document.blocks[index - 1], numbers, document.blocks)
    if (begun !== null) entries.push({ ...begun, missing: 0, own: 0, stale: 0 })
    const entry = entries.at(-1)
    if (entry === undefined) return
    const ids = idsOf(block)
    entry.missing += document.missing.filter(({ blockId }) => ids.includes(blockId)).length
    for (const id of ids) {
      const mark = marks.get(id)
      if (mark === 'own') entry.own += 1
      if (mark === 'stale') entry.stale += 1
    }
  })
  return entries
}
