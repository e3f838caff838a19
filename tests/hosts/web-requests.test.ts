import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendRaw } from '../support/raw-http.ts'
import { JSON_TYPE, STATUS_LINE, startTarget, type Target } from '../support/target.ts'

const LIMITS = { jsonBytes: 100_000, uploadBytes: 50_000, bodyMs: 400 }

let host: Target

beforeAll(async () => {
  host = await startTarget(LIMITS)
})

afterAll(() => host.close())

describe('odd requests', () => {
  test.each(['TRACE', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s is refused', async (method) => {
    const answer = await host.send([`${method} / HTTP/1.1`, ...host.own(), host.bearer()])
    expect(answer.status).toBe(405)
    expect(answer.body).not.toContain(host.token)
  })

  test('CONNECT opens no tunnel', async () => {
    const answer = await host.send(['CONNECT evil.example:443 HTTP/1.1', ...host.own()])
    expect(answer.status).not.toBe(200)
  })

  test('HEAD gives the head of a page, and of nothing else', async () => {
    const page = await host.send(['HEAD / HTTP/1.1', ...host.own()])
    expect([page.status, page.body]).toEqual([200, ''])
    expect((await host.send(['HEAD /call/library.status HTTP/1.1', ...host.own(), host.bearer()])).status).toBe(404)
  })

  test('a WebSocket is not opened, with or without the token', async () => {
    for (const extra of [[], [host.bearer()], [`Sec-WebSocket-Protocol: ${host.token}`]]) {
      const lines = [
        'GET /call/library.status HTTP/1.1',
        ...host.own(),
        'Upgrade: websocket',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version: 13',
        ...extra,
      ]
      const answer = await sendRaw(host.port, `${[...lines, 'Connection: Upgrade'].join('\r\n')}\r\n\r\n`)
      expect(answer.status).not.toBe(101)
      expect(answer.status).toBeGreaterThanOrEqual(400)
    }
  })

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'case.list/../library.open',
    'case.list%00',
    '',
  ])('the method name "%s" reaches nothing', async (name) => {
    const response = await host.fetch(`/call/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  })

  test('hostile keys in the input are refused by the schema', async () => {
    for (const body of ['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}']) {
      const response = await host.fetch('/call/library.status', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
      expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
    }
  })

  test('a request that two readers would end at different places is refused', async () => {
    const both = host.send(
      [STATUS_LINE, ...host.own(), host.bearer(), JSON_TYPE, 'Content-Length: 2', 'Transfer-Encoding: chunked'],
      '0\r\n\r\n',
    )
    expect((await both).status).toBe(400)
    const twice = host.send(
      [STATUS_LINE, ...host.own(), host.bearer(), JSON_TYPE, 'Content-Length: 2', 'Content-Length: 30'],
      '{}',
    )
    expect((await twice).status).toBe(400)
    const bare = `${STATUS_LINE}\nHost: 127.0.0.1:${host.port}\nOrigin: ${host.origin}\n${host.bearer()}\n${JSON_TYPE}\nContent-Length: 2\n\n{}`
    expect((await sendRaw(host.port, bare)).status).not.toBe(200)
    const folded = host.send(
      [STATUS_LINE, ...host.own(), 'Authorization:', ` Bearer ${host.token}`, JSON_TYPE, 'Content-Length: 2'],
      '{}',
    )
    expect((await folded).status).not.toBe(200)
  })

  test('bad JSON and bad UTF-8 are refused with a sentence', async () => {
    for (const body of ['{', '', '{"a":1}x', new Uint8Array([0x22, 0xff, 0xfe, 0x22])]) {
      const response = await host.fetch('/call/library.status', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      expect(response.status).toBe(400)
      expect((await response.json()).error.message).toMatch(/^[^。]+。$/)
    }
  })

  test('a hundred thousand levels do not bring the host down', async () => {
    const deep = `{"key":"x","value":${'['.repeat(40_000)}${']'.repeat(40_000)},"basis":"b"}`
    const response = await host.fetch('/call/setting.put', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: deep,
    })
    expect((await response.json()).ok).toBe(false)
    expect(await host.callStatus(...host.own(), host.bearer(), JSON_TYPE)).toBe(200)
  })
})

describe('limits', () => {
  test('a body that says it is too large is refused before it is read', async () => {
    const answer = await host.send(
      [STATUS_LINE, ...host.own(), host.bearer(), JSON_TYPE, `Content-Length: ${LIMITS.jsonBytes + 1}`],
      '{',
    )
    expect(answer.status).toBe(413)
  })

  test('a body that turns out too large is refused', async () => {
    const chunk = `${(60_000).toString(16)}\r\n${' '.repeat(60_000)}\r\n`
    const text = host.send(
      [STATUS_LINE, ...host.own(), host.bearer(), JSON_TYPE, 'Transfer-Encoding: chunked'],
      `${chunk}${chunk}0\r\n\r\n`,
    )
    expect((await text).status).toBe(413)
  })

  test('an upload that is too large is refused and leaves no file', async () => {
    const before = (await readdir(host.app.staging.dir).catch(() => [])).length
    const response = await host.fetch('/stage?name=a.bin', {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(LIMITS.uploadBytes + 1),
    })
    expect(response.status).toBe(413)
    expect((await response.json()).error.message).toContain('过大')
    expect((await readdir(host.app.staging.dir).catch(() => [])).length).toBe(before)
  })

  test('a body that does not come is not waited for', async () => {
    const began = performance.now()
    const answer = await host.send(
      [STATUS_LINE, ...host.own(), host.bearer(), JSON_TYPE, 'Content-Length: 20'],
      '{',
      10_000,
    )
    expect(answer.status).not.toBe(200)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('a body that drips is not waited for', async () => {
    const began = performance.now()
    const socket = connect(host.port, '127.0.0.1')
    const lines = [STATUS_LINE, ...host.own(), host.bearer(), JSON_TYPE, 'Content-Length: 1000']
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    const drip = setInterval(() => socket.write(' '), 50)
    socket.on('error', () => undefined)
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(drip)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('an upload that pauses is given up and leaves no file', async () => {
    const before = (await readdir(host.app.staging.dir).catch(() => [])).length
    const lines = [
      'PUT /stage?name=a HTTP/1.1',
      ...host.own(),
      host.bearer(),
      'Content-Type: application/octet-stream',
      'Content-Length: 1000',
    ]
    const answer = await host.send(lines, 'a', 10_000)
    expect(answer.status).not.toBe(200)
    await expect.poll(async () => (await readdir(host.app.staging.dir).catch(() => [])).length).toBe(before)
  })

  test('a head of 20 KB is refused', async () => {
    expect((await host.get('/', ...host.own(), `X-Long: ${'a'.repeat(20_000)}`)).status).toBe(431)
  })
})
