/** Days as integers since 1970-01-01: no `Date`, no time zone, no hour. The calendar is the Gregorian one, without end. */
import type { DayText } from '../dates.ts'
import { AppError } from '../result.ts'

/** Days since 1970-01-01. */
export type Day = number

const DAYS_OF_ERA = 146_097
const DAYS_TO_1970 = 719_468

/** `2026-08-04` → days since 1970-01-01. Throws AppError `invalid-input` for a day that does not exist. */
export function dayFrom(text: DayText): Day {
  const [year = 0, month = 0, date = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).slice(1).map(Number)
  if (date < 1 || date > monthLength(year, month))
    throw new AppError('invalid-input', `“${text}”不是一个日子，应写成 2026-08-04 的样子，请核对。`)
  return daysFromCivil(year, month, date)
}

/** Days since 1970-01-01 → `2026-08-04`. */
export function dayText(day: Day): DayText {
  const { year, month, date } = civilFromDays(day)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`
}

/**
 * The same day of the month `months` later; where that month has no such day, its last one, and then `isClamped`.
 *
 * 民法典第二百零二条
 */
export function addMonths(day: Day, months: number): { readonly day: Day; readonly isClamped: boolean } {
  const { year, month, date } = civilFromDays(day)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  const last = monthLength(toYear, toMonth)
  return { day: daysFromCivil(toYear, toMonth, Math.min(date, last)), isClamped: date > last }
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7
}

/** Days off and working weekends of the years that the state council has announced. */
export type Calendar = {
  readonly off: ReadonlySet<DayText>
  readonly working: ReadonlySet<DayText>
  /** years whose notice is in the table */
  readonly years: ReadonlySet<number>
  /** the notice of each year, where it is known */
  readonly bases?: ReadonlyMap<number, string>
}

export const noCalendar: Calendar = { off: new Set(), working: new Set(), years: new Set() }

/** Whether offices work on that day: Monday to Friday, but for the holidays and the weekends worked instead. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const text = dayText(day)
  if (calendar.working.has(text)) return true
  if (calendar.off.has(text)) return false
  return weekday(day) % 6 !== 0
}

/** The `count`-th working day after `day`, which itself does not count. `knownYears`, `unknownYears`: years walked through with and without a table. */
export function addWorkingDays(
  day: Day,
  count: number,
  calendar: Calendar,
): { readonly day: Day; readonly knownYears: readonly number[]; readonly unknownYears: readonly number[] } {
  const known = new Set<number>()
  const unknown = new Set<number>()
  let at = day
  for (let left = count; left > 0; ) {
    at += 1
    const { year } = civilFromDays(at)
    const walked = calendar.years.has(year) ? known : unknown
    walked.add(year)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return { day: at, knownYears: [...known], unknownYears: [...unknown] }
}

/** Spans [from, to) put together where they touch or overlap, in order; empty ones are gone. */
export function united(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of [...spans].filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last !== undefined && span.from <= last.to)
      whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else whole.push(span)
  }
  return whole
}

/** `from` counts, `to` does not. */
export type Span = { readonly from: Day; readonly to: Day }

const pad = (value: number) => String(value).padStart(2, '0')

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** 0 for a month that does not exist. */
function monthLength(year: number, month: number): number {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** Years begin in March, so that the leap day is the last of its year (Howard Hinnant, chrono-compatible date algorithms). */
function daysFromCivil(year: number, month: number, date: number): Day {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_ERA + dayOfEra - DAYS_TO_1970
}

function civilFromDays(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = day + DAYS_TO_1970
  const era = Math.floor(shifted / DAYS_OF_ERA)
  const dayOfEra = shifted - era * DAYS_OF_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}
