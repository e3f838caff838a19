/** What a report does with cases that differ from the sample: other choices, other numbers, less data. */
import { expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { ReportOptions, reportOptions } from '../../src/shared/report/investigation/options.ts'
import { titleLines } from '../../src/shared/report/investigation/title-lines.ts'
import { titleChoices, titleKeys } from '../../src/shared/report/investigation/titles.ts'
import { statutoryGaps } from '../../src/shared/report/investigation.ts'
import { emptyDossier, row, sampleDossier, withoutRows, withRow, withRows } from '../support/dossier.ts'
import { blocksOf, linesOf, report, textOf } from '../support/report-text.ts'

const sample = sampleDossier()
const find = (lines: readonly string[], start: string) => lines.find((line) => line.startsWith(start))
const withCount = (values: Partial<Dossier['rows']['casualtyCount'][number]>) =>
  withRow(sample, 'casualtyCount', 'n5', values)

test('options that are stored come back the same, unknown ones are refused', () => {
  const given = reportOptions({ template: 'B', titles: { basic: '工程概况' }, isDraft: true })
  expect(ReportOptions.parse(JSON.parse(JSON.stringify(given)))).toEqual(given)
  expect(ReportOptions.safeParse({ colour: 'red' }).success).toBe(false)
})

test('every title can be chosen, among variants that are all different', () => {
  for (const key of titleKeys) {
    const { variants } = titleChoices[key]
    expect(new Set(variants).size).toBe(variants.length)
  }
  const titles = { basic: '事故单位概况', measures: '防范和整改措施' }
  const lines = linesOf(sample, { titles })
  expect(lines).toContain('一、事故单位概况')
  expect(lines).toContain('七、防范和整改措施')
})

test('a draft is marked, a cover and an imprint are printed where they are wanted', () => {
  const imprint = { copyTo: '澜州市人民检察院', issuer: '澜州市应急管理局办公室', date: '2026-11-06' }
  const document = report(sample, { isDraft: true, hasCover: true, imprint })
  expect(document.headerMark).toBe('草稿')
  expect(document.blocks.slice(0, 2).map((block) => block.kind)).toEqual(['cover', 'toc'])
  expect(document.blocks.at(-1)).toMatchObject({ kind: 'imprint', date: '2026年11月6日' })
  expect(report(sample).headerMark).toBeNull()
  expect(blocksOf(report(sample, { template: 'B', hasCover: false }), 'title')).toHaveLength(1)
})

test('long titles are cut before the date, never inside a word', () => {
  expect(titleLines('澜州市粉尘爆炸事故调查报告')).toEqual(['澜州市粉尘爆炸事故调查报告'])
  const name = '从化区街口街府前社区微改造项目（一期）“11·27”施工挖穿燃气管道事故调查报告'
  expect(titleLines(name)).toEqual(['从化区街口街府前社区微改造项目（一期）', '“11·27”施工挖穿燃气管道事故调查报告'])
  expect(titleLines(name).join('')).toBe(name)
})

test('the public edition shows persons by their public names only and leaves out injuries and signatures', () => {
  const lines = linesOf(sample, { edition: 'public' })
  const text = lines.join('\n')
  const masked = sample.rows.person.filter((person) => person.publicName !== person.name)
  expect(masked.length).toBeGreaterThan(10)
  for (const person of masked) expect(text).not.toContain(person.name)
  expect(text).toContain('胡某某，垒峤公司电焊工。')
  expect(text).toContain('冉国栋，汀泽市应急管理局党委委员')
  expect(text).not.toMatch(/伤情|烧伤总面积|签名|现场平面图/)
  const redacted = JSON.stringify(report(sample, { edition: 'public' })).match(/"kind":"redact"/g)
  expect(redacted?.length).toBeGreaterThan(30)
})

test('without a public name the injured are shown by surname, units by their public name', () => {
  const people = sample.rows.person.map((person) => ({ ...person, publicName: null }))
  const named = withRow(withRows(sample, { person: people }), 'unit', 'U2', { publicName: '某环保公司' })
  const text = textOf(named, { edition: 'public' })
  expect(text).toContain('白某某于8月13日死亡')
  expect(text).toContain('佘远航，朔澜公司法定代表人')
  expect(text).not.toContain('清岑')
  expect(text).toContain('2. 承包单位。某环保公司，')
})

test('figures stand where they belong, with captions, words for who cannot see them, and references', () => {
  const file = { sha256: 'a'.repeat(64), evidenceId: 'e1', role: 'original' }
  const illustrated = withRows(sample, {
    evidence: [row('evidence', { id: 'e1', kind: 'photo', title: '打磨车间照片', description: '北侧钢结构变形' })],
    evidenceFile: [
      row('evidenceFile', { ...file, id: 'p1', caption: '打磨车间北侧', reportPlace: 'site' }),
      row('evidenceFile', { ...file, id: 'p2', caption: null, reportPlace: 'attachment' }),
      row('evidenceFile', { ...file, id: 'p3', caption: '不用的照片' }),
      row('evidenceFile', { ...file, id: 'p4', caption: 'B线3号支管', reportPlace: 'cause' }),
    ],
  })
  const document = report(illustrated)
  expect(blocksOf(document, 'figure').map((figure) => [figure.id, figure.caption, figure.alt])).toEqual([
    ['figure:p1', '打磨车间北侧', '打磨车间北侧：北侧钢结构变形'],
    ['figure:p4', 'B线3号支管', 'B线3号支管：北侧钢结构变形'],
    ['figure:p2', '打磨车间照片', '打磨车间照片：北侧钢结构变形'],
  ])
  const text = textOf(illustrated)
  expect(text).toContain('地面积尘厚度为2至6毫米（见图1）。\n图1　打磨车间北侧')
  expect(text).toContain('有关情况见图2。\n图2　B线3号支管')
  expect(text).toContain('附件5\n现场平面图和照片\n图3　打磨车间照片')
  expect(blocksOf(report(illustrated, { edition: 'public' }), 'figure')).toHaveLength(2)
})

test('dead and injured are counted in words that fit zero, one and unknown', () => {
  const none = { deaths: 0, missing: 0, seriousInjuries: 0, minorInjuries: 0, unspecifiedInjuries: 0 }
  expect(textOf(withCount(none))).toContain('事故未造成人员伤亡。')
  expect(textOf(withCount({ ...none, seriousInjuries: null }))).toContain('事故未造成人员死亡。')
  expect(textOf(withCount({ ...none, deaths: 1 }))).toContain('造成1人死亡，直接经济损失')
  expect(textOf(withCount({ ...none, deaths: 2, unspecifiedInjuries: 5 }))).toContain('造成2人死亡、5人受伤，')
  expect(textOf(withCount({ ...none, seriousInjuries: 1, acutePoisonings: 2 }))).toContain(
    '造成1人重伤、2人急性工业中毒，',
  )
  expect(textOf(withCount({ ...none, deaths: null }))).toContain('造成【待补：死亡人数】，')
})

test('a death after the window stays an injury', () => {
  const late = withRow(sample, 'casualty', 'cas3', { diedOn: '2026-09-04' })
  expect(textOf(late)).toContain('重伤人员白秋禾于9月4日死亡，已超过事故发生之日起30日，仍按重伤统计')
  const fire = { ...late, caseFile: { ...late.caseFile, regime: 'fire' } } as const
  const inWindow = withRow(fire, 'casualty', 'cas3', { diedOn: '2026-08-11' })
  expect(textOf(inWindow)).toContain('于8月11日死亡，在事故发生之日起7日内，计入死亡人数')
})

test('the grade is argued with the numbers that reach it', () => {
  const ordinary = { ...withCount({ deaths: 1, seriousInjuries: 0 }), caseFile: { ...sample.caseFile, grade: 1 } }
  expect(textOf(ordinary)).toContain('该起事故死亡1人、直接经济损失857.48万元，均未达到较大事故标准。')
  expect(textOf(ordinary)).toContain('第三条的规定，确定为一般事故。')
  const dear = withRow(sample, 'lossAssessment', 'la1', { statedDirectFen: 1_200_000_000 })
  expect(textOf(dear)).toContain(
    '该起事故死亡3人、直接经济损失1200.00万元，均达到较大事故标准；重伤1人，未达到较大事故标准。',
  )
  const open = { ...sample, caseFile: { ...sample.caseFile, grade: null } }
  expect(textOf(open)).toContain('确定为【待补：事故等级】。')
})

test('an approximate loss is «约» and has no decimals that nobody counted', () => {
  const about = withRow(sample, 'lossAssessment', 'la1', { isApproximate: true, statedDirectFen: 2_615_000_000 })
  expect(textOf(about)).toContain('直接经济损失约2615万元')
})

test('a fine of a loss without items has no parts and no table', () => {
  const text = textOf(withRows(sample, { lossItem: [] }))
  expect(text).not.toMatch(/其中人身伤亡|直接经济损失分项|直接经济损失统计表/)
  const old = withRow(withRows(sample, { lossItem: [] }), 'lossAssessment', 'la1', { standard: 'GB6721-1986' })
  expect(textOf(old)).toContain('以上损失不含事故罚款。')
})

test('groups count by their size and stand behind single persons; an unknown size is a gap', () => {
  const group = row('liability', {
    id: 'g1',
    subjectKind: 'person_group',
    headCount: 18,
    identityText: '清岑公司其他责任人员',
    facts: '未履行安全生产职责',
  })
  const proposal = row('proposal', {
    id: 'pg1',
    liabilityId: 'g1',
    category: 'discipline',
    description: '给予党内警告',
  })
  const more = withRows(sample, {
    liability: [group, ...sample.rows.liability],
    proposal: [...sample.rows.proposal, proposal],
  })
  const lines = linesOf(more)
  expect(find(lines, '事故调查组建议对34名责任人员')).toContain('给予党纪政务处分和诫勉25人')
  expect(find(lines, '8. 清岑公司其他责任人员18人。')).toBe(
    '8. 清岑公司其他责任人员18人。未履行安全生产职责。建议给予党内警告处分。',
  )
  const unknown = linesOf(withRow(more, 'liability', 'g1', { headCount: null }))
  expect(find(unknown, '事故调查组建议对【待补：人数】名责任人员')).toContain('给予党纪政务处分和诫勉【待补：人数】人')
})

test('somebody with two proposals is counted once and told once', () => {
  const second = row('proposal', {
    id: 'second',
    liabilityId: 'li-r16',
    category: 'internal',
    description: '建议由朔澜公司给予撤职处理',
  })
  const lines = linesOf(withRows(sample, { proposal: [...sample.rows.proposal, second] }))
  expect(find(lines, '事故调查组建议')).toContain('对16名责任人员、7个责任单位')
  expect(find(lines, '3. 狄安平')).toMatch(/罚款5\.76万元，并建议由朔澜公司给予撤职处理。$/)
  expect(lines.filter((line) => /^\d+\t狄安平\t/.test(line))).toHaveLength(1)
})

test('who is already held stands apart, with measure, body and day', () => {
  const held = { id: 'held', proposalId: 'pr-r2', kind: 'coercive', body: '汀泽市公安局', description: '刑事拘留' }
  const takenOn = (decidedOn: string) =>
    withRows(sample, { disposition: [...sample.rows.disposition, row('disposition', { ...held, decidedOn })] })
  const lines = linesOf(takenOn('2026-08-06'))
  expect(lines).toContain('（二）已被司法机关采取强制措施人员（1人）')
  expect(find(lines, '路启垣')).toMatch(
    /规定的重大责任事故罪，2026年8月6日被汀泽市公安局刑事拘留。建议移送公安机关立案侦查。$/,
  )
  // after the report it is an outcome, not a fact of the report
  expect(textOf(takenOn('2026-12-01'))).not.toContain('强制措施人员')
})

test('sanctions given as bare names become sentences', () => {
  const words = (description: string, category: 'discipline' | 'criminal' | 'other' = 'discipline') =>
    textOf(withRow(sample, 'proposal', 'pr-r4', { description, category }))
  expect(words('政务记大过')).toContain('建议给予政务记大过处分。')
  expect(words('通报批评')).toContain('建议给予通报批评。')
  expect(words('移送司法机关', 'criminal')).toContain('建议移送司法机关。')
  expect(words('移送起诉（个人对应罪名未见）', 'criminal')).toContain('建议移送起诉。')
})

test('a person whose name is not known is called by the post', () => {
  const nameless = withRow(sample, 'person', 'p9', { name: null })
  const text = textOf(withRow(nameless, 'liability', 'li-r4', { subjectText: null }))
  expect(text).toContain('2. 汀泽市应急管理局安全生产基础科科长。未按风险等级确定')
})

test('masked persons are listed by numbers when nobody has a name', () => {
  const group = { personId: null, unitId: null, job: null, injury: null }
  const casualty = [
    row('casualty', { id: 'a', ...group, outcome: 'death', headCount: 17 }),
    row('casualty', { id: 'b', ...group, outcome: 'unspecified', headCount: 5 }),
    row('casualty', { id: 'c', ...group, outcome: 'unharmed', headCount: 1 }),
  ]
  expect(textOf(withRows(sample, { casualty }))).not.toContain('伤亡人员一览表')
  const injured = casualty.map((entry) => ({ ...entry, injury: '硫化氢中毒' }))
  const lines = linesOf(withRows(sample, { casualty: injured }))
  const at = lines.findIndex((line) => line.endsWith('伤亡人员一览表'))
  expect(lines.slice(at + 1, at + 4)).toEqual([
    '序号\t人数\t伤害程度\t伤情',
    '1\t17\t死亡\t硫化氢中毒',
    '2\t5\t受伤\t硫化氢中毒',
  ])
})

test('work on the premises of somebody else is not told as if the unit stood there', () => {
  const elsewhere = { ...sample, accident: { ...sample.accident, address: '天辰路2999号巨浪公司2号车间' } }
  expect(textOf(elsewhere)).toContain(
    '汀泽朔澜轻合金制品有限公司（以下简称朔澜公司）在江苏省澜州市汀泽市天辰路2999号巨浪公司2号车间发生一起',
  )
  const capital = { ...sample.caseFile, province: '上海市', city: '上海市', district: '青浦区' }
  expect(textOf({ ...sample, caseFile: capital })).toContain('位于上海市青浦区苇荡镇')
})

test('a name that is never shortened again is written without its short form', () => {
  const lonely = withRows(sample, {
    unit: sample.rows.unit.filter((unit) => unit.id === 'U4'),
    unitRelation: [],
    cause: [],
    finding: [],
    liability: [],
    proposal: [],
    measure: [],
  })
  const text = textOf(lonely)
  expect(text).toContain('江苏衡岫安全技术服务有限公司，统一社会信用代码')
  expect(text).not.toContain('以下简称衡岫公司')
})

test('events keep their order: a day without a time comes at its end, «随后» where it was entered', () => {
  const events = [
    row('timelineEvent', {
      id: 'x1',
      tFrom: '2026-08-04T00:00:00+08:00',
      tTo: '2026-08-04T23:59:59+08:00',
      tPrecision: 'day',
      tText: '8月4日',
      description: '事故发生',
    }),
    row('timelineEvent', {
      id: 'x2',
      tFrom: '2026-08-04T06:30:00+08:00',
      tTo: null,
      tPrecision: 'about',
      tText: '6时30分许',
      description: '人员进场',
    }),
    row('timelineEvent', { id: 'x3', tPrecision: 'unknown', tText: '随后', description: '开始作业' }),
    row('timelineEvent', { id: 'x4', tPrecision: 'unknown', description: '无人监护' }),
    row('timelineEvent', {
      id: 'x5',
      tFrom: '2026-08-04T13:00:00+08:00',
      tTo: '2026-08-04T13:30:00+08:00',
      tPrecision: 'between',
      description: '休息',
    }),
  ]
  expect(textOf(withRows(sample, { timelineEvent: events }))).toContain(
    '2026年8月4日6时30分许，人员进场。随后，开始作业。13时至13时30分间，休息。8月4日，事故发生。期间，无人监护。',
  )
})

test('of an empty case the report is a list of gaps, each with its item of the regulation', () => {
  const gaps = statutoryGaps(emptyDossier())
  expect(new Set(gaps.map((gap) => gap.statutoryItem))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  expect(new Set(gaps.map((gap) => gap.label)).size).toBe(gaps.length)
  expect(statutoryGaps(sample)).toEqual([])
  expect(
    statutoryGaps(
      withoutRows(
        sample,
        'measure',
        sample.rows.measure.map((measure) => measure.id),
      ),
    ),
  ).toMatchObject([{ label: '事故防范和整改措施', statutoryItem: 6, stage: 'measures', blockId: 'measures:missing' }])
})

test('facts lead to their fields', () => {
  const lead = blocksOf(report(sample), 'paragraph').find((block) => block.id === 'lead:p1')
  expect(lead?.children).toContainEqual({
    kind: 'field',
    text: '857.48万元',
    fact: { table: 'lossAssessment', id: 'la1', column: 'statedDirectFen' },
  })
  expect(lead?.children).toContainEqual({
    kind: 'field',
    text: '3',
    fact: { table: 'casualtyCount', id: 'n5', column: 'deaths' },
  })
})
