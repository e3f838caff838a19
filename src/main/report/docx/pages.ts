/**
 * On which page each heading falls, for the contents. `docx/layout` does this for any document, but takes more than a
 * second for sixty pages; our pages are so regular (fixed pitch, full-width type) that counting lines is enough.
 */
import type { Block, Document, Inline } from '../../../shared/report/document.ts'
import { inlinesText } from '../../../shared/report/numbering.ts'
import { firstLine, line, MM_TO_TWIPS } from '../../../shared/report/style.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Area, Context } from './context.ts'
import { printSize } from './figure.ts'
import { countLines } from './line-breaks.ts'
import { areaOf } from './page.ts'
import { planSections } from './sections.ts'
import { captionLine, cellLine, cellSpace, figureSpace, titleLine } from './styles.ts'
import { cellMargin, columnWidths, signatureRowHeight, tableFontSize } from './table-geometry.ts'
import { bodyType } from './text.ts'

/** A line, a picture or a row: what is never divided between pages. Heights are twips. */
type Box = {
  readonly height: number
  readonly keepNext?: boolean
  readonly breakBefore?: boolean
  readonly heading?: string
  /** height of the header row that is printed again where this row begins a page */
  readonly repeated?: number
}

/** Pages of the headings by block id; empty where nothing lists them. */
export function estimatePages(document: Document, context: Context): ReadonlyMap<string, number> {
  const pages = new Map<string, number>()
  if (!document.blocks.some((block) => block.kind === 'toc')) return pages
  let page = 0
  for (const section of planSections(document.blocks)) {
    if (section.kind !== 'text') continue
    const area = areaOf(section)
    page = flow(boxesOf(section.blocks, area, context), area.height, page + 1, pages)
  }
  return pages
}

/** Fills pages from `first` on; gives the last one. */
function flow(boxes: readonly Box[], height: number, first: number, pages: Map<string, number>): number {
  let page = first
  let used = 0
  boxes.forEach((box, index) => {
    const isFull = used > 0 && used + groupHeight(boxes, index, height) > height
    if (isFull || (box.breakBefore === true && used > 0)) {
      page++
      used = box.repeated ?? 0
    }
    used += box.height
    if (box.heading !== undefined) pages.set(box.heading, page)
  })
  return page
}

/** A box with all that must stand on its page; where that is more than a page, the box alone. */
function groupHeight(boxes: readonly Box[], from: number, height: number): number {
  let group = 0
  for (let index = from; index < boxes.length; index++) {
    group += boxes[index]?.height ?? 0
    if (group > height) return boxes[from]?.height ?? 0
    if (boxes[index]?.keepNext !== true) break
  }
  return group
}

function boxesOf(blocks: readonly Block[], area: Area, context: Context): readonly Box[] {
  return blocks.flatMap((block, index) => {
    const boxes = boxesOfBlock(block, area, context)
    const breaks = blocks[index - 1]?.kind === 'pageBreak' || (block.kind === 'attachment' && index > 0)
    return breaks ? boxes.map((box, at) => (at === 0 ? { ...box, breakBefore: true } : box)) : boxes
  })
}

const blank: Box = { height: line.exact }

function boxesOfBlock(block: Block, area: Area, context: Context): readonly Box[] {
  const body = (inlines: readonly Inline[], indent: number, number = '') => {
    const words = `${number}${inlinesText(inlines, context.numbers, context.blocks)}`
    return countLines(words, area.width, area.width - indent, bodyType)
  }
  const lines = (count: number, height: number = line.exact): readonly Box[] =>
    Array.from({ length: count }, () => ({ height }))
  switch (block.kind) {
    case 'title':
      return kept([...block.lines.map(() => ({ height: titleLine })), blank], true)
    case 'heading': {
      const number = context.numbers.get(block.id) ?? ''
      const spaced = block.level === 3 ? `${number} ` : number
      const [first, ...others] = kept(lines(body(block.children, firstLine.twips, spaced)), true)
      return [{ height: line.exact, ...first, heading: block.id }, ...others]
    }
    case 'paragraph': {
      const isIndented = block.role === 'body' || block.role === 'group'
      const boxes = lines(body(block.children, isIndented ? firstLine.twips : 0))
      return block.role === 'group' ? kept(boxes, true) : boxes
    }
    case 'list':
      return block.items.flatMap((item) => {
        const number = context.numbers.get(item.id) ?? ''
        return lines(body(item.children, firstLine.twips, block.level === 3 ? `${number} ` : number))
      })
    case 'table':
      return tableBoxes(block, area, context)
    case 'figure': {
      const image = context.pictures.get(block.sha256)?.image
      const height = image === undefined ? 0 : printSize(image, block.widthMm, area).height * MM_TO_TWIPS
      return [
        { height: height + figureSpace.before, keepNext: true },
        { height: captionLine + figureSpace.afterCaption },
      ]
    }
    case 'attachmentList':
      return kept(
        [blank, ...block.items.flatMap((item) => lines(body(item.children, firstLine.twips, '附件：')))],
        false,
      )
    case 'signature':
      return kept([blank, ...lines(body(block.name, firstLine.twips) + body(block.date, 0))], false)
    case 'attachment':
      return kept([blank, blank, { height: titleLine }, blank], true)
    case 'cover':
    case 'toc':
    case 'pageBreak':
    case 'imprint':
      return []
    default:
      return assertNever(block)
  }
}

/** Boxes that stay together, and with the next one where `withNext` says so. */
function kept(boxes: readonly Box[], withNext: boolean): readonly Box[] {
  return boxes.map((box, index) => (index < boxes.length - 1 || withNext ? { ...box, keepNext: true } : box))
}

type TableBlock = Extract<Block, { kind: 'table' }>

/** Rules of a table (half a point inside, a point and a half around) and the space of the paragraph in a cell. */
const innerRule = 10
const outerRule = 30
const rowFrame = 2 * cellSpace + innerRule

function tableBoxes(block: TableBlock, area: Area, context: Context): readonly Box[] {
  const widths = columnWidths(block.columns, area.width)
  const type = { size: tableFontSize(block.columns, area.width), spacing: 0 }
  const cellLines = (text: string, width: number) => {
    const inner = width - 2 * cellMargin
    return countLines(text, inner, inner, type)
  }
  const height = (counts: readonly number[]) => Math.max(1, ...counts) * cellLine + rowFrame
  const titles = block.columns.map((column, at) => cellLines(column.title, widths[at] ?? 0))
  const head = height(titles) + outerRule - innerRule
  const least = block.caption === null ? signatureRowHeight : 0
  const last = block.rows.length - 1
  const rows = block.rows.map((row, index): Box => {
    let at = 0
    const counts = row.cells.map((cell) => {
      const span = cell.span ?? 1
      const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0)
      at += span
      return cellLines(inlinesText(cell.children, context.numbers, context.blocks), width)
    })
    const rowHeight = Math.max(least, height(counts)) + (index === last ? outerRule : 0)
    return { height: rowHeight, repeated: head, keepNext: index === last - 1 || (index === 0 && last > 1) }
  })
  const caption = block.caption === null ? [] : [{ height: captionLine, keepNext: true }]
  return [...caption, { height: head, keepNext: true }, ...rows]
}
