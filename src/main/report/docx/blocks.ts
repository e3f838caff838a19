/** Block → paragraphs and tables of Word. */
import { AlignmentType, Bookmark, type FileChild, HeadingLevel, Paragraph } from 'docx'
import type { Block, Inline } from '../../../shared/report/document.ts'
import { inlinesText } from '../../../shared/report/numbering.ts'
import { size } from '../../../shared/report/style.ts'
import { assertNever } from '../../../shared/result.ts'
import { attachment, attachmentList, blankLine, imprint, signature } from './closing.ts'
import { type Area, bookmarkOf, type Context, listOf } from './context.ts'
import { figure } from './figure.ts'
import { font, headingFont } from './fonts.ts'
import { contents, contentsEntries, cover } from './front.ts'
import { inlineRuns, textRuns } from './inline.ts'
import { exact, style, twoCharacters } from './styles.ts'
import { table } from './table.ts'

export type Place = {
  readonly area: Area
  /** the block before was a page break */
  readonly isPageBreakBefore: boolean
  readonly isFirstOfSection: boolean
  /** 落款 follows: it must not stand on a page alone (GB/T 9704-2012, 7.3.5) */
  readonly isBeforeSignature: boolean
  /** pages of the headings, for the contents */
  readonly pages: ReadonlyMap<string, number>
}

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

export function writeBlock(block: Block, place: Place, context: Context): readonly FileChild[] {
  const { isPageBreakBefore } = place
  switch (block.kind) {
    case 'title':
      return [
        ...block.lines.map(
          (text, index) =>
            new Paragraph({
              style: style.title,
              pageBreakBefore: isPageBreakBefore && index === 0,
              children: textRuns(text, { font: font.title }),
            }),
        ),
        blankLine(true),
      ]
    case 'cover':
      return cover(block, context)
    case 'toc':
      return contents(contentsEntries(context, place.pages))
    case 'heading': {
      const runs = inlineRuns(block.children, { font: headingFont(block.level) }, context)
      return [
        new Paragraph({
          heading: levels[block.level],
          pageBreakBefore: isPageBreakBefore,
          // the number comes from the style; a heading without one says so
          ...(block.isNumbered ? {} : { numbering: false }),
          children: [new Bookmark({ id: bookmarkOf(context, block.id), children: runs })],
        }),
      ]
    }
    case 'paragraph':
      return [paragraph(block, place, context)]
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            style: style.body,
            numbering: { ...listOf(context, block.id), custom: true },
            pageBreakBefore: isPageBreakBefore && index === 0,
            keepNext: place.isBeforeSignature && index === block.items.length - 1,
            children: inlineRuns(item.children, { font: font.body }, context),
          }),
      )
    case 'table': {
      const whole = table(block, place.area, context, isPageBreakBefore)
      // nothing but a paragraph can hold a page break or keep two tables apart
      const isBare = block.caption === null && !place.isFirstOfSection
      return isBare ? [sliver(isPageBreakBefore), whole] : [whole]
    }
    case 'figure':
      return [figure(block, place.area, context, isPageBreakBefore)]
    case 'attachmentList':
      return attachmentList(block, context, place.isBeforeSignature)
    case 'signature':
      return signature(block, context)
    case 'attachment':
      return attachment(block, context, !place.isFirstOfSection)
    case 'pageBreak':
      return []
    case 'imprint':
      // the paragraph that follows anchors the floating table to its page
      return [...imprint(block), sliver(false)]
    default:
      return assertNever(block)
  }
}

/** A paragraph that takes no room: one point high. */
export function sliver(isPageBreakBefore: boolean): Paragraph {
  return new Paragraph({
    style: style.blank,
    spacing: exact(20),
    pageBreakBefore: isPageBreakBefore,
    run: { size: 2 },
  })
}

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>

function paragraph(block: ParagraphBlock, place: Place, context: Context): Paragraph {
  const { role } = block
  const run = { font: font.body, size: size.body }
  const flow = { pageBreakBefore: place.isPageBreakBefore, keepNext: place.isBeforeSignature }
  switch (role) {
    case 'body':
      return new Paragraph({ style: style.body, ...flow, children: inlineRuns(block.children, run, context) })
    case 'plain':
      return new Paragraph({ style: style.flush, ...flow, children: inlineRuns(block.children, run, context) })
    case 'center':
      return new Paragraph({
        style: style.flush,
        alignment: AlignmentType.CENTER,
        ...flow,
        children: inlineRuns(block.children, { ...run, bold: true }, context),
      })
    case 'group':
      return new Paragraph({
        style: style.flush,
        indent: twoCharacters,
        ...flow,
        keepNext: true,
        children: groupRuns(block.children, context),
      })
    default:
      return assertNever(role)
  }
}

/** «市应急管理局（2人）»: the name is bold, the head count behind it is not. */
function groupRuns(inlines: readonly Inline[], context: Context) {
  const regular = { font: font.body }
  const bold = { font: font.body, bold: true }
  const words = inlinesText(inlines, context.numbers, context.blocks)
  const nameLength = words.replace(/（\d+[人家个]）$/, '').length
  let at = 0
  return inlines.flatMap((inline) => {
    const length = inlinesText([inline], context.numbers, context.blocks).length
    const inName = Math.max(0, Math.min(length, nameLength - at))
    at += length
    if (inName === length) return inlineRuns([inline], bold, context)
    if (!('text' in inline) || inName === 0) return inlineRuns([inline], regular, context)
    const part = (from: number, to?: number) => [{ ...inline, text: inline.text.slice(from, to) }]
    return [...inlineRuns(part(0, inName), bold, context), ...inlineRuns(part(inName), regular, context)]
  })
}
