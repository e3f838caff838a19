/** The loopback host: the same app in the browser, for machines without Electron and for tests. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { App } from '../app.ts'
import { failureAnswer, handleRequest, LIMITS, type Limits, type Loopback } from './loopback.ts'
import { isSameSecret } from './security.ts'
import { type Answer, listAssets } from './serve.ts'

export type WebHostOptions = {
  readonly app: App
  /** the built user interface */
  readonly rendererDir: string
  /** holds the fonts of the paper */
  readonly resourcesDir: string
  readonly cacheDir: string
  /** 0 or none: any free port */
  readonly port?: number
  readonly limits?: Partial<Limits>
}

export type WebHost = {
  /** with the token in the fragment, which no browser sends on */
  readonly url: string
  readonly origin: string
  readonly token: string
  readonly port: number
  /** opens the page once, within a minute; fit for the arguments of a process */
  readonly launchUrl: () => string
  readonly close: () => Promise<void>
}

/** Starts to listen on 127.0.0.1. Rejects when the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const token = randomBytes(32).toString('base64url')
  const limits = { ...LIMITS, ...options.limits }
  const assets = listAssets(options.rendererDir, options.resourcesDir)
  const { app, cacheDir } = options
  const codes = createLaunchCodes()
  let host: Loopback = { app, assets, cacheDir, token, limits, port: 0, redeem: codes.redeem }
  const server = createServer(
    // the body has its own clocks: a big upload may take longer than a form
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 0, connectionsCheckingInterval: 2_000 },
    (request, response) => void respond(host, request, response),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: options.port ?? 0, exclusive: true }, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  host = { ...host, port: address.port }
  const origin = `http://127.0.0.1:${address.port}`
  return {
    url: `${origin}/#t=${token}`,
    origin,
    token,
    port: address.port,
    launchUrl: () => `${origin}/open/${codes.issue()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const LAUNCH_MS = 60_000

function createLaunchCodes(): { readonly issue: () => string; readonly redeem: (code: string) => boolean } {
  let valid: { readonly code: string; readonly until: number } | undefined
  return {
    issue: () => {
      valid = { code: randomBytes(32).toString('base64url'), until: performance.now() + LAUNCH_MS }
      return valid.code
    },
    redeem: (code) => {
      const isValid = valid !== undefined && isSameSecret(code, valid.code) && performance.now() < valid.until
      if (isValid) valid = undefined
      return isValid
    },
  }
}

async function respond(host: Loopback, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const made = await handleRequest(host, request).catch((error: unknown) => failureAnswer(error, host.app.onInternal))
  if (request.socket.destroyed) return discard(made)
  if (!request.complete) finishUnread(request, response)
  response.writeHead(made.status, made.headers)
  if (request.method === 'HEAD' || made.body === null || made.body instanceof Uint8Array) {
    if (request.method === 'HEAD') discard(made)
    response.end(request.method === 'HEAD' ? undefined : made.body)
    return
  }
  // a reader that went away is no fault of ours; the answer is then simply not complete
  await pipeline(made.body, response).then(made.onSent, () => undefined)
}

function discard({ body }: Answer): void {
  if (isStream(body)) body.destroy()
}

function isStream(body: Answer['body']): body is Readable {
  return body !== null && !(body instanceof Uint8Array)
}

/** Refused before the body was read: the rest is thrown away for a moment, so that the sender sees the refusal. */
function finishUnread(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close')
  request.resume()
  setTimeout(() => request.destroy(), 2_000).unref()
}

// not awaited: browser.ts imports this file, and would wait for it
if (import.meta.main) void import('./browser.ts').then(({ runWeb }) => runWeb(process.argv))
