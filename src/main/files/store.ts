/**
 * Content-addressed files of a library: `files/ab/<sha256>`, read-only, never overwritten. A file is on the disk (fsync of file
 * and folder) before any row names it; a crash leaves at worst a file that nothing names.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '../new-id.ts'

export type StoredFile = { readonly sha256: string; readonly bytes: number }

export type FileStore = {
  readonly dir: string
  /** where a file with this hash lies or would lie */
  readonly pathOf: (sha256: string) => string
  readonly has: (sha256: string) => Promise<boolean>
  /** copies while hashing; the same content twice is stored once */
  readonly put: (source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => Promise<StoredFile>
  readonly putFile: (path: string) => Promise<StoredFile>
  readonly putBytes: (bytes: Uint8Array) => Promise<StoredFile>
  /** re-hashes every stored file: sentences about changed ones, and how many were read */
  readonly verify: () => Promise<{ readonly faults: string[]; readonly count: number }>
}

export function createFileStore(dir: string): FileStore {
  const pathOf = (sha256: string) => join(dir, sha256.slice(0, 2), sha256)
  const has = async (sha256: string) =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    )

  const put = async (source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<StoredFile> => {
    const temporary = join(dir, `${newId()}.tmp`)
    let isMoved = false
    try {
      const stored = await hashInto(source, temporary)
      if (!(await has(stored.sha256))) {
        await moveInto(dir, temporary, stored.sha256)
        isMoved = true
      }
      return stored
    } finally {
      if (!isMoved) await rm(temporary, { force: true })
    }
  }

  return {
    dir,
    pathOf,
    has,
    put,
    putFile: (path) => put(createReadStream(path)),
    putBytes: (bytes) => put([bytes]),
    verify: () => verifyFiles(dir),
  }
}

/** Writes the bytes to a new read-only file, on the disk when this is done, and hashes them on the way. */
async function hashInto(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, target: string): Promise<StoredFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await inFolder(dirname(target), () => open(target, 'wx', 0o444))
  try {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.byteLength
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function moveInto(dir: string, temporary: string, sha256: string): Promise<void> {
  const folder = join(dir, sha256.slice(0, 2))
  await inFolder(folder, () => rename(temporary, join(folder, sha256)))
  await syncFolder(folder)
}

/** Does `work` in `folder`; makes the folder, and its name durable, only when it is not there yet. */
async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await mkdir(folder, { recursive: true })
    await syncFolder(dirname(folder))
    return work()
  }
}

/** Makes a rename survive a power cut. Windows cannot fsync a folder; NTFS journals names. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function verifyFiles(dir: string): Promise<{ faults: string[]; count: number }> {
  const faults: string[] = []
  let count = 0
  const folders = await readdir(dir).catch(() => [])
  for (const folder of folders) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    for (const name of await readdir(join(dir, folder))) {
      if (!/^[0-9a-f]{64}$/.test(name)) continue
      const path = join(dir, folder, name)
      if (!(await stat(path)).isFile()) continue
      count++
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(path)) hash.update(chunk)
      if (hash.digest('hex') !== name) faults.push(`附件 ${name} 的内容与登记的指纹不符，可能被改动或损坏。`)
    }
  }
  return { faults, count }
}
