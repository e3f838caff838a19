/** Document → PDF. The same words, headings and numbers as the DOCX, on pages of GB/T 9704-2012. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pdfmake from 'pdfmake'
import type { Document } from '../../shared/report/document.ts'
import { AppError } from '../../shared/result.ts'
import type { FontSet } from './fonts.ts'
import { compose } from './pdf/compose.ts'
import { pdfDefinition } from './pdf/definition.ts'
import type { PrintImage } from './print-image.ts'

export type PdfOptions = {
  /** print-size pictures by the address of their original; a figure without one prints a note in its place */
  readonly images: ReadonlyMap<string, PrintImage>
  /** instant with offset: date of the file, the only thing in it that is not the document */
  readonly now: string
  readonly fonts: FontSet
  readonly signal?: AbortSignal
  /** share that is done, 0–1 */
  readonly onProgress?: (share: number) => void
}

export type PdfResult = {
  readonly pages: number
  /** characters no font has, printed as 〓 */
  readonly lacking: readonly string[]
}

/** Writes the file whole or not at all. Equal documents, pictures, fonts and `now` give equal bytes. */
export async function writePdf(document: Document, target: string, options: PdfOptions): Promise<PdfResult> {
  const { signal, onProgress } = options
  stopIfCancelled(signal)
  const composition = compose(document, options.images, options.fonts, (done, of) => onProgress?.((done / of) * 0.4))
  stopIfCancelled(signal)
  const { definition, fonts } = pdfDefinition(document, composition, options.now)
  const stream = await draw(definition, fonts, options)
  onProgress?.(0.8)
  stopIfCancelled(signal)
  await writeWhole(stream, target, signal)
  onProgress?.(1)
  return { pages: composition.pages.length, lacking: composition.lacking }
}

/** pdfmake keeps fonts and policies for the whole process; they are set and used without a pause between. */
async function draw(
  definition: ReturnType<typeof pdfDefinition>['definition'],
  fonts: ReturnType<typeof pdfDefinition>['fonts'],
  options: PdfOptions,
) {
  const readable = new Set([
    ...Object.values(options.fonts).flatMap((faces) => faces.map((face) => face.path)),
    ...Array.from(options.images.values(), (image) => image.path),
  ])
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => readable.has(path))
  pdfmake.setFonts(fonts)
  return pdfmake.createPdf(definition).getStream()
}

async function writeWhole(
  stream: NodeJS.ReadableStream & { end(): void },
  target: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const temporary = join(dirname(target), `.${randomUUID()}.pdf.part`)
  const file = await open(temporary, 'wx')
  try {
    stream.end()
    // `flush` is the fsync before the file is closed
    await pipeline(stream, file.createWriteStream({ flush: true }), signal === undefined ? {} : { signal })
    stopIfCancelled(signal)
    await rename(temporary, target)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
    stopIfCancelled(signal)
    throw error
  }
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled', '导出已取消，没有写出任何文件。')
}
