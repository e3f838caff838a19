import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RuleSetting } from '../../src/shared/rule-settings/fields.ts'
import { type TestApp, testApp } from '../support/app.ts'

const B = { key: 'counting.firstDay', value: { plan: 'B' } } as const
const A = { key: 'counting.firstDay', value: { plan: 'A' } } as const
const october = {
  key: 'holidays',
  value: { year: 2026, off: ['2026-10-01', '2026-10-02', '2026-10-05'], working: ['2026-10-10'] },
} satisfies RuleSetting
const basis = '汀应急〔2026〕12号'

let library: TestApp
let other: TestApp

beforeEach(async () => {
  library = await testApp()
  other = await testApp()
})
afterEach(async () => {
  await library.close()
  await other.close()
})

const lastDay = async ({ ok }: TestApp): Promise<unknown> => {
  const { answers } = await ok('rules.eval', { rule: 'investigationDeadline', facts: { occurredOn: '2026-08-04' } })
  return answers.map(({ result, assumptions }) => [result, assumptions[0]?.basis])
}

/** A file as a person picks it. */
async function picked({ app, dir }: TestApp, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(dir, name)
  await writeFile(path, content)
  return app.staging.add({ path, name, isOwn: false })
}

async function exported({ ok, app }: TestApp): Promise<string> {
  const { token } = await ok('setting.exportRules', {})
  return readFile(app.staging.get(token).path, 'utf8')
}

test('a setting that is saved holds at once, is named, and nothing is overwritten', async () => {
  const { ok } = library
  expect((await ok('setting.rules', {})).inForce.map(({ key, version }) => [key, version])).toEqual([
    ['counting.firstDay', null],
    ['escalation.triggers', null],
    ['deadline.warnings', null],
  ])
  await ok('setting.saveRule', { setting: B, basis })
  expect(await lastDay(library)).toMatchObject([[{ lastDay: '2026-10-02' }, `${basis}（本单位设定，2026-11-06 录入）`]])
  await ok('setting.saveRule', { setting: A, basis: '更正' })
  expect(await lastDay(library)).toMatchObject([[{ lastDay: '2026-10-03' }, '更正（本单位设定，2026-11-06 录入）']])
  // one to come does not hold yet
  await ok('setting.saveRule', { setting: B, basis: '明年起', from: '2027-01-01' })
  expect(await lastDay(library)).toMatchObject([[{ lastDay: '2026-10-03' }, '更正（本单位设定，2026-11-06 录入）']])
  const { versions, faults } = await ok('setting.rules', {})
  expect(versions.map(({ basis: text, from, by }) => [text, from, by])).toEqual([
    [basis, '2026-11-06', expect.any(String)],
    ['更正', '2026-11-06', expect.any(String)],
    ['明年起', '2027-01-01', expect.any(String)],
  ])
  expect(faults).toEqual([])
  expect((await ok('library.verify', {})).faults).toEqual([])
})

test('a table of holidays counts for its year and is replaced as a whole', async () => {
  const { ok } = library
  const publication = async () =>
    (await ok('rules.eval', { rule: 'publicationDeadline', facts: { approvedOn: '2026-09-20' } })).answers[0]?.result
  expect(await publication()).toEqual({ lastDay: '2026-10-16' })
  await ok('setting.saveRule', { setting: october, basis: '国办发明电' })
  expect(await publication()).toEqual({ lastDay: '2026-10-20' })
  await ok('setting.saveRule', {
    setting: { key: 'holidays', value: { year: 2026, off: ['2026-10-01'], working: [] } },
    basis: '更正',
  })
  expect(await publication()).toEqual({ lastDay: '2026-10-19' })
  expect((await ok('setting.rules', {})).inForce.find(({ key }) => key === 'holidays.2026')).toMatchObject({
    title: '2026年放假调休表',
    version: { from: '2026-01-01', to: '2026-12-31', basis: '更正' },
  })
})

test('what cannot hold is refused with a sentence', async () => {
  const { refusal } = library
  const save = async (input: object) => (await refusal('setting.saveRule', { setting: B, basis, ...input })).message
  expect(await save({ basis: ' ' })).toContain('不能为空')
  expect(await save({ from: '2026-11-06', to: '2026-11-05' })).toBe(
    '施行到 2026-11-05 早于施行自 2026-11-06，请核对两个日期。',
  )
  expect(await save({ setting: { key: 'deadline.warnings', value: [3, 7] } })).toContain('应从大到小')
  expect(await save({ setting: { key: 'investigationDeadline', value: 90 } })).not.toBe('')
  for (const key of ['counting.firstDay', 'holidays.2026'])
    expect((await refusal('setting.put', { key, value: { plan: 'C' }, basis })).code).toBe('refused')
  expect((await library.ok('setting.rules', {})).versions).toEqual([])
  expect((await refusal('setting.exportRules', {})).message).toContain('还没有自己的规则设定')
})

test('a stored row that cannot be read does not count and is named', async () => {
  const { statements, bureauId } = library.app.library()
  statements.run(
    `insert into setting (id, key, value_json, layer, bureau_id, basis, recorded_by, recorded_on, sha256)
     values ('x', 'counting.firstDay', '{"plan":"C"}', 'bureau', ?, '旧', '旧', '2026-01-01', ?)`,
    [bureauId, '0'.repeat(64)],
  )
  const { faults, inForce } = await library.ok('setting.rules', {})
  expect(faults).toEqual(['2026-01-01 录入的“首日方案”（依据：旧）不能识别，没有采用；请重新设定。'])
  expect(inForce[0]?.version).toBeNull()
})

test('a table is read in UTF-8 and GBK', async () => {
  const gbk = Uint8Array.from([...Buffer.from('2026-10-01,'), 0xd0, 0xdd])
  for (const content of ['2026-10-01,休', gbk]) {
    const token = await picked(library, 'days.csv', content)
    expect(await library.ok('setting.readHolidays', { token })).toEqual({ text: '2026-10-01,休' })
  }
})

test('what one library exports another one shows as differences, takes, and has none left', async () => {
  await library.ok('setting.saveRule', { setting: A, basis: '旧' })
  await library.ok('setting.saveRule', { setting: B, basis })
  await library.ok('setting.saveRule', {
    setting: { key: 'deadline.warnings', value: [20, 5] },
    basis: '明年',
    from: '2027-01-01',
  })
  await library.ok('setting.saveRule', { setting: october, basis: '国办发明电' })
  const text = await exported(library)
  const token = await picked(other, 'rules.json', text)
  const compared = await other.ok('setting.compareRules', { token })
  expect(compared.changes.map(({ title, old, new: next, from }) => [title, old, next, from])).toEqual([
    ['首日方案', '首日不计入（方案A）（随软件发布）', '首日计入（方案B）', '2026-11-06'],
    ['预警级别', '剩余 15、7、3、0 日（随软件发布）', '剩余 20、5 日', '2027-01-01'],
    ['2026年放假调休表', null, '放假 3 天：10-01至10-02、10-05；调休上班 1 天：10-10', '2026-01-01'],
  ])
  // shown only
  expect((await other.ok('setting.rules', {})).versions).toEqual([])
  expect((await other.refusal('setting.takeRules', { token, sha256: '0'.repeat(64) })).code).toBe('refused')
  expect(await other.ok('setting.takeRules', { token, sha256: compared.sha256 })).toEqual({ taken: 3 })
  expect(await lastDay(other)).toMatchObject([[{ lastDay: '2026-10-02' }, expect.stringContaining(`${basis}（导入自`)]])
  const again = await picked(other, 'rules.json', text)
  expect(await other.ok('setting.compareRules', { token: again })).toMatchObject({ same: 3, changes: [] })
})

test('a damaged, changed, foreign or newer file is refused with one sentence and changes nothing', async () => {
  await library.ok('setting.saveRule', { setting: B, basis })
  const text = await exported(library)
  const file = JSON.parse(text)
  const sentence = async (content: string | Uint8Array) => {
    const token = await picked(other, 'rules.json', content)
    const { code, message } = await other.refusal('setting.compareRules', { token })
    expect(code).toBe('refused')
    return message
  }
  expect(await sentence(text.slice(0, -40))).toBe('文件不完整或不是规则设定文件，没有导入；请重新取得文件。')
  expect(await sentence(Uint8Array.from([0xff, 0xfe, 0]))).toContain('不完整')
  expect(await sentence('{"cases":[]}')).toContain('不是案卷导出的规则设定文件')
  expect(await sentence('[]')).toContain('不是案卷导出的规则设定文件')
  expect(await sentence(text.replace('"B"', '"A"'))).toContain('与校验值不符')
  expect(await sentence(JSON.stringify({ ...file, version: 2 }))).toContain('更新版本')
  const { sha256: _sha256, ...rest } = file
  expect(await sentence(JSON.stringify(rest))).toContain('与校验值不符')
  expect((await other.ok('setting.rules', {})).versions).toEqual([])
})
