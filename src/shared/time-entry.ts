/**
 * Times as investigators type them: 8月4日15时26分许, 2026-08-04 15:26, 13时至13时30分间, 8月4日, 2026年8月. What is not
 * understood is not guessed: its words are kept with the precision «unknown».
 */
import {
  addDays,
  chineseDay,
  chineseMonthDay,
  type DayText,
  dayOf,
  type InstantText,
  type UncertainTime,
} from './dates.ts'
import { Day } from './schema.ts'

/** A point of a text that was read: a day or a longer span, or a clock time on a day. */
type Point = {
  readonly from: InstantText
  readonly to: InstantText
  readonly precision: 'minute' | 'about' | 'day' | 'month' | 'year'
}

const datePattern =
  /^(?:(?<year>\d{4})(?:年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?)?|[-/.](?<month2>\d{1,2})(?:[-/.](?<day2>\d{1,2}))?(?!\d))|(?<monthOnly>\d{1,2})月(?<dayOnly>\d{1,2})[日号]|(?<bareDay>\d{1,2})[日号]|(?<relative>当日|当天|同日|次日|翌日))/

const partOfDay = /^(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间)$/
const clockPattern =
  /^(?<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间)?(?:(?<hour>\d{1,2})(?:[时点](?:(?<half>半)|(?<minute>\d{1,2})分(?:(?<second>\d{1,2})秒)?)?|:(?<minute2>\d{2})(?::(?<second2>\d{2}))?)|(?<bareMinute>\d{1,2})分)$/

const aboutPattern = /(?:许|左右|前后)$/
const rangePattern = /^(.+?)(?:至|到|—+|－|~|–)(.+?)(?:之?间)?$/

/**
 * Reads a time. `defaultDay` stands in for what the text leaves out: its year for «8月4日», the day itself for «15时26分».
 * The words are kept in `text` as typed. An impossible time (2月30日, 25时) is not understood.
 */
export function parseChineseTime(text: string, defaultDay: DayText | null): UncertainTime {
  const kept = text.trim()
  const unknown: UncertainTime = { from: null, to: null, precision: 'unknown', text: kept === '' ? null : kept }
  const plain = kept
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/(:\d{2}) ?- ?(?=\d)/, '$1至')

  const single = readPoint(plain, defaultDay, null)
  if (single) return { ...single, text: kept }

  const range = rangePattern.exec(plain)
  const [, first = '', last = ''] = range ?? []
  const from = readPoint(first.trim(), defaultDay, null)
  if (!from) return unknown
  const to = readPoint(last.trim(), dayOf(from.from), from.from)
  if (!to || to.to < from.from || isClock(from) !== isClock(to)) return unknown
  return { from: from.from, to: to.to, precision: 'between', text: kept }
}

/** A sentence when the time was not understood; null when it was, or when nothing was typed. */
export function timeEntryProblem(time: UncertainTime): string | null {
  if (time.precision !== 'unknown' || time.text === null) return null
  return `没有看懂时间“${time.text}”，请写成“2026年8月4日15时26分”“8月4日15时许”或“13时至13时30分间”的样子；确实不明的可以保留原文。`
}

/**
 * A time in the words of a report. With `knownDay` the year, or the whole day, is left out where it is the same.
 * An unknown time gives its own words, or an empty text.
 */
export function formatUncertain(time: UncertainTime, knownDay: DayText | null = null): string {
  const { from, to, precision } = time
  if (from === null || precision === 'unknown') return time.text ?? ''
  switch (precision) {
    case 'year':
      return `${from.slice(0, 4)}年`
    case 'month':
      return `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`
    case 'day':
      return dayWords(dayOf(from), knownDay) || chineseMonthDay(dayOf(from))
    case 'minute':
      return dayWords(dayOf(from), knownDay) + clockWords(from)
    case 'about':
      return `${dayWords(dayOf(from), knownDay)}${clockWords(from)}许`
    case 'between':
      return betweenWords(from, to ?? from, knownDay)
  }
}

function betweenWords(from: InstantText, to: InstantText, knownDay: DayText | null): string {
  const isDays = from.slice(11, 19) === '00:00:00' && to.slice(11, 19) === '23:59:59'
  const start = dayWords(dayOf(from), knownDay)
  if (isDays) return `${start || chineseMonthDay(dayOf(from))}至${dayWords(dayOf(to), null, dayOf(from))}间`
  const end = dayOf(from) === dayOf(to) ? '' : dayWords(dayOf(to), null, dayOf(from))
  return `${start}${clockWords(from)}至${end}${clockWords(to)}间`
}

/** 2026年8月4日; 8月4日 in the same year; nothing on the same day. `near` only saves the year. */
function dayWords(day: DayText, knownDay: DayText | null, near: DayText | null = null): string {
  if (day === knownDay) return ''
  const isSameYear = (knownDay ?? near)?.slice(0, 4) === day.slice(0, 4)
  return isSameYear ? chineseMonthDay(day) : chineseDay(day)
}

/** 15时26分, 15时, 15时26分30秒 */
function clockWords(instant: InstantText): string {
  const [hour, minute, second] = [instant.slice(11, 13), instant.slice(14, 16), instant.slice(17, 19)].map(Number)
  if (second) return `${hour}时${minute}分${second}秒`
  return minute ? `${hour}时${minute}分` : `${hour}时`
}

function readPoint(text: string, defaultDay: DayText | null, sameHour: InstantText | null): Point | null {
  const isAbout = aboutPattern.test(text) || text.startsWith('约')
  const plain = text.replace(aboutPattern, '').replace(/^约/, '')
  const date = datePattern.exec(plain)
  const span = date ? spanOf(date.groups ?? {}, defaultDay) : null
  if (date && !span) return null
  const rest = plain
    .slice(date?.[0].length ?? 0)
    .replace(/^[ T]/, '')
    .trim()

  // «8月2日下午» is no more than the day: where the afternoon begins is not ours to say.
  if (rest === '' || (span?.precision === 'day' && partOfDay.test(rest))) return span && !isAbout ? span : null
  if (span && span.precision !== 'day') return null
  const day = span ? dayOf(span.from) : defaultDay
  const clock = clockOf(rest, sameHour)
  if (day === null || clock === null) return null
  const at = `${day}T${clock}+08:00`
  return { from: at, to: at, precision: isAbout ? 'about' : 'minute' }
}

type Groups = Readonly<Record<string, string | undefined>>

function spanOf(groups: Groups, defaultDay: DayText | null): Point | null {
  const { year, monthOnly, dayOnly, bareDay, relative } = groups
  const month = groups.month ?? groups.month2
  const day = groups.day ?? groups.day2
  if (year !== undefined) {
    if (month === undefined) return longSpan(year, '01', '12', 'year')
    if (day === undefined) return longSpan(year, two(month), two(month), 'month')
    return daySpan(`${year}-${two(month)}-${two(day)}`)
  }
  if (defaultDay === null) return null
  if (monthOnly !== undefined) return daySpan(`${defaultDay.slice(0, 4)}-${two(monthOnly)}-${two(dayOnly ?? '')}`)
  if (bareDay !== undefined) return daySpan(`${defaultDay.slice(0, 7)}-${two(bareDay)}`)
  return daySpan(relative === '次日' || relative === '翌日' ? addDays(defaultDay, 1) : defaultDay)
}

function daySpan(day: DayText): Point | null {
  if (!Day.safeParse(day).success) return null
  return { from: `${day}T00:00:00+08:00`, to: `${day}T23:59:59+08:00`, precision: 'day' }
}

function longSpan(year: string, first: string, last: string, precision: 'month' | 'year'): Point | null {
  const end = [31, 30, 29, 28].map((day) => `${year}-${last}-${day}`).find((day) => Day.safeParse(day).success)
  return end ? { from: `${year}-${first}-01T00:00:00+08:00`, to: `${end}T23:59:59+08:00`, precision } : null
}

/** HH:MM:SS. A bare «28分» takes the hour of the time before it. */
function clockOf(text: string, sameHour: InstantText | null): string | null {
  const groups = clockPattern.exec(text)?.groups
  if (!groups) return null
  const { part, hour, half, minute, minute2, second, second2, bareMinute } = groups
  if (bareMinute !== undefined) {
    if (sameHour === null || part !== undefined) return null
    return clockText(Number(sameHour.slice(11, 13)), Number(bareMinute), 0)
  }
  const minutes = half === undefined ? Number(minute ?? minute2 ?? 0) : 30
  return clockText(onTheDay(part, Number(hour)), minutes, Number(second ?? second2 ?? 0))
}

/** 下午3时 is 15时, 中午12时 is 12时, 晚上12时 and 夜间3时 may belong to the next day. */
function onTheDay(part: string | undefined, hour: number): number {
  if (part === undefined || hour > 12) return hour
  if (['下午', '傍晚', '晚上', '晚', '夜间'].includes(part)) {
    if (hour === 12) return part === '下午' ? 12 : 99
    return hour < 5 && part !== '下午' ? 99 : hour + 12
  }
  if (part === '中午') return hour < 3 ? hour + 12 : hour
  return hour === 12 && part !== '上午' ? 99 : hour
}

function clockText(hour: number, minute: number, second: number): string | null {
  if (hour > 23 || minute > 59 || second > 59) return null
  return `${two(String(hour))}:${two(String(minute))}:${two(String(second))}`
}

function two(digits: string): string {
  return digits.padStart(2, '0')
}

function isClock(point: Point): boolean {
  return point.precision === 'minute' || point.precision === 'about'
}
