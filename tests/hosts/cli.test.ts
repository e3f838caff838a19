import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cliCommand } from '../../src/main/hosts/cli-program.ts'
import { cli, type RunOptions, root, startScript } from '../support/processes.ts'

const published = join(root, 'tests', 'fixtures', 'published')

let home: string
let data: string
const NOW = { env: { ANJUAN_NOW: '2026-11-06T09:00:00+08:00', ANJUAN_FONTS: 'shipped' } }

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'anjuan-cli-'))
  data = join(home, 'library')
  await cli(['--data', data, 'call', 'case.sample', '{}'], home, NOW)
})

afterAll(() => rm(home, { recursive: true, force: true }))

const run = (args: readonly string[], options: RunOptions = NOW) => cli(['--data', data, ...args], home, options)
const lines = (text: string) => text.split('\n').filter((line) => line !== '')
const SENTENCE = /^[^\n]*\p{Script=Han}[^\n]*。\n$/u

describe('case', () => {
  test('import prints a line for each case, goes on after a refused file and ends with 1', async () => {
    const broken = join(home, 'broken.json')
    await writeFile(broken, '{"schemaVersion": "1.2", ')
    const files = [join(published, 'full.json'), broken, join(home, 'missing.json'), join(published, 'small.json')]
    const first = await run(['case', 'import', ...files])
    const imported = lines(first.stdout).map((line) => JSON.parse(line))
    expect(imported).toHaveLength(2)
    for (const line of imported) {
      expect(Object.keys(line)).toEqual(['caseId', 'caseNumber', 'name'])
      expect(line.caseId).toMatch(/^[0-9a-f-]{36}$/)
      expect(line.name).toContain('事故')
    }
    expect(lines(first.stderr)).toHaveLength(2)
    expect(first.stderr).toContain('broken.json')
    expect(first.stderr).toContain('missing.json')
    expect(first.code).toBe(1)

    const again = await run(['case', 'import', join(published, 'full.json')])
    expect([again.code, lines(again.stdout).map((line) => JSON.parse(line)), again.stderr]).toEqual([
      0,
      [imported[0]],
      '',
    ])
  })

  test('list gives lines for people and an array for programs', async () => {
    const plain = await run(['case', 'list'])
    expect(plain.stdout).toContain('澜事调〔2026〕3号\t2026-08-04\t')
    const rows = JSON.parse((await run(['case', 'list', '--json'])).stdout)
    expect(rows.find((row: { caseId: string }) => row.caseId === 'sample-shuolan')).toMatchObject({
      caseNumber: '澜事调〔2026〕3号',
      occurredOn: '2026-08-04',
    })
    expect(rows).toHaveLength(lines(plain.stdout).length)
  })

  test('show takes the id or the 案号', async () => {
    const byId = await run(['case', 'show', 'sample-shuolan', '--json'])
    const byNumber = await run(['case', 'show', '澜事调〔2026〕3号', '--json'])
    expect(byNumber.stdout).toBe(byId.stdout)
    expect(JSON.parse(byId.stdout)).toMatchObject({ caseId: 'sample-shuolan', caseFile: { id: 'sample-shuolan' } })
    expect((await run(['case', 'show', 'sample-shuolan'])).stdout).toMatch(/单位\t\d+/)
  })
})

describe('report build', () => {
  test('writes every format, replaces what was there, and the same clock gives the same bytes', async () => {
    const out = join(home, 'out')
    await mkdir(out)
    const build = (format: string, name: string) =>
      run(['report', 'build', 'sample-shuolan', '--format', format, '--template', 'A', '--out', join(out, name)])
    await writeFile(join(out, 'a.docx'), 'old')
    for (const [format, name] of [
      ['docx', 'a.docx'],
      ['docx', 'b.docx'],
      ['pdf', 'a.pdf'],
      ['json', 'a.json'],
      ['text', 'a.txt'],
    ] as const)
      expect(await build(format, name)).toMatchObject({ code: 0, stderr: '', stdout: `${join(out, name)}\n` })
    const read = (name: string) => readFile(join(out, name))
    expect((await read('a.docx')).subarray(0, 2).toString()).toBe('PK')
    expect(await read('b.docx')).toEqual(await read('a.docx'))
    expect((await read('a.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(JSON.parse((await read('a.json')).toString())).toHaveProperty('blocks')
    expect((await read('a.txt')).toString()).toContain('8·4')
    expect((await readdir(out)).sort()).toEqual(['a.docx', 'a.json', 'a.pdf', 'a.txt', 'b.docx'])
  })

  test('that cannot be written is refused with a sentence and leaves nothing', async () => {
    const folder = join(home, 'folder')
    await mkdir(folder)
    const before = await readdir(home)
    for (const out of [folder, join(home, 'missing', 'a.txt')]) {
      const ended = await run(['report', 'build', 'sample-shuolan', '--format', 'text', '--out', out])
      expect([ended.code, ended.stdout]).toEqual([1, ''])
      expect(ended.stderr).toMatch(SENTENCE)
    }
    expect(await readdir(home)).toEqual(before)
    expect(await readdir(folder)).toEqual([])
  })

  test('while statutory items are missing only a draft is made', async () => {
    const made = await run(['call', 'case.create', '{"values":{"name":"测试单位“1·1”事故"}}'])
    const { caseId } = JSON.parse(made.stdout)
    const out = join(home, 'draft.docx')
    const args = ['report', 'build', caseId, '--format', 'docx', '--template', 'C', '--out', out]
    const refused = await run(args)
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toMatch(SENTENCE)
    await expect(readFile(out)).rejects.toThrow()
    expect((await run([...args, '--draft'])).code).toBe(0)
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('search, verify, call, schema', () => {
  test('search finds words', async () => {
    const { results } = JSON.parse((await run(['search', '粉尘', '--json'])).stdout)
    expect(results.length).toBeGreaterThan(0)
    for (const hit of results) expect(hit).toMatchObject({ caseId: expect.any(String), title: expect.any(String) })
    expect(JSON.parse((await run(['search', '没有这样的词语', '--json'])).stdout)).toEqual({ results: [] })
  })

  test('verify ends with 0 on a sound library and lists what is wrong with 1', async () => {
    expect(await run(['verify'])).toMatchObject({ code: 0, stderr: '' })
    const sha256 = 'a'.repeat(64)
    await mkdir(join(data, 'files', 'aa'), { recursive: true })
    await writeFile(join(data, 'files', 'aa', sha256), 'changed')
    const ended = await run(['verify'])
    await rm(join(data, 'files', 'aa'), { recursive: true })
    expect(ended.code).toBe(1)
    expect(ended.stdout).toContain(sha256)
    expect(ended.stderr).toMatch(SENTENCE)
  })

  test('call takes its input as a word or from stdin', async () => {
    const word = await run(['call', 'case.find', '{"key":"sample-shuolan"}'])
    const stdin = await run(['call', 'case.find', '-'], { ...NOW, stdin: '{"key":"sample-shuolan"}' })
    expect(JSON.parse(word.stdout)).toMatchObject({ caseId: 'sample-shuolan' })
    expect(stdin.stdout).toBe(word.stdout)
  })

  test('schema describes every method without opening a library', async () => {
    const unused = join(home, 'unused')
    const list = await cli(['--data', unused, 'schema'], home)
    const names = lines(list.stdout).map((line) => line.split('\t')[0] ?? '')
    expect(names).toContain('report.export')
    const one = JSON.parse((await cli(['--data', unused, 'schema', 'case.find'], home)).stdout)
    expect(one).toMatchObject({
      method: 'case.find',
      input: { type: 'object', required: ['key'], additionalProperties: false },
      output: { type: 'object' },
    })
    await expect(readdir(unused)).rejects.toThrow()
  })
})

describe('words and pipes', () => {
  test('paths are relative to the folder of the user, also under npm', async () => {
    const env = { ...NOW.env, npm_lifecycle_event: 'anjuan', INIT_CWD: home }
    const ended = await cli(
      ['--data', 'library', 'report', 'build', 'sample-shuolan', '--format', 'text', '--out', 'here.txt'],
      home,
      { env },
    )
    expect(ended).toMatchObject({ code: 0, stdout: `${join(home, 'here.txt')}\n` })
  })

  test('a reader that goes away ends the program quietly', async () => {
    const child = startScript(
      'src/main/hosts/cli.ts',
      ['--data', data, 'case', 'show', 'sample-shuolan', '--json'],
      home,
      NOW,
    )
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, stderr]).toEqual([0, ''])
  })

  test('the help is Chinese on every level', async () => {
    const ended = await cli(['case', 'import', '--help'], home)
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout).toContain('用法： anjuan case import [选项] <文件...>')
    const helps = (command: Command): string[] => [command.helpInformation(), ...command.commands.flatMap(helps)]
    for (const help of helps(cliCommand()))
      expect(help).not.toMatch(/Usage|Options:|Commands:|Arguments:|\[options\]|display help|choices/)
  })
})
