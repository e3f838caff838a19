import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultEntry, MOST_LOG_BYTES } from '../../src/main/faults.ts'
import { errorLog } from '../../src/main/hosts/error-log.ts'
import { msFromInstant } from '../../src/shared/dates.ts'
import { NOW, testApp } from '../support/app.ts'

const SECRET = '胡砚田'
let home: string
let file: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'anjuan-faults-'))
  file = join(home, 'logs', 'errors.log')
})
afterEach(() => rm(home, { recursive: true, force: true }))

const log = () => errorLog(home, () => msFromInstant(NOW), '0.1.0 cli')
const entryOf = (error: unknown) => faultEntry(NOW, '0.1.0 cli', { method: 'case.list', error })

test('what nobody foresaw is written with time, command and stack, without a word of the case; the user is told where', async () => {
  const resourcesDir = join(home, 'resources')
  await mkdir(join(resourcesDir, 'samples'), { recursive: true })
  // the parser quotes what it read
  await writeFile(join(resourcesDir, 'samples', 'shuolan.json'), `"${SECRET}`)
  const library = await testApp({ onInternal: log(), resourcesDir })
  const refused = await library.refusal('case.sample', {})
  await library.close()
  expect(refused).toEqual({
    code: 'internal',
    message: `程序内部出错，这次操作没有完成，数据没有改动；请重试。出错的位置已记入“${file}”，其中没有案卷内容。`,
  })
  const [head, name, ...rest] = (await readFile(file, 'utf8')).split('\n')
  expect([head, name]).toEqual([`${NOW} case.sample 0.1.0 cli`, 'SyntaxError'])
  expect(rest.filter((line) => line.includes('sample.ts'))).not.toEqual([])
  expect(await readFile(file, 'utf8')).not.toContain(SECRET)
})

test('what the user can mend is not written', async () => {
  const library = await testApp({ onInternal: log() })
  expect((await library.refusal('case.dossier', { caseId: 'no-such-case' })).code).toBe('not-found')
  await library.close()
  expect(await readdir(home)).toEqual([])
})

test('work that fails later is written under the command that began it', async () => {
  const library = await testApp({ onInternal: log() })
  const jobId = library.app.jobs.start(
    '导出',
    async () => {
      throw new TypeError(SECRET)
    },
    'report.export',
  )
  const { message } = await library.app.jobs.finished(jobId)
  await library.close()
  expect(message).toContain(file)
  const text = await readFile(file, 'utf8')
  expect(text).toMatch(/^\S+ report\.export 0\.1\.0 cli\nTypeError\n {4}at /)
  expect(text).not.toContain(SECRET)
})

test('an entry has the code, the places and the causes, and nothing that the error says', () => {
  const cause = Object.assign(new Error(SECRET), { code: 'SQLITE_ERROR' })
  const error = new Error(`${SECRET}\n    at ${SECRET} (${SECRET}.ts:1:2)\n身份证 320981198001010011`, { cause })
  error.name = SECRET
  const entry = entryOf(error)
  expect(entry).not.toMatch(/胡砚田|320981/)
  expect(entry).toMatch(/^\S+ case\.list 0\.1\.0 cli\nError\n {4}at .+\ncaused by\nError SQLITE_ERROR\n {4}at /s)
  expect(entry).toMatch(/faults\.test\.ts:\d+:\d+\)?\n/)
  expect(entry.endsWith('\n\n')).toBe(true)
  expect(entryOf(SECRET)).toBe(`${NOW} case.list 0.1.0 cli\nthrown: string\n\n`)
  const changed = new Error('')
  changed.stack = ''
  changed.cause = changed
  expect(entryOf(changed).match(/caused by/g)).toHaveLength(5)
})

test('a full log is kept once under another name', async () => {
  const keep = log()
  const fault = { method: 'case.list', error: new Error('x') }
  for (const mark of ['first', 'second']) {
    keep(fault)
    await writeFile(file, mark.padEnd(MOST_LOG_BYTES, '.'))
  }
  expect(keep(fault)).toBe(file)
  expect((await readdir(join(home, 'logs'))).sort()).toEqual(['errors.log', 'errors.old.log'])
  expect((await stat(file)).size).toBeLessThan(5_000)
  expect((await readFile(join(home, 'logs', 'errors.old.log'), 'utf8')).startsWith('second')).toBe(true)
})

test('where nothing can be written, the sentence is without a place', async () => {
  await writeFile(join(home, 'logs'), 'a file where the folder should be')
  expect(log()({ method: 'case.list', error: new Error('x') })).toBeNull()
  const library = await testApp({ onInternal: log(), resourcesDir: join(home, 'nothing') })
  expect((await library.refusal('case.sample', {})).message).toBe(
    '程序内部出错，这次操作没有完成，数据没有改动；请重试。',
  )
  await library.close()
})
