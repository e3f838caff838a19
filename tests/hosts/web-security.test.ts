import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendRaw } from '../support/raw-http.ts'
import { JSON_TYPE, startTarget, type Target } from '../support/target.ts'

let host: Target

beforeAll(async () => {
  host = await startTarget()
})

afterAll(() => host.close())

describe('the own page', () => {
  test('calls, stages and fetches with token, Host and Origin', async () => {
    expect(await host.callStatus(...host.own(), host.bearer(), JSON_TYPE)).toBe(200)
    const staged = await host.fetch('/stage?name=a.txt', {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'content',
    })
    const answer = await staged.json()
    expect(answer).toEqual({ ok: true, value: { token: expect.any(String), name: 'a.txt', bytes: 7 } })
    const download = await host.fetch(`/download/${answer.value.token}`)
    expect(await download.text()).toBe('content')
  })

  test('is reached under both names of this machine', async () => {
    const local = `localhost:${host.port}`
    expect(await host.callStatus(`Host: ${local}`, `Origin: http://${local}`, host.bearer(), JSON_TYPE)).toBe(200)
  })

  test('gets a refusal of the dispatcher as an answer, not as an error', async () => {
    const response = await host.fetch('/call/case.dossier', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"caseId":"nothing"}',
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('without the token', () => {
  test.each([
    ['no Authorization', () => []],
    ['a wrong token', () => [host.bearer('A'.repeat(43))]],
    ['a token that is a prefix', () => [host.bearer(host.token.slice(0, 42))]],
    ['a longer token', () => [host.bearer(`${host.token}A`)]],
    ['another case', () => [host.bearer(host.token.toLowerCase())]],
    ['another scheme', () => [`Authorization: Basic ${btoa(`a:${host.token}`)}`]],
    ['the bare token', () => [`Authorization: ${host.token}`]],
    ['an empty token', () => ['Authorization: Bearer ']],
    ['two Authorization headers', () => [host.bearer(), host.bearer()]],
    ['the token as a cookie', () => [`Cookie: token=${host.token}; t=${host.token}`]],
    ['the token in another header', () => [`X-Token: ${host.token}`]],
  ] as const)('%s is refused', async (_name, lines) => {
    expect(await host.callStatus(...host.own(), JSON_TYPE, ...lines())).toBe(403)
  })

  test('a token in the address is refused', async () => {
    for (const query of [`?t=${host.token}`, `?token=${host.token}`, `?access_token=${host.token}`]) {
      const line = `POST /call/library.status${query} HTTP/1.1`
      expect((await host.send([line, ...host.own(), JSON_TYPE, 'Content-Length: 2'], '{}')).status).toBe(403)
    }
  })

  test('neither uploads nor downloads nor attachments are served', async () => {
    expect((await host.get('/download/anything')).status).toBe(403)
    expect((await host.get(`/file/${'a'.repeat(64)}`)).status).toBe(403)
    const put = host.send(
      ['PUT /stage?name=a HTTP/1.1', ...host.own(), 'Content-Type: application/octet-stream', 'Content-Length: 1'],
      'a',
    )
    expect((await put).status).toBe(403)
  })

  test('a refused upload leaves no file', async () => {
    await host.send(['PUT /stage?name=a HTTP/1.1', ...host.own(), 'Content-Length: 1'], 'a')
    const names = await readdir(host.app.staging.dir).catch(() => [])
    for (const name of names) expect(await readFile(join(host.app.staging.dir, name), 'utf8')).not.toBe('a')
  })
})

describe('DNS rebinding', () => {
  test.each([
    ['a foreign name', 'evil.example'],
    ['a foreign name with our port', 'evil.example:PORT'],
    ['a name that resolves to this machine', '127.0.0.1.nip.io:PORT'],
    ['a subdomain of localhost', 'evil.localhost:PORT'],
    ['no port', '127.0.0.1'],
    ['another port', '127.0.0.1:1'],
    ['0.0.0.0', '0.0.0.0:PORT'],
    ['a trailing dot', 'localhost.:PORT'],
    ['user info', 'user@127.0.0.1:PORT'],
    ['another spelling of the address', '127.1:PORT'],
    ['a decimal address', '2130706433:PORT'],
    ['an IPv6 address', '[::ffff:127.0.0.1]:PORT'],
    ['capitals', 'LOCALHOST:PORT'],
  ])('%s as Host is refused', async (_name, name) => {
    const value = name.replace('PORT', String(host.port))
    expect((await host.get('/', `Host: ${value}`)).status).toBe(421)
    expect(await host.callStatus(`Host: ${value}`, `Origin: http://${value}`, host.bearer(), JSON_TYPE)).toBe(421)
  })

  test('a missing, a double and a proxy-style Host are refused', async () => {
    expect((await host.get('/', 'X-Nothing: 1')).status).toBe(400)
    expect((await host.get('/', `Host: 127.0.0.1:${host.port}`, 'Host: evil.example')).status).not.toBe(200)
    expect((await host.get('http://evil.example/', ...host.own())).status).toBe(400)
    expect((await host.get('//evil.example/', ...host.own())).status).toBe(400)
    expect((await sendRaw(host.port, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(421)
  })

  test('X-Forwarded-Host does not stand in for Host', async () => {
    expect((await host.get('/', 'Host: evil.example', `X-Forwarded-Host: 127.0.0.1:${host.port}`)).status).toBe(421)
  })
})

describe('foreign pages', () => {
  test.each([
    ['a foreign Origin', 'https://evil.example'],
    ['the null Origin of a sandboxed frame or file', 'null'],
    ['another port of this machine', 'http://127.0.0.1:1'],
    ['our address over https', 'https://127.0.0.1:PORT'],
    ['our other name', 'http://localhost:PORT'],
    ['our address as a prefix', 'http://127.0.0.1:PORT.evil.example'],
    ['a browser extension', 'chrome-extension://abcdefghijklmnop'],
  ])('%s is refused even with the token', async (_name, origin) => {
    const value = origin.replace('PORT', String(host.port))
    expect(await host.callStatus(`Host: 127.0.0.1:${host.port}`, `Origin: ${value}`, host.bearer(), JSON_TYPE)).toBe(
      403,
    )
  })

  test('a changing request without Origin is refused even with the token', async () => {
    expect(await host.callStatus(`Host: 127.0.0.1:${host.port}`, host.bearer(), JSON_TYPE)).toBe(403)
    const put = host.send(
      [
        'PUT /stage?name=a HTTP/1.1',
        `Host: 127.0.0.1:${host.port}`,
        host.bearer(),
        'Content-Type: application/octet-stream',
        'Content-Length: 1',
      ],
      'a',
    )
    expect((await put).status).toBe(403)
  })

  test('two Origins are refused', async () => {
    expect(await host.callStatus(...host.own(), 'Origin: https://evil.example', host.bearer(), JSON_TYPE)).toBe(403)
  })

  test.each(['cross-site', 'same-site'])('a fetch that began %s is refused', async (site) => {
    expect(await host.callStatus(...host.own(), host.bearer(), JSON_TYPE, `Sec-Fetch-Site: ${site}`)).toBe(403)
    expect((await host.get('/', `Host: 127.0.0.1:${host.port}`, `Sec-Fetch-Site: ${site}`)).status).toBe(403)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('a body of type "%s", as a form can send it, is refused', async (type) => {
    expect(await host.callStatus(...host.own(), host.bearer(), ...(type === '' ? [] : [`Content-Type: ${type}`]))).toBe(
      415,
    )
  })

  test('a preflight gets no permission', async () => {
    for (const path of ['/call/library.status', '/stage', '/download/x', '/']) {
      const lines = [
        `OPTIONS ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${host.port}`,
        'Origin: https://evil.example',
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Headers: authorization, content-type',
        'Access-Control-Request-Private-Network: true',
      ]
      const answer = await host.send(lines)
      expect(answer.status).toBe(405)
      expect(answer.head.toLowerCase()).not.toContain('access-control-')
    }
  })

  test('no answer carries a permission for other sites', async () => {
    for (const path of ['/', '/assets/index-1.js', '/nothing.js', '/call/x'])
      expect((await host.send([`GET ${path} HTTP/1.1`, ...host.own()])).head.toLowerCase()).not.toContain(
        'access-control-',
      )
  })
})
