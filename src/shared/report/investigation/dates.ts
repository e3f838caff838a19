/** Dates and times in reading order: the year stands once, the day once a section (sentences follow GB/T 9704-2012, 7.3.5.4). */
import {
  chineseClock,
  chineseDay,
  chineseMonthDay,
  chinesePartialDay,
  type DayText,
  dayOf,
  type InstantText,
  type Precision,
} from '../../dates.ts'
import { phrase } from './words.ts'

type Moment = {
  readonly from: InstantText | null
  readonly to: InstantText | null
  readonly precision: Precision
  readonly text: string | null
}

export type Dates = {
  /** 8月14日; with the year where the year before it was another one */
  readonly day: (day: DayText) => string
  /** 8月4日15时31分 at the first event of a day, 16时2分 after it */
  readonly moment: (moment: Moment) => string
  /** the next event is written with its day */
  readonly newSection: () => void
  /** the next day is written with its year */
  readonly newYear: () => void
}

/** A writer of dates that remembers what stands before. One for a document. */
export function datesInOrder(): Dates {
  let year: string | null = null
  let today: string | null = null
  const day = (value: DayText): string => {
    const text = year === value.slice(0, 4) ? chineseMonthDay(value) : chineseDay(value)
    year = value.slice(0, 4)
    return text
  }
  const moment = (at: Moment): string => {
    if (at.from === null || at.precision === 'unknown') return phrase(at.text) ?? '期间'
    if (at.precision === 'month' || at.precision === 'year') {
      today = null
      year = at.from.slice(0, 4)
      return chinesePartialDay(at.from.slice(0, at.precision === 'month' ? 7 : 4))
    }
    const on = dayOf(at.from)
    const date = on === today ? '' : day(on)
    today = on
    // an event without a clock time always shows its day
    if (at.precision === 'day') return `${date === '' ? chineseMonthDay(on) : date}${partOfDay(at.text)}`
    return `${date}${clock(at)}`
  }
  return {
    day,
    moment,
    newSection: () => {
      today = null
    },
    newYear: () => {
      year = null
    },
  }
}

/** 15时26分, 14时20分许, 13时至13时30分间. «许» and «左右» of the source stay, and are never added. */
export function clock(at: Moment): string {
  if (at.from === null) return phrase(at.text) ?? ''
  if (at.precision === 'between' && at.to !== null && at.to !== at.from) {
    const end = dayOf(at.to) === dayOf(at.from) ? '' : chineseMonthDay(dayOf(at.to))
    return `${chineseClock(at.from)}至${end}${chineseClock(at.to)}间`
  }
  const about = /(许|左右)$/.exec(phrase(at.text) ?? '')?.[1]
  return `${chineseClock(at.from)}${about ?? (at.precision === 'about' ? '许' : '')}`
}

/** 上午 of «13日上午»: the source knew more than the day. */
export function partOfDay(text: string | null): string {
  return /(凌晨|早晨|上午|中午|下午|傍晚|晚上|夜间|前后)$/.exec(phrase(text) ?? '')?.[1] ?? ''
}
