/** An error that nobody foresaw, in each host: the table of attachments is taken away under the running program. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as electron from '../support/electron.ts'
import { cli, startScript } from '../support/processes.ts'

const NAME = '胡砚田工伤事故'
let home: string
const argv = process.argv

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'anjuan-log-'))
})
afterAll(async () => {
  process.argv = argv
  vi.unstubAllEnvs()
  await rm(home, { recursive: true, force: true })
})

function takeAway(library: string): void {
  const connection = new Database(join(library, 'anjuan.db'))
  connection.pragma('foreign_keys = off')
  connection.exec('drop table evidence_file')
  connection.close()
}

/** A place for the data of one host; the log must lie there and not in the library. */
const placesOf = (host: string) => {
  const data = join(home, host)
  return { data, library: join(data, 'library'), file: join(data, 'anjuan', 'logs', 'errors.log') }
}

async function expectLogged(file: string, host: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  expect(text).toMatch(
    new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\S+ case\\.dossier \\S+ ${host}\nSqliteError SQLITE_ERROR\n {4}at `),
  )
  expect(text).not.toContain(NAME)
}

test('command line: one line on stderr, which names the log', async () => {
  const { data, library, file } = placesOf('cli')
  const env = { XDG_DATA_HOME: data }
  const made = await cli(['--data', library, 'call', 'case.create', JSON.stringify({ values: { name: NAME } })], home, {
    env,
  })
  const { caseId } = JSON.parse(made.stdout)
  takeAway(library)
  const ended = await cli(['--data', library, 'call', 'case.dossier', JSON.stringify({ caseId })], home, { env })
  expect(ended.code).toBe(1)
  expect(ended.stderr).toBe(
    `程序内部出错，这次操作没有完成，数据没有改动；请重试。出错的位置已记入“${file}”，其中没有案卷内容。\n`,
  )
  await expectLogged(file, 'cli')
})

test('browser: the page is told where the log is', async () => {
  const { data, library, file } = placesOf('browser')
  const args = ['--data', library, '--no-open']
  const child = startScript('src/main/hosts/web.ts', args, home, { env: { XDG_DATA_HOME: data } })
  try {
    const url = await new Promise<URL>((resolve) =>
      child.stdout.setEncoding('utf8').on('data', (text: string) => resolve(new URL(text.trim()))),
    )
    const call = async (method: string, input: unknown) => {
      const response = await fetch(`${url.origin}/call/${method}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${url.hash.slice('#t='.length)}`,
          origin: url.origin,
        },
        body: JSON.stringify(input),
      })
      return response.json()
    }
    const { value } = await call('case.create', { values: { name: NAME } })
    takeAway(library)
    expect(await call('case.dossier', { caseId: value.caseId })).toMatchObject({
      error: { code: 'internal', message: expect.stringContaining(file) },
    })
    await expectLogged(file, 'browser')
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
})

test('desktop: the page is told where the log is', async () => {
  const { data, library, file } = placesOf('electron')
  vi.stubEnv('XDG_DATA_HOME', data)
  vi.stubEnv('HOME', home)
  process.argv = ['electron', '.', '--data', library]
  await import('../../src/main/hosts/electron.ts')
  await vi.waitFor(() => expect(electron.ipcMain.handlers.size).toBeGreaterThan(0))
  const frame = electron.BrowserWindow.made[0]?.webContents.mainFrame
  const call = async (method: string, input: unknown): Promise<unknown> =>
    electron.ipcMain.handlers.get('call')?.({ senderFrame: frame }, method, input)
  const made = await call('case.create', { values: { name: NAME } })
  takeAway(library)
  expect(made).toMatchObject({ ok: true, value: { caseId: expect.any(String) } })
  const caseId = JSON.parse(JSON.stringify(made)).value.caseId
  expect(await call('case.dossier', { caseId })).toMatchObject({
    error: { code: 'internal', message: expect.stringContaining(file) },
  })
  await expectLogged(file, 'electron')
})
