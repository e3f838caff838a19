/** A workbook of one sheet (ECMA-376): a head that stays, a filter, texts and days. Texts are inline, so that none is ever a formula. */
import { daysBetween } from '../../shared/dates.ts'
import { escapeXml } from '../report/docx/markup.ts'
import type { ZipEntry } from '../report/zip.ts'

export type Column<R> = {
  readonly title: string
  /** in characters of the standard font */
  readonly width: number
  readonly isDay?: boolean
  readonly cell: (row: R) => string | number | null
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Cell formats by their place in `styles`. */
const TEXT = 1
const DAY = 2
const TITLE = 3
/** Characters a cell can hold. */
const MOST_CHARACTERS = 32_767

export function workbook<R>(sheet: {
  readonly name: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
}): readonly ZipEntry[] {
  const part = (name: string, xml: string): ZipEntry => ({ name, text: HEAD + xml })
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}</Types>`,
    ),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', book(sheet.name, sheet.columns.length, sheet.rows.length + 1)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    part('xl/worksheets/sheet1.xml', worksheet(sheet.columns, sheet.rows)),
    part('xl/styles.xml', styles),
  ]
}

const override = (name: string, type: string) => `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`
}

function book(name: string, columns: number, rows: number): string {
  const title = textOf(name)
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
  const filter = `'${title.replaceAll('&apos;', "''")}'!$A$1:$${letters(columns - 1)}$${rows}`
  const names = `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${filter}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${title}'!$1:$1</definedName></definedNames>`
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`
}

function worksheet<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const head = columns.map(({ title }, at) => textCell(title, `${letters(at)}1`, TITLE))
  const body = rows.map((row, index) => {
    const cells = columns.map((column, at) => cellOf(column, row, `${letters(at)}${index + 2}`))
    return `<row r="${index + 2}">${cells.join('')}</row>`
  })
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
  const page =
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${head.join('')}</row>${body.join('')}</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${rows.length + 1}"/>${page}</worksheet>`
}

function cellOf<R>({ isDay, cell }: Column<R>, row: R, place: string): string {
  const value = cell(row)
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${place}" s="${TEXT}"><v>${value}</v></c>`
  return isDay ? `<c r="${place}" s="${DAY}"><v>${serial(value)}</v></c>` : textCell(value, place, TEXT)
}

const textCell = (text: string, place: string, style: number) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textOf(text)}</t></is></c>`

/** Days since 1899-12-30: right from March 1900 on. */
const serial = (day: string): number => daysBetween('1899-12-30', day)

/** Characters that XML cannot hold are left out. */
function textOf(text: string): string {
  return escapeXml(
    text.slice(0, MOST_CHARACTERS).replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''),
  )
}

/** 0 → A, 26 → AA. */
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26)
}

const font = (extra: string) => `<font>${extra}<sz val="11"/><name val="宋体"/></font>`
const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" horizontal="left"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`
