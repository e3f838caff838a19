import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GradeFigures, gradeOf } from '../../src/shared/case/grade.ts'
import { exactWan } from '../../src/shared/case/grade-words.ts'
import { type CountableCasualty, countCasualties } from '../../src/shared/casualty/count.ts'
import { casualtyWindowEnd, type Regime } from '../../src/shared/statutes/casualty-window.ts'
import { gradeFromText, gradeLabel } from '../../src/shared/statutes/grade-thresholds.ts'

const day = '2026-03-01'
const figures = (deaths: number | null, seriousInjuries: number | null, lossWan: number | null): GradeFigures => ({
  deaths,
  seriousInjuries,
  directLossFen: lossWan === null ? null : Math.round(lossWan * 1_000_000),
})

describe('V-01: three ladders, the highest wins', () => {
  test.each([
    [1, 0, 0, 0, '一般'],
    [2, 2, 9, 999.99, '一般'],
    [3, 3, 0, 0, '较大'],
    [4, 0, 10, 0, '较大'],
    [5, 0, 0, 1000, '较大'],
    [6, 0, 0, 999.99, '一般'],
    [7, 0, 0, 999.995, '一般'],
    [8, 2, 10, 50, '较大'],
    [9, 9, 49, 4999.99, '较大'],
    [10, 10, 0, 0, '重大'],
    [11, 0, 50, 0, '重大'],
    [12, 0, 0, 5000, '重大'],
    [13, 2, 0, 5000, '重大'],
    [14, 3, 50, 100, '重大'],
    [15, 29, 99, 9999.99, '重大'],
    [16, 30, 0, 0, '特别重大'],
    [17, 0, 100, 0, '特别重大'],
    [18, 0, 0, 10000, '特别重大'],
    [22, 97, 163, 35100, '特别重大'],
  ])('例%i: 死亡%s 重伤%s 损失%s万元 is %s', (_, deaths, injured, lossWan, grade) => {
    const answer = gradeOf(figures(deaths, injured, lossWan), day)
    expect([answer.headline, gradeLabel(answer.grade), answer.isProvisional]).toEqual([grade, grade, false])
  })

  test('例1: no harm at all asks whether this is an accident', () => {
    expect(gradeOf(figures(0, 0, 0), day).notes).toEqual(['无伤亡无损失，请确认是否属于生产安全事故或涉险事故。'])
  })

  test('例8、例13: the deciding figure is named', () => {
    expect(gradeOf(figures(2, 10, 50), day).deciding).toEqual(['injured'])
    expect(gradeOf(figures(2, 0, 5000), day).deciding).toEqual(['lossFen'])
  })

  test('例19: 急性工业中毒 counts with 重伤', () => {
    expect(gradeOf({ ...figures(1, 8, 0), acutePoisonings: 2 }, day).grade).toBe(2)
    expect(gradeOf({ ...figures(1, 8, 0), acutePoisonings: 1 }, day).grade).toBe(1)
  })

  test('例21: five hurt without a degree do not matter where they cannot decide', () => {
    const answer = gradeOf({ ...figures(17, 0, 2615), unspecifiedInjuries: 5 }, day)
    expect([answer.headline, answer.isProvisional]).toEqual(['重大', false])
  })

  test('例23: a loss that was not assessed is not 0', () => {
    const answer = gradeOf(figures(2, 1, null), day)
    expect([answer.headline, answer.grade, answer.isProvisional]).toEqual(['初判：一般（损失未评估）', 1, true])
  })

  test('例24: deaths that were not verified leave a lower bound', () => {
    const answer = gradeOf(figures(null, 0, 1200), day)
    expect([answer.headline, answer.grade, answer.isProvisional]).toEqual(['初判：不低于较大（死亡未核实）', 2, true])
  })

  test.each([2.5, -1, Number.NaN, Number.POSITIVE_INFINITY])('例25: %s persons are refused', (deaths) => {
    expect(() => gradeOf(figures(deaths, 0, 0), day)).toThrow('死亡人数应为非负整数，请核对。')
  })

  test.each([true, '三'])('例25: %j is not a number of persons', (value) => {
    const given: GradeFigures = JSON.parse(JSON.stringify({ ...figures(0, 0, 0), deaths: value }))
    expect(() => gradeOf(given, day)).toThrow('死亡人数应为非负整数，请核对。')
  })

  test('the steps give the arithmetic, with bounds that never come from a rounded loss', () => {
    expect(gradeOf(figures(3, 1, 999.995), '2026-08-04')).toMatchObject({
      clause: '《生产安全事故报告和调查处理条例》第三条',
      confidence: 'verified',
      steps: [
        '死亡3人，不少于3人、少于10人，对应较大事故。',
        '重伤（含急性工业中毒）1人，少于10人，对应一般事故。',
        '直接经济损失999.995万元，少于1000万元，对应一般事故。',
        '三项分别比对、不相加，取最高一项（死亡），依据《生产安全事故报告和调查处理条例》第三条，为较大事故。',
      ],
      next: [
        { key: 'deaths', at: 10, grade: 3, step: '死亡达到10人时，为重大事故。' },
        { key: 'injured', at: 50, grade: 3, step: '重伤（含急性工业中毒）达到50人时，为重大事故。' },
        { key: 'lossFen', at: 5_000_000_000, grade: 3, step: '直接经济损失达到5000万元时，为重大事故。' },
      ],
    })
  })

  test('nothing known is no grade, and the highest grade cannot be raised by what is unknown', () => {
    expect(gradeOf(figures(null, null, null), day)).toMatchObject({ grade: null, headline: '等级未定', deciding: [] })
    const highest = gradeOf(figures(30, null, null), day)
    expect([highest.headline, highest.isProvisional, highest.next]).toEqual(['特别重大', false, []])
  })

  test('a number of 急性工业中毒 that is not known leaves the grade open', () => {
    const answer = gradeOf({ ...figures(0, 9, 0), acutePoisonings: null }, day)
    expect([answer.headline, answer.isProvisional]).toEqual(['初判：一般（急性工业中毒未核实）', true])
  })

  test('before 2007-06-01 no table is at hand and nothing is guessed', () => {
    expect(gradeOf(figures(3, 0, 0), '2007-05-31')).toMatchObject({ grade: null, isProvisional: true, steps: [] })
    expect(gradeOf(figures(3, 0, 0), '2007-06-01').grade).toBe(2)
  })

  test('without a day the newest table is taken, and said so', () => {
    const answer = gradeOf(figures(3, 0, 0), null)
    expect([answer.headline, answer.notes]).toEqual([
      '初判：较大（发生日期未填写）',
      ['事故发生日期未填写，暂按现行规定判断。'],
    ])
  })
})

describe('V-02: missing persons are pointed out, not decided', () => {
  test('例1: 0 dead and 3 missing stay 一般 until a person decides', () => {
    const answer = gradeOf({ ...figures(0, 0, 0), missing: 3 }, day)
    expect([answer.grade, answer.headline]).toEqual([1, '初判：一般（有情形待认定）'])
    expect(answer.notes[0]).toContain('下落不明3人如计入死亡，等级为较大')
  })

  test('例2: two missing beside no death cannot change the grade', () => {
    expect(gradeOf({ ...figures(0, 0, 0), missing: 2 }, day)).toMatchObject({
      grade: 1,
      isProvisional: false,
      notes: [],
    })
  })

  test('twelve hurt without a degree could make it 较大', () => {
    const answer = gradeOf({ ...figures(1, 0, 0), unspecifiedInjuries: 12 }, day)
    expect([answer.grade, answer.isProvisional]).toEqual([1, true])
    expect(answer.notes[0]).toBe('12人受伤轻重未分，如均为重伤，等级为较大，请核实伤害程度。')
  })
})

describe('V-03: the window of 30 or 7 days', () => {
  test.each<[number, Regime, string, string]>([
    [1, 'general', '2026-03-01', '2026-03-31'],
    [2, 'fire', '2026-03-01', '2026-03-08'],
    [3, 'road', '2026-03-01', '2026-03-08'],
    [4, 'general', '2025-12-31', '2026-01-30'],
    [5, 'general', '2028-01-31', '2028-03-01'],
    [6, 'general', '2014-08-02', '2014-09-01'],
    [13, 'special', '2026-03-01', '2026-03-31'],
  ])('例%i: %s %s ends on %s', (_, regime, occurredOn, end) => {
    expect(casualtyWindowEnd(occurredOn, regime)).toBe(end)
  })

  const people = (diedOn: string): CountableCasualty[] => [
    { outcome: 'death', headCount: 2, diedOn: '2026-03-01' },
    { outcome: 'death', headCount: 1, diedOn },
  ]
  test.each<[number, Regime, string, number, number]>([
    [7, 'general', '2026-03-31', 3, 0],
    [8, 'general', '2026-04-01', 2, 1],
    [9, 'fire', '2026-03-08', 3, 0],
    [10, 'fire', '2026-03-09', 2, 1],
    [12, 'general', '2026-03-30', 3, 0],
  ])('例%i: %s, one more death on %s gives %i dead and %i 重伤', (_, regime, diedOn, deaths, seriousInjuries) => {
    const counts = countCasualties(people(diedOn), '2026-03-01', regime)
    expect(counts).toMatchObject({ deaths, seriousInjuries, lateDeaths: seriousInjuries })
    expect(gradeOf({ ...counts, directLossFen: 0 }, '2026-03-01', regime).grade).toBe(deaths === 3 ? 2 : 1)
  })

  test('例11: 75 on the day, 97 within the window, 49 later: 97 count', () => {
    const list: CountableCasualty[] = [
      { outcome: 'death', headCount: 75, diedOn: '2014-08-02' },
      { outcome: 'death', headCount: 22, diedOn: '2014-09-01' },
      { outcome: 'death', headCount: 49, diedOn: '2014-09-02' },
      { outcome: 'serious', headCount: 114, diedOn: null },
    ]
    const counts = countCasualties(list, '2014-08-02', 'general')
    expect(counts).toMatchObject({ deaths: 97, seriousInjuries: 163, lateDeaths: 49 })
    expect(gradeLabel(gradeOf({ ...counts, directLossFen: 35_100_000_000 }, '2014-08-02').grade)).toBe('特别重大')
  })

  test('a death without a day counts and is pointed out; other outcomes keep to their own count', () => {
    const counts = countCasualties(
      [
        { outcome: 'death', headCount: 1, diedOn: null },
        { outcome: 'missing', headCount: 2, diedOn: null },
        { outcome: 'acute_poisoning', headCount: 4, diedOn: null },
        { outcome: 'minor', headCount: 5, diedOn: null },
        { outcome: 'hospitalised', headCount: 6, diedOn: null },
        { outcome: 'unspecified', headCount: 1, diedOn: null },
        { outcome: 'unharmed', headCount: 9, diedOn: null },
        { outcome: null, headCount: 3, diedOn: null },
      ],
      day,
      'general',
    )
    expect(counts).toEqual({
      deaths: 1,
      missing: 2,
      seriousInjuries: 0,
      acutePoisonings: 4,
      minorInjuries: 5,
      unspecifiedInjuries: 7,
      lateDeaths: 0,
      undecided: 3,
      windowEnd: '2026-03-31',
      notes: ['1名死亡人员没有填写死亡日期，暂计入死亡，请补填后核对是否在期限内。'],
    })
  })
})

describe('properties', () => {
  const persons = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 1_000_000 }))
  const fen = fc.oneof(
    fc
      .constantFrom(1_000, 5_000, 10_000)
      .chain((wan) => fc.integer({ min: wan * 1_000_000 - 2, max: wan * 1_000_000 + 2 })),
    fc.integer({ min: 0, max: 30_000_000_000 }),
  )
  const given = fc.record({ deaths: persons, seriousInjuries: persons, directLossFen: fen })

  test('more deaths, injuries or loss never lower the grade', () => {
    fc.assert(
      fc.property(given, given, (a, b) => {
        const more = {
          deaths: Math.max(a.deaths, b.deaths),
          seriousInjuries: Math.max(a.seriousInjuries, b.seriousInjuries),
          directLossFen: Math.max(a.directLossFen, b.directLossFen),
        }
        expect(gradeOf(more, day).grade ?? 0).toBeGreaterThanOrEqual(gradeOf(a, day).grade ?? 0)
      }),
    )
  })

  test('the grade is that of the printed two-sided table', () => {
    // 第三条 typed a second time, with both bounds, so that one wrong number cannot hide in both
    const printed = [
      [1, [0, 2], [0, 9], [0, 999_999_999]],
      [2, [3, 9], [10, 49], [1_000_000_000, 4_999_999_999]],
      [3, [10, 29], [50, 99], [5_000_000_000, 9_999_999_999]],
      [4, [30, Infinity], [100, Infinity], [10_000_000_000, Infinity]],
    ] as const
    const inside = (value: number, [low, high]: readonly [number, number]) => low <= value && value <= high
    fc.assert(
      fc.property(given, (a) => {
        const of = (column: 1 | 2 | 3, value: number) => printed.find((row) => inside(value, row[column]))?.[0] ?? 0
        const expected = Math.max(of(1, a.deaths), of(2, a.seriousInjuries), of(3, a.directLossFen))
        expect(gradeOf(a, day).grade).toBe(expected)
      }),
    )
  })

  test('an unknown figure gives the lowest of all grades that it could have', () => {
    fc.assert(
      fc.property(given, persons, (a, deaths) => {
        const partial = gradeOf({ ...a, deaths: null }, day)
        expect(gradeOf({ ...a, deaths }, day).grade ?? 0).toBeGreaterThanOrEqual(partial.grade ?? 0)
        expect(gradeOf({ ...a, deaths: 0 }, day).grade).toBe(partial.grade)
      }),
    )
  })

  test('the next threshold raises the grade and one less does not', () => {
    fc.assert(
      fc.property(given, (a) => {
        const answer = gradeOf(a, day)
        for (const { key, at, grade } of answer.next) {
          const field = key === 'deaths' ? 'deaths' : key === 'injured' ? 'seriousInjuries' : 'directLossFen'
          expect(gradeOf({ ...a, [field]: at }, day).grade).toBe(grade)
          expect(gradeOf({ ...a, [field]: at - 1 }, day).grade).toBe(answer.grade)
        }
      }),
    )
  })

  test('the loss is printed without rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000 }), (n) => Math.round(Number(exactWan(n)) * 1e6) === n),
    )
    expect([85_748_0000, 999_995_000, 0, 1].map(exactWan)).toEqual(['857.48', '999.995', '0.00', '0.000001'])
  })
})

test('a grade is read from its number or its word', () => {
  expect(['2', '较大', '特别重大事故', ' 一般 ', '5', '很大'].map(gradeFromText)).toEqual([2, 2, 4, 1, null, null])
})
