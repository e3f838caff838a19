/**
 * The dispatcher: the one way into the program for every host. Looks the method up, checks the input, opens the transaction
 * of a command, writes its journal entry, turns everything into a Result.
 */
import { randomUUID } from 'node:crypto'
import { isMethod, type Method, methodOf, type Output } from '../shared/contract.ts'
import { instantFromMs } from '../shared/dates.ts'
import type { AnyMethod } from '../shared/method.ts'
import { AppError, assertNever, type Failure, type Result } from '../shared/result.ts'
import type { z } from '../shared/schema.ts'
import type { Actor, CommandContext, Program, QueryContext, TaskContext } from './context.ts'
import { sentenceFor } from './db/open.ts'
import { faultSentence, type OnInternal } from './faults.ts'
import { createStaging, type Staging } from './files/staging.ts'
import { handlers } from './handlers.ts'
import { createJobs, type Jobs } from './job/jobs.ts'
import { createIndexing } from './library/indexing.ts'
import { type Library, openLibrary } from './library/open.ts'
import { createLock } from './lock.ts'
import { type CommandTitle, transact } from './transact.ts'

export type AppOptions = {
  readonly dataDir: string
  /** milliseconds since the epoch; the only clock */
  readonly clock: () => number
  readonly program: Program
  readonly stagingDir: string
  /** parse every answer as well: on in tests */
  readonly checkOutputs: boolean
  /** told when another library was opened, and which one was left for it */
  readonly onLibrary?: (dir: string, left: string) => void
  /** libraries that were open on this computer, the last one first */
  readonly recentLibraries?: () => readonly string[]
  /** keeps what nobody foresaw; without it the console of the developer has it */
  readonly onInternal?: OnInternal
}

export type App = {
  readonly dispatch: (method: string, input: unknown, commandId?: string) => Promise<Result<unknown>>
  readonly call: <M extends Method>(method: M, input: unknown) => Promise<Result<Output<M>>>
  readonly library: () => Library
  readonly staging: Staging
  readonly jobs: Jobs
  readonly onInternal: OnInternal
  readonly close: () => Promise<void>
}

/** Queries that read the full-text index. */
const SEARCHES: ReadonlySet<string> = new Set(['case.search', 'case.list'])

/** Opens the library and answers calls on it. Throws AppError when it cannot be opened. */
export function createApp(options: AppOptions): App {
  const now = () => instantFromMs(options.clock())
  const staging = createStaging(options.stagingDir)
  const onInternal = options.onInternal ?? onConsole
  const jobs = createJobs(onInternal)
  const lock = createLock()
  let library = openLibrary(options.dataDir, now())
  const indexing = createIndexing(() => library, lock)

  const queryContext = (): QueryContext => ({
    db: library.db,
    statements: library.statements,
    now: now(),
    actor: currentActor(library),
    program: options.program,
    libraryId: library.id,
    libraryDir: library.dir,
    recentLibraries: options.recentLibraries ?? (() => []),
    bureauId: library.bureauId,
    files: library.files,
    jobs,
  })

  const write = async <T>(title: CommandTitle, work: (context: CommandContext) => Promise<T>): Promise<T> => {
    const value = await lock(() => transact(library, queryContext, title, work))
    indexing.soon()
    return value
  }

  const taskContext = (method: string): TaskContext => {
    const { db: _db, statements: _statements, ...rest } = queryContext()
    return {
      ...rest,
      jobs: { ...jobs, start: (summary, work) => jobs.start(summary, work, method) },
      staging,
      read: (reading) => lock(() => reading(queryContext())),
      transact: (summary, writing, { isUndoable } = { isUndoable: true }) =>
        write({ method, summary, isUndoable, commandId: randomUUID() }, writing),
      call,
      library: () => library,
      switchLibrary: async (dir) => {
        const next = openLibrary(dir, now())
        const left = library.dir
        await lock(async () => {
          library.close()
          library = next
        })
        options.onLibrary?.(next.dir, left)
      },
    }
  }

  const run = async (name: Method, definition: AnyMethod, input: unknown, commandId: string): Promise<unknown> => {
    // the contract pairs each name with its handler; TypeScript cannot follow the pair through a variable name
    const handler = handlers[name] as (context: never, input: unknown) => Promise<unknown>
    switch (definition.kind) {
      case 'query':
        if (SEARCHES.has(name)) await indexing.finish()
        return lock(() => handler(queryContext() as never, input))
      case 'command':
        return write(
          { method: name, summary: definition.summary, isUndoable: definition.isUndoable, commandId },
          (context) => handler(context as never, input),
        )
      case 'task':
        return handler(taskContext(name) as never, input)
      default:
        return assertNever(definition)
    }
  }

  const dispatch = async (name: string, input: unknown, commandId: string = randomUUID()): Promise<Result<unknown>> => {
    const definition = methodOf(name)
    if (definition === undefined || !isMethod(name))
      return failed({ code: 'unknown-method', message: `没有名为“${name.slice(0, 60)}”的操作。` })
    try {
      // inside: a value nested too deep overflows the stack of the parser
      const parsed = definition.input.safeParse(input)
      if (!parsed.success) return failed(invalidInput(parsed.error))
      const value = await run(name, definition, parsed.data, commandId)
      if (options.checkOutputs) definition.output.parse(value)
      return { ok: true, value }
    } catch (error) {
      return failed(failureOf(error) ?? internal(onInternal({ method: name, error })))
    }
  }

  const call = async <M extends Method>(method: M, input: unknown): Promise<Result<Output<M>>> =>
    // the method's own handler made the value
    (await dispatch(method, input)) as Result<Output<M>>

  return {
    dispatch,
    call,
    library: () => library,
    staging,
    jobs,
    onInternal,
    close: async () => {
      jobs.close()
      await indexing.close()
      await staging.close()
      await lock(async () => library.close())
    },
  }
}

function currentActor(library: Library): Actor {
  const row = library.statements.get(
    'select id, name from user_account where disabled_at is null order by id limit 1',
    [],
  )
  return { id: String(row?.id ?? 'local'), name: String(row?.name ?? '本机用户') }
}

function failed(error: Failure): Result<never> {
  return { ok: false, error }
}

/** Field errors by path; the sentence names the first one. */
export function invalidInput(error: z.ZodError): Failure {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    fields[path] ??= issue.message
  }
  const [path, message] = Object.entries(fields)[0] ?? ['', '内容不完整']
  return { code: 'invalid-input', message: path === '' ? `${message}。` : `“${path}”：${message}。`, fields }
}

const onConsole: OnInternal = ({ error }) => {
  console.error(error)
  return null
}

/** What nobody foresaw reads as one sentence, which says where the log is. */
function internal(kept: string | null): Failure {
  const what = '程序内部出错，这次操作没有完成，数据没有改动；请重试。'
  return { code: 'internal', message: faultSentence(what, kept) }
}

/** A throw that says to the user what to mend, as a value; undefined when nobody foresaw it. */
function failureOf(error: unknown): Failure | undefined {
  const known = error instanceof AppError ? error : sentenceFor(error)
  if (known)
    return {
      code: known.code,
      message: known.message,
      ...(known.fields === undefined ? {} : { fields: known.fields }),
      ...(known.current === undefined ? {} : { current: known.current }),
    }
  if (error instanceof RangeError && error.message.includes('call stack'))
    return { code: 'invalid-input', message: '输入嵌套过深，没有处理；请检查内容。' }
  return undefined
}
