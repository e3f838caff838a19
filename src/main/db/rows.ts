/** Between rows of SQLite and values of the app: names snake ↔ camel, 0/1 ↔ boolean, text ↔ list or JSON. One rule for all tables. */

import { CaseDerived, CaseFileFields } from '../../shared/case/fields.ts'
import { type CaseFile, type CaseTable, caseTables, type Row } from '../../shared/case/tables.ts'
import type { SqlRow, SqlValue } from './statements.ts'

/** Raw values by camelCase name: what the journal keeps and what undo writes back. */
export type RawValues = Readonly<Record<string, SqlValue>>

export type Layout = {
  readonly sqlName: string
  /** columns a person fills in, camelCase */
  readonly columns: readonly string[]
  readonly isSorted: boolean
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
  const made: Layout =
    table === 'caseFile'
      ? { sqlName: 'case_file', columns: Object.keys(CaseFileFields.shape), isSorted: false }
      : {
          sqlName: snake(table),
          columns: Object.keys(caseTables[table].fields.shape),
          isSorted: caseTables[table].isSorted,
        }
  layouts.set(table, made)
  return made
}

/** One value on its way into the database. Throws on what has no place there: a defect, the schema let it through. */
export function encode(value: unknown): SqlValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return value
  // a number binds as REAL; a STRICT integer column takes it when it is whole and refuses 1.5
  if (typeof value === 'number') return value
  return JSON.stringify(value)
}

/** One value on its way out, by the name of its column. */
export function decode(column: string, value: SqlValue): unknown {
  if (value === null) return null
  if (/^(is|has)[A-Z]/.test(column)) return value === 1
  if (column.endsWith('List') || column.endsWith('Json')) return JSON.parse(String(value))
  return value
}

/** Values by camelCase name → raw values; unknown names and undefined values are left out. */
export function encodeValues(layout: Layout, values: Readonly<Record<string, unknown>>): Record<string, SqlValue> {
  const raw: Record<string, SqlValue> = {}
  for (const column of layout.columns) if (values[column] !== undefined) raw[column] = encode(values[column])
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
  for (const column of layoutOf(table).columns) decoded[column] = decode(column, row[snake(column)] ?? null)
  return decoded as Row<T>
}

const CASE_COLUMNS = [...Object.keys(CaseFileFields.shape), ...Object.keys(CaseDerived.shape)]

/** The register row of SQLite → `CaseFile`. */
export function decodeCaseFile(row: SqlRow): CaseFile {
  const decoded: Record<string, unknown> = { id: row.id, rev: row.rev, isRemoved: row.removed === 1 }
  for (const column of CASE_COLUMNS) decoded[column] = decode(column, row[snake(column)] ?? null)
  return decoded as CaseFile
}
