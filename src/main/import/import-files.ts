/** Several files, each a case of its own: one that is refused leaves nothing behind and does not stop the others. */
import { importRows } from '../../shared/import/import-rows.ts'
import type { CaseRows } from '../../shared/import/row.ts'
import { AppError } from '../../shared/result.ts'
import { type ReadCase, readPublishedFile } from './read.ts'

/** A file on disk and the name that people know it by. */
export type ImportFile = { readonly path: string; readonly name: string }

/** A case that is already in the library. */
export type KnownCase = { readonly caseId: string; readonly caseNumber: string | null; readonly name: string }

export type ImportDeps = {
  /** the case that was imported from a file with these bytes */
  readonly findBatch: (fileSha256: string) => Promise<KnownCase | null>
  /** the case that was imported from a file with this `caseId` (import_batch.external_id) */
  readonly findSource: (externalId: string) => Promise<KnownCase | null>
  /** keeps the file in the file store; asked only for files that will be imported, with the bytes that were read */
  readonly storeFile: (bytes: Uint8Array) => Promise<void>
  /** writes all rows in one transaction of their own */
  readonly writeCase: (rows: CaseRows) => Promise<{ readonly caseId: string; readonly caseNumber: string | null }>
  readonly newId: () => string
  /** instant with offset */
  readonly now: () => string
  readonly ownerBureauId: string
  /** 立卷日 of the new cases */
  readonly registeredOn: string
  readonly purpose?: 'live' | 'reference'
  /** before each file; throws to stop (cancelled) */
  readonly onFile?: (done: number, total: number, file: ImportFile) => void
}

export type ImportOutcome =
  | (KnownCase & { readonly state: 'imported'; readonly file: string; readonly notes: number })
  | (KnownCase & { readonly state: 'recognised'; readonly file: string; readonly message: string })
  | (KnownCase & { readonly state: 'sameSource'; readonly file: string; readonly message: string })
  | { readonly state: 'refused'; readonly file: string; readonly message: string }

/** More would be no case but a dump; each note is a row that someone has to read. */
const MAX_NOTES = 10_000

/** Imports file after file. What a user can mend becomes an outcome of that file; anything else throws. */
export async function importFiles(files: readonly ImportFile[], deps: ImportDeps): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  // the next file is read while the disk is busy with this one
  const reading = new Map<number, Promise<ReadCase>>()
  const read = (at: number): Promise<ReadCase> | undefined => {
    const file = files[at]
    if (file === undefined) return undefined
    const known = reading.get(at) ?? readPublishedFile(file.path, { name: file.name })
    // awaited in its turn; a stop before that must not leave it unheard
    known.catch(() => {})
    reading.set(at, known)
    return known
  }
  for (const [done, file] of files.entries()) {
    deps.onFile?.(done, files.length, file)
    const found = await read(done)
    reading.delete(done)
    if (found !== undefined) outcomes.push(await importOne(file, found, deps, () => void read(done + 1)))
  }
  return outcomes
}

async function importOne(
  file: ImportFile,
  read: ReadCase,
  deps: ImportDeps,
  readNext: () => void,
): Promise<ImportOutcome> {
  const refused = (message: string): ImportOutcome => ({ state: 'refused', file: file.name, message })
  if (!read.ok) return refused(read.message)
  try {
    return (await knownOutcome(file, read, deps)) ?? (await writeOne(file, read, deps, readNext))
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled') return refused(`${file.name}：${error.message}`)
    throw error
  }
}

type Read = Extract<ReadCase, { readonly ok: true }>

async function knownOutcome(file: ImportFile, read: Read, deps: ImportDeps): Promise<ImportOutcome | null> {
  const known = await deps.findBatch(read.sha256)
  if (known) {
    const message = `${file.name}：这个文件已经导入过，案卷是“${known.name}”，没有重复导入。`
    return { ...known, state: 'recognised', file: file.name, message }
  }
  const source = await deps.findSource(read.value.caseId)
  if (!source) return null
  const message = `${file.name}：编号 ${read.value.caseId} 的案例已经导入为“${source.name}”，但内容与这个文件不同，没有导入；请打开原案卷核对后修改。`
  return { ...source, state: 'sameSource', file: file.name, message }
}

async function writeOne(file: ImportFile, read: Read, deps: ImportDeps, readNext: () => void): Promise<ImportOutcome> {
  const rows = importRows(read.value, {
    newId: deps.newId,
    fileSha256: read.sha256,
    fileName: file.name,
    importedAt: deps.now(),
    ownerBureauId: deps.ownerBureauId,
    registeredOn: deps.registeredOn,
    ...(deps.purpose === undefined ? {} : { purpose: deps.purpose }),
  })
  const notes = rows.rows.importNote?.length ?? 0
  if (notes > MAX_NOTES)
    throw new AppError('refused', `有${notes}处内容在案卷中没有位置，超过${MAX_NOTES}处，不像一个案例，请检查文件。`)
  const storing = deps.storeFile(read.bytes)
  readNext()
  await storing
  const { caseId, caseNumber } = await deps.writeCase(rows)
  return { state: 'imported', file: file.name, caseId, caseNumber, name: rows.caseFile.name, notes }
}
