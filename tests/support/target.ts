/** The loopback host in front of a small page with the traps of a careless file server, and request heads for it. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Limits } from '../../src/main/hosts/loopback.ts'
import { startTestHost, type TestHost } from './host.ts'
import { type RawAnswer, rawRequest, sendRaw } from './raw-http.ts'

export const PAGE = '<!doctype html><title>案卷</title>'
export const JSON_TYPE = 'Content-Type: application/json'
export const STATUS_LINE = 'POST /call/library.status HTTP/1.1'

export type Target = TestHost & {
  /** Host and Origin of the own page */
  readonly own: () => readonly string[]
  readonly bearer: (token?: string) => string
  /** sends head lines and a body byte for byte */
  readonly send: (lines: readonly string[], body?: string, silenceMs?: number) => Promise<RawAnswer>
  /** a call of library.status with these head lines; the body is `{}` */
  readonly callStatus: (...lines: readonly string[]) => Promise<number>
  readonly get: (path: string, ...lines: readonly string[]) => Promise<RawAnswer>
}

export async function startTarget(limits: Partial<Limits> = {}): Promise<Target> {
  const rendererDir = await mkdtemp(join(tmpdir(), 'anjuan-page-'))
  await mkdir(join(rendererDir, 'assets'))
  await writeFile(join(rendererDir, 'index.html'), PAGE)
  await writeFile(join(rendererDir, 'assets', 'index-1.js'), 'export {}')
  await writeFile(join(rendererDir, '.secret'), 'secret')
  await symlink('/etc/passwd', join(rendererDir, 'assets', 'passwd.txt'))
  await symlink('/etc', join(rendererDir, 'etc'))
  const host = await startTestHost({ limits, rendererDir })
  const hostLine = `Host: 127.0.0.1:${host.port}`
  const send = (lines: readonly string[], body = '', silenceMs = 1_500) =>
    sendRaw(host.port, rawRequest(lines, body), silenceMs)
  return {
    ...host,
    own: () => [hostLine, `Origin: ${host.origin}`],
    bearer: (token = host.token) => `Authorization: Bearer ${token}`,
    send,
    callStatus: async (...lines) => (await send([STATUS_LINE, ...lines, 'Content-Length: 2'], '{}')).status,
    get: (path, ...lines) => send([`GET ${path} HTTP/1.1`, ...(lines.length > 0 ? lines : [hostLine])]),
    close: async () => {
      await host.close()
      await rm(rendererDir, { recursive: true, force: true })
    },
  }
}
