/** Days and instants as text. Local time is Asia/Shanghai (+08:00, no summer time since 1991); text order is time order. */

/** Days are `YYYY-MM-DD`. */
export type DayText = string
/** Instants are `YYYY-MM-DDTHH:MM:SS+08:00`. */
export type InstantText = string

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/** How certain a time is: to the minute, about (许), between two, a day, a month, a year, unknown. */
export type Precision = 'minute' | 'about' | 'between' | 'day' | 'month' | 'year' | 'unknown'

/** An uncertain time as the tables hold it. `text` keeps the words of the source. */
export type UncertainTime = {
  readonly from: InstantText | null
  readonly to: InstantText | null
  readonly precision: Precision
  readonly text: string | null
}

/** Milliseconds since the epoch → local instant, seconds cut off. */
export function instantFromMs(ms: number): InstantText {
  return `${new Date(ms + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`
}

/** Local instant → milliseconds since the epoch. */
export function msFromInstant(instant: InstantText): number {
  return Date.parse(instant)
}

/** The day of an instant. */
export function dayOf(instant: InstantText): DayText {
  return instant.slice(0, 10)
}

/** Day plus a number of calendar days (may be negative). */
export function addDays(day: DayText, days: number): DayText {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: DayText, b: DayText): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS)
}

/** 2026年8月4日: no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function chineseDay(day: DayText): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 8月4日. */
export function chineseMonthDay(day: DayText): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** 15时26分; a full hour is 15时. */
export function chineseClock(instant: InstantText): string {
  const hour = Number(instant.slice(11, 13))
  const minute = Number(instant.slice(14, 16))
  return minute === 0 ? `${hour}时` : `${hour}时${minute}分`
}

/** A partial date `1987`, `2025-11` or `2025-11-03` in Chinese: 1987年, 2025年11月, 2025年11月3日. Other text unchanged. */
export function chinesePartialDay(text: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return text
  const [, year, month, day] = match
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}
