import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  bearerOf,
  INLINE_TYPES,
  isAppUrl,
  isSameSecret,
  isTrustedSender,
  mayLoad,
  ownHosts,
  refuseOrigin,
} from '../../src/main/hosts/security.ts'
import { disposition } from '../../src/main/hosts/serve.ts'

const hosts = join(import.meta.dirname, '..', '..', 'src', 'main', 'hosts')

describe('addresses of the app', () => {
  test.each([
    'app://case/',
    'app://case/index.html',
    'app://case/file/0a?thumb=160',
    'app://case/#/case/1',
    'APP://case/',
  ])('%s is ours', (url) => expect(isAppUrl(url)).toBe(true))

  test.each([
    'app://case.evil/',
    'app://evil/case/',
    'app://case@evil/',
    'app://user@case/',
    'app://case:80/',
    'app:case',
    'apps://case/',
    'https://case/',
    'https://evil.example/?app://case/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,app://case/',
    'blob:app://case/0198',
    'about:blank',
    'view-source:app://case/',
    '',
  ])('%s is not', (url) => expect(isAppUrl(url)).toBe(false))

  test('the page loads from itself only', () => {
    expect(['app://case/assets/a.js', 'data:image/png;base64,AA', 'blob:app://case/0198'].filter(mayLoad)).toHaveLength(
      3,
    )
    const foreign = [
      'https://evil.example/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'blob:https://evil.example/1',
      'devtools://x',
      'chrome://gpu',
    ]
    expect(foreign.filter(mayLoad)).toEqual([])
  })
})

describe('callers', () => {
  const main = { url: 'app://case/' }

  test('only the top frame of the window on our page is trusted', () => {
    expect(isTrustedSender(main, main)).toBe(true)
    expect(isTrustedSender(null, main)).toBe(false)
    expect(isTrustedSender(null, null)).toBe(false)
    expect(isTrustedSender({ url: 'app://case/' }, main)).toBe(false)
    const navigated = { url: 'https://evil.example/' }
    expect(isTrustedSender(navigated, navigated)).toBe(false)
  })

  test('a secret is compared in the same time wherever it differs', () => {
    const secret = 'a'.repeat(4_000_000)
    const time = (given: string) => {
      const times = Array.from({ length: 5 }, () => {
        const began = performance.now()
        isSameSecret(given, secret)
        return performance.now() - began
      })
      return Math.min(...times)
    }
    // a comparison that stops at the first difference is a thousand times faster here
    expect(time(`b${secret.slice(1)}`) / time(`${secret.slice(1)}b`)).toBeGreaterThan(0.3)
    expect(isSameSecret(secret, secret)).toBe(true)
    expect(isSameSecret('', secret)).toBe(false)
  })

  test('a bearer token is taken only in its exact form', () => {
    const token = 'A'.repeat(43)
    expect(bearerOf(`Bearer ${token}`)).toBe(token)
    for (const header of [
      undefined,
      '',
      token,
      `bearer ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} `,
      `Bearer ${token}, Bearer x`,
    ])
      expect(bearerOf(header)).toBeUndefined()
  })

  test('Host and Origin must both be ours', () => {
    const request = { hosts: ['127.0.0.1:5000'], origins: [], fetchSites: [], port: 5000, mustHaveOrigin: false }
    expect(ownHosts(5000)).toEqual(['127.0.0.1:5000', 'localhost:5000'])
    expect(refuseOrigin(request)).toBe(null)
    expect(refuseOrigin({ ...request, mustHaveOrigin: true })).toBe(403)
    expect(refuseOrigin({ ...request, origins: ['http://127.0.0.1:5000'], mustHaveOrigin: true })).toBe(null)
    expect(refuseOrigin({ ...request, hosts: [] })).toBe(421)
    expect(refuseOrigin({ ...request, hosts: ['127.0.0.1:5000', '127.0.0.1:5000'] })).toBe(421)
    expect(refuseOrigin({ ...request, fetchSites: ['none'] })).toBe(null)
    expect(refuseOrigin({ ...request, fetchSites: ['cross-site'] })).toBe(403)
    expect(refuseOrigin({ ...request, fetchSites: ['none', 'cross-site'] })).toBe(403)
  })
})

describe('files', () => {
  test('nothing that can run is shown in the page', () => {
    for (const type of [
      'text/html',
      'image/svg+xml',
      'application/xhtml+xml',
      'text/xml',
      'application/xml',
      'text/javascript',
    ])
      expect(INLINE_TYPES.has(type)).toBe(false)
  })

  test('a name cannot leave its header, and Chinese survives', () => {
    expect(disposition('attachment', '调查报告.docx')).toBe(
      'attachment; filename="____.docx"; filename*=UTF-8\'\'%E8%B0%83%E6%9F%A5%E6%8A%A5%E5%91%8A.docx',
    )
    expect(disposition('inline', 'a";\r\nSet-Cookie: x=1\ud800\'()*')).toMatch(/^[\x20-\x7e]+$/)
  })
})

describe('the sources', () => {
  const forbidden = [
    'webSecurity',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'nodeIntegrationInSubFrames',
    'openExternal',
    'executeJavaScript',
    'remote.enable',
    'no-sandbox',
    'access-control-allow',
  ]

  test('weaken no protection of Chromium', async () => {
    const files = (await readdir(hosts)).filter((name) => name.endsWith('.ts'))
    expect(files).toContain('window.ts')
    for (const name of files) {
      const text = (await readFile(join(hosts, name), 'utf8')).toLowerCase()
      for (const word of forbidden) expect(text.includes(word.toLowerCase()), `${name}: ${word}`).toBe(false)
    }
  })

  test('import electron in three files only', async () => {
    const files = (await readdir(hosts)).filter((name) => name.endsWith('.ts'))
    const importing: string[] = []
    for (const name of files)
      if (/^import (?!type).*from 'electron'/m.test(await readFile(join(hosts, name), 'utf8'))) importing.push(name)
    expect(importing.sort()).toEqual(['electron.ts', 'preload.ts', 'window.ts'])
  })
})
