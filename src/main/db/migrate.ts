/** Brings a library's database to the schema of this program. Forward only; a copy is made before; a newer one is refused. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/result.ts'
import { migrations } from './migrations/index.ts'
import { type Connection, inspectConnection, openConnection, openError } from './open.ts'

/** Marks the file as ours: 'ANJN'. */
export const APPLICATION_ID = 0x414e4a4e

/**
 * Opens `file`, creating or migrating it. `stamp` names the copy (`20260804-152600`).
 * Throws AppError `newer-database` or `damaged-database`; then nothing was touched.
 */
export function openMigrated(file: string, stamp: string): Connection {
  const isNew = !existsSync(file) || statSync(file).size === 0
  const found = isNew ? 0 : inspectVersion(file)
  if (found > migrations.length)
    throw new AppError(
      'newer-database',
      `这个案卷库由更新版本的案卷程序建立（数据版本 ${found}，本程序支持到 ${migrations.length}）；没有改动它，请升级程序后再打开。`,
    )
  const connection = openConnection(file, { mustExist: !isNew })
  try {
    if (!isNew && found < migrations.length) copyBefore(connection, file, stamp)
    migrate(connection)
    return connection
  } catch (error) {
    connection.close()
    throw openError(file, error)
  }
}

/** Reads the version without writing anything; throws a sentence for a file that is damaged or not ours. */
function inspectVersion(file: string): number {
  let connection: Connection | undefined
  try {
    connection = inspectConnection(file)
    const id = Number(connection.pragma('application_id', { simple: true }))
    const version = Number(connection.pragma('user_version', { simple: true }))
    const tables = Number(connection.prepare('select count(*) from sqlite_schema').pluck().get())
    if (id !== APPLICATION_ID && (version !== 0 || tables > 0))
      throw new AppError('refused', `“${file}”不是案卷库的数据文件，没有改动它；请选择其他文件夹。`)
    return version
  } catch (error) {
    throw openError(file, error)
  } finally {
    connection?.close()
  }
}

function copyBefore(connection: Connection, file: string, stamp: string): void {
  const folder = join(dirname(file), 'backups')
  mkdirSync(folder, { recursive: true })
  connection.prepare('vacuum into ?').run(join(folder, `anjuan-${stamp}-before-migration.db`))
}

/** All steps in one transaction each, `user_version` inside: a crash leaves the version before or after, never between. */
export function migrate(connection: Connection): void {
  for (;;) {
    connection.exec('begin immediate')
    try {
      // read inside the lock: another process may have migrated while we waited
      const version = Number(connection.pragma('user_version', { simple: true }))
      const next = migrations[version]
      if (next === undefined) {
        connection.exec('rollback')
        return
      }
      for (const statement of next.statements) connection.exec(statement)
      connection.pragma(`application_id = ${APPLICATION_ID}`)
      connection.pragma(`user_version = ${version + 1}`)
      connection.exec('commit')
    } catch (error) {
      if (connection.inTransaction) connection.exec('rollback')
      throw error
    }
  }
}
