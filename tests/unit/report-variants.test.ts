/** What a report does with cases that differ from the sample: other numbers, other persons, less data. */
import { expect, test } from 'vitest'
import { deriveCase } from '../../src/shared/case/derive.ts'
import { statutoryItems } from '../../src/shared/case/statutory-items.ts'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { statutoryGaps } from '../../src/shared/report/investigation.ts'
import { documentText } from '../../src/shared/report/plain.ts'
import { emptyDossier, row, sampleDossier, withoutRows, withRow, withRows } from '../support/dossier.ts'
import { blocksOf, linesOf, report, textOf } from '../support/report-text.ts'

const sample = sampleDossier()
const find = (lines: readonly string[], start: string) => lines.find((line) => line.startsWith(start))
const withCount = (values: Partial<Dossier['rows']['casualtyCount'][number]>) =>
  withRow(sample, 'casualtyCount', 'n5', values)

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

test('a ledger without any amount is a gap, not a loss of 0.00', () => {
  const stated = sample.rows.lossAssessment.map((row) => ({ ...row, statedDirectFen: null }))
  const zero = sample.rows.lossItem.map((row) => ({ ...row, amountFen: 0 }))
  for (const lossItem of [zero, []]) {
    const empty = withRows(sample, { lossAssessment: stated, lossItem })
    for (const template of ['A', 'B', 'C'] as const) {
      const document = report(empty, { template })
      expect(documentText(document)).not.toContain('0.00')
      expect(document.missing.map(({ label }) => label)).toContain('直接经济损失')
    }
    expect(deriveCase(empty).directLossFen).toBeNull()
    expect(statutoryItems(empty)[2]?.missing.map(({ label }) => label)).toEqual(['直接经济损失'])
  }
})

test('the report states the loss that holds in the register', () => {
  const [first] = sample.rows.lossAssessment
  if (first === undefined) throw new Error('no assessment')
  const unfinished = { ...first, id: 'la0', statedDirectFen: null }
  const earlier = { ...first, id: 'la2', calculatedOn: '2026-09-01', statedDirectFen: 100_000_000 }
  const several = withRows(sample, { lossAssessment: [earlier, unfinished, ...sample.rows.lossAssessment] })
  expect(deriveCase(several).directLossFen).toBe(857_480_000)
  expect(textOf(several)).toContain('直接经济损失857.48万元')
})
