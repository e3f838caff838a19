/** History of a case or of one row: who, when, what, before and after. */
import type { Output, Parsed } from '../../shared/contract.ts'
import { changesOf } from '../db/journal.ts'
import type { SqlRow, Statements } from '../db/statements.ts'

/** Newest first. */
export function caseHistory(
  statements: Statements,
  { caseId, rowId, before, limit }: Parsed<'case.history'>,
): Output<'case.history'> {
  const entries = statements.all(
    `select a.*, exists (select 1 from audit_entry u where u.scope_id = a.scope_id and u.library_id = a.library_id
       and u.undoes_seq = a.seq) as is_undone from audit_entry a
     where a.scope_id = ? and a.seq < ?
       ${rowId === undefined ? '' : 'and exists (select 1 from change_entry c where c.no between a.first_change and a.last_change and c.row_id = ?)'}
     order by a.at desc, a.seq desc limit ?`,
    [caseId, before ?? Number.MAX_SAFE_INTEGER, ...(rowId === undefined ? [] : [rowId]), limit],
  )
  return { entries: entries.map((entry) => historyEntry(statements, entry)) }
}

function historyEntry(statements: Statements, entry: SqlRow): Output<'case.history'>['entries'][number] {
  const changes = changesOf(statements, entry).slice(0, 500)
  return {
    seq: Number(entry.seq),
    at: String(entry.at),
    actorName: String(entry.actor_name),
    method: String(entry.method),
    summary: String(entry.summary),
    isUndoable: entry.is_undoable === 1,
    isUndone: entry.is_undone === 1,
    changes: changes.map((change) => ({
      table: String(change.table_name),
      rowId: String(change.row_id),
      op: change.op === 'insert' ? 'insert' : 'update',
      before: change.before_json === null ? null : JSON.parse(String(change.before_json)),
      after: JSON.parse(String(change.after_json)),
    })),
  }
}
