import { describe, expect, test } from 'vitest'
import { deriveCase } from '../../src/shared/case/derive.ts'
import { figureConflicts } from '../../src/shared/case/figure-conflicts.ts'
import { sampleDossier, withRow, withRows } from '../support/dossier.ts'
import { item, loss, onDay } from '../support/figures.ts'

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
