/** Times as published cases write them: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`; local time of Shanghai. */
import type { InstantText, Precision } from '../dates.ts'
import { Day } from '../schema.ts'

export type WhenShape = 'minute' | 'day' | 'month' | 'year'

export type When = { readonly from: InstantText; readonly to: InstantText; readonly shape: WhenShape }

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:\+08:00)?)?)?)?$/

/** Words that begin like a date: 2021-07-12/14, 2021年7月12日晚, 2021/7/12 8:30. */
const DATE_LIKE =
  /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})(?!\d)(?:\s*[-/.月]\s*(\d{1,2})(?!\d)日?(?:[T\s]*(\d{1,2})\s*[:：时]\s*(\d{1,2})?)?)?/

/** Whether a text has one of the four forms. */
export function isWhenForm(text: string): boolean {
  return FORM.test(text)
}

/** Whether a text is no date at all or one that exists: 2021-02-30, 2021年13月 and 25时 are refused. */
export function isPossible(text: string): boolean {
  const match = DATE_LIKE.exec(text)
  if (!match) return true
  const [, year = '', month = '', day = '1', hour = '0', minute = '0'] = match
  const day10 = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number(year) >= 1000 && Day.safeParse(day10).success && Number(hour) <= 24 && Number(minute) <= 59
}

/** The span of a text in one of the four forms; null for other words and for days that do not exist. */
export function parseWhen(text: string): When | null {
  const match = FORM.exec(text)
  if (!match || !isPossible(text)) return null
  const [, year = '', month, day, hour, minute, second] = match
  if (hour !== undefined && minute !== undefined) {
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}+08:00`
    return { from: at, to: at, shape: 'minute' }
  }
  if (day !== undefined) return span(`${year}-${month}-${day}`, `${year}-${month}-${day}`, 'day')
  if (month !== undefined) return span(`${year}-${month}-01`, `${year}-${month}-${lastDay(year, month)}`, 'month')
  return span(`${year}-01-01`, `${year}-12-31`, 'year')
}

/** A day in full form that exists, else null. */
export function dayOrNull(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  const when = parseWhen(text)
  return when?.shape === 'day' && text.length === 10 ? text : null
}

/** A span back in its form, cut to what its precision says; null when it has no beginning. */
export function whenText(from: InstantText | null, to: InstantText | null, precision: Precision): string | null {
  if (from === null) return null
  if (precision === 'year') return from.slice(0, 4)
  if (precision === 'month') return from.slice(0, 7)
  if (precision === 'day') return from.slice(0, 10)
  if (precision === 'unknown' || precision === 'between') return from === to ? from.slice(0, 16) : from.slice(0, 10)
  return from.slice(0, 16)
}

/** Whether the words of the source leave the minute open: 15时33分许, 8时左右, 约9时. */
export function isAbout(words: string | null | undefined): boolean {
  return words !== null && words !== undefined && /[时分]许|左右|前后|约\d/.test(words)
}

/** The day with which a text begins: 2019年9月4日下午 → 2019-09-04; null when there is none. */
export function dayInWords(words: string | null | undefined): string | null {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(words ?? '')
  if (!match) return null
  const [, year, month = '', day = ''] = match
  return dayOrNull(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** “8.11” → “8·11”, “2022.9.5” → “2022·9·5”: the day in the name of an accident. */
export function withMiddleDots(name: string): string {
  return name.replace(/“(?:\d{4}[.．])?\d{1,2}[.．]\d{1,2}”/g, (day) => day.replace(/[.．]/g, '·'))
}

/** A whole day as a span. */
export function daySpan(day: string): When {
  return span(day, day, 'day')
}

function span(first: string, last: string, shape: WhenShape): When {
  return { from: `${first}T00:00:00+08:00`, to: `${last}T23:59:59+08:00`, shape }
}

function lastDay(year: string, month: string): string {
  const days = ['31', '30', '29', '28']
  return days.find((day) => Day.safeParse(`${year}-${month}-${day}`).success) ?? '28'
}
