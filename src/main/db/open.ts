/**
 * Opens the database file: the only module that names the driver, so that an encrypting build of better-sqlite3 can take
 * its place. Everything else sees `Connection`.
 */
import Database from 'better-sqlite3'
import { AppError } from '../../shared/result.ts'

/** The part of the driver that `src/main/db` uses. */
export type Connection = Database.Database

/** WAL below 3.51.3 can corrupt the file when two processes reset the log at the same moment. */
const OLDEST_SQLITE = [3, 51, 3] as const

/** Opening sequence; each is read back by a test. `synchronous` must be set explicitly: the driver's default is NORMAL. */
const PRAGMAS = [
  'busy_timeout = 10000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'temp_store = MEMORY',
  'cache_size = -65536',
  'wal_autocheckpoint = 1000',
  'journal_size_limit = 67108864',
] as const

/** Opens `file` for reading and writing. Throws AppError `damaged-database`, `disk-full` or `busy` with a sentence. */
export function openConnection(file: string, options: { readonly mustExist: boolean }): Connection {
  let connection: Connection | undefined
  try {
    connection = new Database(file, { fileMustExist: options.mustExist, timeout: 10_000 })
    for (const pragma of PRAGMAS) connection.pragma(pragma)
    assertVersion(connection)
    return connection
  } catch (error) {
    connection?.close()
    throw openError(file, error)
  }
}

/** Opens `file` read-only to look at it (version, integrity) before anything is written. */
export function inspectConnection(file: string): Connection {
  const connection = new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 })
  connection.pragma('busy_timeout = 10000')
  return connection
}

function assertVersion(connection: Connection): void {
  const version = String(connection.prepare('select sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return
    if (part < least) throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`)
  }
}

/** The driver's error codes as sentences. Codes: sqlite.org/rescode.html. */
export function openError(file: string, error: unknown): unknown {
  switch (sqliteCode(error)) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new AppError(
        'damaged-database',
        `案卷库文件“${file}”已损坏，没有改动它；请从 backups 文件夹中最近的备份恢复。`,
      )
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_READONLY':
      return new AppError('refused', `打不开案卷库文件“${file}”；请检查文件夹是否存在、是否有写入权限。`)
    default:
      return sentenceFor(error) ?? error
  }
}

/** Sentences for what can go wrong at any write: full disk, a locked or broken file. Undefined when it is none of these. */
export function sentenceFor(error: unknown): AppError | undefined {
  const code = sqliteCode(error)
  if (code === undefined) return sentenceForFile(error)
  if (code === 'SQLITE_FULL') return new AppError('disk-full', '磁盘已满，这次修改没有保存；请腾出空间后重试。')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('busy', '案卷库正被另一个程序占用，这次修改没有保存；请稍后重试。')
  if (code.startsWith('SQLITE_IOERR'))
    return new AppError('disk-full', '磁盘读写出错，这次修改没有保存；请检查磁盘后重试。')
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('damaged-database', '案卷库文件已损坏；请退出程序，从 backups 文件夹中最近的备份恢复。')
  if (code.startsWith('SQLITE_READONLY'))
    return new AppError('refused', '案卷库是只读的，这次修改没有保存；请检查文件夹的写入权限。')
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error) {
    if (error.message === 'case-sealed')
      return new AppError('sealed', '本案已结案封存，事实不能再改；需要更正时请先办理启封。')
    if (error.message === 'report-sent')
      return new AppError('sealed', '这份报告已经发出，内容不能再改；需要更正时请另写一份续报。')
    return new AppError('refused', '记录只能追加，不能改动或删除。')
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new AppError('refused', '引用的记录不存在，这次修改没有保存；请刷新后重试。')
  return undefined
}

/** The same for files: attachments, backups, what is written beside the database. */
function sentenceForFile(error: unknown): AppError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk-full', '磁盘已满，这次操作没有完成；请腾出空间后重试。')
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new AppError('refused', '文件夹不能写入，这次操作没有完成；请检查写入权限，或者另选一个文件夹。')
  return undefined
}

/** The driver's `code` of an error, or undefined when the error is not the driver's. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined
}
