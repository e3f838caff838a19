/**
 * The routes of the loopback host. Attackers: any page in the user's browser (foreign sites, DNS rebinding, forms) and
 * other programs of the machine that do not know the token. The token comes in a header only, so no link, form or cookie
 * can carry it.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { extname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../shared/result.ts'
import type { App } from '../app.ts'
import { faultSentence, type OnInternal } from '../faults.ts'
import { serveAttachment } from './attachment.ts'
import { bearerOf, isSameSecret, refuseOrigin } from './security.ts'
import { type Answer, type Assets, answer, disposition, jsonAnswer, refusal, serveAsset } from './serve.ts'

export type Limits = {
  /** of a JSON body; the longest prose of a form is 600 KB in UTF-8 */
  readonly jsonBytes: number
  readonly uploadBytes: number
  /** a JSON body must be complete by then; an upload must not pause longer */
  readonly bodyMs: number
}

export const LIMITS: Limits = { jsonBytes: 4 * 1024 ** 2, uploadBytes: 4 * 1024 ** 3, bodyMs: 30_000 }

export type Loopback = {
  readonly app: App
  readonly assets: Assets
  readonly cacheDir: string
  readonly token: string
  readonly port: number
  readonly limits: Limits
  /** true once, for the code that the last `launchUrl` carried */
  readonly redeem: (code: string) => boolean
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT']

/** Decides on one request. */
export async function handleRequest(host: Loopback, request: IncomingMessage): Promise<Answer> {
  const method = request.method ?? ''
  const url = request.url ?? ''
  const [path = '', search = ''] = url.split('?', 2)
  // `GET http://elsewhere/ HTTP/1.1` is a request to a proxy
  if (!path.startsWith('/') || path.startsWith('//')) return refusal(400, 'invalid-input', '请求的地址不正确。')
  if (!METHODS.includes(method) || request.headers.upgrade !== undefined)
    return refusal(405, 'refused', '不支持这种请求。', { allow: METHODS.join(', ') })
  const header = (name: string) => request.headersDistinct[name] ?? []
  const refused = refuseOrigin({
    hosts: header('host'),
    origins: header('origin'),
    fetchSites: header('sec-fetch-site'),
    port: host.port,
    mustHaveOrigin: method === 'POST' || method === 'PUT',
  })
  if (refused === 421) return refusal(421, 'forbidden', '请求的主机名不正确；请使用启动时显示的地址。')
  if (refused === 403) return refusal(403, 'forbidden', '请求来自别的网站，已拒绝。')
  const isApi = /^\/(call|stage|download|file)(\/|$)/.test(path)
  if (method === 'GET' && path.startsWith('/open/')) return launch(host, path.slice('/open/'.length))
  if (!isApi)
    return method === 'GET' || method === 'HEAD'
      ? serveAsset(host.assets, path)
      : refusal(404, 'not-found', '没有这个地址。')
  const given = header('authorization').length === 1 ? bearerOf(header('authorization')[0]) : undefined
  if (given === undefined || !isSameSecret(given, host.token))
    return refusal(403, 'forbidden', '没有访问权限；请从启动时显示的地址重新打开。')
  const name = path.slice(path.indexOf('/', 1) + 1)
  if (method === 'POST' && path.startsWith('/call/')) return call(host, request, name)
  if (method === 'PUT' && path === '/stage') return stage(host, request, new URLSearchParams(search))
  if (method === 'GET' && path.startsWith('/download/')) return download(host, name)
  if (method === 'GET' && path.startsWith('/file/'))
    return serveAttachment(host.app, host.cacheDir, path, new URLSearchParams(search))
  return refusal(404, 'not-found', '没有这个地址。')
}

/** Arguments of a process can be read by every user of the machine: they carry a code that is void after its first use. */
function launch(host: Loopback, code: string): Answer {
  return host.redeem(code)
    ? answer(303, { location: `/#t=${host.token}` }, null)
    : refusal(403, 'forbidden', '这个地址已经用过；请使用启动时显示的地址。')
}

async function call(host: Loopback, request: IncomingMessage, method: string): Promise<Answer> {
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? ''))
    return refusal(415, 'invalid-input', '请求应为 JSON。')
  const text = await readText(request, host.limits)
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    return refusal(400, 'invalid-input', '请求不是正确的 JSON。')
  }
  return jsonAnswer(200, await host.app.dispatch(method, input))
}

async function readText(request: IncomingMessage, limits: Limits): Promise<string> {
  const timer = setTimeout(() => request.destroy(), limits.bodyMs)
  const chunks: Buffer[] = []
  try {
    for await (const chunk of measured(request, limits.jsonBytes)) chunks.push(Buffer.from(chunk))
  } finally {
    clearTimeout(timer)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

/** Streams an upload to the staging folder; the page gets a token for it. */
async function stage(host: Loopback, request: IncomingMessage, query: URLSearchParams): Promise<Answer> {
  if (request.headers['content-type'] !== 'application/octet-stream')
    return refusal(415, 'invalid-input', '上传的内容类型不正确。')
  const name = fileName(query.get('name') ?? '')
  const path = await host.app.staging.newPath(extensionOf(name))
  request.setTimeout(host.limits.bodyMs, () => request.destroy())
  try {
    await pipeline(measured(request, host.limits.uploadBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  const token = host.app.staging.add({ path, name, isOwn: true })
  return jsonAnswer(200, { ok: true, value: { token, name, bytes: (await stat(path)).size } })
}

/** A finished file, once: when all of it has left, the token is void. */
async function download(host: Loopback, token: string): Promise<Answer> {
  const { path, name } = host.app.staging.get(token)
  const headers = {
    'content-type': 'application/octet-stream',
    'content-length': String((await stat(path)).size),
    'content-disposition': disposition('attachment', name),
  }
  return { ...answer(200, headers, createReadStream(path)), onSent: () => void host.app.staging.drop(token) }
}

const brokenOff = new AppError('cancelled', '传输中断，内容没有收下；请重试。')
const tooLarge = new AppError('refused', '内容过大，已拒绝；请选择较小的文件。')

/** Passes the body on and stops at the limit, whatever Content-Length claimed. */
function measured(request: IncomingMessage, limit: number): Transform {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength
      done(bytes > limit ? tooLarge : null, chunk)
    },
  })
  // a sender that goes away ends the request with 'close' alone, and `pipe` would wait for ever
  request.on('error', () => meter.destroy(brokenOff))
  request.on('close', () => {
    if (!request.complete) meter.destroy(brokenOff)
  })
  return request.pipe(meter)
}

/** The name as shown: no folders, no control characters, never longer than a file system takes. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim()
    .slice(-200)
  return clean === '' || /^\.+$/.test(clean) ? '未命名文件' : clean
}

function extensionOf(name: string): string {
  const extension = extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : ''
}

/** What went wrong while answering, as an answer. */
export function failureAnswer(error: unknown, onInternal: OnInternal): Answer {
  if (error === tooLarge) return refusal(413, tooLarge.code, tooLarge.message)
  if (error instanceof AppError) return refusal(error.code === 'not-found' ? 404 : 409, error.code, error.message)
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return refusal(400, 'invalid-input', '请求不是 UTF-8 编码。')
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return refusal(507, 'disk-full', '磁盘已满，文件没有收下；请腾出空间后重试。')
  const kept = onInternal({ method: 'http', error })
  return refusal(500, 'internal', faultSentence('程序内部出错，这次操作没有完成；请重试。', kept))
}
