/** What handlers are given. A command's `db` is its transaction; no handler sees the root connection. */
import type { CommandMethod, Method, Output, Parsed, QueryMethod, TaskMethod } from '../shared/contract.ts'
import type { Result } from '../shared/result.ts'
import type { Db } from './db/driver.ts'
import type { Statements } from './db/statements.ts'
import type { CaseWriter } from './db/writer.ts'
import type { Staging } from './files/staging.ts'
import type { FileStore } from './files/store.ts'
import type { Jobs } from './job/jobs.ts'
import type { Library } from './library/open.ts'

export type Actor = { readonly id: string; readonly name: string }

export type HostKind = 'electron' | 'browser' | 'cli'

/** Facts about the running program, the same for all calls. */
export type Program = {
  readonly appVersion: string
  readonly host: HostKind
  /** shipped data: samples, fonts, statutes */
  readonly resourcesDir: string
  /** cache that may be lost: print images, thumbnails */
  readonly cacheDir: string
  /** forces the fonts that come with the program, for equal output on every machine */
  readonly useShippedFonts: boolean
}

export type QueryContext = {
  readonly db: Db
  readonly statements: Statements
  readonly now: string
  readonly actor: Actor
  readonly program: Program
  readonly libraryId: string
  readonly libraryDir: string
  /** libraries that were open on this computer, the last one first */
  readonly recentLibraries: () => readonly string[]
  readonly bureauId: string
  readonly files: FileStore
  readonly jobs: Jobs
}

export type CommandContext = QueryContext & {
  /** the writer of a case; the same one for the whole command */
  readonly write: (caseId: string) => CaseWriter
  /** a command on the library itself (settings) says so in its journal */
  readonly noteLibrary: (summary: string) => void
  /** journal sentence, when the method's own is not exact enough */
  readonly describe: (summary: string) => void
  /** marks the entry as undo or redo of an earlier one */
  readonly markUndoes: (seq: number) => void
  readonly newId: () => string
}

export type TaskContext = Omit<QueryContext, 'db' | 'statements'> & {
  readonly staging: Staging
  /** reads outside of any transaction */
  readonly read: <T>(reading: (context: QueryContext) => Promise<T>) => Promise<T>
  /** one write transaction with its journal entry, under this method's name */
  readonly transact: <T>(
    summary: string,
    writing: (context: CommandContext) => Promise<T>,
    options?: { readonly isUndoable: boolean },
  ) => Promise<T>
  readonly call: <M extends Method>(method: M, input: unknown) => Promise<Result<Output<M>>>
  readonly library: () => Library
  /** closes the current library and opens another */
  readonly switchLibrary: (dir: string) => Promise<void>
}

export type Handlers = {
  readonly [M in QueryMethod]: (context: QueryContext, input: Parsed<M>) => Promise<Output<M>>
} & {
  readonly [M in CommandMethod]: (context: CommandContext, input: Parsed<M>) => Promise<Output<M>>
} & { readonly [M in TaskMethod]: (context: TaskContext, input: Parsed<M>) => Promise<Output<M>> }
