/** What the clocks of many cases are read from, in one statement a table: never one a case. */
import {
  type ClockFacts,
  type ClockTable,
  clockCaseColumns,
  clockColumns,
  clockTables,
} from '../../shared/clock/facts.ts'
import { decoderOf, snake } from '../db/rows.ts'
import type { SqlRow, Statements } from '../db/statements.ts'

export type BoardCase = {
  readonly facts: ClockFacts
  readonly caseNo: string | null
  readonly name: string
  readonly secrecy: string
}

/** Which cases: `c` is the case file. */
export type Which = { readonly sql: string; readonly parameters: readonly (string | number)[] }

export function readBoardCases(statements: Statements, which: Which): BoardCase[] {
  const columns = caseReaders.map(({ column }) => column).join(', ')
  const cases = statements.all(
    `select c.id, c.case_no, c.name, c.secrecy, ${columns} from case_file c where ${which.sql}`,
    which.parameters,
  )
  const tables = clockTables.map((table) => ({ table, byCase: readTable(statements, table, which) }))
  return cases.map((row) => {
    const id = String(row.id)
    const rows: Partial<Record<ClockTable, readonly unknown[]>> = {}
    for (const { table, byCase } of tables) rows[table] = byCase.get(id) ?? NONE
    return {
      // every column and table of the type is read in the loops
      facts: { caseFile: decoded(row, caseReaders), rows } as unknown as ClockFacts,
      caseNo: row.case_no === null ? null : String(row.case_no),
      name: String(row.name),
      secrecy: String(row.secrecy),
    }
  })
}

const NONE: readonly unknown[] = []

const readersOf = (names: readonly string[]) =>
  names.map((name) => ({ name, column: snake(name), decode: decoderOf(name) }))
type Readers = ReturnType<typeof readersOf>

const caseReaders = readersOf(clockCaseColumns)

function readTable(statements: Statements, table: ClockTable, which: Which): ReadonlyMap<string, readonly unknown[]> {
  const readers = readersOf(clockColumns[table])
  const names = readers.map(({ column }) => `t.${column}`).join(', ')
  const rows = statements.all(
    `select t.case_id, t.id, ${names} from ${snake(table)} t join case_file c on c.id = t.case_id
     where t.removed = 0 and ${which.sql} order by t.case_id, t.id`,
    which.parameters,
  )
  const byCase = new Map<string, unknown[]>()
  for (const row of rows) {
    const list = byCase.get(String(row.case_id))
    if (list === undefined) byCase.set(String(row.case_id), [decoded(row, readers)])
    else list.push(decoded(row, readers))
  }
  return byCase
}

function decoded(row: SqlRow, readers: Readers): Record<string, unknown> {
  const values: Record<string, unknown> = { id: row.id }
  for (const { name, column, decode } of readers) values[name] = decode(row[column] ?? null)
  return values
}
