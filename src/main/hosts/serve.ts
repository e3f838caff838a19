/**
 * Files of the user interface and attachments of a case as answers that every host can send. A URL never becomes a path:
 * it is looked up among the files that were there at the start.
 */
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ErrorCode, Result } from '../../shared/result.ts'
import { SECURITY_HEADERS } from './security.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | Readable | null
  /** when all of it has left */
  readonly onSent?: () => void
}

export type Assets = ReadonlyMap<string, string>

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Plain files of the user interface by URL path, and below /fonts the faces that the PDF writer uses too. Symbolic links and
 * dot files are not listed. A missing folder has no files.
 */
export function listAssets(rendererDir: string, resourcesDir: string): Assets {
  const below = (dir: string, path: string) => (existsSync(dir) ? filesBelow(dir, path) : [])
  const fonts = below(join(resourcesDir, 'fonts'), '/fonts').filter(([path]) => /\.(otf|ttf)$/.test(path))
  return new Map([...below(rendererDir, ''), ...fonts])
}

/** Folder by folder: the recursive `readdir` of Node walks into symbolic links. */
function filesBelow(dir: string, path: string): (readonly [path: string, file: string])[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = join(dir, entry.name)
    const at = `${path}/${entry.name}`
    if (entry.name.startsWith('.')) return []
    if (entry.isDirectory()) return filesBelow(file, at)
    return entry.isFile() ? [[at, file] as const] : []
  })
}

/** An asset, or the page itself for a route of the app (`/case/0198…/report`). */
export async function serveAsset(assets: Assets, path: string): Promise<Answer> {
  const name = assets.has(path) ? path : isAppRoute(path) ? '/index.html' : undefined
  if (name === undefined) return refusal(404, 'not-found', '没有这个页面。')
  const file = assets.get(name)
  if (file === undefined) return refusal(503, 'refused', '界面文件还没有生成；请先运行 npm run build。')
  const body = await readFile(file)
  return answer(200, { 'content-type': MEDIA_TYPES[extname(name)] ?? 'application/octet-stream' }, body)
}

/** Routes have no dots, so a missing script is a 404 and not a page; what is hidden in escapes is no route either. */
function isAppRoute(path: string): boolean {
  if (!path.startsWith('/') || path.includes('//')) return false
  try {
    return !/[.\\%]|\p{Cc}/u.test(decodeURIComponent(path)) && !/%2f/i.test(path)
  } catch {
    return false
  }
}

/** An answer with the headers that every answer carries; own headers win. */
export function answer(status: number, headers: Readonly<Record<string, string>>, body: Answer['body']): Answer {
  return { status, headers: { ...SECURITY_HEADERS, ...headers }, body }
}

export function jsonAnswer(
  status: number,
  value: Result<unknown>,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  return answer(status, { ...type, ...headers }, Buffer.from(JSON.stringify(value)))
}

/** A refusal of the host itself, in the same form as a refusal of the dispatcher. */
export function refusal(
  status: number,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return jsonAnswer(status, { ok: false, error: { code, message } }, headers)
}

/** RFC 6266 with RFC 5987 encoding: Chinese names survive, quotes and line breaks cannot leave the header. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
