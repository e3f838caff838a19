import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCase, type TestApp, testApp } from '../support/app.ts'

let library: TestApp
let caseId: string

beforeEach(async () => {
  library = await testApp()
  caseId = await aCase(library)
})
afterEach(() => library.close())

const found = async (words: string) =>
  (await library.ok('case.search', { words, limit: 50 })).results.map(({ table, title }) => [table, title])

test('what was just written is found at once, with the sentence around the words', async () => {
  await library.ok('person.add', { caseId, values: { name: '胡砚田', position: '电焊工' } })
  expect(await found('砚田')).toEqual([['person', '胡砚田']])
  const { results } = await library.ok('case.search', { words: '电焊', limit: 5 })
  expect(results[0]).toMatchObject({ caseId, caseName: '甲公司“8·4”一般触电事故', snippet: '胡砚田 电焊工' })
})

test('an edited row is found by its new words only, an archived one not at all, a restored one again', async () => {
  const { id } = await library.ok('lesson.add', { caseId, values: { description: '动火审批不能止于签字' } })
  expect(await found('签字')).toHaveLength(1)
  await library.ok('lesson.update', { caseId, id, values: { description: '工程可以发包' } })
  expect(await found('签字')).toEqual([])
  expect(await found('发包')).toHaveLength(1)
  await library.ok('lesson.archive', { caseId, id })
  expect(await found('发包')).toEqual([])
  await library.ok('lesson.restore', { caseId, id })
  expect(await found('发包')).toHaveLength(1)
})

test('the number of a removed entry is not found by its old words when a new row takes it', async () => {
  const { id } = await library.ok('lesson.add', { caseId, values: { description: '旧的词语' } })
  expect(await found('旧的')).toHaveLength(1)
  await library.ok('lesson.archive', { caseId, id })
  await library.ok('lesson.add', { caseId, values: { description: '新写内容' } })
  expect(await found('旧的')).toEqual([])
  expect(await found('新写')).toHaveLength(1)
})

test('identifiers of persons are never found', async () => {
  await library.ok('person.add', {
    caseId,
    values: { name: '胡某', idNumber: '320000199001011234', phone: '13800001111', homeAddress: '某路一号' },
  })
  for (const words of ['320000199001011234', '13800001111', '某路一号']) expect(await found(words)).toEqual([])
})

test('words written before a crash are found after it: the index reads on in the journal', async () => {
  await library.ok('lesson.add', { caseId, values: { description: '重启之后' } })
  const { connection } = library.app.library()
  const behind = 'select (select max(no) from change_entry) - change_no from search_state'
  expect(connection.prepare(behind).pluck().get()).toBeGreaterThan(0)
  // a second program on the library, while the first never came to index anything
  const second = await testApp({ dir: library.dir })
  expect((await second.ok('case.search', { words: '重启', limit: 5 })).results).toHaveLength(1)
  expect((await second.ok('library.verify', {})).faults).toEqual([])
  await second.close()
})

test('an index made with other rules of words is built anew before the next search', async () => {
  await library.ok('lesson.add', { caseId, values: { description: '重建索引' } })
  expect(await found('重建')).toHaveLength(1)
  const { connection } = library.app.library()
  connection.exec(`insert into search_fts (search_fts) values ('delete-all'); update search_state set tokenizer = 0`)
  expect(await found('重建')).toHaveLength(1)
  expect(await found('触电')).toHaveLength(1)
  expect((await library.ok('library.verify', {})).faults).toEqual([])
})

test('archived cases are left out of the register and of search, and come back', async () => {
  await library.ok('case.archive', { caseId })
  expect(await found('触电')).toEqual([])
  expect((await library.ok('case.list', { filter: {}, limit: 10 })).total).toBe(0)
  expect((await library.ok('case.list', { filter: { isRemoved: true }, limit: 10 })).total).toBe(1)
  await library.ok('case.restore', { caseId })
  expect((await library.ok('case.list', { filter: { words: '触电' }, limit: 10 })).total).toBe(1)
})

test('the register is paged by keys, newest first, without losing or repeating a case', async () => {
  for (let at = 0; at < 25; at++)
    await aCase(library, { name: `第${at}号事故`, occurredFrom: `2026-0${1 + (at % 9)}-01T00:00:00+08:00` })
  const seen: string[] = []
  let after: { sortOn: string; id: string } | undefined
  for (;;) {
    const page = await library.ok('case.list', { filter: {}, limit: 7, ...(after ? { after } : {}) })
    expect(page.total).toBe(26)
    seen.push(...page.rows.map(({ id }) => id))
    if (page.next === null) break
    after = page.next
  }
  expect(new Set(seen).size).toBe(26)
})
