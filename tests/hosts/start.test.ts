import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasDisplay } from '../../src/main/hosts/browser.ts'
import { fetchElectron, findElectron, runElectron } from '../../src/main/hosts/electron-runtime.ts'
import { runScript, startScript } from '../support/processes.ts'

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'anjuan-start-'))
})

afterAll(() => rm(home, { recursive: true, force: true }))

/** Starts a host, waits for its address, asks it for the status, and ends it with a signal. */
async function session(script: string, args: readonly string[], signal: 'SIGINT' | 'SIGTERM') {
  const child = startScript(script, args, home)
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]+/.exec(stdout)?.[0]
      if (found !== undefined) resolve(found)
    })
    child.once('close', () => reject(new Error(`ended without an address: ${stderr}`)))
  })
  const { origin, hash } = new URL(address)
  const response = await fetch(`${origin}/call/library.status`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hash.slice('#t='.length)}`, origin, 'content-type': 'application/json' },
    body: '{}',
  })
  const status = await response.json()
  child.kill(signal)
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { status, code, stdout, stderr }
}

describe('npm start', () => {
  test('without a display opens the same app through the loopback host and says so in one line', async () => {
    const data = join(home, 'library')
    const { status, code, stdout, stderr } = await session('src/main/hosts/start.ts', ['--data', data], 'SIGINT')
    expect(status).toMatchObject({ ok: true, value: { host: 'browser', path: data } })
    expect(stdout).toMatch(/^没有图形界面，已改用浏览器方式，地址：http:[^\n]+\n$/)
    expect(code).toBe(0)
    // it builds first where a source was changed since
    expect(['', '正在生成界面，约需半分钟……\n']).toContain(stderr)
    // closed in order: the log of the database is folded in
    expect(await readdir(data)).not.toContain('anjuan.db-wal')
  })

  test('says what is wrong in one sentence', async () => {
    const ended = await runScript('src/main/hosts/start.ts', ['--data', '/dev/null/library'], home)
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。\n$/u)
  })
})

describe('the loopback host on its own', () => {
  test('prints its address alone, takes a port, and leaves no file behind', async () => {
    const { code, stdout } = await session(
      'src/main/hosts/web.ts',
      ['--data', join(home, 'web'), '--no-open'],
      'SIGTERM',
    )
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}\n$/)
    expect(code).toBe(0)
    const ended = await runScript('src/main/hosts/web.ts', ['--port', '70000'], home)
    expect([ended.code, ended.stderr]).toEqual([2, '端口“70000”不正确；应为 0 到 65535 的整数。\n'])
  })
})

describe('the Electron runtime', () => {
  test('that is not there is not found, and an installer that hangs is not waited for', async () => {
    const root = join(home, 'checkout')
    expect(findElectron(root)).toBeUndefined()
    expect(await fetchElectron(root)).toBe(false)
    await mkdir(join(root, 'node_modules', 'electron'), { recursive: true })
    await writeFile(join(root, 'node_modules', 'electron', 'install.js'), 'setInterval(() => {}, 1000)')
    const began = performance.now()
    expect(await fetchElectron(root, 300)).toBe(false)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('that cannot run here is told from one that ran', async () => {
    expect(await runElectron(join(home, 'no-such-program'), [])).toBe('broken')
    expect(await runElectron(process.execPath, ['-e', 'process.exit(127)'])).toBe('broken')
    expect(await runElectron(process.execPath, ['-e', ''])).toBe(0)
  })

  test('needs a display on Linux', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
  })
})

test('npm run demo writes the report of the sample case and says where', async () => {
  const ended = await runScript('src/main/hosts/demo.ts', [], home, { cwd: home })
  expect([ended.code, ended.stderr]).toEqual([0, ''])
  const demo = join(home, 'demo')
  expect(ended.stdout.split('\n').slice(0, 2)).toEqual([join(demo, '调查报告.docx'), join(demo, '调查报告.pdf')])
  expect((await readFile(join(demo, '调查报告.docx'))).subarray(0, 2).toString()).toBe('PK')
  expect((await readFile(join(demo, '调查报告.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await readdir(join(demo, '案卷库'))).toContain('anjuan.db')
})
