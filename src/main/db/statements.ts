/** Prepared statements by their text, kept for the life of the connection: preparing costs more than running (measured). */
import type { Connection } from './open.ts'

/** What SQLite stores. */
export type SqlValue = string | number | bigint | null | Uint8Array
export type SqlRow = Readonly<Record<string, SqlValue>>

export type Statements = {
  readonly all: (sql: string, parameters: readonly unknown[]) => SqlRow[]
  readonly get: (sql: string, parameters: readonly unknown[]) => SqlRow | undefined
  readonly run: (sql: string, parameters: readonly unknown[]) => { changes: number; lastInsertRowid: number | bigint }
  readonly isReader: (sql: string) => boolean
}

const MAX_STATEMENTS = 800

export function createStatements(connection: Connection): Statements {
  const known = new Map<string, ReturnType<typeof connection.prepare<unknown[], SqlRow>>>()
  const prepare = (sql: string) => {
    const found = known.get(sql)
    if (found) return found
    if (known.size >= MAX_STATEMENTS) known.clear()
    const made = connection.prepare<unknown[], SqlRow>(sql)
    known.set(sql, made)
    return made
  }
  return {
    all: (sql, parameters) => {
      const statement = prepare(sql)
      if (statement.reader) return statement.all(...parameters)
      statement.run(...parameters)
      return []
    },
    get: (sql, parameters) => prepare(sql).get(...parameters),
    run: (sql, parameters) => prepare(sql).run(...parameters),
    isReader: (sql) => prepare(sql).reader,
  }
}

/** Until the end of this transaction references are checked at commit: a whole case is written in any order of its tables. */
export function deferReferences(statements: Statements): void {
  statements.all('pragma defer_foreign_keys = on', [])
}
