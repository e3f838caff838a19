/**
 * Staging tokens: a picked or uploaded file becomes an opaque token; the renderer never names a path. The other way round a
 * finished file is offered under a token and fetched by the host.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/result.ts'

export type StagedFile = {
  readonly path: string
  /** name to show, never used as a path */
  readonly name: string
  /** made by us: may be removed when it was taken */
  readonly isOwn: boolean
}

export type Staging = {
  readonly dir: string
  readonly add: (file: StagedFile) => string
  /** Throws `not-found` when the token is unknown. */
  readonly get: (token: string) => StagedFile
  /** forgets the token and removes the file when it is our own */
  readonly drop: (token: string) => Promise<void>
  /** a fresh path of ours to write to */
  readonly newPath: (extension: string) => Promise<string>
  readonly close: () => Promise<void>
}

export function createStaging(dir: string): Staging {
  const files = new Map<string, StagedFile>()
  const token = () => randomBytes(24).toString('base64url')
  return {
    dir,
    add: (file) => {
      const made = token()
      files.set(made, file)
      return made
    },
    get: (name) => {
      const file = files.get(name)
      if (file === undefined) throw new AppError('not-found', '选中的文件已失效；请重新选择文件。')
      return file
    },
    drop: async (name) => {
      const file = files.get(name)
      files.delete(name)
      if (file?.isOwn) await rm(file.path, { force: true })
    },
    newPath: async (extension) => {
      await mkdir(dir, { recursive: true })
      return join(dir, `${token()}${extension}`)
    },
    close: async () => {
      files.clear()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
