/**
 * The journal: audit entries with a hash chain per (scope, library) and the changes of each. Written in the transaction of
 * the command it describes; nothing else may write it.
 */
import { hash as digest } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { RawValues } from './rows.ts'
import type { SqlRow, Statements } from './statements.ts'

/** One row changed by a command: `before` holds only what changed, null for a new row. */
export type Change = {
  readonly table: string
  readonly rowId: string
  readonly op: 'insert' | 'update'
  readonly before: RawValues | null
  readonly after: RawValues
}

export type EntryBody = {
  readonly scopeId: string
  readonly libraryId: string
  readonly at: string
  readonly actorId: string
  readonly actorName: string
  readonly method: string
  readonly commandId: string
  readonly summary: string
  readonly isUndoable: boolean
  readonly undoesSeq: number | null
}

/** Stands before the first entry of a chain. */
export const GENESIS = '0'.repeat(64)

export type Head = { readonly seq: number; readonly hash: string }

/** The newest entry of a chain; `seq` 0 when it has none. */
export function headOf(statements: Statements, scopeId: string, libraryId: string): Head {
  const row = statements.get(
    'select seq, hash from audit_entry where scope_id = ? and library_id = ? order by seq desc limit 1',
    [scopeId, libraryId],
  )
  return row === undefined ? { seq: 0, hash: GENESIS } : { seq: Number(row.seq), hash: String(row.hash) }
}

/** Appends an entry after `head`, which the caller read in this transaction. */
export function appendEntry(statements: Statements, head: Head, body: EntryBody, changes: readonly Change[]): Head {
  const seq = head.seq + 1
  const rows = changes.map((change, index) => changeRow(change, index))
  const changesSha256 = rows.length === 0 ? null : changesHash(rows)
  const hash = entryHash(seq, head.hash, body, changesSha256)
  const newest = statements.get('select max(no) as no from change_entry', [])
  const firstChange = rows.length === 0 ? null : Number(newest?.no ?? 0) + 1
  statements.run(
    `insert into audit_entry (scope_id, library_id, seq, at, actor_id, actor_name, method, command_id, summary,
       is_undoable, undoes_seq, changes_sha256, first_change, last_change, prev_hash, hash)
     values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    [
      body.scopeId,
      body.libraryId,
      seq,
      body.at,
      body.actorId,
      body.actorName,
      body.method,
      body.commandId,
      body.summary,
      body.isUndoable ? 1 : 0,
      body.undoesSeq,
      changesSha256,
      firstChange,
      firstChange === null ? null : firstChange + rows.length - 1,
      head.hash,
      hash,
    ],
  )
  for (const row of rows)
    statements.run(
      `insert into change_entry (no, scope_id, library_id, seq, n, table_name, row_id, op, before_json, after_json)
       values (?,?,?,?,?,?,?,?,?,?)`,
      [
        Number(firstChange) + row.n,
        body.scopeId,
        body.libraryId,
        seq,
        row.n,
        row.table,
        row.rowId,
        row.op,
        row.before,
        row.after,
      ],
    )
  return { seq, hash }
}

/** The changes of an entry (its row of `audit_entry`) in their order. */
export function changesOf(statements: Statements, entry: SqlRow): SqlRow[] {
  return statements.all(
    `select * from change_entry where no between ? and ? and scope_id = ? and library_id = ? and seq = ? order by no`,
    [entry.first_change, entry.last_change, entry.scope_id, entry.library_id, entry.seq],
  )
}

type ChangeText = { n: number; table: string; rowId: string; op: string; before: string | null; after: string }

function changeRow(change: Change, n: number): ChangeText {
  return {
    n,
    table: change.table,
    rowId: change.rowId,
    op: change.op,
    before: change.before === null ? null : canonical(change.before),
    after: canonical(change.after),
  }
}

/** An array of strings and a number has one JSON form; before and after are canonical already. */
function changesHash(rows: readonly ChangeText[]): string {
  const lines = rows.map(({ n, table, rowId, op, before, after }) =>
    JSON.stringify([n, table, rowId, op, before, after]),
  )
  return sha256(lines.join('\n'))
}

/** hash = sha256(seq \n prev \n canonical body), RFC 8785 */
function entryHash(seq: number, prev: string, body: EntryBody, changesSha256: string | null): string {
  return sha256(`${seq}\n${prev}\n${canonical({ ...body, changesSha256 })}`)
}

function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no canonical form')
  return text
}

function sha256(text: string): string {
  return digest('sha256', text, 'hex')
}

/** Recomputes every chain and its changes. Returns one Chinese sentence per fault, none when all hold. */
export function verifyJournal(statements: Statements): string[] {
  const faults: string[] = []
  const chains = statements.all('select distinct scope_id, library_id from audit_entry', [])
  for (const chain of chains) faults.push(...verifyChain(statements, String(chain.scope_id), String(chain.library_id)))
  const loose = statements.get(
    `select count(*) as n from change_entry c where not exists (select 1 from audit_entry a
       where a.scope_id = c.scope_id and a.library_id = c.library_id and a.seq = c.seq
       and c.no between a.first_change and a.last_change)`,
    [],
  )
  if (Number(loose?.n) > 0) faults.push(`有 ${loose?.n} 条变更没有对应的审计记录。`)
  return faults
}

function verifyChain(statements: Statements, scopeId: string, libraryId: string): string[] {
  const place = scopeId === 'library' ? '案卷库的审计记录' : `案卷 ${scopeId} 的审计记录`
  const faults: string[] = []
  let head: Head = { seq: 0, hash: GENESIS }
  const entries = statements.all('select * from audit_entry where scope_id = ? and library_id = ? order by seq', [
    scopeId,
    libraryId,
  ])
  for (const entry of entries) {
    const seq = Number(entry.seq)
    if (seq !== head.seq + 1) faults.push(`${place}在第 ${head.seq + 1} 条处缺少记录。`)
    if (entry.prev_hash !== head.hash) faults.push(`${place}第 ${seq} 条与前一条不相接。`)
    const rows = changesOf(statements, entry)
    const changes = rows.length === 0 ? null : changesHash(rows.map(changeText))
    if (changes !== entry.changes_sha256) faults.push(`${place}第 ${seq} 条的变更内容被改动过。`)
    if (entryHash(seq, String(entry.prev_hash), bodyOf(entry), nullable(entry.changes_sha256)) !== entry.hash)
      faults.push(`${place}第 ${seq} 条被改动过。`)
    head = { seq, hash: String(entry.hash) }
  }
  return faults
}

function changeText(row: SqlRow): ChangeText {
  return {
    n: Number(row.n),
    table: String(row.table_name),
    rowId: String(row.row_id),
    op: String(row.op),
    before: nullable(row.before_json),
    after: String(row.after_json),
  }
}

function bodyOf(row: SqlRow): EntryBody {
  return {
    scopeId: String(row.scope_id),
    libraryId: String(row.library_id),
    at: String(row.at),
    actorId: String(row.actor_id),
    actorName: String(row.actor_name),
    method: String(row.method),
    commandId: String(row.command_id),
    summary: String(row.summary),
    isUndoable: row.is_undoable === 1,
    undoesSeq: row.undoes_seq === null ? null : Number(row.undoes_seq),
  }
}

function nullable(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
