import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/main/hosts/security.ts'
import { resourcesDir } from '../support/app.ts'
import { PAGE, startTarget, type Target } from '../support/target.ts'

let host: Target

beforeAll(async () => {
  host = await startTarget()
})

afterAll(() => host.close())

describe('paths', () => {
  test.each([
    '/../package.json',
    '/../../../../etc/passwd',
    '/assets/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%2e%2e%2fetc%2fpasswd',
    '/..%2f..%2fetc%2fpasswd',
    '/..%5c..%5cetc%5cpasswd',
    '/%252e%252e/%252e%252e/etc/passwd',
    '/..\\..\\etc\\passwd',
    '/....//....//etc/passwd',
    '/%c0%ae%c0%ae/etc/passwd',
    '/assets/index-1.js%00.html',
    '/index.html%00',
    '/C:/Windows/win.ini',
    '/assets/./../.secret',
    '/.secret',
    '/%2esecret',
    '/assets/passwd.txt',
    '/etc/passwd.txt',
    '/%',
    '/missing.js',
    '/file:///etc/passwd',
  ])('%s is not found', async (path) => {
    const answer = await host.send([`GET ${path} HTTP/1.1`, ...host.own()])
    expect([400, 403, 404]).toContain(answer.status)
    expect(answer.body).not.toMatch(/root:|secret|"name"/)
  })

  test('a folder linked into the page is not served: the route is the page', async () => {
    const response = await host.fetch('/etc/passwd')
    expect(await response.text()).toBe(PAGE)
  })

  test.each([
    '/file/..%2f..%2fanjuan.db',
    '/file/../anjuan.db',
    `/file/${'A'.repeat(64)}`,
    `/file/${'a'.repeat(63)}`,
    '/file/',
    '/download/',
    '/download/../x',
    '/download/%2e%2e',
  ])('%s is not found with the token either', async (path) => {
    const answer = await host.send([`GET ${path} HTTP/1.1`, ...host.own(), host.bearer()])
    expect([400, 404]).toContain(answer.status)
  })

  test('a stored file that no case names is not served', async () => {
    const { sha256 } = await host.app.library().files.putBytes(Buffer.from('nobody names me'))
    expect((await host.fetch(`/file/${sha256}`)).status).toBe(404)
  })

  test('routes of the app give the page', async () => {
    for (const path of ['/', '/case/0198-a/report', `/case/${encodeURIComponent('案卷')}`])
      expect((await host.get(path)).status).toBe(200)
  })

  test('the fonts of the paper come from the resources, and nothing else does', async () => {
    const font = await host.fetch('/fonts/LiberationSerif-Regular.ttf')
    expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/ttf'])
    expect(font.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    const shipped = await readFile(join(resourcesDir, 'fonts', 'LiberationSerif-Regular.ttf'))
    expect(Buffer.from(await font.arrayBuffer()).equals(shipped)).toBe(true)
    for (const path of ['/fonts/README.md', '/fonts/../icon.png', '/fonts/..%2ficon.png', '/samples/shuolan.json'])
      expect((await host.send([`GET ${path} HTTP/1.1`, ...host.own()])).status).toBe(404)
  })

  test('the name of an upload cannot leave the staging folder', async () => {
    for (const name of ['../../evil.txt', '..\\..\\evil.txt', '/etc/evil.txt', 'a\u202etxt.exe', '\u0000', '..', '']) {
      const response = await host.fetch(`/stage?name=${encodeURIComponent(name)}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: 'x',
      })
      const { value } = await response.json()
      expect(value.name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.*$/u)
      expect(host.app.staging.get(value.token).path.startsWith(host.app.staging.dir)).toBe(true)
    }
  })
})

describe('answers', () => {
  test('every answer carries the protective headers', async () => {
    for (const [path, init] of [
      ['/', {}],
      ['/assets/index-1.js', {}],
      ['/missing.js', {}],
      ['/file/x', {}],
      ['/call/library.status', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }],
    ] as const) {
      const { headers } = await host.fetch(path, init)
      expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.has('set-cookie')).toBe(false)
      expect(headers.has('x-powered-by')).toBe(false)
    }
  })

  test('the policy lets scripts come from our own files only', () => {
    const policy = new Map(CONTENT_SECURITY_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule]))
    expect(policy.get('default-src')).toBe("default-src 'none'")
    expect(policy.get('script-src')).toBe("script-src 'self'")
    expect(policy.get('connect-src')).toBe("connect-src 'self'")
    expect(policy.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|\*|https?:/)
  })

  test('a refusal says nothing about token, paths or program', async () => {
    for (const path of ['/file/x', '/missing.js', '/call/x', '/open/x']) {
      const answer = await host.send([`GET ${path} HTTP/1.1`, ...host.own()])
      expect(answer.body).not.toContain(host.token)
      expect(answer.body).not.toMatch(/\/(tmp|home|work|root)\/|node:|at \w+ \(/)
    }
  })

  test('a finished file is given once', async () => {
    const path = await host.app.staging.newPath('.docx')
    await writeFile(path, 'report')
    const token = host.app.staging.add({ path, name: '调查报告"\r\nX: y.docx', isOwn: true })
    const first = await host.fetch(`/download/${token}`)
    expect(first.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.-]+$/,
    )
    expect(first.headers.has('x')).toBe(false)
    expect(await first.text()).toBe('report')
    await expect.poll(async () => (await host.fetch(`/download/${token}`)).status).toBe(404)
    await expect.poll(() => readFile(path).catch(() => null)).toBe(null)
  })

  test('a download that broke off can be fetched again', async () => {
    const path = await host.app.staging.newPath('.bin')
    await writeFile(path, new Uint8Array(30_000_000))
    const token = host.app.staging.add({ path, name: 'big.bin', isOwn: true })
    const abort = new AbortController()
    const broken = await host.fetch(`/download/${token}`, { signal: abort.signal })
    abort.abort()
    await expect(broken.arrayBuffer()).rejects.toThrow()
    const whole = await host.fetch(`/download/${token}`)
    expect((await whole.arrayBuffer()).byteLength).toBe(30_000_000)
  })
})

describe('the start of the browser', () => {
  test('the address for a process argument opens once and carries no token', async () => {
    const address = host.launchUrl()
    expect(address).not.toContain(host.token)
    const path = address.slice(host.origin.length)
    const first = await host.fetch(path)
    expect([first.status, first.headers.get('location')]).toEqual([303, `/#t=${host.token}`])
    expect((await host.fetch(path)).status).toBe(403)
    expect((await host.fetch('/open/')).status).toBe(403)
  })

  test('the token is 256 random bits in the fragment', () => {
    expect(Buffer.from(host.token, 'base64url').byteLength).toBe(32)
    expect(host.url).toBe(`${host.origin}/#t=${host.token}`)
    expect(new URL(host.url).search).toBe('')
  })

  test('only this machine can connect', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address !== undefined && !address.internal && address.family === 'IPv4')
      .map((address) => address?.address ?? '')
    for (const address of [...others, '::1', '127.0.0.2'])
      await expect(
        new Promise((resolve, reject) => {
          const socket = connect({ host: address, port: host.port, timeout: 500 }, () => resolve('connected'))
          socket.once('error', reject)
          socket.once('timeout', () => reject(new Error('timeout')))
        }),
      ).rejects.toThrow()
  })
})
