import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ATTACHMENT_POLICY } from '../../src/main/hosts/security.ts'
import { startTarget, type Target } from '../support/target.ts'

let host: Target
let caseId: string

beforeAll(async () => {
  host = await startTarget()
  const made = await host.app.call('case.create', { values: { name: '甲公司“8·4”一般触电事故' } })
  if (!made.ok) throw new Error(made.error.message)
  caseId = made.value.caseId
})

afterAll(() => host.close())

/** Uploads through the host and attaches; returns the hash. */
async function attach(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream' }
  const staged = await (
    await host.fetch(`/stage?name=${encodeURIComponent(name)}`, { method: 'PUT', headers, body: bytes })
  ).json()
  const attached = await host.app.call('evidenceFile.attach', { caseId, files: [{ token: staged.value.token }] })
  if (!attached.ok) throw new Error(attached.error.message)
  const [outcome] = attached.value.outcomes
  if (outcome?.state !== 'added') throw new Error(`not added: ${JSON.stringify(outcome)}`)
  return outcome.sha256
}

const photo = async (width: number, height: number) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#225588' } })
      .jpeg()
      .toBuffer(),
  )

test('a photograph is served as it is, under its name, unable to do anything', async () => {
  const bytes = await photo(800, 600)
  const response = await host.fetch(`/file/${await attach('现场 1.jpg', bytes)}`)
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(response.headers.get('content-disposition')).toBe(
    'inline; filename="___1.jpg"; filename*=UTF-8\'\'%E7%8E%B0%E5%9C%BA%201.jpg',
  )
  expect(response.headers.get('content-security-policy')).toBe(ATTACHMENT_POLICY)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
})

test('a thumbnail is small, kept, and made again when the cache is gone', async () => {
  const sha256 = await attach('现场2.jpg', await photo(3000, 2000))
  const size = async (thumb: string) => {
    const response = await host.fetch(`/file/${sha256}?thumb=${thumb}`)
    const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    return [response.headers.get('content-type'), width, height]
  }
  expect(await size('300')).toEqual(['image/jpeg', 320, 213])
  expect(await size('9999')).toEqual(['image/jpeg', 1280, 853])
  expect(await readdir(join(host.dir, 'cache', 'thumbnails'))).toEqual(
    [`${sha256}-1280.jpg`, `${sha256}-320.jpg`].sort(),
  )
  for (const wrong of ['0', '-1', '1e3', 'x', ''])
    expect((await host.fetch(`/file/${sha256}?thumb=${wrong}`)).status).toBe(400)
})

test.each([
  ['report.html', '<!doctype html><script>parent.postMessage(1)</script>'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['photo.jpg', '<html><script>alert(1)</script></html>'],
  ['notes.txt', 'plain words'],
])('%s is only ever saved to disk and has no thumbnail', async (name, content) => {
  const sha256 = await attach(name, new TextEncoder().encode(`${content}<!-- ${name} -->`))
  const response = await host.fetch(`/file/${sha256}`)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment;/)
  expect(response.headers.get('content-security-policy')).toBe(ATTACHMENT_POLICY)
  await response.arrayBuffer()
  expect((await host.fetch(`/file/${sha256}?thumb=300`)).status).toBe(404)
})
