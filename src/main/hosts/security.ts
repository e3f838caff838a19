/**
 * What the hosts allow, as values and pure deciders. The Electron host and the loopback host install them; tests ask them
 * directly, because not every machine can run Electron.
 */
import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Scripts come from our own files only. Styles may be inline: antd's scroll lock and scrollbar probe write `<style>`
 * elements that no nonce reaches (measured).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/** An attachment may be an HTML or SVG file somebody else wrote: opened by itself it can run nothing and reach nothing. */
export const ATTACHMENT_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"

/** On every answer of every host. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
}

/** Types that a page may show. Everything else, HTML and SVG above all, is only ever saved to disk. */
export const INLINE_TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/bmp',
  'application/pdf',
])

export const APP_SCHEME = 'app'
export const APP_URL = `${APP_SCHEME}://case/`

/** Compares scheme and host of the parsed URL: `app://case.evil/` and `app://case@evil/` begin like ours. */
export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === `${APP_SCHEME}:` && url.host === 'case' && url.username === '' && url.password === ''
}

/** Requests of the page that the session lets through: our own files, and data the page made itself. */
export function mayLoad(text: string): boolean {
  return isAppUrl(text) || text.startsWith('data:') || text.startsWith(`blob:${APP_SCHEME}://case/`)
}

/** Only the top frame of our own window may call: a frame or a page that was navigated away may not. */
export function isTrustedSender(frame: { readonly url: string } | null, mainFrame: unknown): boolean {
  return frame !== null && frame === mainFrame && isAppUrl(frame.url)
}

/** Equal in constant time whatever the lengths: the digests are compared, not the texts. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/** The bearer token of an Authorization header; undefined when it is another scheme or malformed. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header ?? '')?.[1]
}

/** The addresses under which the loopback host answers; any other Host is a rebound name (DNS rebinding). */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/**
 * Whether the request may come from our own page: exactly one Host, ours; an Origin, where there is one, equal to it; no
 * fetch that the browser says began on another site. Returns the HTTP status of the refusal, or null.
 */
export function refuseOrigin(request: {
  readonly hosts: readonly string[]
  readonly origins: readonly string[]
  readonly fetchSites: readonly string[]
  readonly port: number
  /** a changing request always carries an Origin when a browser sends it */
  readonly mustHaveOrigin: boolean
}): 403 | 421 | null {
  const [host] = request.hosts
  if (request.hosts.length !== 1 || host === undefined || !ownHosts(request.port).includes(host)) return 421
  if (request.origins.length > 1 || request.fetchSites.length > 1) return 403
  const [origin] = request.origins
  if (origin === undefined ? request.mustHaveOrigin : origin !== `http://${host}`) return 403
  const [site] = request.fetchSites
  return site === undefined || site === 'same-origin' || site === 'none' ? null : 403
}
