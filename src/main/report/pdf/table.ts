/** Tables: fixed widths, the header row again on every page, no row cut unless it is higher than a page. */
import type { Block } from '../../../shared/report/document.ts'
import { size as sizes } from '../../../shared/report/style.ts'
import type { Line } from './break-lines.ts'
import type { Box, Item } from './page.ts'
import { lineItems, type Setter, type Style, type Words } from './setter.ts'
import { styles } from './styles.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

const PADDING = { x: 3, y: 2.5 }
/** Room for a signature by hand in tables without a caption: 12 mm. */
const SIGNATURE_ROW = 34
/** Many columns narrower than four characters of 小4号 are set in 5号. */
const NARROW = 50
const THIN = 0.5
const THICK = 1.5
const SMALL = sizes.tableSmall / 2

type SetCell = { readonly x: number; readonly width: number; readonly style: Style; readonly lines: readonly Line[] }

/** The rows as boxes; the first is the header row, which every other repeats on a new page. */
export function tableBoxes(
  block: TableBlock,
  setter: Setter,
  wordsOf: (cell: TableBlock['rows'][number]['cells'][number], isStrong: boolean) => Words,
  width: number,
  pageHeight: number,
): readonly Box[] {
  const edges = columnEdges(block.columns, width)
  const setCell = (words: Words, style: Style, from: number, to: number): SetCell => {
    const x = edges[from] ?? 0
    const cellWidth = (edges[to] ?? width) - x
    return { x, width: cellWidth, style, lines: setter.lines(words, style, cellWidth - 2 * PADDING.x) }
  }
  const isNarrow =
    block.columns.length > 6 &&
    edges.some((edge, index) => (edges[index + 1] ?? width) - edge < NARROW && index < block.columns.length)
  const size = isNarrow ? SMALL : styles.tableCell.size
  const head = block.columns.map((column, index) =>
    setCell([{ text: column.title }], { ...styles.tableHead, size }, index, index + 1),
  )
  const repeat = rowBox(head, width, { top: THICK, bottom: THIN }, 0)
  const least = block.caption === null ? SIGNATURE_ROW : 0
  const boxes: Box[] = [{ ...repeat, keepNext: block.rows.length > 0 }]
  let first = 0
  let beforeLast = 0
  block.rows.forEach((row, index) => {
    let column = 0
    const cells = filled(row.cells, block.columns.length).map((cell) => {
      const from = column
      column = Math.min(column + (cell.span ?? 1), block.columns.length)
      const align = block.columns[from]?.align ?? 'left'
      return setCell(wordsOf(cell, row.strong === true), { ...styles.tableCell, size, align }, from, column)
    })
    const bottom = index === block.rows.length - 1 ? THICK : THIN
    for (const piece of cutToHeight(cells, pageHeight - repeat.height))
      boxes.push({ ...rowBox(piece, width, { top: THIN, bottom }, least), repeat })
    if (index === 0) first = boxes.length - 1
    if (index === block.rows.length - 2) beforeLast = boxes.length - 1
  })
  const ends = withRowKept(boxes, beforeLast, pageHeight)
  return block.rows.length > 2 ? withRowKept(ends, first, pageHeight) : ends
}

/**
 * A row that stays with the next one: the first and the last of a table do not stand alone on a page, unless what would
 * have to stay together with the header is higher than a page.
 */
function withRowKept(boxes: readonly Box[], at: number, pageHeight: number): readonly Box[] {
  if (at < 1) return boxes
  const end = boxes.findIndex((box, index) => index > at && box.keepNext !== true)
  const kept = boxes.slice(at, end + 1).reduce((sum, box) => sum + box.height, boxes[0]?.height ?? 0)
  if (kept > pageHeight) return boxes
  return boxes.map((box, index) => (index === at ? { ...box, keepNext: true } : box))
}

/** A short row gets empty cells. */
function filled(cells: TableBlock['rows'][number]['cells'], columns: number): TableBlock['rows'][number]['cells'] {
  const lacking = columns - cells.reduce((sum, cell) => sum + (cell.span ?? 1), 0)
  return [...cells, ...Array.from({ length: Math.max(0, lacking) }, () => ({ children: [] }))]
}

/** Left edge of every column and the right edge of the last. */
function columnEdges(columns: TableBlock['columns'], width: number): readonly number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0) || 1
  const edges = [0]
  let share = 0
  for (const column of columns) {
    share += column.width
    edges.push((width * share) / total)
  }
  return edges
}

function rowBox(
  cells: readonly SetCell[],
  width: number,
  border: { readonly top: number; readonly bottom: number },
  least: number,
): Box {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length))
  const height = Math.max(least, lines * styles.tableCell.leading + 2 * PADDING.y)
  const items: Item[] = [
    { kind: 'rule', x1: 0, y1: 0, x2: width, y2: 0, width: border.top },
    { kind: 'rule', x1: 0, y1: height, x2: width, y2: height, width: border.bottom },
  ]
  for (const x of [0, ...cells.map((cell) => cell.x + cell.width)])
    items.push({ kind: 'rule', x1: x, y1: 0, x2: x, y2: height, width: THIN })
  for (const cell of cells) {
    const top = (height - cell.lines.length * cell.style.leading) / 2
    cell.lines.forEach((line, index) => {
      for (const item of lineItems(line, cell.style, cell.width - 2 * PADDING.x, index === 0, null))
        items.push({
          ...item,
          x: item.x + cell.x + PADDING.x,
          baseline: item.baseline + top + index * cell.style.leading,
        })
    })
  }
  return { height, items }
}

/** A row higher than a page becomes several rows, cut between lines. */
function cutToHeight(cells: readonly SetCell[], height: number): readonly (readonly SetCell[])[] {
  const most = Math.max(1, Math.floor((height - 2 * PADDING.y) / styles.tableCell.leading))
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length))
  const pieces = Math.ceil(lines / most)
  return Array.from({ length: pieces }, (_, piece) =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(piece * most, (piece + 1) * most) })),
  )
}
