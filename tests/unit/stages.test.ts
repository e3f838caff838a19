import { describe, expect, test } from 'vitest'
import { CaseFileFields } from '../../src/shared/case/fields.ts'
import { refusedMembers, stageStates, stages } from '../../src/shared/case/stage.ts'
import { statutoryGaps, statutoryItems } from '../../src/shared/case/statutory-items.ts'
import { caseTables, type Dossier, type ListTable } from '../../src/shared/case/tables.ts'
import { reportOptions } from '../../src/shared/report/investigation/options.ts'
import { buildInvestigationReport } from '../../src/shared/report/investigation.ts'
import { teamMemberRefusal } from '../../src/shared/team/refusal.ts'
import { labelsOf, valueLabel } from '../../src/shared/text.ts'
import { emptyDossier, row, sampleDossier, withoutRows, withRow, withRows } from '../support/dossier.ts'

const sample = sampleDossier()
const empty = emptyDossier()
const without = (table: ListTable): Dossier => withRows(sample, { [table]: [] })
const states = (dossier: Dossier) => Object.fromEntries(stageStates(dossier).map((stage) => [stage.key, stage.state]))
const stageOf = (dossier: Dossier, key: string) => stageStates(dossier).find((stage) => stage.key === key)

describe('第三十条: the six items', () => {
  test('are all done in the sample case', () => {
    expect(statutoryItems(sample).map((item) => [item.number, item.state])).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => [n, 'done']),
    )
  })

  test('an empty case has none, and says every fact, its place and its clause', () => {
    expect(statutoryItems(empty).map((item) => item.state)).toEqual(Array.from({ length: 6 }, () => 'none'))
    expect(statutoryGaps(empty).map((gap) => gap.label)).toEqual([
      '事故发生单位',
      '事故发生单位概况',
      '事故发生时间',
      '事故发生经过',
      '应急救援情况',
      '应急处置评估',
      '死亡人数',
      '直接经济损失',
      '直接原因',
      '事故性质',
      '责任认定',
      '处理建议',
      '防范和整改措施',
    ])
    expect(statutoryItems(empty)[2]).toEqual({
      number: 3,
      label: '人员伤亡和直接经济损失',
      clause: '《生产安全事故报告和调查处理条例》第三十条第三项',
      state: 'none',
      missing: [
        {
          label: '死亡人数',
          stage: 'casualties',
          table: 'casualtyCount',
          column: 'deaths',
          rowId: null,
          clause: '《生产安全事故报告和调查处理条例》第三十条第三项',
        },
        {
          label: '直接经济损失',
          stage: 'casualties',
          table: 'lossAssessment',
          column: 'statedDirectFen',
          rowId: null,
          clause: '《生产安全事故报告和调查处理条例》第三十条第三项',
        },
      ],
    })
  })

  test.each<[string, Dossier, string]>([
    ['V-12 例1: no measure', without('measure'), '防范和整改措施'],
    [
      'no direct cause',
      withRows(sample, { cause: sample.rows.cause.filter((cause) => cause.kind !== 'direct') }),
      '直接原因',
    ],
    ['no count', without('casualtyCount'), '死亡人数'],
    ['no loss', without('lossAssessment'), '直接经济损失'],
    ['no proposal', without('proposal'), '胡砚田的处理建议'],
    ['no accident unit', withRow(sample, 'unit', 'U1', { kind: 'affiliate' }), '事故发生单位'],
    [
      'V-12 例4: no assessment of the response',
      { ...sample, accident: { ...sample.accident, rescueAssessment: ' ' } },
      '应急处置评估',
    ],
  ])('%s: one item is not done and names %s', (_, dossier, label) => {
    expect(statutoryGaps(dossier).map((gap) => gap.label)).toContain(label)
    expect(statutoryItems(dossier).filter((item) => item.state !== 'done')).toHaveLength(1)
  })

  test('0 deaths are a fact', () => {
    const none = withRow(sample, 'casualtyCount', 'n5', { deaths: 0 })
    expect(statutoryGaps(none)).toEqual([])
    expect(statutoryGaps(withRow(sample, 'casualtyCount', 'n5', { deaths: null })).map((gap) => gap.rowId)).toEqual([
      'n5',
    ])
  })

  test('an accident for which nobody is liable needs no proposal', () => {
    const nobody = withRows(
      { ...sample, accident: { ...sample.accident, nature: 'non_liability' } },
      { liability: [], proposal: [] },
    )
    expect(statutoryItems(nobody)[4]?.state).toBe('done')
  })

  test('every gap points at a column that exists', () => {
    const gaps = [...statutoryGaps(empty), ...stageStates(empty).flatMap((stage) => stage.missing)]
    for (const gap of gaps) {
      const fields = gap.table === 'caseFile' ? CaseFileFields : caseTables[gap.table].fields
      expect(Object.keys(fields.shape), `${gap.table}.${gap.column}`).toContain(gap.column)
    }
    expect(gaps.length).toBeGreaterThan(20)
  })
})

describe('the stages', () => {
  test('stand in the legal order of work, each with its clause', () => {
    expect(stages.map((stage) => stage.label)).toEqual([
      '概况',
      '信息报告',
      '应急处置',
      '单位与人员',
      '伤亡与损失',
      '附件',
      '经过',
      '调查组',
      '原因',
      '责任与处理',
      '整改措施',
      '调查报告',
      '批复与公布',
      '记录',
    ])
    for (const stage of stages) expect(stage.clause).toMatch(/^《.+》第.+条/)
  })

  test('of an empty case are empty', () => {
    expect(states(empty)).toEqual(
      Object.fromEntries(stages.map(({ key }) => [key, key === 'records' ? 'complete' : 'none'])),
    )
    expect(stageOf(empty, 'team')?.words).toBe('未填写')
  })

  test('what is begun says how much is missing', () => {
    const begun: Dossier = { ...empty, accident: { ...empty.accident, address: '锦帆路18号' } }
    expect(stageOf(begun, 'overview')).toMatchObject({
      state: 'begun',
      words: '缺4项：事故发生时间、案号、行业、事故类别',
    })
  })

  test('the sample case lacks only what its data do not have', () => {
    expect(stageStates(sample).flatMap((stage) => stage.missing.map((gap) => `${stage.label}：${gap.label}`))).toEqual(
      sample.rows.evidence.length === 0 ? ['附件：证据材料'] : [],
    )
    expect(states(sample)).toMatchObject({
      overview: 'complete',
      casualties: 'complete',
      team: 'complete',
      report: 'complete',
    })
  })

  test('a contradiction asks for attention before anything that is missing', () => {
    const contradicting = withRow(without('lossAssessment'), 'casualty', 'cas1', { outcome: 'minor' })
    expect(stageOf(contradicting, 'casualties')).toMatchObject({ state: 'attention', words: '有2处需要处理' })
  })

  test('a wrong 统一社会信用代码 is told with its unit; a missing one is not wrong', () => {
    const wrong = withRow(sample, 'unit', 'U1', { uscc: '123' })
    const told = stageOf(wrong, 'parties')?.attentions.filter((sentence) => sentence.includes('朔澜公司'))
    expect(told).toEqual(['事故发生单位朔澜公司：统一社会信用代码应为18位，现为3位，请对照营业执照核对。'])
    const missing = withRows(sample, { unit: sample.rows.unit.map((unit) => ({ ...unit, uscc: null })) })
    expect(stageOf(missing, 'parties')?.state).toBe('complete')
  })

  test('V-11 例5: no leader is a gap, two are refused', () => {
    const none = withoutRows(sample, 'teamMember', ['tm1'])
    expect(stageOf(none, 'team')?.words).toBe('缺1项：组长')
    const unsent = withRow(sample, 'teamMember', 'tm2', { body: null })
    expect(stageOf(unsent, 'team')).toMatchObject({ state: 'begun', words: '缺1项：派员单位' })
    const expert = withRow(sample, 'teamMember', 'tm2', { body: null, role: 'expert' })
    expect(stageOf(expert, 'team')?.state).toBe('complete')
    const two = withRow(sample, 'teamMember', 'tm2', { role: 'leader' })
    expect(stageOf(two, 'team')?.attentions).toEqual([
      '调查组有2名组长，组长只能是1人（《生产安全事故报告和调查处理条例》第二十四条），请改正。',
    ])
  })

  test('a liability without a proposal is named', () => {
    const open = withRows(sample, {
      proposal: sample.rows.proposal.filter((proposal) => proposal.liabilityId !== 'li-r2'),
    })
    expect(stageOf(open, 'liability')?.words).toBe('缺1项：路启垣的处理建议')
  })

  test('proposals are missed by the same names on the page, among the six items and in the report', () => {
    const emptied = { description: null, kindText: null, decidingBody: null, fineFen: null }
    const open = withRows(sample, {
      proposal: sample.rows.proposal
        .filter((proposal) => proposal.liabilityId !== 'li-r2')
        .map((proposal) => (proposal.liabilityId === 'li-r14' ? { ...proposal, ...emptied } : proposal)),
    })
    const names = ['路启垣的处理建议', '佘远航的处理建议']
    const reported = (edition: 'internal' | 'public') =>
      buildInvestigationReport(open, reportOptions({ edition })).missing.map(({ label }) => label)
    expect(stageOf(open, 'liability')?.missing.map(({ label }) => label)).toEqual(names)
    expect(statutoryGaps(open).map(({ label }) => label)).toEqual(names)
    expect(new Set(reported('internal'))).toEqual(new Set(names))
    expect(new Set(reported('public'))).toEqual(new Set(['处理建议']))
  })
})

describe('V-11 例3: a member from an involved unit is refused', () => {
  const { unit: units } = sample.rows
  const refuse = (body: string | null, name: string | null = null) => teamMemberRefusal({ body, name }, units)

  test.each([
    '汀泽朔澜轻合金制品有限公司',
    ' 朔澜公司 ',
    '朔澜公司安全环保部',
    '江苏衡岫安全技术服务有限公司',
    '垒峤公司',
  ])('%s', (body) => {
    expect(refuse(body)).toContain('不能参加调查组')
  })

  test('the sentence names the unit, its part and the clause', () => {
    expect(refuse('朔澜公司', '佘远航')).toBe(
      '佘远航所在单位“朔澜公司”是本起事故的事故发生单位，与事故有直接利害关系，不能参加调查组（《生产安全事故报告和调查处理条例》第二十三条），请更换人选。',
    )
  })

  test.each(['汀泽市应急管理局', '汀泽市苇荡镇人民政府', '澜州市公安局', '', null])(
    'authorities and strangers are not: %s',
    (body) => {
      expect(refuse(body)).toBeNull()
    },
  )

  test('a short name of two characters refuses its own bearer only', () => {
    const unit = { kind: 'subcontractor', name: '汀泽垒峤机电安装有限公司', shortName: '汀泽' }
    expect(teamMemberRefusal({ body: '汀泽', name: null }, [unit])).toContain('分包单位')
    expect(teamMemberRefusal({ body: '汀泽市公安局', name: null }, [unit])).toBeNull()
  })

  test('第十九条: a unit that was charged with the investigation sends its own people', () => {
    const member = { body: '朔澜公司', name: null }
    expect(teamMemberRefusal(member, units, 'unit')).toBeNull()
    expect(teamMemberRefusal({ ...member, body: '清岑公司' }, units, 'unit')).not.toBeNull()
  })

  test('refused members are found in a case, and nobody of the sample is', () => {
    expect(refusedMembers(sample)).toEqual([])
    const wrong = withRow(sample, 'teamMember', 'tm3', { body: '清岑公司' })
    expect(refusedMembers(wrong).map((member) => member.memberId)).toEqual(['tm3'])
    expect(stageOf(wrong, 'team')?.state).toBe('attention')
  })
})

describe('the words of the columns', () => {
  test('every word of every closed list has a Chinese label', () => {
    expect(valueLabel('casualty', 'outcome', 'acute_poisoning')).toBe('急性工业中毒')
    expect(valueLabel('proposal', 'category', 'penalty_unit')).toBe('行政处罚（单位）')
    for (const table of ['casualty', 'team', 'evidence', 'caseFile'] as const) {
      for (const column of Object.keys(table === 'caseFile' ? CaseFileFields.shape : caseTables[table].fields.shape)) {
        for (const label of Object.values(labelsOf(table, column) ?? {})) expect(label).toMatch(/[一-鿿]|GB/)
      }
    }
  })

  test('the words of the sample that come from open lists have labels too', () => {
    const words: (readonly [Parameters<typeof valueLabel>[0], string, string | null])[] = [
      ...sample.rows.unit.map((unit) => ['unit', 'kind', unit.kind] as const),
      ...sample.rows.liability.map(
        (liability) => ['liability', 'gradeOfLiability', liability.gradeOfLiability] as const,
      ),
      ...sample.rows.disposition.map((disposition) => ['disposition', 'kind', disposition.kind] as const),
      ...sample.rows.infoReportDelivery.map((hop) => ['infoReportDelivery', 'toLevel', hop.toLevel] as const),
      ...sample.rows.document.map((document) => ['document', 'kind', document.kind] as const),
      ...sample.rows.lossItem.map((item) => ['lossItem', 'payer', item.payer] as const),
      ['accident', 'nature', sample.accident.nature],
    ]
    for (const [table, column, word] of words) if (word !== null) expect(valueLabel(table, column, word)).not.toBe(word)
    expect(words.length).toBeGreaterThan(60)
  })

  test('a word without a label is shown as it is, also a hostile one', () => {
    expect(valueLabel('unit', 'kind', 'constructor')).toBe('constructor')
    expect(labelsOf('unit', '__proto__')).toBeNull()
    expect(row('unit', { id: 'x', kind: 'other', name: '某单位' }).kind).toBe('other')
  })
})
