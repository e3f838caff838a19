/** Tables and captions. */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, TableRow as Row, TableColumn } from '../../../shared/report/document.ts'
import { type Area, bookmarkOf, type Context } from './context.ts'
import { field } from './elements.ts'
import { font } from './fonts.ts'
import { inlineRuns, textRuns } from './inline.ts'
import { style } from './styles.ts'
import { cellMargin, columnWidths, signatureRowHeight, tableFontSize } from './table-geometry.ts'
import { clean } from './text.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

const outer = { style: BorderStyle.SINGLE, size: 12, color: '000000' } as const
const inner = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const borders = {
  top: outer,
  bottom: outer,
  left: inner,
  right: inner,
  insideHorizontal: inner,
  insideVertical: inner,
} as const

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const cellMargins = { left: cellMargin, right: cellMargin } as const

/** «表1　伤亡人员一览表»: label and number are what a reference repeats. */
export function caption(
  label: '表' | '图',
  blockId: string,
  title: string,
  context: Context,
): readonly ParagraphChild[] {
  const run = { font: font.heading1 }
  const number = (context.numbers.get(blockId) ?? '').replace(label, '')
  const seq = field(`SEQ ${label} \\* ARABIC`, textRuns(number, run), run)
  return [
    new Bookmark({ id: bookmarkOf(context, blockId), children: [new TextRun({ ...run, text: label }), ...seq] }),
    new TextRun({ ...run, text: `　${clean(title)}` }),
  ]
}

export function table(block: TableBlock, area: Area, context: Context, isPageBreakBefore: boolean): FileChild[] {
  const widths = columnWidths(block.columns, area.width)
  const fontSize = tableFontSize(block.columns, area.width)
  const hasCaption = block.caption !== null
  const children: FileChild[] = []
  if (block.caption !== null)
    children.push(
      new Paragraph({
        style: style.caption,
        pageBreakBefore: isPageBreakBefore,
        children: caption('表', block.id, block.caption, context),
      }),
    )
  children.push(
    new Table({
      width: { size: area.width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      borders,
      rows: [
        headRow(block.columns, widths, fontSize),
        ...block.rows.map((row) => bodyRow(row, block.columns, widths, { fontSize, hasCaption, context })),
      ],
    }),
  )
  return children
}

function headRow(columns: readonly TableColumn[], widths: readonly number[], fontSize: number): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) =>
      cell(widths[at] ?? 0, 1, {
        style: style.headCell,
        keepNext: true,
        children: textRuns(column.title, { font: font.heading1, size: fontSize }),
      }),
    ),
  })
}

type RowLook = { readonly fontSize: number; readonly hasCaption: boolean; readonly context: Context }

function bodyRow(row: Row, columns: readonly TableColumn[], widths: readonly number[], look: RowLook): TableRow {
  const run = { font: font.body, size: look.fontSize, ...(row.strong === true ? { bold: true } : {}) }
  const cells: TableCell[] = []
  let at = 0
  const add = (wanted: number, children: readonly ParagraphChild[]) => {
    const span = Math.min(wanted, columns.length - at)
    if (span < 1) return
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0)
    const alignment = alignments[columns[at]?.align ?? 'center']
    cells.push(cell(width, span, { style: style.cell, alignment, children }))
    at += span
  }
  for (const item of row.cells) add(item.span ?? 1, inlineRuns(item.children, run, look.context))
  // a short row would leave a hole that Word calls damage
  while (at < columns.length) add(1, [])
  return new TableRow({
    cantSplit: true,
    ...(look.hasCaption ? {} : { height: { value: signatureRowHeight, rule: HeightRule.ATLEAST } }),
    children: cells,
  })
}

type CellParagraph = {
  readonly style: string
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly keepNext?: boolean
  readonly children: readonly ParagraphChild[]
}

function cell(width: number, span: number, paragraph: CellParagraph): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    margins: cellMargins,
    children: [new Paragraph(paragraph)],
  })
}
