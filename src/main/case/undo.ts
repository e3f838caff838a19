/**
 * Undo writes the `before` values of the newest command of this person back; redo is the undo of an undo. Nothing leaves the
 * journal. A field that someone changed since refuses the whole step with who and when.
 */
import { isCaseTable } from '../../shared/case/tables.ts'
import { AppError } from '../../shared/result.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { changesOf } from '../db/journal.ts'
import { layoutOf, type RawValues, snake } from '../db/rows.ts'
import type { SqlRow } from '../db/statements.ts'
import { refuseReferred } from './references.ts'

type Direction = 'undo' | 'redo'

type Step = { readonly seq: number; readonly summary: string; readonly isUndoable: boolean }

/** What the buttons say; null when there is nothing to do. */
export function undoState(context: QueryContext, caseId: string): { undo: string | null; redo: string | null } {
  const undo = target(context, caseId, 'undo')
  const redo = target(context, caseId, 'redo')
  return {
    undo: undo?.isUndoable ? undo.summary : null,
    redo: redo?.isUndoable ? redo.summary : null,
  }
}

export async function undoLast(
  context: CommandContext,
  caseId: string,
  direction: Direction,
): Promise<{ summary: string }> {
  const step = target(context, caseId, direction)
  const verb = direction === 'undo' ? '撤销' : '重做'
  if (step === null) throw new AppError('refused', `没有可以${verb}的操作。`)
  if (!step.isUndoable) throw new AppError('refused', `上一步“${step.summary}”不能撤销。`)
  const entry = context.statements.get('select * from audit_entry where scope_id = ? and library_id = ? and seq = ?', [
    caseId,
    context.libraryId,
    step.seq,
  ])
  const changes = entry === undefined ? [] : changesOf(context.statements, entry)
  for (const change of changes.reverse()) await undoChange(context, caseId, change)
  const summary = `${verb}：${step.summary}`
  context.describe(summary)
  context.markUndoes(step.seq)
  return { summary }
}

/**
 * Undo aims at the newest command or redo of this person that is not undone. Redo aims at the newest undo that is not undone,
 * while no later command stands in between.
 */
function target(context: QueryContext, caseId: string, direction: Direction): Step | null {
  const rows = context.statements.all(
    `select a.seq, a.method, a.summary, a.is_undoable, a.undoes_seq from audit_entry a
     where a.scope_id = ? and a.library_id = ? and a.actor_id = ? and a.changes_sha256 is not null
       and not exists (select 1 from audit_entry u where u.scope_id = a.scope_id and u.library_id = a.library_id
         and u.undoes_seq = a.seq)
     order by a.seq desc limit 200`,
    [caseId, context.libraryId, context.actor.id],
  )
  for (const row of rows) {
    const isUndo = row.method === 'case.undo'
    if (direction === 'undo' ? isUndo : row.method === 'case.redo') continue
    if (direction === 'redo' && (!isUndo || hasLaterCommand(context, caseId, Number(row.seq)))) return null
    return { seq: Number(row.seq), summary: plainSummary(String(row.summary)), isUndoable: row.is_undoable === 1 }
  }
  return null
}

/** A new command after an undo ends the chance to redo, also when it was undone itself. */
function hasLaterCommand(context: QueryContext, caseId: string, seq: number): boolean {
  const row = context.statements.get(
    `select 1 as one from audit_entry where scope_id = ? and library_id = ? and actor_id = ? and seq > ?
       and changes_sha256 is not null and method not in ('case.undo', 'case.redo') limit 1`,
    [caseId, context.libraryId, context.actor.id, seq],
  )
  return row !== undefined
}

/** «重做：修改单位» is shown as «修改单位». */
function plainSummary(summary: string): string {
  return summary.replace(/^(?:撤销：|重做：)+/, '')
}

async function undoChange(context: CommandContext, caseId: string, change: SqlRow): Promise<void> {
  const name = String(change.table_name)
  const table = name === 'caseFile' ? 'caseFile' : isCaseTable(name) ? name : null
  if (table === null) throw new AppError('refused', '这一步由更新版本的程序写入，不能在这里撤销。')
  const id = String(change.row_id)
  const after: RawValues = JSON.parse(String(change.after_json))
  const { sqlName } = layoutOf(table)
  const found =
    table === 'caseFile'
      ? context.statements.get('select * from case_file where id = ?', [caseId])
      : context.statements.get(`select * from ${sqlName} where case_id = ? and id = ?`, [caseId, id])
  for (const [column, value] of Object.entries(after))
    if ((found?.[snake(column)] ?? null) !== value) throw changedSince(context, caseId, id, Number(change.seq))
  if (change.op === 'insert') {
    if (table === 'caseFile') throw new AppError('refused', '新建案卷不能撤销；不要的案卷可以移走。')
    refuseReferred(context, table, caseId, id)
    await context.write(caseId).writeRaw(table, id, { removed: 1 })
    return
  }
  const before: RawValues = JSON.parse(String(change.before_json))
  if (before.removed === 1 && table !== 'caseFile') refuseReferred(context, table, caseId, id)
  await context.write(caseId).writeRaw(table, id, before)
}

function changedSince(context: QueryContext, caseId: string, rowId: string, seq: number): AppError {
  const later = context.statements.get(
    `select a.actor_name, a.at, a.summary from audit_entry a
     where a.scope_id = ? and a.seq > ?
       and exists (select 1 from change_entry c where c.no between a.first_change and a.last_change and c.row_id = ?)
     order by a.seq desc limit 1`,
    [caseId, seq, rowId],
  )
  if (later === undefined) return new AppError('refused', '这条记录已不是当时的内容，不能撤销。')
  const when = String(later.at).slice(0, 16).replace('T', ' ')
  return new AppError('refused', `${later.actor_name}已在${when}“${later.summary}”，不能越过它撤销；请直接修改。`)
}
