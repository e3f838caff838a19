/** A library (案卷库) is a folder: anjuan.db, files/, backups/. Opening one creates what is missing. */
import { mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '../../shared/result.ts'
import { createDb, type Db } from '../db/driver.ts'
import { openMigrated } from '../db/migrate.ts'
import type { Connection } from '../db/open.ts'
import { createStatements, type Statements } from '../db/statements.ts'
import { createFileStore, type FileStore } from '../files/store.ts'
import { newId } from '../new-id.ts'

export type Library = {
  readonly dir: string
  readonly connection: Connection
  readonly statements: Statements
  readonly db: Db
  readonly files: FileStore
  /** names every chain written by this installation */
  readonly id: string
  readonly bureauId: string
  readonly close: () => void
}

/** Opens or creates the library in `dir`. `now` is a local instant. Throws AppError with a sentence; then nothing was touched. */
export function openLibrary(dir: string, now: string): Library {
  const place = resolve(dir)
  try {
    mkdirSync(place, { recursive: true })
  } catch (error) {
    throw new AppError('refused', `不能建立文件夹“${place}”；请检查位置和权限。`, { current: String(error) })
  }
  const connection = openMigrated(join(place, 'anjuan.db'), now.replace(/\D/g, '').slice(0, 14))
  try {
    const statements = createStatements(connection)
    const { id, bureauId } = identify(connection, statements, now)
    return {
      dir: place,
      connection,
      statements,
      db: createDb(connection, statements),
      files: createFileStore(join(place, 'files')),
      id,
      bureauId,
      close: () => {
        if (!connection.open) return
        try {
          connection.pragma('optimize')
        } catch {
          // only makes the next start faster; a library on a read-only disk was still read
        }
        connection.close()
      },
    }
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Name of the bureau until it is set up. */
export const UNNAMED_BUREAU = '（未设置机关）'

function identify(connection: Connection, statements: Statements, now: string): { id: string; bureauId: string } {
  const read = () => statements.get('select id, bureau_id from library', [])
  const found = read()
  if (found !== undefined) return { id: String(found.id), bureauId: String(found.bureau_id) }
  connection.exec('begin immediate')
  try {
    if (read() === undefined) {
      const bureauId = newId()
      statements.run('insert into bureau (id, name, level) values (?,?,?)', [bureauId, UNNAMED_BUREAU, 'county'])
      statements.run('insert into user_account (id, bureau_id, name, login) values (?,?,?,?)', [
        newId(),
        bureauId,
        loginName(),
        loginName(),
      ])
      statements.run('insert into library (id, one, bureau_id, created_at) values (?,1,?,?)', [newId(), bureauId, now])
    }
    connection.exec('commit')
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback')
    throw error
  }
  return identify(connection, statements, now)
}

/** Name of the person at this computer; a container may have none. */
export function loginName(): string {
  try {
    return userInfo().username || '本机用户'
  } catch {
    return '本机用户'
  }
}
