/** Reads the cells of a workbook of one sheet back: inline texts, numbers, and days by their format. */
import { readZip } from './docx-rules/zip.ts'

export type Cell = { readonly column: string; readonly value: string | number; readonly isDay: boolean }

export function sheetRows(bytes: Buffer): readonly (readonly Cell[])[] {
  const { parts, problems } = readZip(bytes)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const part = (name: string) => parts.find((one) => one.name === name)?.data.toString('utf8') ?? ''
  const formats = [...part('xl/styles.xml').matchAll(/<xf numFmtId="(\d+)"[^>]*xfId/g)].map(([, id]) => id)
  return [...part('xl/worksheets/sheet1.xml').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"[^>]*>(.*?)<\/c>/gs)].map(
      ([, column = '', style = '0', inner = '']) => ({
        column,
        value: valueOfCell(inner),
        isDay: formats[Number(style)] === '164',
      }),
    ),
  )
}

/** A day as its cell holds it: days since 1899-12-30. */
export const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)

function valueOfCell(inner: string): string | number {
  const number = /^<v>(-?\d+)<\/v>$/.exec(inner)?.[1]
  if (number !== undefined) return Number(number)
  const text = /^<is><t xml:space="preserve">(.*)<\/t><\/is>$/s.exec(inner)?.[1]
  if (text === undefined) throw new Error(`not a text and not a number: ${inner}`)
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
