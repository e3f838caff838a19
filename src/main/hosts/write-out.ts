/** Files for the user: written aside in the same folder, flushed, renamed. An old file stays whole until the new one is. */
import { randomUUID } from 'node:crypto'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../shared/result.ts'
import { syncFolder } from '../files/store.ts'

/** `given` of the user as an absolute path: `npm run` changes the folder and keeps the user's own in INIT_CWD. */
export function userPath(given: string, environment: NodeJS.ProcessEnv = process.env): string {
  const from = environment.npm_lifecycle_event === undefined ? undefined : environment.INIT_CWD
  return resolve(from ?? '.', given)
}

/** Throws AppError `refused` or `disk-full`; then the target is as it was. */
export async function writeOut(target: string, content: { readonly copyOf: string } | { readonly text: string }) {
  const temporary = join(dirname(target), `.${basename(target).slice(0, 60)}.${randomUUID()}.tmp`)
  try {
    if ('copyOf' in content) await copyFile(content.copyOf, temporary)
    const handle = await open(temporary, 'copyOf' in content ? 'r+' : 'wx')
    try {
      if ('text' in content) await handle.writeFile(content.text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, target)
    await syncFolder(dirname(target))
  } catch (error) {
    throw writeError(target, error)
  } finally {
    await rm(temporary, { force: true })
  }
}

function writeError(target: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
      return new AppError('refused', `文件夹“${dirname(target)}”不存在，没有写入；请先建立这个文件夹。`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return new AppError('refused', `不能写入“${target}”；请检查权限，并关闭正在打开这个文件的程序。`)
    case 'EISDIR':
    case 'ENOTDIR':
    case 'ENOTEMPTY':
    case 'ENAMETOOLONG':
      return new AppError('refused', `不能写入“${target}”：这个位置不是文件；请换一个文件名。`)
    case 'ENOSPC':
      return new AppError('disk-full', `磁盘已满，没有写入“${target}”；请腾出空间后重试。`)
    default:
      return error
  }
}
