import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCase, type TestApp, testApp } from '../support/app.ts'

let library: TestApp

beforeEach(async () => {
  library = await testApp()
})
afterEach(() => library.close())

test('a command writes one entry with before and after of each field', async () => {
  const caseId = await aCase(library)
  const { id } = await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  await library.ok('unit.update', { caseId, id, values: { legalRep: '张三' } })
  const { entries } = await library.ok('case.history', { caseId, limit: 10 })
  expect(entries.map((entry) => [entry.seq, entry.summary])).toEqual([
    [3, '修改单位'],
    [2, '增加单位'],
    [1, '新建案卷“甲公司“8·4”一般触电事故”'],
  ])
  expect(entries[0]?.changes).toEqual([
    { table: 'unit', rowId: id, op: 'update', before: { legalRep: null }, after: { legalRep: '张三' } },
  ])
})

test('a refused command leaves neither rows nor an entry', async () => {
  const caseId = await aCase(library)
  const failure = await library.refusal('unit.add', { caseId, values: { kind: 'accident_unit' } })
  expect(failure.code).toBe('invalid-input')
  const { entries } = await library.ok('case.history', { caseId, limit: 10 })
  expect(entries).toHaveLength(1)
  expect((await library.ok('case.dossier', { caseId })).rows.unit).toEqual([])
})

test('an update on an older version is refused and brings what stands there now', async () => {
  const caseId = await aCase(library)
  const { id, rev } = await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  await library.ok('unit.update', { caseId, id, rev, values: { legalRep: '张三' } })
  const late = await library.app.call('unit.update', { caseId, id, rev, values: { legalRep: '李四' } })
  expect(late).toMatchObject({ ok: false, error: { code: 'stale', current: { legalRep: '张三' } } })
})

test('an update that changes nothing writes nothing', async () => {
  const caseId = await aCase(library)
  const { id, rev } = await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  expect(await library.ok('unit.update', { caseId, id, values: { name: '甲公司' } })).toEqual({ id, rev })
  expect((await library.ok('case.history', { caseId, limit: 10 })).entries).toHaveLength(2)
})

test('an update keeps the columns that it does not name', async () => {
  const caseId = await aCase(library)
  const { id } = await library.ok('unit.add', {
    caseId,
    values: { kind: 'accident_unit', name: '甲公司', isAnonymised: true, legalRep: '张三' },
  })
  await library.ok('unit.update', { caseId, id, values: { shortName: '甲' } })
  const [unit] = (await library.ok('case.dossier', { caseId })).rows.unit
  expect(unit).toMatchObject({ name: '甲公司', isAnonymised: true, legalRep: '张三', shortName: '甲' })
})

test.each([
  ['an entry', `update audit_entry set summary = '别的' where seq = 2`, '第 2 条被改动过'],
  ['a change', `update change_entry set after_json = '{"name":"乙"}' where seq = 2`, '变更内容被改动过'],
  ['a link', `update audit_entry set prev_hash = '${'1'.repeat(64)}' where seq = 2`, '不相接'],
  ['a missing entry', 'delete from audit_entry where seq = 2', '缺少记录'],
])('verify finds %s that was tampered with', async (_what, statement, sentence) => {
  const caseId = await aCase(library)
  await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  await library.ok('unit.add', { caseId, values: { kind: 'regulator', name: '乙局' } })
  expect((await library.ok('library.verify', {})).faults).toEqual([])
  const { connection } = library.app.library()
  connection.pragma('foreign_keys = OFF')
  for (const name of ['audit_entry_no_update', 'audit_entry_no_delete', 'change_entry_no_update'])
    connection.exec(`drop trigger ${name}`)
  connection.exec(statement)
  const { faults } = await library.ok('library.verify', {})
  expect(faults.join('\n')).toContain(sentence)
})

test.each([
  'update audit_entry set summary = summary',
  'delete from audit_entry',
  'update change_entry set n = n',
  'delete from change_entry',
  `insert or replace into audit_entry select * from audit_entry limit 1`,
  `insert or replace into change_entry select * from change_entry limit 1`,
  'delete from case_file',
  'delete from unit',
])('the database itself refuses: %s', async (statement) => {
  const caseId = await aCase(library)
  await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  expect(() => library.app.library().connection.exec(statement)).toThrow()
})

test('a sealed case keeps its facts and says so', async () => {
  const caseId = await aCase(library)
  const { id } = await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  library.app
    .library()
    .connection.prepare('update case_file set sealed_at = ? where id = ?')
    .run('2026-11-06T09:00:00+08:00', caseId)
  expect(await library.refusal('unit.update', { caseId, id, values: { name: '乙公司' } })).toEqual({
    code: 'sealed',
    message: '本案已结案封存，事实不能再改；需要更正时请先办理启封。',
  })
})
