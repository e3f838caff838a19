import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type UncertainTime } from '../../src/shared/dates.ts'
import { formatUncertain, parseChineseTime, timeEntryProblem } from '../../src/shared/time-entry.ts'

const day = '2026-08-04'
const at = (text: string, from: string, to: string, precision: UncertainTime['precision']): UncertainTime => ({
  from: `${from}+08:00`,
  to: `${to}+08:00`,
  precision,
  text,
})

describe('times as they are typed', () => {
  test.each<[string, string, string, UncertainTime['precision']]>([
    ['8月4日15时26分许', '2026-08-04T15:26:00', '2026-08-04T15:26:00', 'about'],
    ['2026-08-04 15:26', '2026-08-04T15:26:00', '2026-08-04T15:26:00', 'minute'],
    ['2026/8/4 15:26', '2026-08-04T15:26:00', '2026-08-04T15:26:00', 'minute'],
    ['15:26', '2026-08-04T15:26:00', '2026-08-04T15:26:00', 'minute'],
    ['15：26', '2026-08-04T15:26:00', '2026-08-04T15:26:00', 'minute'],
    ['15点半', '2026-08-04T15:30:00', '2026-08-04T15:30:00', 'minute'],
    ['约15时', '2026-08-04T15:00:00', '2026-08-04T15:00:00', 'about'],
    ['13时至13时30分间', '2026-08-04T13:00:00', '2026-08-04T13:30:00', 'between'],
    ['13:00-13:30', '2026-08-04T13:00:00', '2026-08-04T13:30:00', 'between'],
    ['15时26分至28分', '2026-08-04T15:26:00', '2026-08-04T15:28:00', 'between'],
    ['23时至次日1时', '2026-08-04T23:00:00', '2026-08-05T01:00:00', 'between'],
    ['8月4日至6日', '2026-08-04T00:00:00', '2026-08-06T23:59:59', 'between'],
    ['8月4日', '2026-08-04T00:00:00', '2026-08-04T23:59:59', 'day'],
    ['13日', '2026-08-13T00:00:00', '2026-08-13T23:59:59', 'day'],
    ['8月2日下午', '2026-08-02T00:00:00', '2026-08-02T23:59:59', 'day'],
    ['2026年8月', '2026-08-01T00:00:00', '2026-08-31T23:59:59', 'month'],
    ['2028-02', '2028-02-01T00:00:00', '2028-02-29T23:59:59', 'month'],
    ['2026年', '2026-01-01T00:00:00', '2026-12-31T23:59:59', 'year'],
    // as printed in published reports
    ['9月30日上午7时09分', '2026-09-30T07:09:00', '2026-09-30T07:09:00', 'minute'],
    ['4月8日晚上11时30分左右', '2026-04-08T23:30:00', '2026-04-08T23:30:00', 'about'],
    ['中午12时', '2026-08-04T12:00:00', '2026-08-04T12:00:00', 'minute'],
    ['凌晨0时30分许', '2026-08-04T00:30:00', '2026-08-04T00:30:00', 'about'],
  ])('%s', (text, from, to, precision) => {
    expect(parseChineseTime(text, day)).toEqual(at(text, from, to, precision))
  })

  test.each([
    ['随后'],
    ['2014年4月起'],
    ['2025年6月15日前后'],
    ['2月30日'],
    ['2026-13-01'],
    ['2026-0804'],
    ['24时'],
    ['25时'],
    ['15时60分'],
    ['夜间3时'],
    ['晚上12时'],
    ['15时至13时'],
    ['8月4日至13时'],
  ])('%s is not guessed; its words are kept', (text) => {
    const time = parseChineseTime(text, day)
    expect(time).toEqual({ from: null, to: null, precision: 'unknown', text })
    expect(timeEntryProblem(time)).toContain(`没有看懂时间“${text}”`)
  })

  test('a clock time or a day without its year needs a day to stand on', () => {
    expect(parseChineseTime('15时26分', null).precision).toBe('unknown')
    expect(parseChineseTime('8月4日', null).precision).toBe('unknown')
    expect(parseChineseTime('2026年8月4日15时26分', null).precision).toBe('minute')
  })

  test('an empty field is no time and no mistake', () => {
    const time = parseChineseTime('  ', day)
    expect([time, timeEntryProblem(time)]).toEqual([{ from: null, to: null, precision: 'unknown', text: null }, null])
  })

  test('hostile lengths are answered at once', () => {
    for (const text of ['—'.repeat(2000), '至'.repeat(2000), '1时至'.repeat(600), '年'.repeat(2000)]) {
      expect(parseChineseTime(text, day).precision).toBe('unknown')
    }
  })
})

describe('times in the words of a report', () => {
  test('what is known already is left out', () => {
    const time = parseChineseTime('8月4日15时2分许', day)
    expect([null, '2026-01-01', day, '2025-08-04'].map((known) => formatUncertain(time, known))).toEqual([
      '2026年8月4日15时2分许',
      '8月4日15时2分许',
      '15时2分许',
      '2026年8月4日15时2分许',
    ])
  })

  test('a day is never nothing, and an unknown time keeps its words', () => {
    expect(formatUncertain(parseChineseTime('8月4日', day), day)).toBe('8月4日')
    expect(formatUncertain(parseChineseTime('随后', day), day)).toBe('随后')
    expect(formatUncertain({ from: null, to: null, precision: 'unknown', text: null })).toBe('')
  })

  const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n))
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(0, 0, 0, 30))
    .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'))
  const instants = fc.tuple(days, clock).map(([on, time]) => `${on}T${time}+08:00`)
  const span = (first: string, last: string, precision: UncertainTime['precision']) =>
    at('', `${first}T00:00:00`, `${last}T23:59:59`, precision)
  const times = fc.oneof(
    fc
      .tuple(instants, fc.constantFrom('minute', 'about'))
      .map(([from, precision]) => ({ from, to: from, precision, text: '' })),
    fc
      .tuple(instants, instants)
      .filter(([a, b]) => a !== b)
      .map((pair) => pair.toSorted())
      .map(([from = '', to = '']) => ({ from, to, precision: 'between' as const, text: '' })),
    days.map((on) => span(on, on, 'day')),
    fc.tuple(days, fc.integer({ min: 1, max: 400 })).map(([on, length]) => span(on, addDays(on, length), 'between')),
    fc.integer({ min: 1900, max: 2100 }).map((year) => span(`${year}-01-01`, `${year}-12-31`, 'year')),
    days.map((on) => {
      const first = `${on.slice(0, 7)}-01`
      return span(first, addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1), 'month')
    }),
  )

  test('every time is read back as it was written, with and without a known day', () => {
    fc.assert(
      fc.property(times, days, fc.boolean(), (time, other, isNear) => {
        const known = isNear && time.from !== null ? time.from.slice(0, 10) : other
        for (const context of [null, known]) {
          const text = formatUncertain(time, context)
          expect({ ...parseChineseTime(text, context), text: '' }, text).toEqual(time)
        }
      }),
      { numRuns: 500 },
    )
  })
})
