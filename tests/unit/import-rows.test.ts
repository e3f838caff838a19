import { expect, test } from 'vitest'
import full from '../fixtures/published/full.json' with { type: 'json' }
import small from '../fixtures/published/small.json' with { type: 'json' }
import { imported, said } from '../support/imported.ts'

test('the accident goes to the register row with its time, place, type and the law of its day', () => {
  const { caseFile, accident } = imported(full)
  expect(caseFile).toEqual({
    ownerBureauId: 'bureau',
    caseNo: null,
    name: '云州岚桥仓储有限公司“3·16”较大坍塌事故',
    nameSource: 'imported',
    purpose: 'live',
    regime: 'general',
    registeredOn: '2026-08-04',
    occurredFrom: '2024-03-16T09:20:00+08:00',
    occurredTo: '2024-03-16T09:20:00+08:00',
    occurredPrecision: 'about',
    occurredText: '2024年3月16日9时20分许',
    province: '江苏省',
    city: '云州市',
    district: '柘湖区',
    regionCode: null,
    industryCode: 'G',
    typeStandard: 'GB6441-1986',
    typeCode: '010',
    secrecy: 'internal',
    sealedAt: null,
  })
  expect(said([accident])).toEqual([
    {
      address: '柘湖镇岚桥路2号3号仓库',
      industryBasis: '主营仓储',
      typeBasis: '货架倒塌',
      nature: 'liability',
      natureText: '生产安全责任事故',
      natureStatement: '因违规改装货架造成的较大生产安全责任事故',
      rescueSummary: '共调集救援人员58人',
      rescueAssessment: '响应及时',
    },
  ])
})

test('figures keep unknown apart from zero, money is 分', () => {
  const { rows } = imported(full)
  expect(said(rows.casualtyCount)).toEqual([
    {
      id: expect.any(String),
      basis: 'investigation',
      deaths: 3,
      seriousInjuries: 1,
      minorInjuries: 0,
      note: '3月20日1名重伤人员死亡',
    },
  ])
  expect(said(rows.lossAssessment)).toEqual([
    {
      id: expect.any(String),
      standard: 'GB6721-1986',
      basis: 'investigation',
      statedDirectFen: 512_345_678,
      statedText: '约512.35万元（不含事故罚款）',
      isApproximate: true,
      excludesFine: 1,
    },
  ])
  expect(said(rows.determination)).toEqual([
    { id: 'grade', question: 'grade', aboutTable: '', aboutId: '', value: '2', reason: '死亡3人' },
    { id: 'is_escalated', question: 'is_escalated', aboutTable: '', aboutId: '', value: 'yes' },
    { id: 'is_supervised', question: 'is_supervised', aboutTable: '', aboutId: '', value: 'yes' },
  ])
})

test('units, persons and groups keep their references', () => {
  const { rows } = imported(full)
  const [first, second] = rows.unit ?? []
  expect(rows.unit?.map(({ kind, staffCount, note }) => [kind, staffCount, note])).toEqual([
    ['accident_unit', 64, '租用3号仓库'],
    ['general_contractor', null, null],
    ['supervisor', null, null],
  ])
  expect(said(rows.unitRelation)[0]).toEqual({
    id: expect.any(String),
    fromUnitId: first?.id,
    toUnitId: second?.id,
    kindText: '货架改装工程发包',
    contract: '《货架改装合同》',
    signedOn: '2024-01-10',
    amountFen: 38_500_000,
    note: '未约定安全责任',
  })
  expect(
    rows.casualty?.map(({ outcome, headCount, diedOn, isWorker }) => [outcome, headCount, diedOn, isWorker]),
  ).toEqual([
    ['death', 1, '2024-03-16', null],
    ['death', 2, null, null],
    ['serious', 1, null, false],
    ['unharmed', 12, null, null],
  ])
  // the dead worker who is exempted is one person, the legal representative another
  expect(rows.person?.map(({ name, sex, position }) => [name, sex, position])).toEqual([
    ['卢某', '男', '安装工'],
    [null, '女', '顾客（非从业人员）'],
    ['祁某', null, '岚桥公司法定代表人'],
  ])
  expect(rows.liability?.[0]?.personId).toBe(rows.casualty?.[0]?.personId)
})

test('liability, proposals, laws and what came of them are rows of their own', () => {
  const { rows } = imported(full)
  expect(rows.proposal?.map(({ category, decidingBody, fineFen }) => [category, decidingBody, fineFen])).toEqual([
    ['exempt', null, null],
    ['criminal', null, null],
    ['penalty_unit', '云州市应急管理局', 120_000_000],
    ['discipline', null, null],
  ])
  expect(rows.liability?.map(({ subjectKind, headCount }) => [subjectKind, headCount])).toEqual([
    ['person', 1],
    ['person', 1],
    ['unit', 1],
    ['person_group', 6],
  ])
  expect(rows.disposition?.map(({ kind, state, description }) => [kind, state, description])).toEqual([
    ['coercive', 'reported', '已被刑事拘留'],
  ])
  expect(rows.citation?.map(({ aboutTable, lawText }) => [aboutTable, lawText])).toEqual([
    ['team', '《中华人民共和国安全生产法》'],
    ['proposal', '《中华人民共和国刑法》第一百三十四条'],
    ['proposal', '《安全生产法》第一百一十四条'],
  ])
})

test('course, team, measures, approval, publication and assessment find their tables', () => {
  const { rows } = imported(full)
  expect(rows.timelineEvent?.map(({ kind, tPrecision }) => [kind, tPrecision])).toEqual([
    ['before', 'month'],
    ['course', 'about'],
    ['rescue', 'unknown'],
    ['rescue', 'minute'],
    ['procedure', 'day'],
  ])
  expect(rows.team?.map(({ purpose, level, leadBody }) => [purpose, level, leadBody])).toEqual([
    ['investigation', 'province', '江苏省应急管理厅'],
    ['assessment', null, '云州市应急管理局'],
  ])
  expect(
    rows.teamMember?.map(({ role, body, position, name, specialty }) => [role, body, position, name, specialty]),
  ).toEqual([
    ['leader', '江苏省应急管理厅', '副厅长', '宋某某', null],
    ['deputy', '云州市', '副市长', '钱某', null],
    ['member', '江苏省应急管理厅', null, null, null],
    ['member', '江苏省公安厅', null, null, null],
    ['invited', '江苏省人民检察院', null, null, null],
    ['parallel', '江苏省纪委监委（同步开展追责问责审查调查）', null, null, null],
    ['expert', null, null, null, '钢结构'],
    ['member', '市总工会', null, null, null],
  ])
  expect(rows.measure?.map(({ responsibleText, dueOn, dueText }) => [responsibleText, dueOn, dueText])).toEqual([
    ['岚桥公司', '2024-12-31', null],
    [null, null, null],
    ['云州市应急管理局', null, '2025年上半年'],
  ])
  expect(rows.approval?.map(({ subject, decidedOn, decision }) => [subject, decidedOn, decision])).toEqual([
    ['investigation', '2024-09-01', 'approved'],
  ])
  expect(
    rows.publication?.map(({ subject, publishedOn, publishedText }) => [subject, publishedOn, publishedText]),
  ).toEqual([
    ['investigation', null, '2024-09'],
    ['assessment', null, '2025-11'],
  ])
  const [done, open] = rows.assessmentItem ?? []
  expect([done?.state, open?.state]).toEqual(['done', null])
  expect(done?.proposalId).toBe(rows.proposal?.[2]?.id)
  expect(rows.assessmentItem?.[2]?.measureId).toBe(rows.measure?.[0]?.id)
})

test('what has no column is a note in the words of the source, tied to the row it belongs to', () => {
  const { rows } = imported(full)
  const notes = rows.importNote?.map(({ path, kind, valueJson }) => [path, kind, valueJson])
  expect(notes).toEqual([
    ['/split', 'no_column', 'demo'],
    ['/completeness', 'no_column', 'A'],
    ['/sources/0', 'source', { title: '虚构案例，供测试使用', publisher: null, kind: 'fictional' }],
    ['/sources/1', 'source', { title: '第二个来源', publisher: '云州日报', publishedDate: '2024-09-01/02' }],
    ['/responsibilitySummary', 'no_column', full.responsibilitySummary],
    ['/report/headingsSeen', 'no_column', ['一、基本情况']],
    ['/evaluation/accountability/1/status', 'not_parsed', '基本办结'],
    ['/missing', 'no_column', ['units[2].name']],
    ['/notes/0', 'remark', '虚构案例。'],
  ])
  const status = rows.importNote?.find(({ path }) => path.endsWith('/status'))
  expect([status?.aboutTable, status?.aboutId]).toEqual(['assessmentItem', rows.assessmentItem?.[1]?.id])
})

test('a case with hardly any field takes the day from its words and invents nothing', () => {
  const { caseFile, rows } = imported(small)
  expect([caseFile.occurredFrom, caseFile.occurredPrecision, caseFile.typeStandard]).toEqual([
    '2023-06-05T00:00:00+08:00',
    'day',
    'GB6441-1986',
  ])
  const filled = Object.entries(rows).flatMap(([table, list]) => (list.length > 0 ? [table] : []))
  expect(filled.sort()).toEqual(['casualtyCount', 'importBatch', 'unit'])
})

test('a relation whose unit is not in the list stays a note and the others keep their place', () => {
  const { rows } = imported({
    ...full,
    relationships: [{ from: 'U9', to: 'U1', type: '借用' }, ...full.relationships],
  })
  expect(rows.unitRelation).toHaveLength(2)
  expect(rows.importNote?.filter(({ path }) => path.startsWith('/relationships'))).toEqual([
    expect.objectContaining({
      path: '/relationships/0',
      kind: 'not_parsed',
      valueJson: { from: 'U9', to: 'U1', type: '借用' },
    }),
  ])
})
