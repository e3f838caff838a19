/** Document → pages: one case a kind of block, then page numbers, contents and the mark in the header. */
import type { Block, Document, Inline } from '../../../shared/report/document.ts'
import { inlineText, type Numbers, numberDocument } from '../../../shared/report/numbering.ts'
import { AppError, assertNever } from '../../../shared/result.ts'
import type { FontSet } from '../fonts.ts'
import type { PrintImage } from '../print-image.ts'
import { attachmentListBoxes, blankLine, imprintBox, signatureBoxes } from './closing.ts'
import { coverBoxes } from './cover.ts'
import { figureBox } from './figure.ts'
import { createFlow, type Flow } from './flow.ts'
import { type Contents, contentsBoxes, headerItems, pageNumberItems } from './furniture.ts'
import { type Box, frame, type Orientation, type Page } from './page.ts'
import { createSetter, type Setter, type Style, type Words } from './setter.ts'
import { styles } from './styles.ts'
import { tableBoxes } from './table.ts'

export type Bookmark = { readonly anchor: string; readonly text: string; readonly level: 1 | 2 | 3 | 4 }
export type Composition = {
  readonly pages: readonly Page[]
  readonly bookmarks: readonly Bookmark[]
  /** characters printed as 〓 */
  readonly lacking: readonly string[]
}

type Context = {
  readonly document: Document
  readonly numbers: Numbers
  readonly images: ReadonlyMap<string, PrintImage>
  readonly setter: Setter
  readonly flow: Flow
  readonly words: (inlines: readonly Inline[]) => Words
  readonly text: (inlines: readonly Inline[]) => string
  readonly pending: Box[]
  readonly bookmarks: Bookmark[]
}

/** `fonts` must hold a face for every role. `onBlock` is called after every block and may throw to stop. */
export function compose(
  document: Document,
  images: ReadonlyMap<string, PrintImage>,
  fonts: FontSet,
  onBlock: (done: number, of: number) => void,
): Composition {
  const numbers = numberDocument(document)
  const textOf = (inline: Inline) => inlineText(inline, numbers, document.blocks)
  const { words, ...setter } = createSetter(fonts, textOf)
  const text = (inlines: readonly Inline[]) => inlines.map(textOf).join('')
  const flow = createFlow()
  const context: Context = { document, numbers, images, setter, flow, words, text, pending: [], bookmarks: [] }
  let contentsAt: number | null = null
  document.blocks.forEach((block, index) => {
    turnPageFor(block, index, context)
    if (block.kind === 'toc') contentsAt = flow.finish().length
    else context.pending.push(...boxesOf(block, context))
    if (block.kind === 'imprint') flush(context)
    onBlock(index + 1, document.blocks.length)
  })
  flush(context)
  const body = flow.finish()
  const pages = contentsAt === null ? body : withContents(body, contentsAt, context)
  return { pages: furnished(pages, context), bookmarks: context.bookmarks, lacking: [...setter.lacking] }
}

function flush(context: Context): void {
  context.flow.place(context.pending)
  context.pending.length = 0
}

/** Opens the page a block wants. Contents get their pages at the very end. */
function turnPageFor(block: Block, index: number, context: Context): void {
  const { blocks } = context.document
  const before = blocks[index - 1]
  const wanted = orientationOf(block, index, blocks)
  const isAfterOwnPage =
    before === undefined || before.kind === 'cover' || before.kind === 'toc' || before.kind === 'imprint'
  const opensPage = block.kind === 'cover' || block.kind === 'attachment' || block.kind === 'pageBreak'
  const turns = opensPage || isAfterOwnPage || wanted !== orientationOf(before, index - 1, blocks)
  if (block.kind !== 'toc' && !turns) return
  flush(context)
  if (block.kind !== 'toc') context.flow.turnPage(wanted, block.kind !== 'cover')
}

/** A landscape table lies on landscape pages of its own; an attachment lies down as a whole when one of its tables does. */
function orientationOf(block: Block, index: number, blocks: readonly Block[]): Orientation {
  if (block.kind === 'imprint') return 'portrait'
  const start = blocks.slice(0, index + 1).findLastIndex((one) => one.kind === 'attachment' || one.kind === 'imprint')
  if (blocks[start]?.kind !== 'attachment') return isLandscapeTable(block) ? 'landscape' : 'portrait'
  const after = blocks.slice(start + 1)
  const end = after.findIndex((one) => one.kind === 'attachment' || one.kind === 'imprint')
  return after.slice(0, end < 0 ? undefined : end).some(isLandscapeTable) ? 'landscape' : 'portrait'
}

function isLandscapeTable(block: Block): boolean {
  return block.kind === 'table' && block.isLandscape
}

function boxesOf(block: Exclude<Block, { kind: 'toc' }>, context: Context): readonly Box[] {
  const { setter, words, numbers, document } = context
  const index = document.blocks.indexOf(block)
  const area = frame(orientationOf(block, index, document.blocks))
  const set = (content: Words, style: Style) => setter.boxes(content, style, area.width, null)
  switch (block.kind) {
    case 'title':
      return [...block.lines.flatMap((line) => set([{ text: line }], styles.title)), blankLine]
    case 'cover':
      return coverBoxes(block, words(block.date), setter)
    case 'heading': {
      const number = numbers.get(block.id)
      const anchor = `h${context.bookmarks.length}`
      const prefix = number === undefined ? '' : `${number}${number.endsWith('.') ? ' ' : ''}`
      context.bookmarks.push({ anchor, text: `${prefix}${context.text(block.children)}`, level: block.level })
      const content = [{ text: prefix }, ...words(block.children)]
      return kept(setter.boxes(content, styles.heading[block.level], area.width, anchor))
    }
    case 'paragraph':
      switch (block.role) {
        case 'body':
          return set(words(block.children), styles.body)
        case 'group':
          return kept(set(groupWords(words(block.children)), styles.body))
        case 'center':
          return set(bold(words(block.children)), styles.centered)
        case 'plain':
          return set(words(block.children), styles.plain)
        default:
          return assertNever(block.role)
      }
    case 'list':
      return block.items.flatMap((item) => {
        const number = numbers.get(item.id) ?? ''
        return set([{ text: number.endsWith('.') ? `${number} ` : number }, ...words(item.children)], styles.body)
      })
    case 'table': {
      const caption = block.caption === null ? [] : captionBoxes(`${numbers.get(block.id)}　${block.caption}`, set)
      const captionHeight = caption.reduce((sum, box) => sum + box.height, 0)
      const cellWords = (cell: (typeof block.rows)[number]['cells'][number], isStrong: boolean) =>
        isStrong ? bold(words(cell.children)) : words(cell.children)
      const rows = tableBoxes(block, setter, cellWords, area.width, area.height - captionHeight)
      return [...caption, ...rows, { height: 6, items: [], isSpace: true }]
    }
    case 'figure': {
      const image = context.images.get(block.sha256)
      const number = numbers.get(block.id) ?? '图'
      if (image === undefined)
        throw new AppError(
          'not-found',
          `${number}“${block.caption}”的图片读不出来，请在附件页重新添加这张图片后再导出。`,
        )
      return [figureBox(block, `${number}　${block.caption}`, image, setter, area)]
    }
    case 'attachmentList':
      return [
        blankLine,
        ...attachmentListBoxes(
          block.items.map((item) => words(item.children)),
          setter,
        ),
      ]
    case 'signature':
      keepLastLines(context.pending)
      return [blankLine, ...signatureBoxes(words(block.name), words(block.date), setter)]
    case 'attachment':
      return [
        ...set([{ text: numbers.get(block.id) ?? '附件' }], styles.attachmentMark),
        blankLine,
        ...kept(set([{ text: block.title }], styles.title)),
        blankLine,
      ]
    case 'pageBreak':
      return []
    case 'imprint':
      flush(context)
      context.flow.placeAtFoot(imprintBox(block, setter))
      return []
    default:
      return assertNever(block)
  }
}

/** «市应急管理局（2人）»: the name is bold, the head count behind it is not. */
function groupWords(words: Words): Words {
  const last = words.at(-1)
  const count = /（\d+[人家个]）$/.exec(last?.text ?? '')?.[0]
  if (last === undefined || count === undefined) return bold(words)
  const name = { ...last, text: last.text.slice(0, -count.length) }
  return [...bold([...words.slice(0, -1), name]), { text: count }]
}

function bold(words: Words): Words {
  return words.map((word) => ({ ...word, bold: true }))
}

function kept(boxes: readonly Box[]): readonly Box[] {
  return boxes.map((box) => ({ ...box, keepNext: true }))
}

function captionBoxes(text: string, set: (words: Words, style: Style) => readonly Box[]): readonly Box[] {
  return kept(set([{ text }], styles.tableCaption))
}

/** 落款 never stands alone on a page (GB/T 9704-2012, 7.3.5.5): the last lines of the text go with it. */
function keepLastLines(boxes: Box[]): void {
  let lines = 0
  for (let index = boxes.length - 1; index >= 0 && lines < 2; index--) {
    const box = boxes[index]
    if (box === undefined) return
    boxes[index] = { ...box, keepNext: true }
    if (box.isSpace !== true) lines++
  }
}

/** Contents are set last, when the pages of the headings are known; they are not counted, so nothing moves. */
function withContents(body: readonly Page[], at: number, context: Context): readonly Page[] {
  const pageOf = new Map<string, number>()
  let number = 0
  for (const page of body) {
    if (page.isCounted) number++
    for (const item of page.items)
      if (item.kind === 'text' && item.anchor !== undefined) pageOf.set(item.anchor, number)
  }
  const entries = context.bookmarks.flatMap(({ level, ...entry }): readonly Contents[] =>
    level === 1 || level === 2 ? [{ ...entry, level, page: pageOf.get(entry.anchor) ?? null }] : [],
  )
  const flow = createFlow()
  flow.turnPage('portrait', false)
  flow.place(contentsBoxes(entries, context.setter))
  return [...body.slice(0, at), ...flow.finish(), ...body.slice(at)]
}

function furnished(pages: readonly Page[], context: Context): readonly Page[] {
  const mark = context.document.headerMark
  let number = 0
  return startingOnOddSheet(pages).map((page) => {
    if (page.isCounted) number++
    const items = [...page.items]
    if (page.isCounted) items.push(...pageNumberItems(page, number, context.setter))
    if (mark !== null) items.push(...headerItems(page, mark, context.setter))
    return { ...page, items }
  })
}

/** Printed on both sides, page 1 is a front side: an odd number of pages before it gets an empty one. */
function startingOnOddSheet(pages: readonly Page[]): readonly Page[] {
  const front = pages.findIndex((page) => page.isCounted)
  if (front < 0 || front % 2 === 0) return pages
  return [...pages.slice(0, front), { orientation: 'portrait', isCounted: false, items: [] }, ...pages.slice(front)]
}
