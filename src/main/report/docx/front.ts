/** 封面 and 目录: pages before page 1. */
import {
  AlignmentType,
  type FileChild,
  InternalHyperlink,
  LeaderType,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block } from '../../../shared/report/document.ts'
import { inlinesText } from '../../../shared/report/numbering.ts'
import { line, size, typeArea } from '../../../shared/report/style.ts'
import { bookmarkOf, type Context } from './context.ts'
import { blockElement, element, field, fieldMark, fieldStart } from './elements.ts'
import { font } from './fonts.ts'
import { inlineRuns, textRuns } from './inline.ts'
import { exact, style } from './styles.ts'
import { clean, textWidth } from './text.ts'

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

/** Leading of the title on a cover. Its size is 2号 as on the first page: the one title of the document (GB/T 9704-2012, 7.3.1). */
const coverLeading = 800
const coverTop = 2600
/** Body and date end this far above the edge of the type area. */
const coverBottom = 1200

export function cover(block: BlockOf<'cover'>, context: Context): FileChild[] {
  const bodyLines = Math.ceil(textWidth(block.body) / typeArea.width)
  const used = coverTop + block.lines.length * coverLeading + (bodyLines + 1) * line.exact + coverBottom
  const centred = { style: style.flush, alignment: AlignmentType.CENTER } as const
  return [
    ...block.lines.map(
      (text, index) =>
        new Paragraph({
          style: style.title,
          spacing: { ...exact(coverLeading), before: index === 0 ? coverTop : 0 },
          children: textRuns(text, { font: font.title, size: size.title }),
        }),
    ),
    new Paragraph({
      ...centred,
      spacing: { ...exact(), before: Math.max(line.exact, typeArea.height - used) },
      children: textRuns(block.body, { font: font.body }),
    }),
    new Paragraph({ ...centred, children: inlineRuns(block.date, { font: font.body }, context) }),
  ]
}

export type Entry = {
  readonly level: 1 | 2
  readonly text: string
  readonly anchor: string
  readonly page: number | null
}

/** The headings that the contents list. */
export function contentsEntries(context: Context, pages: ReadonlyMap<string, number>): readonly Entry[] {
  return context.blocks.flatMap((block) => {
    if (block.kind !== 'heading' || block.level > 2) return []
    const words = inlinesText(block.children, context.numbers, context.blocks)
    return {
      level: block.level === 1 ? 1 : 2,
      text: clean(`${context.numbers.get(block.id) ?? ''}${words}`),
      anchor: bookmarkOf(context, block.id),
      page: pages.get(block.id) ?? null,
    } as const
  })
}

/** A contents field that is filled in, page numbers too: nothing is asked on opening, and F9 in Word updates it. */
export function contents(entries: readonly Entry[]): FileChild[] {
  const last = entries.length - 1
  const paragraphs = entries.map((entry, index) => {
    const run = { font: entry.level === 1 ? font.heading1 : font.body, size: size.footer }
    const page = field(`PAGEREF ${entry.anchor} \\h`, textRuns(entry.page === null ? '' : String(entry.page), run), run)
    const link = new InternalHyperlink({
      anchor: entry.anchor,
      children: [new TextRun({ ...run, text: entry.text }), new TextRun({ ...run, children: [new Tab()] }), ...page],
    })
    const children: readonly ParagraphChild[] = [
      ...(index === 0 ? fieldStart('TOC \\o "1-2" \\h \\z \\u', run) : []),
      link,
      ...(index === last ? [fieldMark('end', run)] : []),
    ]
    return new Paragraph({
      style: `TOC${entry.level}`,
      tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width, leader: LeaderType.DOT }],
      children,
    })
  })
  return [
    new Paragraph({ style: style.contentsTitle, children: textRuns('目　录', { font: font.title }) }),
    new Paragraph({ style: style.blank }),
    gallery(paragraphs),
  ]
}

/** The frame by which Word knows a table of contents. */
function gallery(paragraphs: readonly Paragraph[]): FileChild {
  const properties = element('w:sdtPr', {}, [
    element('w:docPartObj', {}, [
      element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
      element('w:docPartUnique'),
    ]),
  ])
  return blockElement('w:sdt', [properties, element('w:sdtContent', {}, paragraphs)])
}
