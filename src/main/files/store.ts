/**
 * Content-addressed files of a library: `files/ab/<sha256>`, read-only, never overwritten. A file is on the disk (fsync of file
 * and folder) before any row names it; a crash leaves at worst a file that nothing names.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { v7 as uuid } from 'uuid'

export type StoredFile = { readonly sha256: string; readonly bytes: number }

export type FileStore = {
  readonly dir: string
  /** where a file with this hash lies or would lie */
  readonly pathOf: (sha256: string) => string
  readonly has: (sha256: string) => Promise<boolean>
  /** copies while hashing; the same content twice is stored once */
  readonly put: (source: AsyncIterable<Uint8Array>) => Promise<StoredFile>
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

  const put = async (source: AsyncIterable<Uint8Array>): Promise<StoredFile> => {
    await mkdir(dir, { recursive: true })
    const temporary = join(dir, `${uuid()}.tmp`)
    try {
      const { sha256, bytes } = await hashInto(source, temporary)
      const target = pathOf(sha256)
      if (!(await has(sha256))) {
        // undefined when the folder was there: its own name is on the disk already
        const isNewFolder = (await mkdir(join(dir, sha256.slice(0, 2)), { recursive: true })) !== undefined
        await syncFile(temporary)
        await chmod(temporary, 0o444)
        await rename(temporary, target)
        await syncFolder(join(dir, sha256.slice(0, 2)))
        if (isNewFolder) await syncFolder(dir)
      }
      return { sha256, bytes }
    } finally {
      await rm(temporary, { force: true })
    }
  }

  return {
    dir,
    pathOf,
    has,
    put,
    putFile: (path) => put(createReadStream(path)),
    putBytes: (bytes) => put(Readable.from([bytes])),
    verify: () => verifyFiles(dir),
  }
}

async function hashInto(source: AsyncIterable<Uint8Array>, target: string): Promise<StoredFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.byteLength
      done(null, chunk)
    },
  })
  await pipeline(source, measure, createWriteStream(target, { flags: 'wx' }))
  return { sha256: hash.digest('hex'), bytes }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
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
