/** What stands around the text of an official document: 附件说明, 落款, 附件, 版记 (GB/T 9704-2012, 7.3 and 7.4). */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  OverlapType,
  Paragraph,
  type ParagraphChild,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Inline } from '../../../shared/report/document.ts'
import { inlinesText } from '../../../shared/report/numbering.ts'
import { firstLine, page, size, typeArea } from '../../../shared/report/style.ts'
import type { Context } from './context.ts'
import { font } from './fonts.ts'
import { inlineRuns, textRuns } from './inline.ts'
import { exact, style } from './styles.ts'
import { bodyType, characterWidth, textWidth } from './text.ts'

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

export function blankLine(isKeptWithNext = false): Paragraph {
  return new Paragraph({ style: style.blank, keepNext: isKeptWithNext })
}

/** 正文下空一行左空二字；回行与名称的首字对齐。 The list stays on one page. */
export function attachmentList(
  block: BlockOf<'attachmentList'>,
  context: Context,
  isBeforeSignature: boolean,
): FileChild[] {
  const label = '附件：'
  return [
    blankLine(true),
    ...block.items.map((item, index) => {
      const number = block.items.length === 1 ? '' : `${index + 1}. `
      const labelWidth = textWidth(label)
      const lead = index === 0 ? `${label}${number}` : number
      const left = firstLine.twips + labelWidth + textWidth(number)
      return new Paragraph({
        style: style.flush,
        indent: { left, hanging: textWidth(lead) },
        keepNext: isBeforeSignature || index < block.items.length - 1,
        keepLines: true,
        children: [...textRuns(lead, { font: font.body }), ...inlineRuns(item.children, { font: font.body }, context)],
      })
    }),
  ]
}

/**
 * Not sealed (7.3.5): a blank line, the body two characters from the right; the date begins two characters to the
 * right of the body's first character. A longer date stands two characters from the right instead.
 */
export function signature(block: BlockOf<'signature'>, context: Context): FileChild[] {
  const two = firstLine.twips
  const widthOf = (inlines: readonly Inline[]) => textWidth(inlinesText(inlines, context.numbers, context.blocks))
  // a name too long for one line is set in lines of equal length, not with a single character on the last
  const room = typeArea.width - two
  const nameLines = Math.ceil(widthOf(block.name) / room)
  const nameWidth = nameLines === 1 ? widthOf(block.name) : lineOf(widthOf(block.name) / nameLines)
  const dateWidth = widthOf(block.date)
  const isDateLonger = dateWidth > nameWidth
  const nameRight = isDateLonger ? dateWidth - nameWidth + 2 * two : two
  const dateRight = isDateLonger ? two : nameWidth - dateWidth
  const paragraph = (
    indent: { readonly left?: number; readonly right: number },
    inlines: readonly Inline[],
    isLast: boolean,
  ) =>
    new Paragraph({
      style: style.flush,
      alignment: AlignmentType.RIGHT,
      indent,
      keepNext: !isLast,
      keepLines: true,
      children: inlineRuns(inlines, { font: font.body }, context),
    })
  const nameIndent = nameLines > 1 ? { left: room - nameWidth, right: nameRight } : { right: nameRight }
  return [blankLine(true), paragraph(nameIndent, block.name, false), paragraph({ right: dateRight }, block.date, true)]
}

/** Width of a line that holds a share of a text: whole characters and one more, for 避头尾. */
function lineOf(share: number): number {
  const character = characterWidth('字', bodyType)
  return (Math.ceil(share / character) + 1) * character
}

/** 附件另面编排: «附件2» flush in 黑体 on the first line, the title centred on the third. */
export function attachment(block: BlockOf<'attachment'>, context: Context, isPageBreakBefore: boolean): FileChild[] {
  return [
    new Paragraph({
      style: style.flush,
      pageBreakBefore: isPageBreakBefore,
      keepNext: true,
      children: textRuns(context.numbers.get(block.id) ?? '附件', { font: font.heading1 }),
    }),
    blankLine(true),
    new Paragraph({ style: style.title, children: textRuns(block.title, { font: font.title }) }),
    blankLine(true),
  ]
}

/** Thick rule 0.35 mm above and below, thin rule 0.25 mm between, in eighths of a point. */
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
/** One character of 4号. */
const one = size.footer * 10
const imprintRow = 500

/** 版记: a table that floats at the foot of the type area, so that its last rule is the edge of the type area. */
export function imprint(block: BlockOf<'imprint'>): FileChild[] {
  const run = { font: font.body, size: size.footer }
  const copyTo =
    block.copyTo === null
      ? null
      : new Paragraph({
          spacing: exact(480),
          indent: { left: one * 4, hanging: one * 3, right: one },
          children: textRuns(`抄送：${block.copyTo}`, run),
        })
  const issued: readonly ParagraphChild[] = [
    ...textRuns(block.issuer, run),
    new TextRun({ ...run, children: [new Tab()] }),
    ...textRuns(`${block.date}印发`, run),
  ]
  const issuer = new Paragraph({
    spacing: exact(480),
    indent: { left: one, right: one },
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width - one }],
    children: issued,
  })
  const rows = [
    ...(copyTo === null ? [] : [imprintLine(copyTo, thick, thin)]),
    imprintLine(issuer, copyTo === null ? thick : thin, thick),
  ]
  return [
    new Table({
      width: { size: typeArea.width, type: WidthType.DXA },
      columnWidths: [typeArea.width],
      layout: TableLayoutType.FIXED,
      borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
      margins: { left: 0, right: 0 },
      float: {
        // LibreOffice floats a table of full width only where it is placed from the edge of the paper
        horizontalAnchor: TableAnchorType.PAGE,
        absoluteHorizontalPosition: page.left,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
        overlap: OverlapType.NEVER,
      },
      rows,
    }),
  ]
}

type Rule = typeof thick | typeof thin

function imprintLine(paragraph: Paragraph, top: Rule, bottom: Rule): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: imprintRow, rule: HeightRule.ATLEAST },
    children: [
      new TableCell({
        width: { size: typeArea.width, type: WidthType.DXA },
        margins: { left: 0, right: 0 },
        verticalAlign: VerticalAlignTable.CENTER,
        borders: { top, bottom, left: none, right: none },
        children: [paragraph],
      }),
    ],
  })
}
