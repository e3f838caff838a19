/** Stored attachments as answers: the file itself, or a small picture of it that may be thrown away. */
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { App } from '../app.ts'
import { ATTACHMENT_POLICY, INLINE_TYPES } from './security.ts'
import { type Answer, answer, disposition, refusal } from './serve.ts'

/** Enough bytes for `file-type` to know every format it can tell without reading on. */
const SNIFF_BYTES = 4100
const THUMBNAIL_SIZES = [160, 320, 640, 1280] as const
/** a picture of 24,000 × 24,000 dots would need gigabytes to decode */
const MAX_PIXELS = 200_000_000

/** `path` is `/file/<sha256>`. Only files that a case names are served: a hash that was guessed finds nothing. */
export async function serveAttachment(
  app: App,
  cacheDir: string,
  path: string,
  query: URLSearchParams,
): Promise<Answer> {
  const sha256 = /^\/file\/([0-9a-f]{64})$/.exec(path)?.[1]
  if (sha256 === undefined) return refusal(404, 'not-found', '没有这个附件。')
  const library = app.library()
  const row = await library.db
    .selectFrom('evidenceFile')
    .select('originalName')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || !(await library.files.has(sha256))) return refusal(404, 'not-found', '没有这个附件。')
  const file = library.files.pathOf(sha256)
  const size = query.get('thumb')
  if (size !== null) return thumbnail(file, join(cacheDir, 'thumbnails'), sha256, size)
  const type = await mediaType(file)
  const kind = INLINE_TYPES.has(type) ? 'inline' : 'attachment'
  return answer(
    200,
    {
      'content-type': kind === 'inline' ? type : 'application/octet-stream',
      'content-length': String((await stat(file)).size),
      'content-disposition': disposition(kind, row.originalName ?? sha256),
      'content-security-policy': ATTACHMENT_POLICY,
    },
    createReadStream(file),
  )
}

/** By content: the name says nothing about what a file is. */
async function mediaType(file: string): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
    return (await fileTypeFromBuffer(buffer.subarray(0, bytesRead)))?.mime ?? 'application/octet-stream'
  } finally {
    await handle.close()
  }
}

async function thumbnail(file: string, dir: string, sha256: string, size: string): Promise<Answer> {
  const wanted = /^\d{1,4}$/.test(size) ? Number(size) : 0
  if (wanted === 0) return refusal(400, 'invalid-input', '缩略图的大小应为像素数。')
  const edge = THUMBNAIL_SIZES.find((step) => step >= wanted) ?? 1280
  const cached = join(dir, `${sha256}-${edge}.jpg`)
  const body = await readFile(cached).catch(() => makeThumbnail(file, cached, edge))
  return body === undefined
    ? refusal(404, 'not-found', '这个附件没有缩略图。')
    : answer(200, { 'content-type': 'image/jpeg', 'content-security-policy': ATTACHMENT_POLICY }, body)
}

/** Undefined when the file is no picture that can be decoded. */
async function makeThumbnail(file: string, cached: string, edge: number): Promise<Buffer | undefined> {
  // an SVG is a program for the decoder, not a picture; file-type calls it XML
  if (!(await mediaType(file)).startsWith('image/')) return undefined
  const { default: sharp } = await import('sharp')
  const made = await sharp(file, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer()
    .catch(() => undefined)
  if (made === undefined) return undefined
  await keep(cached, made)
  return made
}

/** The cache is a convenience: where it cannot be written, the picture is made again next time. */
async function keep(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${uuid()}.tmp`
  try {
    await mkdir(join(path, '..'), { recursive: true })
    const handle = await open(temporary, 'wx')
    await handle.writeFile(bytes).finally(() => handle.close())
    await rename(temporary, path)
  } catch {
    await rm(temporary, { force: true })
  }
}
