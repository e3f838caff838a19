/** Days, months, working days, spans and hours against the second calendar: the first fault, or null. No test runner. */
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
import { countedOnce, lengthOfMonth, nextDay, plusMonthsSlowly, plusWorkingDaysSlowly } from './slow-days.ts'
import { throws } from './throws.ts'

export function dayFault(): string | null {
  let at = '2023-12-25'
  let number = dayFrom(at)
  for (; at < '2025-03-10'; at = nextDay(at), number++) {
    if (dayFrom(at) !== number || dayText(number) !== at) return `day ${at}`
    for (const months of [-12, -1, 0, 1, 10]) {
      const { day, isClamped } = addMonths(number, months)
      const slow = plusMonthsSlowly(at, months)
      if (dayText(day) !== slow || isClamped !== (slow.slice(8) !== at.slice(8))) return `${at} + ${months} months`
    }
  }
  return monthFault() ?? centuryFault() ?? calendarFault() ?? spanFault() ?? hourFault()
}

/** The first day that a month does not have, in years with and without a leap day. */
function monthFault(): string | null {
  for (const year of [1900, 2000, 2025, 2026, 2028, 2100, 2400])
    for (let month = 1; month <= 12; month++) {
      const name = `${year}-${String(month).padStart(2, '0')}`
      const length = lengthOfMonth(year, month)
      if (throws(() => dayFrom(`${name}-${length}`))) return `${name}-${length} is refused`
      if (!throws(() => dayFrom(`${name}-${length + 1}`))) return `${name}-${length + 1} is taken`
      if (!throws(() => dayFrom(`${name}-00`))) return `${name}-00 is taken`
    }
  for (const bad of ['2026-00-01', '2026-13-01', '2026-1-1', '', '2026-01-01x'])
    if (!throws(() => dayFrom(bad))) return `${bad} is taken`
  return null
}

/** Ends and beginnings of years and of February over eight centuries. */
function centuryFault(): string | null {
  for (let year = 1590; year < 2410; year++)
    for (const part of ['01-01', '02-28', '03-01', '12-31']) {
      const day = `${year}-${part}`
      if (dayText(dayFrom(day)) !== day || dayText(dayFrom(day) + 1) !== nextDay(day)) return day
    }
  if (dayText(dayFrom('0987-06-05')) !== '0987-06-05') return 'years before 1000'
  return dayFrom('1970-01-01') === 0 ? null : '1970'
}

function calendarFault(): string | null {
  const off = ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17']
  const working = ['2026-01-04', '2026-02-14']
  const calendar: Calendar = { off: new Set(off), working: new Set(working), years: new Set([2026]) }
  for (let at = '2025-12-20'; at < '2026-02-25'; at = nextDay(at))
    for (const count of [0, 1, 5, 20]) {
      if (dayText(addWorkingDays(dayFrom(at), count, calendar).day) !== plusWorkingDaysSlowly(at, count, off, working))
        return `${at} + ${count} working days`
      if (dayText(addWorkingDays(dayFrom(at), count, noCalendar).day) !== plusWorkingDaysSlowly(at, count))
        return `${at} + ${count} working days without a calendar`
    }
  const unknown = (day: string) => addWorkingDays(dayFrom(day), 20, calendar).unknownYears.join()
  if (unknown('2026-12-20') !== '2027' || unknown('2026-03-02') !== '') return 'years without a calendar'
  // before 1970 the remainder of a division is negative
  return dayText(addWorkingDays(dayFrom('1969-12-26'), 1, noCalendar).day) === '1969-12-29' ? null : 'weekdays of 1969'
}

/** Days of March 2026, from and to. */
const SPANS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [
    [10, 24],
    [20, 31],
  ],
  [
    [10, 24],
    [24, 31],
  ],
  [
    [10, 24],
    [25, 31],
  ],
  [
    [10, 31],
    [12, 14],
  ],
  [
    [20, 31],
    [10, 24],
    [10, 12],
  ],
  [
    [10, 10],
    [12, 13],
    [14, 15],
  ],
  [
    [1, 2],
    [5, 6],
    [6, 8],
  ],
  [
    [1, 2],
    [5, 6],
    [9, 12],
    [10, 11],
  ],
  [
    [12, 10],
    [12, 13],
  ],
]

function spanFault(): string | null {
  const day = (date: number) => `2026-03-${String(date).padStart(2, '0')}`
  for (const pairs of SPANS) {
    const spans = pairs.map(([from, to]) => ({ from: day(from), to: day(to) }))
    const whole = united(spans.map(({ from, to }) => ({ from: dayFrom(from), to: dayFrom(to) })))
    const days = whole.reduce((sum, { from, to }) => sum + to - from, 0)
    if (days !== countedOnce(spans)) return `spans ${JSON.stringify(pairs)}`
    for (const [at, span] of whole.entries()) {
      const before = whole[at - 1]
      if (span.from >= span.to) return `spans ${JSON.stringify(pairs)}: an empty one is left`
      if (before !== undefined && span.from <= before.to) return `spans ${JSON.stringify(pairs)} not united`
    }
  }
  return null
}

function hourFault(): string | null {
  const sums = [
    ['2026-08-04T23:30:00+08:00', 1, '2026-08-05T00:30:00+08:00'],
    ['2026-12-31T22:59:30+08:00', 2, '2027-01-01T00:59:30+08:00'],
    ['2026-08-04T09:35:00+08:00', 24, '2026-08-05T09:35:00+08:00'],
    ['2026-08-04T00:00Z', 1, '2026-08-04T01:00:00Z'],
  ] as const
  for (const [at, hours, sum] of sums) if (plusHours(at, hours) !== sum) return `${at} + ${hours} hours`
  const same = ['2026-08-04T01:35:00Z', '2026-08-03T20:05:00-05:30', '2026-08-04T15:10:00+13:35']
  for (const other of same)
    if (minutesOf('2026-08-04T09:35:00+08:00') !== minutesOf(other)) return `${other} is another minute`
  return minutesOf('1970-01-02T00:01:00Z') === 1441 ? null : 'minutes'
}
