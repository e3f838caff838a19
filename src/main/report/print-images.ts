/**
 * Photographs at print size. What leaves the house carries no EXIF, GPS, XMP or colour profile: a report is published,
 * and where and with what a photograph was taken is nobody's business. Originals stay untouched in the library.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { AppError } from '../../shared/result.ts'
import type { PrintImage } from './print-image.ts'

export type WantedImage = { readonly sha256: string; readonly widthMm: number }
export type ImageFailure = { readonly sha256: string; readonly message: string }
export type PrintImages = {
  readonly images: Map<string, PrintImage>
  /** one Chinese sentence for each picture that could not be used */
  readonly failures: readonly ImageFailure[]
}
export type PrintImageOptions = {
  readonly concurrency: number
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, of: number) => void
}

const DPI = 220
const MM_PER_INCH = 25.4
/** Height of the upright type area: nothing is printed higher. */
const MOST_HEIGHT_MM = 225
const JPEG_QUALITY = 82
/** Part of every name in the cache: raise it when the pictures are made in another way. */
const RECIPE = 'r1'
/** Formats of drawings and screenshots, whose edges JPEG would blur. */
const drawings = new Set(['png', 'gif', 'svg'])

const sentences = {
  missing: '照片原件不在资料库里，请重新添加这张照片。',
  heic: '照片是 HEIC 格式，本机读不了，请在手机或电脑上另存为 JPG 后重新添加。',
  damaged: '照片已经损坏或不是图片，打不开，请换一份完好的原件后重新添加。',
  diskFull: '磁盘空间不足，照片没有准备好，请腾出空间后再导出。',
} as const

/** Every picture once, in the largest width asked for. What is in the cache is not made again. */
export async function preparePrintImages(
  figures: readonly WantedImage[],
  originals: (sha256: string) => string,
  cacheFolder: string,
  options: PrintImageOptions,
): Promise<PrintImages> {
  const { signal, onProgress } = options
  stopIfCancelled(signal)
  // libvips keeps files and pixels of past pictures otherwise; a report uses every picture once
  sharp.cache(false)
  sharp.concurrency(1)
  await mkdir(cacheFolder, { recursive: true })
  const cached = await cachedImages(cacheFolder)
  const wanted = [...largest(figures)]
  const results = new Map<string, PrintImage | ImageFailure>()
  let next = 0
  const work = async (): Promise<void> => {
    for (let entry = wanted[next++]; entry !== undefined; entry = wanted[next++]) {
      stopIfCancelled(signal)
      const [sha256, widthMm] = entry
      const widthPx = Math.max(1, Math.round((widthMm / MM_PER_INCH) * DPI))
      const key = cacheKey(sha256, widthPx)
      const image = cached.get(key) ?? (await makeImage(originals(sha256), widthPx, cacheFolder, key))
      results.set(sha256, 'message' in image ? { sha256, message: image.message } : image)
      onProgress?.(results.size, wanted.length)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, options.concurrency) }, work))
  return sorted(wanted, results)
}

function largest(figures: readonly WantedImage[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>()
  for (const { sha256, widthMm } of figures) widths.set(sha256, Math.max(widthMm, widths.get(sha256) ?? 0))
  return widths
}

/** In the order of the figures, whichever was finished first. */
function sorted(
  wanted: readonly (readonly [string, number])[],
  results: ReadonlyMap<string, PrintImage | ImageFailure>,
): PrintImages {
  const images = new Map<string, PrintImage>()
  const failures: ImageFailure[] = []
  for (const [sha256] of wanted) {
    const result = results.get(sha256)
    if (result === undefined) continue
    if ('message' in result) failures.push(result)
    else images.set(sha256, result)
  }
  return { images, failures }
}

function cacheKey(sha256: string, widthPx: number): string {
  return `${sha256}-${widthPx}-${RECIPE}`
}

/** The name of a cached picture says its size, so none has to be opened. */
async function cachedImages(folder: string): Promise<ReadonlyMap<string, PrintImage>> {
  const found = new Map<string, PrintImage>()
  for (const name of await readdir(folder)) {
    const match = /^(.+)-(\d+)x(\d+)\.(jpg|png)$/.exec(name)
    if (match === null) continue
    const [, key = '', width, height, type] = match
    const image = { path: join(folder, name), widthPx: Number(width), heightPx: Number(height) }
    found.set(key, { ...image, type: type === 'png' ? 'png' : 'jpg' })
  }
  return found
}

async function makeImage(
  original: string,
  widthPx: number,
  folder: string,
  key: string,
): Promise<PrintImage | { readonly message: string }> {
  const temporary = join(folder, `${key}.${randomUUID()}.part`)
  try {
    const made = await render(original, widthPx, temporary)
    if ('message' in made) return made
    const path = join(folder, `${key}-${made.widthPx}x${made.heightPx}.${made.type}`)
    await syncAndRename(temporary, path)
    return { ...made, path }
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Straight into a file: two hundred pictures in buffers wait long for the collector. */
async function render(
  original: string,
  widthPx: number,
  target: string,
): Promise<Omit<PrintImage, 'path'> | { readonly message: string }> {
  try {
    // `error`: cameras write files that earn warnings, and those print well
    const input = sharp(original, { failOn: 'error' })
    const { format } = await input.metadata()
    const type = drawings.has(format) ? 'png' : 'jpg'
    const upright = input
      .autoOrient()
      .resize({
        width: widthPx,
        height: Math.round((MOST_HEIGHT_MM / MM_PER_INCH) * DPI),
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
    const output = type === 'png' ? upright.png({ compressionLevel: 9 }) : upright.jpeg({ quality: JPEG_QUALITY })
    const info = await output.toFile(target)
    return { type, widthPx: info.width, heightPx: info.height }
  } catch (error) {
    if (isDiskFull(error)) throw new AppError('disk-full', sentences.diskFull)
    return { message: await reason(original, error) }
  }
}

/** sharp says in English, and in many ways, what is wrong with a file; what helps the reader is which of three it is. */
async function reason(original: string, error: unknown): Promise<string> {
  const head = await firstBytes(original)
  if (head === null) return sentences.missing
  if (/^ftyp(hei|hev|mif1|msf1)/.test(head.toString('latin1', 4, 12))) return sentences.heic
  if (error instanceof Error) return sentences.damaged
  throw error
}

async function firstBytes(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return null
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer
  } finally {
    await file.close()
  }
}

/** Whether a failure of libvips or of the file system means a full disk: both end in the system's own words. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && /No space left on device|ENOSPC/.test(error.message)
}

async function syncAndRename(temporary: string, path: string): Promise<void> {
  const file = await open(temporary, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled', '导出已取消，没有写出任何文件。')
}
