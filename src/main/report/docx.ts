/** Document → DOCX, to the format of official documents (GB/T 9704-2012). */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Document } from '../../shared/report/document.ts'
import { AppError } from '../../shared/result.ts'
import { assemble } from './docx/assemble.ts'
import { createContext } from './docx/context.ts'
import { estimatePages } from './docx/pages.ts'
import { makeParts } from './docx/parts.ts'
import type { PrintImage } from './print-image.ts'
import { writeZip, type ZipEntry } from './zip.ts'

export type DocxOptions = {
  /** print-size pictures by the content address of their originals */
  readonly images: ReadonlyMap<string, PrintImage>
  /** ISO instant that the file gives as its time of creation */
  readonly now: string
  readonly signal?: AbortSignal
  /** files packed so far, of all */
  readonly onProgress?: (done: number, total: number) => void
}

/** Writes the document to `target`: all of it or, when it fails or is cancelled, nothing. */
export async function writeDocx(document: Document, target: string, options: DocxOptions): Promise<void> {
  stopIfCancelled(options.signal)
  const context = createContext(document, options.images)
  const pages = estimatePages(document, context)
  const pictures = [...context.pictures.values()]
  const parts = makeParts(await assemble({ document, context, pages }), pictures, options.now)
  const files = pictures.map(({ name, image }) => ({ name: `word/${name}`, path: image.path }))
  await writePackage([...parts, ...files], target, options)
}

async function writePackage(entries: readonly ZipEntry[], target: string, options: DocxOptions): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await writeZip(file, entries, (done) => {
        stopIfCancelled(options.signal)
        options.onProgress?.(done, entries.length)
      })
      await file.sync()
    } finally {
      await file.close()
    }
    stopIfCancelled(options.signal)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  options.onProgress?.(entries.length, entries.length)
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled', '导出已取消，没有写出任何文件。')
}
