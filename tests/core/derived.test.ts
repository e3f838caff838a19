import { afterEach, beforeEach, expect, test } from 'vitest'
import { DERIVED_FROM } from '../../src/main/db/refresh.ts'
import { deriveCase } from '../../src/shared/case/derive.ts'
import { aCase, type TestApp, testApp } from '../support/app.ts'

let library: TestApp

beforeEach(async () => {
  library = await testApp()
})
afterEach(() => library.close())

test('the derived columns read no table that their refresh does not watch', async () => {
  const read = new Set<string>()
  const ids = [await aCase(library), (await library.ok('case.sample', {})).caseId]
  for (const caseId of ids) {
    const dossier = await library.ok('case.dossier', { caseId })
    const watched = new Proxy(dossier.rows, {
      get: (rows, name, receiver) => {
        read.add(String(name))
        return Reflect.get(rows, name, receiver)
      },
    })
    deriveCase({ ...dossier, rows: watched })
  }
  expect([...read].filter((table) => !DERIVED_FROM.has(table))).toEqual([])
  expect(read.size).toBeGreaterThan(5)
})

test('a first cause makes the case one under investigation, also in the register', async () => {
  const caseId = await aCase(library)
  const stage = async () => (await library.ok('case.list', { filter: {}, limit: 1 })).rows[0]?.stage
  expect(await stage()).toBe('reported')
  await library.ok('cause.add', { caseId, values: { kind: 'direct', description: '带电作业' } })
  expect(await stage()).toBe('investigating')
  expect((await library.ok('library.verify', {})).faults).toEqual([])
})
