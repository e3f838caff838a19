/** Between rows of SQLite and values of the app: names snake ↔ camel, 0/1 ↔ boolean, text ↔ list or JSON. One rule for all tables. */

import { CaseDerived, CaseFileFields } from '../../shared/case/fields.ts'
import { type CaseFile, type CaseTable, caseTables, type Row } from '../../shared/case/tables.ts'
import { z } from '../../shared/schema.ts'
import type { SqlRow, SqlValue } from './statements.ts'

/** Raw values by camelCase name: what the journal keeps and what undo writes back. */
export type RawValues = Readonly<Record<string, SqlValue>>

export type Layout = {
  readonly sqlName: string
  /** columns a person fills in, camelCase */
  readonly columns: readonly string[]
  readonly isSorted: boolean
  /** columns that may not be empty */
  readonly required: ReadonlySet<string>
  readonly out: Out
}

const snakeNames = new Map<string, string>()

/** camelCase → snake_case as the database writes it (`tFrom` → `t_from`, `longitudeE7` → `longitude_e7`, `sha256` stays). */
export function snake(name: string): string {
  const known = snakeNames.get(name)
  if (known !== undefined) return known
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  snakeNames.set(name, made)
  return made
}

const layouts = new Map<string, Layout>()

/** Layout of a case table or of `caseFile`. */
export function layoutOf(table: CaseTable | 'caseFile'): Layout {
  const known = layouts.get(table)
  if (known) return known
  const { shape } = table === 'caseFile' ? CaseFileFields : caseTables[table].fields
  const fields = Object.entries<z.ZodType>(shape)
  const made: Layout = {
    sqlName: snake(table),
    columns: fields.map(([name]) => name),
    out: outOf(fields.map(([name]) => name)),
    isSorted: table !== 'caseFile' && caseTables[table].isSorted,
    required: new Set(fields.filter(([, schema]) => !(schema instanceof z.ZodNullable)).map(([name]) => name)),
  }
  layouts.set(table, made)
  return made
}

/** Whether a column holds JSON as text. */
const isJson = (column: string) => column.endsWith('List') || column.endsWith('Json')

/** One value on its way into the database, by the name of its column. A JSON null in a column that must not be empty stays JSON. */
export function encode(column: string, value: unknown, isRequired = false): SqlValue {
  if (value === null || value === undefined) return isRequired && isJson(column) ? 'null' : null
  if (isJson(column)) return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  // a number binds as REAL; a STRICT integer column takes it when it is whole and refuses 1.5
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`column ${column} cannot hold ${typeof value}`)
}

type Decoder = (value: SqlValue) => unknown

const asIs: Decoder = (value) => value
const asBoolean: Decoder = (value) => (value === null ? null : value === 1)
const asJson: Decoder = (value) => (value === null ? null : JSON.parse(String(value)))

/** How a value of a column comes out, by the name of the column. */
export function decoderOf(column: string): Decoder {
  if (/^(is|has)[A-Z]/.test(column)) return asBoolean
  return isJson(column) ? asJson : asIs
}

type Out = readonly { readonly column: string; readonly sqlName: string; readonly decode: Decoder }[]

const outOf = (columns: readonly string[]): Out =>
  columns.map((column) => ({ column, sqlName: snake(column), decode: decoderOf(column) }))

/** Values by camelCase name → raw values; unknown names and undefined values are left out. */
export function encodeValues(layout: Layout, values: Readonly<Record<string, unknown>>): Record<string, SqlValue> {
  const raw: Record<string, SqlValue> = {}
  for (const column of layout.columns)
    if (values[column] !== undefined) raw[column] = encode(column, values[column], layout.required.has(column))
  return raw
}

/** A row of SQLite → a row of the app. The type is the table's: the columns are the schema's own keys. */
export function decodeRow<T extends CaseTable>(table: T, row: SqlRow): Row<T> {
  const decoded: Record<string, unknown> = {
    caseId: row.case_id,
    id: row.id,
    rev: row.rev,
    isRemoved: row.removed === 1,
    sortKey: row.sort_key ?? '',
  }
  for (const { column, sqlName, decode } of layoutOf(table).out) decoded[column] = decode(row[sqlName] ?? null)
  return decoded as Row<T>
}

const caseColumns = outOf([...Object.keys(CaseFileFields.shape), ...Object.keys(CaseDerived.shape)])

/** The register row of SQLite → `CaseFile`. */
export function decodeCaseFile(row: SqlRow): CaseFile {
  const decoded: Record<string, unknown> = { id: row.id, rev: row.rev, isRemoved: row.removed === 1 }
  for (const { column, sqlName, decode } of caseColumns) decoded[column] = decode(row[sqlName] ?? null)
  return decoded as CaseFile
}
