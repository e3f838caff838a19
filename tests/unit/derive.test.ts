import { describe, expect, test } from 'vitest'
import { caseGrade, deriveCase, holdingCount, holdingLoss } from '../../src/shared/case/derive.ts'
import { CaseDerived } from '../../src/shared/case/fields.ts'
import { figureConflicts } from '../../src/shared/case/figure-conflicts.ts'
import { row, sampleDossier, withRow, withRows } from '../support/dossier.ts'
import { count, empty, item, loss, onDay, withCase } from '../support/figures.ts'

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
