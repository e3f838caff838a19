import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cliCommand } from '../../src/main/hosts/cli-program.ts'
import { endOf } from '../../src/main/hosts/command-line.ts'
import { clockOf } from '../../src/main/hosts/options.ts'
import { dataHome } from '../../src/main/hosts/user-folders.ts'
import { cli } from '../support/processes.ts'

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'anjuan-cli-'))
})

afterAll(() => rm(home, { recursive: true, force: true }))

const SENTENCE = /^[^\n]*\p{Script=Han}[^\n]*。\n$/u

describe('bad use ends with 2 and one sentence, and makes no library', () => {
  test.each([
    [[], '没有写命令'],
    [['case'], '没有写命令'],
    [['report'], '没有写命令'],
    [['nothing'], '“nothing”'],
    [['case', 'nothing'], '“nothing”'],
    [['case', 'list', '--wrong'], '“--wrong”'],
    [['case', 'list', 'too', 'many'], '参数太多'],
    [['case', 'import'], '“文件”'],
    [['case', 'show'], '“案卷”'],
    [['report', 'build', 'x', '--format', 'rtf', '--out', 'a'], '“rtf”'],
    [['report', 'build', 'x', '--format', 'pdf', '--template', 'D', '--out', 'a'], '“D”'],
    [['report', 'build', 'x', '--format', 'pdf'], '--out'],
    [['report', 'build', 'x', '--out', 'a'], '--format'],
    [['search'], '“词语”'],
    [['call', 'nothing.here', '{}'], '“nothing.here”'],
    [['call', '__proto__', '{}'], '“__proto__”'],
    [['call', 'case.list', '{"filter":'], 'JSON'],
    [['call', 'case.list'], '“JSON”'],
    [['schema', 'nothing.here'], '“nothing.here”'],
    [['--data'], '--data'],
  ] as const)('%j', async (args, words) => {
    const data = join(home, 'never')
    const error = await cliCommand()
      .parseAsync(['--data', data, ...args], { from: 'user' })
      .catch((thrown: unknown) => thrown)
    const { sentence, code } = endOf(error)
    expect(code).toBe(2)
    expect(`${sentence}\n`).toMatch(SENTENCE)
    expect(sentence).toContain(words)
    await expect(readdir(data)).rejects.toThrow()
  })

  test.each([
    ['case', 'list'],
    ['case', 'show', 'x'],
    ['report', 'build', 'x', '--format', 'pdf', '--out', 'a'],
    ['search', 'x'],
    ['verify'],
  ])('reading where there is no library makes none: %s %s', async (...args) => {
    const data = join(home, 'misspelt')
    const ended = await cli(['--data', data, ...args], home)
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toContain('里没有案卷库；请检查 --data 的文件夹。')
    await expect(readdir(data)).rejects.toThrow()
  })

  test('on stderr alone', async () => {
    const ended = await cli(['nothing'], home)
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: '没有“nothing”这个命令；用 --help 查看用法。\n' })
  })

  test('a clock that is no instant', async () => {
    for (const now of [
      'yesterday',
      '2026-02-30T00:00:00Z',
      '2026-08-04',
      '2026-08-04T25:00:00Z',
      '2026-08-04T10:00:00',
    ])
      expect(() => clockOf(now)).toThrow(now)
    expect(clockOf('2026-08-04T15:26:00+08:00')()).toBe(Date.parse('2026-08-04T07:26:00Z'))
    const ended = await cli(['--data', join(home, 'never'), 'case', 'list'], home, { env: { ANJUAN_NOW: 'yesterday' } })
    expect([ended.code, ended.stdout]).toEqual([2, ''])
    expect(ended.stderr).toMatch(SENTENCE)
  })

  test('an input that its schema refuses', async () => {
    const ended = await cli(['--data', join(home, 'library'), 'call', 'case.list', '{"limit":0}'], home)
    expect([ended.code, ended.stdout]).toEqual([2, ''])
    expect(ended.stderr).toMatch(SENTENCE)
  })
})

describe('a refused action ends with 1 and one sentence', () => {
  test('a case that is not there', async () => {
    for (const args of [
      ['case', 'show', '没有这个案号'],
      ['report', 'build', 'nothing', '--format', 'text', '--out', join(home, 'a.txt')],
    ]) {
      const ended = await cli(['--data', join(home, 'library'), ...args], home)
      expect([ended.code, ended.stdout]).toEqual([1, ''])
      expect(ended.stderr).toMatch(SENTENCE)
    }
    await expect(readdir(join(home, 'a.txt'))).rejects.toThrow()
  })

  test('a library that is no library', async () => {
    const data = join(home, 'damaged')
    await cli(['--data', data, 'call', 'case.list', '{"filter":{},"limit":1}'], home)
    await writeFile(join(data, 'anjuan.db'), 'this is no database, but text of some length '.repeat(100))
    const before = await readdir(data)
    const ended = await cli(['--data', data, 'case', 'list'], home)
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toMatch(SENTENCE)
    expect(await readdir(data)).toEqual(before)
  })

  test('a place that is a file', async () => {
    const data = join(home, 'file')
    await writeFile(data, '')
    const ended = await cli(['--data', data, 'case', 'list'], home)
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toMatch(SENTENCE)
  })
})

describe('the library without --data', () => {
  const status = async () => JSON.parse((await cli(['call', 'library.status', '{}'], home)).stdout)
  const path = async () => (await status()).path
  const recent = async () => (await status()).recent

  test('is the usual one, then the one opened last, then the usual one again when that is gone', async () => {
    const usual = join(dataHome(process.platform, {}, home), '案卷库')
    expect(await path()).toBe(usual)
    const other = join(home, 'other')
    await cli(['call', 'library.open', JSON.stringify({ path: other })], home)
    expect(await path()).toBe(other)
    expect(await recent()).toEqual([usual])
    const third = join(home, 'third')
    await cli(['call', 'library.open', JSON.stringify({ path: third })], home)
    expect(await recent()).toEqual([other, usual])
    await cli(['call', 'library.open', JSON.stringify({ path: other, isKnown: true })], home)
    expect(await recent()).toEqual([third, usual])
    await rm(third, { recursive: true })
    const gone = await cli(['call', 'library.open', JSON.stringify({ path: third, isKnown: true })], home)
    expect([gone.code, await path()]).toEqual([1, other])
    expect(gone.stderr).toContain(`“${third}”现在找不到`)
    await expect(readdir(third)).rejects.toThrow()
    await rm(other, { recursive: true })
    const ended = await cli(['call', 'library.status', '{}'], home)
    expect(JSON.parse(ended.stdout).path).toBe(usual)
    expect(ended.stderr).toContain(`“${other}”现在找不到`)
    await expect(readdir(other)).rejects.toThrow()
  })

  test('one that was named with --data is not remembered', async () => {
    const before = await path()
    await cli(
      ['--data', join(home, 'once'), 'call', 'library.open', JSON.stringify({ path: join(home, 'twice') })],
      home,
    )
    expect(await path()).toBe(before)
  })
})

test('data lies where each platform keeps it, never in a synchronised folder', () => {
  expect(dataHome('win32', { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, 'C:\\Users\\a')).toContain(
    'AppData\\Local',
  )
  expect(dataHome('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/Anjuan')
  expect(dataHome('linux', {}, '/home/a')).toBe('/home/a/.local/share/anjuan')
  expect(dataHome('linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe('/data/anjuan')
  expect(dataHome('linux', { XDG_DATA_HOME: 'relative' }, '/home/a')).toBe('/home/a/.local/share/anjuan')
})
