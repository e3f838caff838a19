/** The dates of the rules against a second implementation that walks day by day. */
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  addWorkingDays,
  type Calendar,
  dayFrom,
  dayText,
  noCalendar,
  united,
} from '../../src/shared/rules/days.ts'
import { minutesOf, plusHours } from '../../src/shared/rules/moments.ts'
import {
  countedOnce,
  dayBefore,
  nextDay,
  plusDaysSlowly,
  plusMonthsSlowly,
  plusWorkingDaysSlowly,
} from '../support/slow-days.ts'

const from = '1999-12-01'
const to = '2033-03-31'

function* days(step: number): Generator<string> {
  let at = from
  for (let count = 0; at <= to; count++, at = nextDay(at)) if (count % step === 0) yield at
}

describe('both implementations of dates', () => {
  test('number and name every day from 1999 to 2033 alike', () => {
    let number = dayFrom(from)
    for (const day of days(1)) {
      expect(dayFrom(day)).toBe(number)
      expect(dayText(number)).toBe(day)
      number += 1
    }
    expect(dayText(dayFrom('1900-03-01') - 1)).toBe(dayBefore('1900-03-01'))
    expect(dayText(dayFrom('2000-03-01') - 1)).toBe('2000-02-29')
    expect(dayText(dayFrom('2100-03-01') - 1)).toBe(dayBefore('2100-03-01'))
    expect(dayFrom('1970-01-01')).toBe(0)
  })

  test.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', ''])(
    'refuse %j',
    (text) => expect(() => dayFrom(text)).toThrow(),
  )

  test('add days alike', () => {
    for (const day of days(97))
      for (const count of [-60, -1, 0, 1, 7, 30, 60, 121, 366])
        expect(dayText(dayFrom(day) + count)).toBe(plusDaysSlowly(day, count))
  })

  test('add months alike, and say where there is no such day', () => {
    for (const day of days(5))
      for (const count of [-12, -10, -1, 0, 1, 6, 10, 12, 24]) {
        const { day: sum, isClamped } = addMonths(dayFrom(day), count)
        const slow = plusMonthsSlowly(day, count)
        expect(dayText(sum)).toBe(slow)
        expect(isClamped).toBe(slow.slice(8) !== day.slice(8))
      }
  })

  test('count working days alike, with holidays and worked weekends', () => {
    // the first weeks of a year as a notice of holidays would set them
    const off = ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']
    const working = ['2026-01-04', '2026-02-14', '2026-02-28']
    const calendar: Calendar = { off: new Set(off), working: new Set(working), years: new Set([2026]) }
    let at = '2025-12-20'
    for (; at < '2026-03-10'; at = nextDay(at))
      for (const count of [1, 5, 7, 20]) {
        expect(dayText(addWorkingDays(dayFrom(at), count, calendar).day)).toBe(
          plusWorkingDaysSlowly(at, count, off, working),
        )
        expect(dayText(addWorkingDays(dayFrom(at), count, noCalendar).day)).toBe(plusWorkingDaysSlowly(at, count))
      }
    expect(addWorkingDays(dayFrom('2026-12-20'), 20, calendar).unknownYears).toEqual([2027])
    expect(addWorkingDays(dayFrom('2026-03-02'), 20, calendar).unknownYears).toEqual([])
    expect(addWorkingDays(dayFrom('2026-12-20'), 20, noCalendar).unknownYears).toEqual([2026, 2027])
  })

  test.each([
    [[]],
    [
      [
        ['2026-03-10', '2026-03-24'],
        ['2026-03-20', '2026-03-31'],
      ],
    ],
    [
      [
        ['2026-03-10', '2026-03-24'],
        ['2026-03-24', '2026-03-31'],
      ],
    ],
    [
      [
        ['2026-03-10', '2026-03-24'],
        ['2026-03-25', '2026-03-31'],
      ],
    ],
    [
      [
        ['2026-03-10', '2026-03-31'],
        ['2026-03-12', '2026-03-14'],
      ],
    ],
    [
      [
        ['2026-03-20', '2026-03-31'],
        ['2026-03-10', '2026-03-24'],
        ['2026-03-10', '2026-03-12'],
      ],
    ],
    [
      [
        ['2026-03-10', '2026-03-10'],
        ['2026-03-12', '2026-03-13'],
      ],
    ],
  ] as [string, string][][][])('count the days of %j once', (pairs) => {
    const spans = pairs.map(([start, end]) => ({ from: start, to: end }))
    const whole = united(spans.map((span) => ({ from: dayFrom(span.from), to: dayFrom(span.to) })))
    expect(whole.reduce((sum, span) => sum + span.to - span.from, 0)).toBe(countedOnce(spans))
    for (const [at, span] of whole.entries())
      expect(span.from).toBeGreaterThan(whole[at - 1]?.to ?? Number.NEGATIVE_INFINITY)
  })
})

describe('hours', () => {
  test.each([
    ['2026-08-04T23:30:00+08:00', 1, '2026-08-05T00:30:00+08:00'],
    ['2026-12-31T22:59:30+08:00', 2, '2027-01-01T00:59:30+08:00'],
    ['2026-08-04T09:35:00+08:00', 24, '2026-08-05T09:35:00+08:00'],
    ['2026-08-04T00:00Z', 1, '2026-08-04T01:00:00Z'],
  ])('%s + %d', (at, hours, sum) => expect(plusHours(at, hours)).toBe(sum))

  test('one instant written in two offsets is one minute', () => {
    expect(minutesOf('2026-08-04T09:35:00+08:00')).toBe(minutesOf('2026-08-04T01:35:00Z'))
    expect(minutesOf('2026-08-04T09:35:00+08:00')).toBe(minutesOf('2026-08-03T20:05:00-05:30'))
    expect(minutesOf('1970-01-02T00:01:00Z')).toBe(1441)
  })
})
