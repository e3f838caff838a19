/** One command: an immediate transaction, its rows, its derived columns and its journal entries, all or nothing. */

import type { CommandContext, QueryContext } from './context.ts'
import { appendEntry, type EntryBody, headOf } from './db/journal.ts'
import { refreshDerived } from './db/refresh.ts'
import { type CaseWriter, createCaseWriter } from './db/writer.ts'
import type { Library } from './library/open.ts'
import { newId } from './new-id.ts'

/** What the journal says about the command. */
export type CommandTitle = {
  readonly method: string
  readonly summary: string
  readonly isUndoable: boolean
  readonly commandId: string
}

/** Runs `work` in a transaction of `library`; any throw rolls back all of it. The caller holds the lock of the connection. */
export async function transact<T>(
  library: Library,
  contextOf: () => QueryContext,
  title: CommandTitle,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const { statements } = library
  return immediate(library, async () => {
    const base = contextOf()
    let summary = title.summary
    let undoesSeq: number | null = null
    let libraryNote: string | null = null
    const writers = new Map<string, CaseWriter>()
    const write = (caseId: string) => {
      const known = writers.get(caseId)
      if (known) return known
      const made = createCaseWriter(statements, caseId, headOf(statements, caseId, library.id))
      writers.set(caseId, made)
      return made
    }
    const value = await work({
      ...base,
      write,
      noteLibrary: (text) => {
        libraryNote = text
      },
      describe: (text) => {
        summary = text
      },
      markUndoes: (seq) => {
        undoesSeq = seq
      },
      newId,
    })
    const body = (scopeId: string, text: string): EntryBody => ({
      scopeId,
      libraryId: library.id,
      at: base.now,
      actorId: base.actor.id,
      actorName: base.actor.name,
      method: title.method,
      commandId: title.commandId,
      summary: text,
      isUndoable: title.isUndoable,
      undoesSeq,
    })
    for (const writer of writers.values()) {
      if (writer.changes.length === 0) continue
      refreshDerived(statements, writer.caseId, writer.touched, base.now)
      appendEntry(statements, writer.head, body(writer.caseId, summary), writer.changes)
    }
    if (libraryNote !== null)
      appendEntry(statements, headOf(statements, 'library', library.id), body('library', libraryNote), [])
    return value
  })
}

/** BEGIN IMMEDIATE: a plain begin fails with SQLITE_BUSY_SNAPSHOT when another process wrote in between (measured). */
export async function immediate<T>({ connection, statements }: Library, work: () => Promise<T>): Promise<T> {
  statements.run('begin immediate', [])
  try {
    const value = await work()
    statements.run('commit', [])
    return value
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback')
    throw error
  }
}
