/** Words that real published cases made the report say twice, or say as a form would. */
import { expect, test } from 'vitest'
import type { Dossier, ListTable } from '../../src/shared/case/tables.ts'
import { emptyDossier, row, type SampleRow, withRows } from '../support/dossier.ts'
import { linesOf, textOf } from '../support/report-text.ts'

const withTable = <T extends ListTable>(dossier: Dossier, table: T, ...given: readonly SampleRow[]): Dossier =>
  withRows(dossier, { [table]: given.map((one, at) => row(table, one, at)) })

const empty = emptyDossier()
const caseWith = (values: Partial<Dossier['caseFile']>, address: string | null = null): Dossier => ({
  ...empty,
  caseFile: { ...empty.caseFile, ...values },
  accident: { ...empty.accident, address },
})

const team = { id: 't', purpose: 'investigation', leadBody: '余姚市安全生产监督管理局' }
const member = (body: string, at: number) => ({ id: `m${at}`, teamId: 't', role: 'member', body })
const withTeam = (dossier: Dossier, given: SampleRow, ...bodies: readonly string[]) =>
  withTable(withTable(dossier, 'team', given), 'teamMember', ...bodies.map(member))

test('the leading body is not said again under its short name', () => {
  const yuyao = caseWith({ province: '浙江省', city: '宁波市', district: '余姚市' })
  expect(textOf(withTeam(yuyao, team, '市安监局', '市公安局', '市监察委员会'))).toContain(
    '由余姚市安全生产监督管理局牵头，市公安局、市监察委员会参加',
  )
  const state = { ...team, leadBody: '国家安全生产监督管理总局' }
  expect(textOf(withTeam(empty, state, '国家安全监管总局', '公安部', '江苏省人民政府'))).toContain(
    '由国家安全生产监督管理总局牵头，公安部、江苏省人民政府参加',
  )
  const bureau = { ...team, leadBody: '天津市蓟州区应急管理局' }
  const jizhou = caseWith({ province: '天津市', city: '天津市', district: '蓟州区' })
  expect(textOf(withTeam(jizhou, bureau, '区应急局', '区总工会'))).toContain(
    '由天津市蓟州区应急管理局牵头、区总工会参加',
  )
  // the bureau of the district is another body than that of the city
  const city = { ...team, leadBody: '宁波市应急管理局' }
  expect(textOf(withTeam(yuyao, city, '余姚市应急局', '市公安局'))).toContain('余姚市应急局、市公安局参加')
})

test('reason, basis and body of an escalation fit the words around them', () => {
  const escalated = (values: object) =>
    textOf(withTable(empty, 'escalation', { id: 'e', ground: 'escalation', decision: 'approved', ...values }))
  expect(
    escalated({
      reason: '按照全市安全生产工作会议要求',
      basisText: '《盐城市生产安全事故报告和调查处理办法》及全市安全生产工作会议要求',
      decidedBy: '市人民政府批准',
    }),
  ).toContain(
    '按照全市安全生产工作会议要求，依据《盐城市生产安全事故报告和调查处理办法》及全市安全生产工作会议要求，市人民政府决定对该起事故提级调查。',
  )
  expect(escalated({ reason: '影响较大', basisText: '《办法》第三条', decidedBy: '市人民政府' })).toContain(
    '鉴于影响较大，依据《办法》第三条的规定，市人民政府决定',
  )
})

test('titles of laws stand side by side without a comma, the number of a decree is said once', () => {
  const cited = (...laws: readonly string[]) =>
    textOf(
      withTable(
        withTable(withTeam(empty, { ...team, authorisedBy: '市人民政府' }), 'escalation', {
          id: 'e',
          ground: 'escalation',
          decision: 'approved',
          basisText: '《某办法》（某府规〔2014〕8号）',
          decidedBy: '市人民政府',
        }),
        'citation',
        ...laws.map((lawText, at) => ({ id: `l${at}`, aboutTable: 'team', aboutId: 't', role: 'basis', lawText })),
      ),
    )
  const text = cited('《中华人民共和国安全生产法》', '《某条例》', '《某办法》（某府规〔2014〕8号）')
  expect(text).toContain('依据《中华人民共和国安全生产法》《某条例》《某办法》等规定')
  expect(text.match(/某府规〔2014〕8号/g)).toHaveLength(1)
  expect(cited('《甲条例》第三条', '《乙条例》')).toContain('《甲条例》第三条、《乙条例》等规定')
})

test('a group that was counted with others is named by its own number', () => {
  const groups = linesOf(
    withTable(
      withTable(
        empty,
        'liability',
        { id: 'a', subjectKind: 'person', identityText: '副镇长', headCount: 1 },
        { id: 'b', subjectKind: 'person_group', identityText: '公职人员等21人（含上项）', headCount: 20 },
        { id: 'c', subjectKind: 'person_group', identityText: '其他涉案人员（与上述共7人）', headCount: 4 },
        { id: 'd', subjectKind: 'person_group', identityText: '建议移交司法机关人员（9人）', headCount: 9 },
        { id: 'e', subjectKind: 'person_group', identityText: '党纪处分和责任追究人员（14人）', headCount: 14 },
        { id: 'f', subjectKind: 'person_group', identityText: '项目经理等3人', headCount: 3 },
      ),
      'proposal',
      { id: 'pa', liabilityId: 'a', category: 'discipline', description: '给予政务警告' },
      { id: 'pb', liabilityId: 'b', category: 'discipline', description: '给予组织处理' },
      { id: 'pc', liabilityId: 'c', category: 'criminal', description: '移送起诉' },
      { id: 'pd', liabilityId: 'd', category: 'criminal', description: '移交司法机关' },
      { id: 'pe', liabilityId: 'e', category: 'discipline', description: '给予党纪处分和责任追究' },
      { id: 'pf', liabilityId: 'f', category: 'other', description: '追责' },
    ),
  )
  const find = (words: string) =>
    groups.find((line) => line.includes(words) && line.includes('建议') && line.includes('。'))
  expect(find('移送起诉')).toBe('1. 其他涉案人员4人。建议移送起诉。')
  expect(find('移交司法机关')).toBe('2. 有关责任人员9人。建议移交司法机关。')
  expect(find('组织处理。')).toBe('2. 其他公职人员等20人。建议给予组织处理。')
  expect(find('责任追究')).toBe('3. 有关责任人员14人。建议给予党纪处分和责任追究。')
  expect(find('追责')).toContain('项目经理等3人。建议追责。')
})

test('who is liable is named though nobody has proposed anything yet', () => {
  const lines = linesOf(
    withTable(
      empty,
      'liability',
      {
        id: 'a',
        subjectKind: 'person',
        subjectText: '童某云',
        identityText: '主要负责人',
        facts: '未及时消除事故隐患',
      },
      { id: 'b', subjectKind: 'unit', subjectText: '某科技有限公司', facts: '教育培训不到位' },
    ),
  )
  expect(lines).toContain('1. 童某云，主要负责人。未及时消除事故隐患。【待补：处理建议】。')
  expect(lines).toContain('2. 某科技有限公司教育培训不到位，【待补：处理建议】。')
  expect(lines.join()).not.toContain('【待补：事故责任的认定和处理建议】')
})

test('a unit whose name says its role is not told what it is', () => {
  const units = (...given: readonly object[]) =>
    textOf(withTable(empty, 'unit', ...given.map((one, at) => ({ id: `u${at}`, kind: 'other', name: '', ...one }))))
  const agencies = { name: '环评、安评等中介服务机构（多家）', roleText: '中介服务机构' }
  expect(units(agencies)).not.toContain('为中介服务机构')
  expect(units({ name: '残疾人康复中心建设项目', roleText: '建设项目', note: '2012年11月经市发改委批准' })).toContain(
    '残疾人康复中心建设项目2012年11月经市发改委批准。',
  )
  const noted = {
    name: '甲大学',
    roleText: '评价单位',
    note: '管理原因通报中列明的技术服务单位。报告原文称成立于1998年；住所两处来源不一致，未采用',
  }
  expect(units(noted)).not.toMatch(/通报中列明|报告原文|来源不一致|未采用/)
})

test('relations are told as relations', () => {
  const related = (values: object) =>
    textOf(
      withTable(
        withTable(
          empty,
          'unit',
          { id: 'a', kind: 'other', name: '甲公司' },
          { id: 'b', kind: 'other', name: '乙公司' },
        ),
        'unitRelation',
        { id: 'r', fromUnitId: 'a', toUnitId: 'b', ...values },
      ),
    )
  expect(related({ kindText: '建筑设计' })).toContain('甲公司与乙公司之间为建筑设计关系。')
  expect(related({ kindText: '厂房金属管道吊架切割作业' })).toContain(
    '甲公司与乙公司之间存在厂房金属管道吊架切割作业关系。',
  )
  expect(related({ kindText: '成型机供货/安装调试服务' })).toContain(
    '甲公司与乙公司之间为成型机供货、安装调试服务关系。',
  )
  expect(related({ kindText: '同一实际控制人' })).toContain('甲公司与乙公司属同一实际控制人。')
  const rent = { kindText: '厂房租赁', amountFen: 350_000, note: '租金每月3500元（0.35万元/月）' }
  expect(related(rent)).not.toContain('合同金额')
  const price = { kindText: '电源施工', amountFen: 1_800_000, note: '该项电力施工造价1.8万元' }
  expect(related(price)).not.toContain('合同金额')
})

test('one line without a name is told in a sentence, not in a table of blanks', () => {
  const counted = withTable(empty, 'casualtyCount', { id: 'n', basis: 'investigation', deaths: 7 })
  const hurt = withTable(withTable(counted, 'unit', { id: 'u', kind: 'accident_unit', name: '某刀剪厂' }), 'casualty', {
    id: 'a',
    outcome: 'death',
    headCount: 7,
    injury: '硫化氢中毒',
    unitId: 'u',
    job: '工人',
  })
  expect(linesOf(hurt)).toContain('事故造成7人死亡。死亡的7人，为某刀剪厂工人，伤情为硫化氢中毒。')
  expect(textOf(hurt)).not.toContain('一览表')
  expect(textOf(hurt, { edition: 'public' })).not.toContain('硫化氢中毒')
})

test('the time in the words of a source is a time', () => {
  const at = (occurredText: string) =>
    textOf(caseWith({ occurredFrom: '2020-02-22T00:00:00+08:00', occurredPrecision: 'day', occurredText }))
  expect(at('2020年2月22日（伤者2月24日死亡）')).not.toContain('伤者')
  expect(at('2020年2月22日下午10:10分左右')).toContain('2020年2月22日下午10时10分左右')
})

test('a unit that bears the name of its place is not placed there again', () => {
  const qianjiang = caseWith(
    { province: '重庆市', city: '重庆市', district: '黔江区' },
    '重庆市黔江区金舟再生资源有限公司',
  )
  const unit = { id: 'u', kind: 'accident_unit', name: '重庆市黔江区金舟再生资源有限公司' }
  expect(textOf(withTable(qianjiang, 'unit', unit))).toContain('重庆市黔江区金舟再生资源有限公司发生一起事故')
  expect(textOf(withTable(qianjiang, 'unit', unit))).not.toContain('重庆市黔江区的重庆市黔江区')
})

test('a title is not the name of the only unit under it', () => {
  const lines = linesOf(
    withTable(
      withTable(empty, 'unit', { id: 'd', kind: 'designer', name: '设计单位（名称未见）', roleText: '设计单位' }),
      'finding',
      { id: 'f', category: 'intermediary', unitId: 'd', description: '未采纳安全设施设计' },
      { id: 'g', category: 'regulator', targetText: '监管部门', description: '监督不到位' },
    ),
  )
  expect(lines).toContain('（一）有关中介和技术服务机构')
  expect(lines).toContain('设计单位未采纳安全设施设计。')
})

test('of an accident of which only the day is known the course stays in order', () => {
  const told = (...events: readonly [string | null, string][]) =>
    textOf(
      withTable(
        caseWith({ occurredFrom: '2020-07-28T00:00:00+08:00', occurredPrecision: 'day' }),
        'timelineEvent',
        ...events.map(([time, description], at) => ({
          id: `e${at}`,
          kind: 'course',
          tFrom: `2020-07-28T${time ?? '00:00'}:00+08:00`,
          tTo: `2020-07-28T${time ?? '23:59'}:00+08:00`,
          tPrecision: time === null ? 'day' : 'minute',
          description,
        })),
      ),
    ).replaceAll('\n', '')
  expect(told(['06:30', '前往作业'], [null, '发生触电事故'])).toMatch(/前往作业。.*发生触电事故。/)
})
