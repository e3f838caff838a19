/** Widths of columns and size of type of a table: what the writer prints and the page count reckons with. Pure. */
import type { TableColumn } from '../../../shared/report/document.ts'
import { size } from '../../../shared/report/style.ts'

/** Between the rule and the text, left and right, in twips. */
export const cellMargin = 60
/** Room for a signature by hand: 12 mm. */
export const signatureRowHeight = 680
/** Columns narrower than four characters of 小4号 are set in 5号. */
const narrowColumn = 1000

/** Whole twips that add up to the width of the type area; WPS believes these, not the widths of the cells. */
export function columnWidths(columns: readonly TableColumn[], total: number): number[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  let left = 0
  let used = 0
  return columns.map((column) => {
    used += column.width
    const right = Math.round((used / shares) * total)
    const width = right - left
    left = right
    return width
  })
}

/** Half-points. */
export function tableFontSize(columns: readonly TableColumn[], total: number): number {
  const isCrowded = columns.length > 6 && Math.min(...columnWidths(columns, total)) < narrowColumn
  return isCrowded ? size.tableSmall : size.table
}
