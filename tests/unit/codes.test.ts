import { describe, expect, test } from 'vitest'
import {
  accidentTypes,
  accidentTypesOf,
  accidentTypesOn,
  typeCodeFromLabel,
  typeLabel,
  typeStandardOn,
  typeStandardTitle,
} from '../../src/shared/statutes/accident-types.ts'
import { provinces } from '../../src/shared/statutes/divisions.ts'
import { industryLabel, industryProblem, industrySections } from '../../src/shared/statutes/industries.ts'
import { lossItemType, lossItemTypes, lossItemTypesOf, lossStandardOn } from '../../src/shared/statutes/loss-items.ts'
import { sampleDossier } from '../support/dossier.ts'

describe('V-25: the day of the accident chooses the standard', () => {
  test('例1、例2: 20 types up to 2026-06-30, 27 from 2026-07-01', () => {
    expect([typeStandardOn('2026-06-30'), accidentTypesOn('2026-06-30').length]).toEqual(['GB6441-1986', 20])
    expect([typeStandardOn('2026-07-01'), accidentTypesOn('2026-07-01').length]).toEqual(['GB6441-2025', 27])
    expect(accidentTypesOn('2026-07-01').some((type) => type.name === '冒顶片帮')).toBe(false)
    expect(typeStandardTitle('GB6441-2025')).toBe('GB 6441—2025')
  })

  test('例3、例4: a fall from a height and a fall on the ground are two types', () => {
    expect([typeLabel('GB6441-2025', 'WSA10010'), typeLabel('GB6441-2025', 'WSA10011')]).toEqual(['高处坠落', '跌落'])
  })

  test('例5: 其他 is WSA10099, and there is no WSA10027', () => {
    expect([typeLabel('GB6441-2025', 'WSA10099'), typeLabel('GB6441-2025', 'WSA10027')]).toEqual(['其他', null])
  })

  test('例6: 车辆伤害 has no counterpart that could be taken silently', () => {
    expect(typeCodeFromLabel('GB6441-2025', '车辆伤害')).toBeNull()
  })

  test('例10: codes are text: 010 is 坍塌, 10 is nothing', () => {
    expect([typeLabel('GB6441-1986', '010'), typeLabel('GB6441-1986', '10')]).toEqual(['坍塌', null])
  })

  test('every code and every name occurs once in its standard, and each leads to the other', () => {
    for (const standard of ['GB6441-1986', 'GB6441-2025'] as const) {
      const types = accidentTypesOf(standard)
      expect(new Set(types.map((type) => type.code)).size).toBe(types.length)
      for (const type of types) expect(typeCodeFromLabel(standard, type.name)).toBe(type.code)
    }
  })

  test('the codes of 1986 run from 01 to 020, those of 2025 from WSA10001 to WSA10026 and WSA10099', () => {
    const counting = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
    expect(accidentTypesOf('GB6441-1986').map((type) => type.code)).toEqual(counting(20).map((n) => `0${n}`))
    expect(accidentTypesOf('GB6441-2025').map((type) => type.code)).toEqual([
      ...counting(26).map((n) => `WSA1${String(n).padStart(4, '0')}`),
      'WSA10099',
    ])
  })

  test('names are read with brackets of either width and a trailing 事故', () => {
    expect(typeCodeFromLabel('GB6441-2025', '厂（场）内车辆致害事故')).toBe('WSA10002')
    expect(typeCodeFromLabel('GB6441-1986', '中毒和窒息')).toBe('019')
  })

  test('each row carries its clause, its period and its mark', () => {
    expect(accidentTypes.find((type) => type.code === 'WSA10018')).toEqual({
      standard: 'GB6441-2025',
      code: 'WSA10018',
      name: '粉尘爆炸',
      hint: null,
      clause: 'GB 6441—2025',
      from: '2026-07-01',
      to: null,
      confidence: 'verified',
    })
  })
})

describe('V-26: what is a direct loss', () => {
  test('the day of the accident chooses the standard', () => {
    expect([lossStandardOn('2026-06-30'), lossStandardOn('2026-07-01')]).toEqual(['GB6721-1986', 'GB6721-2025'])
  })

  test('例1、例2: fines and the cost of the investigation are indirect from 2026-07-01', () => {
    expect(lossItemType('GB6721-2025', 'Ei5')).toMatchObject({ name: '事故罚款', isDirect: false })
    expect(lossItemType('GB6721-2025', 'Ei7')).toMatchObject({ name: '事故调查费', isDirect: false })
  })

  test('例3: the old standard counts fines as direct', () => {
    expect(lossItemType('GB6721-1986', 'D2.fine')).toMatchObject({ isDirect: true, confidence: 'transcribed' })
  })

  test('the parts of GB 6721—2025 in their order', () => {
    const groups = lossItemTypesOf('GB6721-2025').map((item) => `${item.group} ${item.groupName}`)
    expect([...new Set(groups)]).toEqual([
      'Ed1 人身伤亡后支出',
      'Ed2 财产损失',
      'Ed3 应急救援费用',
      'Ed4 清理现场及影响区域费用',
      'Ed5 事务性费用',
      'Ei 间接经济损失',
    ])
  })

  test('every item of the sample case is in the table, direct or indirect as the case has it', () => {
    const { rows } = sampleDossier()
    expect(rows.lossItem).toHaveLength(15)
    for (const item of rows.lossItem) expect(lossItemType('GB6721-2025', item.itemCode)?.isDirect).toBe(item.isDirect)
  })

  test('codes occur once in their standard', () => {
    const keys = lossItemTypes.map((item) => `${item.standard} ${item.code}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('GB/T 4754—2017', () => {
  test('20 sections from A to T, whose ranges of 大类 follow on without a gap up to 97', () => {
    expect(industrySections.map((section) => section.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    const starts = industrySections.map((section) => section.firstDivision)
    expect(starts).toEqual([1, ...industrySections.slice(0, -1).map((section) => section.lastDivision + 1)])
    expect(industrySections.at(-1)?.lastDivision).toBe(97)
  })

  test.each([
    ['C', '制造业'],
    ['C3670', '制造业'],
    ['e4910', '建筑业'],
    ['3311', '制造业'],
    ['98', null],
    ['U12', null],
    ['C1', null],
    ['', null],
    ['制造业', null],
  ])('%j is %s', (code, name) => {
    expect(industryLabel(code)).toBe(name)
    expect(industryProblem(code) === null).toBe(name !== null)
  })
})

test('34 provinces, each code once', () => {
  expect(provinces).toHaveLength(34)
  expect(new Set(provinces.map((province) => province.code)).size).toBe(34)
})
