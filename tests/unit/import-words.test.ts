import { expect, test } from 'vitest'
import { memberOf } from '../../src/shared/import/member.ts'
import { unitKindOf } from '../../src/shared/import/unit-kind.ts'
import small from '../fixtures/published/small.json' with { type: 'json' }
import { imported } from '../support/imported.ts'

test('roles and members are read from the words of real reports', () => {
  expect(
    [
      '事故发生单位（施工单位）',
      '发包单位（事故发生场所单位）',
      '安全评价单位',
      '建设单位（投资方）',
      '上级投资方',
      '园区管理机构',
      '货物托运方',
    ].map(unitKindOf),
  ).toEqual(['accident_unit', 'site_owner', 'intermediary', 'developer', 'affiliate', 'government', 'other'])
  expect(
    ['应急管理部党组书记、副部长黄某', '国家安全监管总局局长杨某某', '市应急局负责同志', '张浦镇副镇长', '陈某某'].map(
      memberOf,
    ),
  ).toEqual([
    { body: '应急管理部', position: '党组书记、副部长', name: '黄某' },
    { body: '国家安全监管总局', position: '局长', name: '杨某某' },
    { body: '市应急局', position: '负责同志', name: null },
    { body: '张浦镇', position: '副镇长', name: null },
    { body: null, position: '陈某某', name: null },
  ])
})

test('a group that counts others too is counted without them', () => {
  const group = (identity: string, category: string) => ({ subjectType: 'personGroup', name: null, identity, category })
  const one = (category: string) => ({ subjectType: 'person', name: '王某某', identity: '经理', category })
  const heads = (responsibility: unknown[]) =>
    imported({ ...small, responsibility }).rows.liability?.map(({ headCount, identityText }) => [
      headCount,
      identityText,
    ])
  expect(
    heads([one('追究刑事责任'), one('追究刑事责任'), group('其他涉案人员（与上述共7人）', '追究刑事责任')])?.[2],
  ).toEqual([5, '其他涉案人员（与上述共7人）'])
  expect(heads([one('政务处分'), group('公职人员等21人（含上项）', '政务处分和组织处理')])?.[1]).toEqual([
    20,
    '公职人员等21人（含上项）',
  ])
})

test('what was found at the scene is no problem of anybody', () => {
  const finding = (category: string, target: string, text: string) => ({
    category,
    target,
    unitId: null,
    finding: text,
  })
  const { accident, rows } = imported({
    ...small,
    findings: [
      finding('其他', '市场监督管理局勘查意见', '该事故不属于特种设备事故'),
      finding('事故发生单位', '云州无名小店', '未设防护'),
      finding('其他', '环境条件', '持续高温'),
      finding('其他', '某协会', '未按规定组织培训'),
    ],
  })
  expect(accident.siteConditions).toBe('市场监督管理局勘查意见：该事故不属于特种设备事故。\n环境条件：持续高温。')
  expect(rows.finding?.map(({ targetText, description }) => [targetText, description])).toEqual([
    ['云州无名小店', '未设防护'],
    ['某协会', '未按规定组织培训'],
  ])
  const notes = rows.importNote?.filter(({ path }) => path.startsWith('/findings'))
  expect(notes?.map(({ path, aboutTable }) => [path, aboutTable])).toEqual([
    ['/findings/0', 'accident'],
    ['/findings/2', 'accident'],
  ])
})

test('the day in the name of an accident has its middle dot', () => {
  const { caseFile, rows } = imported({
    ...small,
    reportTitle: '某厂“4.7”机械伤害事故调查报告',
    accident: { ...small.accident, name: '某厂“2022.4.7”机械伤害事故' },
  })
  expect([caseFile.name, rows.document?.[0]?.title]).toEqual([
    '某厂“2022·4·7”机械伤害事故',
    '某厂“4·7”机械伤害事故调查报告',
  ])
})

test('the unit whose name the accident bears is the one it happened in, when no role says so', () => {
  const kinds = (...units: readonly object[]) =>
    imported({
      ...small,
      accident: { ...small.accident, name: '长春建设集团股份有限公司“8·11”高处坠落事故' },
      units: units.map((unit, at) => ({ id: `U${at}`, ...unit })),
    }).rows.unit?.map(({ kind }) => kind)
  const builder = { name: '长春建设集团股份有限公司', role: '施工单位（第一分公司）' }
  const owner = { name: '残疾人康复中心', role: '建设单位' }
  expect(kinds(builder, owner)).toEqual(['accident_unit', 'developer'])
  expect(kinds(builder, { ...owner, role: '事故发生单位' })).toEqual(['general_contractor', 'accident_unit'])
})
