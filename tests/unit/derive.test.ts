import { describe, expect, test } from 'vitest'
import { caseGrade, deriveCase, holdingCount, holdingLoss } from '../../src/shared/case/derive.ts'
import { CaseDerived } from '../../src/shared/case/fields.ts'
import { figureConflicts } from '../../src/shared/case/figure-conflicts.ts'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { emptyDossier, row, sampleDossier, withoutRows, withRow, withRows } from '../support/dossier.ts'

const empty = emptyDossier()
const withCase = (dossier: Dossier, values: Partial<Dossier['caseFile']>): Dossier => ({
  ...dossier,
  caseFile: { ...dossier.caseFile, ...values },
})
const onDay = withCase(empty, { occurredFrom: '2026-03-01T09:00:00+08:00', occurredPrecision: 'minute' })
const count = (id: string, basis: string, figures: object) =>
  row('casualtyCount', { id, basis, asOf: '2026-03-01T10:00:00+08:00', ...figures })
const loss = (id: string, given: object) =>
  row('lossAssessment', { id, standard: 'GB6721-2025', basis: 'verified', ...given })
const item = (id: string, lossAssessmentId: string, itemCode: string, amountFen: number, isDirect = true) =>
  row('lossItem', { id, lossAssessmentId, itemCode, amountFen, isDirect, method: 'settled' })

describe('the register columns', () => {
  test('of the sample case', () => {
    const derived = deriveCase(sampleDossier())
    expect(derived).toEqual({
      occurredOn: '2026-08-04',
      sortOn: '2026-08-04',
      stage: 'assessed',
      grade: 2,
      isGradeProvisional: false,
      deaths: 3,
      missing: 0,
      seriousInjuries: 1,
      minorInjuries: 2,
      unspecifiedInjuries: 0,
      directLossFen: 857_480_000,
      isEscalated: false,
      isSupervised: true,
      approvedOn: '2026-11-13',
    })
    expect(CaseDerived.omit({ updatedAt: true }).parse(derived)).toEqual(derived)
  })

  test('of an empty case are unknown, not 0', () => {
    expect(deriveCase(empty)).toEqual({
      occurredOn: null,
      sortOn: empty.caseFile.registeredOn,
      stage: 'reported',
      grade: null,
      isGradeProvisional: true,
      deaths: null,
      missing: null,
      seriousInjuries: null,
      minorInjuries: null,
      unspecifiedInjuries: null,
      directLossFen: null,
      isEscalated: null,
      isSupervised: null,
      approvedOn: null,
    })
  })

  test('a month is no day, but it sorts', () => {
    const month = withCase(empty, { occurredFrom: '2026-08-01T00:00:00+08:00', occurredPrecision: 'month' })
    expect(deriveCase(month)).toMatchObject({ occurredOn: null, sortOn: '2026-08-01' })
  })
})

describe('the figures that hold', () => {
  test('the strongest basis wins over a newer weaker one; then the newest state of affairs', () => {
    const counts = [
      count('investigation', 'investigation', { deaths: 3, asOf: '2026-03-31T00:00:00+08:00' }),
      count('late phone', 'phone', { deaths: 9, asOf: '2026-05-01T00:00:00+08:00' }),
      count('early', 'investigation', { deaths: 2, asOf: '2026-03-20T00:00:00+08:00' }),
    ]
    expect(holdingCount(withRows(onDay, { casualtyCount: counts }))?.id).toBe('investigation')
    expect(holdingCount(withRows(onDay, { casualtyCount: counts.toReversed() }))?.id).toBe('investigation')
  })

  test('of two counts that are equal in all this the later row holds', () => {
    const counts = [count('a', 'initial', { deaths: 1 }), count('b', 'initial', { deaths: 2 })]
    expect(holdingCount(withRows(onDay, { casualtyCount: counts }))?.id).toBe('b')
  })

  test('every step of the ladder of bases is above the one before it', () => {
    const ladder = ['phone', 'initial', 'follow_up', 'supplement', 'verified', 'investigation']
    const counts = ladder.map((basis) => count(basis, basis, { deaths: 1 }))
    for (let n = 1; n <= ladder.length; n++) {
      const held = holdingCount(withRows(onDay, { casualtyCount: counts.slice(0, n).toReversed() }))
      expect(held?.id).toBe(ladder[n - 1])
    }
  })

  test('急性工业中毒 is within 重伤 of the register', () => {
    const dossier = withRows(onDay, {
      casualtyCount: [count('c', 'verified', { deaths: 1, seriousInjuries: 8, acutePoisonings: 2 })],
    })
    expect(deriveCase(dossier)).toMatchObject({ seriousInjuries: 10, grade: 2 })
  })

  test('the loss as stated, else the sum of its direct items; an assessment without a figure does not hide an older one', () => {
    const items = [
      item('i1', 'a', 'Ed1.medical', 100),
      item('i2', 'a', 'Ed2.fixed', 50),
      item('i3', 'a', 'Ei5', 7, false),
    ]
    const assessments = [loss('a', { basis: 'estimate' }), loss('b', { basis: 'investigation' })]
    const dossier = withRows(onDay, { lossAssessment: assessments, lossItem: items })
    expect(holdingLoss(dossier)).toMatchObject({ assessment: { id: 'a' }, directFen: 150 })
    const stated = withRow(dossier, 'lossAssessment', 'b', { statedDirectFen: 0 })
    expect(holdingLoss(stated)).toMatchObject({ assessment: { id: 'b' }, directFen: 0 })
  })
})

describe('the grade of a case', () => {
  const counted = (basis: string) =>
    withRows(onDay, {
      casualtyCount: [count('c', basis, { deaths: 2, seriousInjuries: 1 })],
      lossAssessment: [loss('a', { statedDirectFen: 300_000_000 })],
    })

  test('is 初判 until the figures are verified', () => {
    expect(
      ['phone', 'initial', 'supplement', 'verified', 'investigation'].map(
        (basis) => caseGrade(counted(basis)).isProvisional,
      ),
    ).toEqual([true, true, true, false, false])
    const estimate = withRow(counted('investigation'), 'lossAssessment', 'a', { basis: 'estimate' })
    expect(caseGrade(estimate).isProvisional).toBe(true)
  })

  test('V-01 例23: without a loss it stays 初判', () => {
    const dossier = withRows(onDay, { casualtyCount: [count('c', 'investigation', { deaths: 2, seriousInjuries: 1 })] })
    expect(deriveCase(dossier)).toMatchObject({ grade: 1, isGradeProvisional: true })
  })

  test('a decision stands above the rule, and its reason is kept beside the computed grade', () => {
    const determination = row('determination', {
      id: 'd',
      question: 'grade',
      value: '2',
      reason: '损失待复核，从严认定',
      aboutTable: 'case_file',
      aboutId: 'case',
    })
    const dossier = withRows(counted('investigation'), { determination: [determination] })
    const grade = caseGrade(dossier)
    expect(grade).toMatchObject({
      grade: 2,
      isProvisional: false,
      computed: { grade: 1 },
      decided: { grade: 2, reason: '损失待复核，从严认定' },
    })
    expect(deriveCase(dossier)).toMatchObject({ grade: 2, isGradeProvisional: false })
    expect(figureConflicts(dossier)).toEqual([])
    expect(figureConflicts(withRow(dossier, 'determination', 'd', { reason: null }))).toEqual([
      {
        about: 'grade',
        stated: 2,
        computed: 1,
        sentence: '等级不一致：认定为较大，按伤亡和损失数字为一般，请改正或写明认定理由。',
      },
    ])
  })

  test('V-03 例14: ten 重伤 of whom one dies are not lowered to 一般 without a person', () => {
    const dossier = withRows(onDay, {
      casualtyCount: [
        count('before', 'investigation', { deaths: 0, seriousInjuries: 10, asOf: '2026-03-02T00:00:00+08:00' }),
        count('after', 'investigation', { deaths: 1, seriousInjuries: 9, asOf: '2026-03-10T00:00:00+08:00' }),
      ],
      lossAssessment: [loss('a', { statedDirectFen: 0 })],
    })
    const grade = caseGrade(dossier)
    expect([grade.computed.grade, grade.grade, grade.isProvisional]).toEqual([1, 2, true])
    expect(grade.question).toContain('不自动降级')
    expect(figureConflicts(dossier).map((conflict) => conflict.about)).toEqual(['grade'])
  })

  test('a plain correction of a figure does lower it', () => {
    const dossier = withRows(onDay, {
      casualtyCount: [
        count('first', 'verified', { deaths: 3, seriousInjuries: 10 }),
        count('corrected', 'investigation', { deaths: 2, seriousInjuries: 9 }),
      ],
      lossAssessment: [loss('a', { statedDirectFen: 0 })],
    })
    expect(caseGrade(dossier)).toMatchObject({ grade: 1, isProvisional: false, question: null })
  })
})

describe('the way of a case', () => {
  const team = row('team', { id: 't', purpose: 'investigation' })
  const approval = (id: string, given: object) => row('approval', { id, submittedOn: '2026-04-20', ...given })
  const sent = withRows(onDay, { team: [team], approval: [approval('a', {})] })
  const approved = withRow(sent, 'approval', 'a', { decision: 'approved', decidedOn: '2026-05-01' })
  const published = withRows(approved, { publication: [row('publication', { id: 'p', publishedText: '2026-05' })] })

  const withSource = (kind: string) =>
    withRows(onDay, {
      importNote: [
        row('importNote', { id: 'n', importBatchId: 'b', path: '/sources/0', kind: 'source', valueJson: { kind } }),
      ],
    })

  test.each<[string, Dossier]>([
    ['reported', onDay],
    ['investigating', withRows(onDay, { team: [team] })],
    ['investigating', withRows(onDay, { cause: [row('cause', { id: 'c', kind: 'direct', description: '触电' })] })],
    ['submitted', sent],
    ['investigating', withRow(sent, 'approval', 'a', { decision: 'returned' })],
    ['approved', approved],
    ['published', published],
    [
      'assessed',
      withRows(published, {
        approval: [...published.rows.approval, approval('b', { subject: 'assessment', decision: 'approved' })],
      }),
    ],
    [
      'archived',
      withRows(published, {
        handover: [row('handover', { id: 'h', aboutTable: 'archive_volume', aboutId: 'v', receivedOn: '2026-08-01' })],
      }),
    ],
  ])('%s', (stage, dossier) => {
    expect(deriveCase(dossier).stage).toBe(stage)
  })

  test.each<[string, string, Dossier]>([
    [
      'published',
      'its file names who made it public',
      withRows(onDay, { publication: [row('publication', { id: 'p', byBody: '市应急管理局' })] }),
    ],
    ['published', 'it was made from the report', withSource('report-opening')],
    ['published', 'it was made from news of the report', withSource('news-digest')],
    ['investigating', 'only a notice of the accident is known', withSource('official-notice')],
  ])('a case for the library is %s when %s', (stage, _, dossier) => {
    const begun = withRows(dossier, { team: [team] })
    expect(deriveCase({ ...begun, caseFile: { ...begun.caseFile, purpose: 'reference' } }).stage).toBe(stage)
    expect(deriveCase(begun).stage).toBe('investigating')
  })

  test('a report that was returned and sent again is submitted', () => {
    const again = withRows(sent, {
      approval: [approval('a', { decision: 'returned' }), approval('b', { submittedOn: '2026-05-10' })],
    })
    expect(deriveCase(again)).toMatchObject({ stage: 'submitted', approvedOn: null })
  })

  test('提级 is 第二十条第一款 only; a person’s answer stands above the rows', () => {
    const escalation = (ground: string, decision: string) => row('escalation', { id: 'e', ground, decision })
    const of = (...args: Parameters<typeof escalation>) => withRows(onDay, { escalation: [escalation(...args)] })
    expect(deriveCase(of('escalation', 'approved')).isEscalated).toBe(true)
    expect(deriveCase(of('escalation', 'refused')).isEscalated).toBeNull()
    expect(deriveCase(of('casualty_change', 'approved')).isEscalated).toBeNull()
    const answered = withoutRows(sampleDossier(), 'supervision', ['su1'])
    expect(deriveCase(answered)).toMatchObject({ isEscalated: false, isSupervised: true })
  })
})

describe('V-12 例5: figures that stand twice and differ', () => {
  const sample = sampleDossier()

  test('the sample case has none', () => {
    expect(figureConflicts(sample)).toEqual([])
  })

  test('three dead in the count, two in the list', () => {
    expect(figureConflicts(withRow(sample, 'casualty', 'cas3', { outcome: 'serious', diedOn: null }))).toEqual([
      {
        about: 'deaths',
        stated: 3,
        computed: 2,
        sentence: '死亡人数不一致：伤亡数字为3人，伤亡人员名单合计2人，请核对后改正其中一处。',
      },
      {
        about: 'seriousInjuries',
        stated: 1,
        computed: 2,
        sentence: '重伤人数不一致：伤亡数字为1人，伤亡人员名单合计2人，请核对后改正其中一处。',
      },
    ])
  })

  test('a death after the window counts as 重伤 in the list as well', () => {
    const late = withRow(sample, 'casualty', 'cas3', { diedOn: '2026-09-04' })
    expect(figureConflicts(late).map(({ about, computed }) => [about, computed])).toEqual([
      ['deaths', 2],
      ['seriousInjuries', 2],
    ])
    expect(figureConflicts(withRow(sample, 'casualty', 'cas3', { diedOn: '2026-09-03' }))).toEqual([])
  })

  test('persons without an outcome are asked for instead of being counted as missing from the list', () => {
    expect(figureConflicts(withRow(sample, 'casualty', 'cas1', { outcome: null }))).toEqual([
      {
        about: 'outcome',
        stated: null,
        computed: 1,
        sentence: '伤亡人员名单有1人没有填写伤亡结果，不能与伤亡数字核对，请补填。',
      },
    ])
  })

  test('the list never stands in for a count that is missing', () => {
    const uncounted = withRows(sample, { casualtyCount: [] })
    expect(deriveCase(uncounted).deaths).toBeNull()
    expect(figureConflicts(uncounted)[0]?.sentence).toBe('伤亡人员名单有死亡3人，伤亡数字没有填写死亡人数，请补填。')
  })

  test('a stated loss beside another sum of items', () => {
    const changed = withRow(sample, 'lossItem', 'li1', { amountFen: 73_600_001 })
    expect(figureConflicts(changed)).toEqual([
      {
        about: 'loss',
        stated: 857_480_000,
        computed: 857_480_001,
        sentence: '直接经济损失不一致：填写的合计为857.48万元，分项相加为857.480001万元，请核对后改正其中一处。',
      },
    ])
  })

  test('V-26 例2: a fine or a rescue paid by the government is not a direct loss of GB 6721—2025', () => {
    const wrong = withRows(onDay, {
      lossAssessment: [loss('a', {})],
      lossItem: [
        item('i', 'a', 'Ei5', 60_000_000),
        { ...item('j', 'a', 'Ed3.rescue', 8_000_000), payer: 'government' },
      ],
    })
    expect(figureConflicts(wrong).map((conflict) => conflict.sentence)).toEqual([
      '“事故罚款”60.00万元按GB 6721—2025属于间接经济损失，不应计入直接经济损失，请改正。',
      '应急救援费用8.00万元不是企业支出，按GB 6721—2025属于间接经济损失，请改为间接损失。',
    ])
  })

  test('V-26 例1: 295 万元 of direct items, the rest is indirect', () => {
    const wan = 1_000_000
    const items = [
      item('1', 'a', 'Ed1.compensation', 180 * wan),
      item('2', 'a', 'Ed2.fixed', 95.5 * wan),
      item('3', 'a', 'Ed3.rescue', 12 * wan),
      item('4', 'a', 'Ed4.clearing', 6 * wan),
      item('5', 'a', 'Ed5.affairs', 1.5 * wan),
      item('6', 'a', 'Ei9', 8 * wan, false),
      item('7', 'a', 'Ei5', 60 * wan, false),
      item('8', 'a', 'Ei7', 5 * wan, false),
    ]
    const dossier = withRows(onDay, { lossAssessment: [loss('a', {})], lossItem: items })
    expect(deriveCase(dossier).directLossFen).toBe(295 * wan)
    expect(figureConflicts(dossier)).toEqual([])
  })
})
