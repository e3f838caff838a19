/** The twenty errors that report drafts have most often: each shown not to happen. */
import { expect, test } from 'vitest'
import { sampleDossier, withoutRows, withRow, withRows } from '../support/dossier.ts'
import { blocksOf, chaptersOf, linesOf, report, textOf } from '../support/report-text.ts'

const sample = sampleDossier()
const templates = ['A', 'B', 'C'] as const
const texts = templates.map((template) => textOf(sample, { template }))
const [textA = ''] = texts
const linesA = linesOf(sample)
const line = (start: string) => linesA.find((text) => text.startsWith(start)) ?? ''

test('1 a death within the window is counted once, in the final number', () => {
  for (const text of texts) {
    expect(text).toContain('造成3人死亡、1人重伤、2人轻伤')
    expect(text).not.toMatch(/造成2人死亡|7人伤亡|6人死亡/)
  }
})

test('2 who died later is no longer counted or listed as seriously injured', () => {
  const table = blocksOf(report(sample), 'table').find((block) => block.id === 'table:casualties')
  const rows = linesA.filter((text) => /^\d+\t.*\t(死亡|重伤|轻伤)\t/.test(text))
  expect(table?.rows).toHaveLength(6)
  expect(rows.filter((text) => text.includes('白秋禾'))).toEqual([expect.stringContaining('\t死亡\t')])
  expect(rows.filter((text) => text.includes('\t重伤\t'))).toHaveLength(1)
})

test('2 a death after the window is a serious injury in the table as in the text', () => {
  const late = sample.rows.casualty.find((one) => one.diedOn !== null && one.diedOn > '2026-08-04')
  const dossier = withRow(sample, 'casualty', late?.id ?? '', { diedOn: '2026-10-20' })
  for (const template of templates) {
    const rows = linesOf(dossier, { template }).filter((text) => /^\d+\t.*\t(死亡|重伤[^\t]*|轻伤)\t/.test(text))
    expect(rows.map((text) => /\t(死亡|重伤[^\t]*|轻伤)\t/.exec(text)?.[1])).toEqual([
      '死亡',
      '死亡',
      ...(rows[2]?.includes('白秋禾') ? ['重伤（期后死亡）', '重伤'] : ['重伤', '重伤（期后死亡）']),
      '轻伤',
      '轻伤',
    ])
    expect(rows.filter((text) => text.includes('白秋禾'))).toEqual([expect.stringContaining('10月20日')])
  }
})

test('3 «许» is neither added to an exact time nor lost from an uncertain one', () => {
  for (const text of texts) {
    expect(text).not.toContain('15时26分许')
    expect(text).toContain('14时20分许，B线停机')
  }
})

test('4 the course is told in corrected times and says so', () => {
  for (const text of texts) {
    expect(text).toContain('15时26分，1号除尘系统布袋除尘器箱体发生初次爆炸')
    expect(text).not.toContain('15时29分')
    expect(text).toContain('快3分18秒')
  }
  const slow = sample.rows.timelineEvent.map((event) => ({ ...event, clockOffsetMs: -Math.abs(event.clockOffsetMs) }))
  expect(textOf(withRows(sample, { timelineEvent: slow }))).toContain('慢3分18秒')
})

test('5 a team formed anew because the grade changed is no escalation', () => {
  for (const text of texts) {
    expect(text).toContain('第二十条第二款')
    expect(text).toContain('另行成立')
    expect(text).not.toContain('提级')
    expect(text).not.toContain('第二十条第一款')
  }
  const reason = '社会影响较大'
  const escalated = textOf(withRow(sample, 'escalation', 'es1', { ground: 'escalation', reason }))
  expect(escalated).toContain('鉴于社会影响较大，')
  expect(escalated).toContain('决定对该起事故提级调查。')
})

test('6 the period runs from the day of the accident, with appraisal and extension added', () => {
  expect(textA).toContain('至2026年11月23日届满')
  const noExtension = textOf(withoutRows(sample, 'extension', ['ex1']))
  expect(noExtension).toContain('技术鉴定用时21日，不计入调查期限。')
  expect(noExtension).not.toContain('届满')
  // 8月4日 + 60 + 30
  expect(textOf(withoutRows(sample, 'appraisal', ['ap1']))).toContain('调查期限延长30日，至2026年11月2日届满')
})

test('6 appraisals that overlap are counted once', () => {
  const [first] = sample.rows.appraisal
  if (first === undefined) throw new Error('the sample has an appraisal')
  const second = { ...first, id: 'ap2', commissionedOn: '2026-08-30', issuedOn: '2026-09-14' }
  expect(textOf(withRows(sample, { appraisal: [first, second] }))).toContain('技术鉴定用时25日')
})

test('7 the days of the supervision do not move the period', () => {
  const longer = withRow(sample, 'supervision', 'su1', { periodDays: 90 })
  expect(textOf(longer)).toBe(textA)
})

test('8 fines, cost of the investigation and rescue by the government are no direct loss', () => {
  const items = sample.rows.lossItem.filter((item) => item.isDirect).reduce((sum, item) => sum + item.amountFen, 0)
  expect(items).toBe(857_480_000)
  expect(textA).toContain('事故罚款、事故调查费和政府救援支出不计入。')
  expect(textA).not.toMatch(/46\.30|21\.50|事故调查费\t/)
})

test('9 sums of the loss are exact and the same in text and table', () => {
  for (const text of texts) expect(text).not.toMatch(/\d\.\d{3,}万元/)
  expect(line('合计\t')).toBe('合计\t857.48\t')
  const parts = linesA.filter((text) => /^[一二三四五]、[^\t]+\t[\d.]+\t/.test(text)).map((text) => text.split('\t')[1])
  expect(parts).toEqual(['561.55', '258.65', '11.00', '18.46', '7.82'])
  const thirds = sample.rows.lossItem.map((item) =>
    item.itemCode.startsWith('Ed1') ? { ...item, amountFen: 100_000 } : item,
  )
  expect(textOf(withRows(sample, { lossItem: thirds }))).toContain('人身伤亡后支出0.70万元')
})

test('9 amounts with more than two decimals add up as they are printed', () => {
  const [first, second, third] = sample.rows.lossItem.filter((item) => item.isDirect)
  if (first === undefined || second === undefined || third === undefined) throw new Error('the sample has loss items')
  const lossItem = [
    { ...first, amountFen: 222_946_000 },
    { ...second, itemCode: first.itemCode, amountFen: 6_000 },
    { ...third, itemCode: 'Ed2.fixed', amountFen: 2_996_000 },
  ]
  const odd = withRow(withRows(sample, { lossItem }), 'lossAssessment', 'la1', { statedDirectFen: null })
  for (const template of templates) {
    const text = textOf(odd, { template })
    expect(text).toContain('直接经济损失225.948万元')
    expect(text).not.toMatch(/22[25]\.95(?!\d)/)
  }
  const amounts = linesOf(odd).flatMap((text) => /^(?:[一二]、|合计)[^\t]*\t([\d.]+)\t/.exec(text)?.[1] ?? [])
  expect(amounts).toEqual(['222.952', '2.996', '225.948'])
  expect(linesOf(odd).filter((text) => /\t(222\.946|0\.006)\t/.test(text))).toHaveLength(2)
})

test('10 the type is named by the standard of the day', () => {
  for (const text of texts) expect(text).not.toMatch(/其他爆炸|WSA/)
  expect(textA).toContain('依据GB 6441—2025，事故类型为粉尘爆炸')
  const old = { ...sample, caseFile: { ...sample.caseFile, typeStandard: 'GB6441-1986', typeCode: '015' } } as const
  expect(textOf(old)).toContain('依据GB/T 6441—1986，事故类型为瓦斯爆炸')
})

test('11 a short name is explained once and never used before', () => {
  for (const text of texts)
    for (const unit of sample.rows.unit) {
      if (unit.shortName === null) continue
      const note = `${unit.name}（以下简称${unit.shortName}）`
      const notes = text.split(note).length - 1
      expect(text.split(`（以下简称${unit.shortName}）`).length - 1).toBe(notes)
      expect(notes).toBeLessThanOrEqual(1)
      // without a note the table of units gives the short name
      const from = notes === 1 ? text.indexOf(note) : text.indexOf(`${unit.name}\t${unit.shortName}`)
      expect(text.slice(0, from)).not.toContain(unit.shortName)
    }
})

test('11 a person is introduced with the unit, also where the proposal leaves it empty', () => {
  const person = { identityText: null, unitId: null }
  const bare = withRow(withRow(sample, 'person', 'p17', { position: '安全科科长' }), 'liability', 'li-r16', person)
  for (const template of templates) {
    const lines = linesOf(bare, { template })
    expect(lines.join('\n')).toMatch(/狄安平[，（\t]朔澜公司安全科科长/)
    expect(lines.join('\n')).not.toMatch(/狄安平[，（\t]安全科科长/)
  }
  expect(linesOf(bare).filter((text) => /^\d+\t狄安平\t/.test(text))).toEqual([
    expect.stringContaining('\t朔澜公司安全科科长\t'),
  ])
  // who names a unit is not given another one
  expect(textOf(withRow(sample, 'liability', 'li-r16', { unitId: null }))).toContain('狄安平，朔澜公司安全环保部经理')
  const manager = withRow(sample, 'liability', 'li-r16', { identityText: '厂长' })
  expect(textOf(manager)).toContain('狄安平，朔澜公司厂长')
})

test('12 under the name of a unit no finding says the subject again', () => {
  const items = chaptersOf(report(sample)).get('四') ?? ''
  expect(items).not.toMatch(/（\d）(该公司|该单位|其|朔澜公司|清岑公司|垒峤公司)/)
})

test('13 numbers in titles, in the summing-up and in the table follow the rows', () => {
  const fewer = withoutRows(sample, 'liability', ['li-r9', 'li-r13'])
  const text = textOf(fewer)
  expect(text).toContain('建议对15名责任人员、6个责任单位作出处理')
  expect(text).toContain('给予党纪政务处分和诫勉6人；给予行政处罚3家单位、6人')
  expect(text).toContain('建议给予党纪政务处分和诫勉人员（6人）')
  expect(text).toContain('苇荡镇（1人）')
  expect(text).toContain('建议给予行政处罚的单位（3家）')
  expect(linesOf(fewer).filter((row) => /^\d+\t.*建议/.test(row))).toHaveLength(20)
})

test('14 a section of one person has no numbers and an empty one no title', () => {
  const document = report(sample)
  const at = linesA.findIndex((text) => text.endsWith('免予追究责任人员（1人）'))
  expect(linesA[at + 1]).toMatch(/^胡砚田，/)
  expect(textOf(withoutRows(sample, 'proposal', ['pr-r1']))).not.toMatch(/免予追究|（0人）|0人/)
  expect(blocksOf(document, 'list').every((list) => list.items.length > 0)).toBe(true)
})

test('15 who is fined under 第九十六条 also loses the qualification', () => {
  const composed = withRow(sample, 'proposal', 'pr-r16', { description: null })
  expect(textOf(composed)).toContain(
    '建议由澜州市应急管理局暂停或者吊销其与安全生产有关的资格，并处以上一年年收入32%的罚款5.76万元',
  )
  const owner = withRow(sample, 'proposal', 'pr-r14', { description: null })
  expect(textOf(owner)).toContain('建议由澜州市应急管理局处以上一年年收入60%的罚款29.16万元')
})

test('16 fines are printed as the case has them: whole 万元 for units, two decimals for persons', () => {
  const unit = withRow(sample, 'proposal', 'pr-r10', { description: null, fineFen: 120_000_000 })
  expect(textOf(unit)).toContain('建议由澜州市应急管理局处以罚款120万元')
  for (const text of texts) expect(text).not.toMatch(/罚款\d{4,}元|罚款150万元|人民币|\d,\d{3}/)
})

test('17 clauses are written in Chinese numerals with their law', () => {
  for (const text of texts) expect(text).not.toMatch(/第\d+条|安全生产法\d/)
  expect(textA).toContain(
    '《安全生产法》第一百一十四条第一款第二项、《生产安全事故罚款处罚规定》（应急管理部令第14号）第十五条第一项',
  )
  expect(textA.split('（应急管理部令第14号）')).toHaveLength(2)
})

test('17 clauses of one law in several rows are joined under its name', () => {
  const row = sample.rows.citation.find((citation) => citation.id === 'ct-f1')
  if (row === undefined) throw new Error('the sample has ct-f1')
  const more = { ...row, id: 'ct-f1b', lawText: '《安全生产法》第四十九条第二款' }
  expect(textOf(withRows(sample, { citation: [...sample.rows.citation, more] }))).toContain(
    '违反了《安全生产法》第四十三条和第四十九条第二款的规定',
  )
})

test('18 punctuation that data bring along is not printed twice', () => {
  const loud = withRows(sample, {
    cause: sample.rows.cause.map((row) => ({ ...row, description: `${row.description}。` })),
    finding: sample.rows.finding.map((row) => ({ ...row, description: `${row.description}，` })),
    timelineEvent: sample.rows.timelineEvent.map((row) => ({ ...row, description: `${row.description}；` })),
    liability: sample.rows.liability.map((row) => ({ ...row, facts: `${row.facts}。` })),
    proposal: sample.rows.proposal.map((row) => ({ ...row, description: `${row.description}。。` })),
    measure: sample.rows.measure.map((row) => ({ ...row, description: ` ${row.description}。\n` })),
  })
  for (const template of templates) expect(textOf(loud, { template })).toBe(textOf(sample, { template }))
})

test('19 direct causes say what happened, indirect ones do not repeat the findings', () => {
  const causes = chaptersOf(report(sample)).get('三') ?? ''
  const [direct = ''] = causes.split('（二）')
  expect(direct).not.toMatch(/意识淡薄|管理不到位|监管不力/)
  const indirect = causes.slice(causes.indexOf('（三）间接原因'), causes.indexOf('（四）'))
  expect(indirect).not.toMatch(/违反了|第.{1,6}条/)
  for (const finding of sample.rows.finding) expect(indirect).not.toContain(finding.description)
})

test('20 a missing fact costs its clause, not its sentence, and leaves no stand-in', () => {
  const poorer = withRow(sample, 'unit', 'U2', { registeredCapital: '不详', staffCount: null, uscc: '' })
  const text = linesOf(poorer).find((entry) => entry.startsWith('2. 承包单位')) ?? ''
  expect(text).toBe(
    '2. 承包单位。澜州清岑环保设备有限公司（以下简称清岑公司），类型为有限责任公司，住所为澜州市棠桥路66号，法定代表人尚伯言，' +
      '2016年5月11日成立，经营范围为环保设备的设计、制造和安装。该公司具有环保工程专业承包二级资质和安全生产许可证。',
  )
  const noLoss = withRow(withRows(sample, { lossItem: [] }), 'lossAssessment', 'la1', { statedDirectFen: null })
  const caseFile = { ...noLoss.caseFile, directLossFen: null }
  expect(linesOf({ ...noLoss, caseFile })[2]).toMatch(
    /，造成3人死亡、1人重伤、2人轻伤，直接经济损失【待补：直接经济损失】。$/,
  )
})
