/** Tables and captions. */
import type { FileChild } from 'docx'
import type { Block, TableRow as Row, TableColumn } from '../../../shared/report/document.ts'
import { type Area, bookmarkOf, type Context } from './context.ts'
import { font } from './fonts.ts'
import { fieldMarkup, inlineMarkup, textMarkup } from './inline.ts'
import { paragraphMarkup, raw } from './markup.ts'
import { style } from './styles.ts'
import { cellMargin, columnWidths, signatureRowHeight, tableFontSize } from './table-geometry.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

/** «表1　伤亡人员一览表»: label and number are what a reference repeats. */
export function captionMarkup(label: '表' | '图', blockId: string, title: string, context: Context): string {
  const look = { font: font.heading1 }
  const number = (context.numbers.get(blockId) ?? '').replace(label, '')
  const name = bookmarkOf(context, blockId)
  const seq = fieldMarkup(`SEQ ${label} \\* ARABIC`, textMarkup(number, look), look)
  return (
    `<w:bookmarkStart w:id="${name}" w:name="${name}"/>${textMarkup(label, look)}${seq}<w:bookmarkEnd w:id="${name}"/>` +
    textMarkup(`　${title}`, look)
  )
}

export function table(block: TableBlock, area: Area, context: Context, isPageBreakBefore: boolean): FileChild {
  const widths = columnWidths(block.columns, area.width)
  const look: RowLook = {
    fontSize: tableFontSize(block.columns, area.width),
    isForSigning: block.caption === null,
    context,
  }
  const rows = [
    headRow(block.columns, widths, look.fontSize),
    // neither the first row alone at the foot of a page nor the last one on the next
    ...block.rows.map((row, at) => {
      const isKept = at === block.rows.length - 2 || (at === 0 && block.rows.length > 2)
      return bodyRow(row, block.columns, widths, look, isKept)
    }),
  ]
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const properties =
    `<w:tblW w:w="${area.width}" w:type="dxa"/><w:jc w:val="center"/>` +
    `<w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>`
  const markup = `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
  return raw(block.caption === null ? markup : caption(block.id, block.caption, context, isPageBreakBefore) + markup)
}

/** Rules of a point and a half above and below, of half a point elsewhere. */
const borders = (
  [
    ['top', 12],
    ['left', 4],
    ['bottom', 12],
    ['right', 4],
    ['insideH', 4],
    ['insideV', 4],
  ] as const
)
  .map(([side, eighths]) => `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="000000"/>`)
  .join('')

function caption(blockId: string, title: string, context: Context, isPageBreakBefore: boolean): string {
  const properties = `<w:pStyle w:val="${style.caption}"/>${isPageBreakBefore ? '<w:pageBreakBefore/>' : ''}`
  return paragraphMarkup(properties, captionMarkup('表', blockId, title, context))
}

function headRow(columns: readonly TableColumn[], widths: readonly number[], fontSize: number): string {
  const look = { font: font.heading1, size: fontSize }
  const cells = columns.map((column, at) => {
    // the header must not be left alone at the foot of a page
    const properties = `<w:pStyle w:val="${style.headCell}"/><w:keepNext/>`
    return cell(widths[at] ?? 0, 1, paragraphMarkup(properties, textMarkup(column.title, look)))
  })
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`
}

type RowLook = { readonly fontSize: number; readonly isForSigning: boolean; readonly context: Context }

function bodyRow(
  row: Row,
  columns: readonly TableColumn[],
  widths: readonly number[],
  look: RowLook,
  isKept: boolean,
): string {
  const run = { font: font.body, size: look.fontSize, ...(row.strong === true ? { bold: true } : {}) }
  const cells: string[] = []
  let at = 0
  const add = (wanted: number, runs: string) => {
    const span = Math.min(wanted, columns.length - at)
    if (span < 1) return
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0)
    const keep = isKept ? '<w:keepNext/>' : ''
    const properties = `<w:pStyle w:val="${style.cell}"/>${keep}<w:jc w:val="${columns[at]?.align ?? 'center'}"/>`
    cells.push(cell(width, span, paragraphMarkup(properties, runs)))
    at += span
  }
  for (const item of row.cells) add(item.span ?? 1, inlineMarkup(item.children, run, look.context))
  // a short row would leave a hole that Word calls damage
  while (at < columns.length) add(1, '')
  const height = look.isForSigning ? `<w:trHeight w:val="${signatureRowHeight}" w:hRule="atLeast"/>` : ''
  return `<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cells.join('')}</w:tr>`
}

const margins =
  `<w:tcMar><w:left w:w="${cellMargin}" w:type="dxa"/><w:right w:w="${cellMargin}" w:type="dxa"/></w:tcMar>` +
  '<w:vAlign w:val="center"/>'

function cell(width: number, span: number, content: string): string {
  const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanned}${margins}</w:tcPr>${content}</w:tc>`
}
