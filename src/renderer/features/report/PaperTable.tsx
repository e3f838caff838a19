import { use } from 'react'
import type { Block, TableColumn } from '../../../shared/report/document.ts'
import { typeArea } from '../../../shared/report/style.ts'
import { InlineRun } from './InlineRun.tsx'
import { PaperContext } from './paper-context.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

/** Twips; narrower columns of a crowded table are set in 5号. */
const NARROW = 1000

function isCrowded(columns: readonly TableColumn[]): boolean {
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.length > 6 && Math.min(...columns.map(({ width }) => (width / shares) * typeArea.width)) < NARROW
}

/** A table with its caption; the header row is printed again on every page. */
export function PaperTable({ block, isReachable }: { readonly block: TableBlock; readonly isReachable: boolean }) {
  const { numbers } = use(PaperContext)
  const { caption, columns, rows, isLandscape } = block
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  const classes = [
    'ptable',
    isCrowded(columns) ? 'ptable-crowded' : '',
    isLandscape ? 'ptable-landscape' : '',
    caption === null ? 'ptable-sign' : '',
  ]
  return (
    <>
      {caption === null ? null : (
        <p className="pcaption">
          {numbers.get(block.id)}　{caption}
        </p>
      )}
      <table className={classes.filter(Boolean).join(' ')}>
        <colgroup>
          {columns.map(({ title, width }) => (
            <col key={title} style={{ width: `${(width / shares) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.strong ? 'pbold' : ''}>
              {cellsOf(row.cells, columns).map(({ cell, from, span }) => (
                <td key={from} colSpan={span} style={{ textAlign: columns[from]?.align ?? 'center' }}>
                  <InlineRun inlines={cell.children} isReachable={isReachable} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Cells with the column in which each begins; a short row gets empty ones. */
function cellsOf(cells: TableBlock['rows'][number]['cells'], columns: readonly TableColumn[]) {
  let from = 0
  const placed = cells.map((cell) => {
    const span = Math.min(cell.span ?? 1, columns.length - from)
    const entry = { cell, from, span }
    from += span
    return entry
  })
  const empty = columns.slice(from).map((_, at) => ({ cell: { children: [] }, from: from + at, span: 1 }))
  return [...placed.filter(({ span }) => span > 0), ...empty]
}
