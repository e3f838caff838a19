import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportDeps, type ImportFile, importFiles, type KnownCase } from '../../src/main/import/import-files.ts'
import type { CaseRows } from '../../src/shared/import/row.ts'
import { AppError } from '../../src/shared/result.ts'

const full = readFileSync(new URL('../fixtures/published/full.json', import.meta.url), 'utf8')
const small = readFileSync(new URL('../fixtures/published/small.json', import.meta.url), 'utf8')
let dir = ''

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'anjuan-import-files-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function file(name: string, content: string): ImportFile {
  const path = join(dir, name)
  writeFileSync(path, content)
  return { path, name }
}

/** A library in memory that keeps what it is given, as the database will. */
function library(
  changes: Partial<ImportDeps> = {},
): ImportDeps & { readonly cases: CaseRows[]; readonly stored: string[] } {
  const cases: CaseRows[] = []
  const stored: string[] = []
  const known = (isIt: (rows: CaseRows) => boolean): KnownCase | null => {
    const at = cases.findIndex(isIt)
    const rows = cases[at]
    return rows ? { caseId: `case${at + 1}`, caseNumber: `案${at + 1}`, name: rows.caseFile.name } : null
  }
  let made = 0
  return {
    cases,
    stored,
    findBatch: async (sha256) => known(({ rows }) => rows.importBatch?.[0]?.fileSha256 === sha256),
    findSource: async (externalId) => known(({ rows }) => rows.importBatch?.[0]?.externalId === externalId),
    storeFile: async (bytes) => {
      stored.push(createHash('sha256').update(bytes).digest('hex'))
    },
    writeCase: async (rows) => {
      cases.push(rows)
      return { caseId: `case${cases.length}`, caseNumber: `案${cases.length}` }
    },
    newId: () => {
      made += 1
      return `r${made}`
    },
    now: () => '2026-08-04T10:00:00+08:00',
    ownerBureauId: 'bureau',
    registeredOn: '2026-08-04',
    ...changes,
  }
}

test('good files are imported and refused ones between them leave nothing behind', async () => {
  const deps = library()
  const outcomes = await importFiles(
    [file('a.json', full), file('broken.json', full.slice(0, 900)), file('b.json', small), file('c.json', '[]')],
    deps,
  )
  expect(outcomes).toEqual([
    {
      state: 'imported',
      file: 'a.json',
      caseId: 'case1',
      caseNumber: '案1',
      name: '云州岚桥仓储有限公司“3·16”较大坍塌事故',
      notes: 9,
    },
    { state: 'refused', file: 'broken.json', message: expect.stringMatching(/^broken\.json：文件不完整/) },
    { state: 'imported', file: 'b.json', caseId: 'case2', caseNumber: '案2', name: '云州无名小店触电事故', notes: 0 },
    {
      state: 'refused',
      file: 'c.json',
      message: 'c.json：文件内容应为一个案例（一组字段），现为列表，请选择案例文件。',
    },
  ])
  expect(deps.cases).toHaveLength(2)
  expect(deps.stored).toHaveLength(2)
})

test('the same bytes are recognised under any name, the same case with other bytes is offered and not imported', async () => {
  const deps = library()
  const outcomes = await importFiles(
    [file('a.json', full), file('copy.json', full), file('changed.json', full.replace('祁某', '祁某某'))],
    deps,
  )
  const name = '云州岚桥仓储有限公司“3·16”较大坍塌事故'
  expect(outcomes.slice(1)).toEqual([
    {
      state: 'recognised',
      file: 'copy.json',
      caseId: 'case1',
      caseNumber: '案1',
      name,
      message: `copy.json：这个文件已经导入过，案卷是“${name}”，没有重复导入。`,
    },
    {
      state: 'sameSource',
      file: 'changed.json',
      caseId: 'case1',
      caseNumber: '案1',
      name,
      message: `changed.json：编号 F01-yunzhou-lanqiao-2024-0316 的案例已经导入为“${name}”，但内容与这个文件不同，没有导入；请打开原案卷核对后修改。`,
    },
  ])
  expect([deps.cases.length, deps.stored.length]).toEqual([1, 1])
})

test('what is kept is what was read, also when the file changes while it is imported', async () => {
  const path = join(dir, 'a.json')
  const deps = library({
    findBatch: async () => {
      writeFileSync(path, small)
      return null
    },
  })
  await importFiles([file('a.json', full)], deps)
  expect(deps.stored).toEqual([createHash('sha256').update(full).digest('hex')])
  expect(deps.cases[0]?.rows.importBatch?.[0]?.fileSha256).toBe(deps.stored[0])
})

test('what a user can mend is an outcome of the file, a defect and a cancellation are thrown', async () => {
  const files = [file('a.json', full)]
  const failing = (error: Error) => importFiles(files, library({ writeCase: () => Promise.reject(error) }))
  expect(await failing(new AppError('disk-full', '磁盘已满，请清理后再导入。'))).toEqual([
    { state: 'refused', file: 'a.json', message: 'a.json：磁盘已满，请清理后再导入。' },
  ])
  await expect(failing(new TypeError('a defect'))).rejects.toThrow('a defect')
  await expect(failing(new AppError('cancelled', '已取消。'))).rejects.toThrow('已取消。')
  const stop = library({
    onFile: (done) => {
      if (done === 1) throw new AppError('cancelled', '已取消。')
    },
  })
  await expect(importFiles([...files, file('b.json', small)], stop)).rejects.toThrow('已取消。')
  expect(stop.cases).toHaveLength(1)
})

test('a file with more unknown content than anyone can read is refused', async () => {
  const unit = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`extra${at}`, at]))
  const json = { ...JSON.parse(small), units: Array.from({ length: 400 }, () => ({ name: '甲公司', ...unit })) }
  expect(await importFiles([file('many.json', JSON.stringify(json))], library())).toEqual([
    {
      state: 'refused',
      file: 'many.json',
      message: 'many.json：有12000处内容在案卷中没有位置，超过10000处，不像一个案例，请检查文件。',
    },
  ])
})
