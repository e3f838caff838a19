/** 放假调休 as a fact of a rule, and working days with what was skipped on the way. */
import { z } from '../schema.ts'
import type { Assumption } from './answer.ts'
import { addWorkingDays, type Calendar, type Day, dayFrom, dayText, isWorkingDay, noCalendar } from './days.ts'
import { Day as DayText } from './facts.ts'
import type { Heads } from './heads.ts'
import type { Settings } from './rule.ts'
import type { Step } from './steps.ts'

/** Days off, or days off and weekends that are worked. */
export const Holidays = z.union([
  z.array(DayText),
  z.strictObject({ off: z.array(DayText), working: z.array(DayText).default([]) }),
])
export type Holidays = z.output<typeof Holidays>

/** A table is known for the years of which it names a day. */
function calendarOf(holidays: Holidays): Calendar {
  const { off, working } = Array.isArray(holidays) ? { off: holidays, working: [] } : holidays
  return {
    off: new Set(off),
    working: new Set(working),
    years: new Set([...off, ...working].map((day) => Number(day.slice(0, 4)))),
  }
}

/** `2026-10-01至2026-10-07休；2026-10-10班`: the days off and the weekends worked. */
export const holidaysHead: Heads = {
  放假调休: {
    name: 'holidays',
    read: (cell) => {
      const items = cell.split('；')
      return { off: items.flatMap((item) => daysOf(item, '休')), working: items.flatMap((item) => daysOf(item, '班')) }
    },
  },
}

function daysOf(item: string, mark: string): string[] {
  if (!item.endsWith(mark)) return []
  const [from = '', to = from] = item.slice(0, -mark.length).split('至')
  const first = dayFrom(from)
  return Array.from({ length: dayFrom(to) - first + 1 }, (_, at) => dayText(first + at))
}

export type WorkingDays = {
  readonly day: Day
  readonly step: Step
  readonly notes: readonly string[]
  /** the tables of the settings that were counted by */
  readonly assumptions: readonly Assumption<never>[]
}

/** The `days`-th working day after `base` by the given table, or by that of the settings, with a note where a year has none. */
export function workingDaysAfter(
  base: Day,
  days: number,
  why: string,
  holidays: Holidays | undefined,
  settings: Settings,
): WorkingDays {
  const calendar = holidays === undefined ? settings.calendar : calendarOf(holidays)
  const { day, knownYears, unknownYears } = addWorkingDays(base, days, calendar)
  const passed = Array.from({ length: day - base }, (_, at) => base + at + 1)
  const isChanged = (at: Day, isWorked: boolean) =>
    isWorkingDay(at, calendar) === isWorked && isWorkingDay(at, noCalendar) !== isWorked
  return {
    day,
    step: {
      op: 'plusWorkingDays',
      base,
      days,
      why,
      off: passed.filter((at) => isChanged(at, false)),
      worked: passed.filter((at) => isChanged(at, true)),
      result: day,
    },
    notes: unknownYears.length === 0 ? [] : [noTable(unknownYears, holidays !== undefined)],
    assumptions: knownYears.flatMap((year) => tableAssumption(year, calendar.bases?.get(year))),
  }
}

function tableAssumption(year: number, basis: string | undefined): Assumption<never>[] {
  return basis ? [{ key: `holidays.${year}`, value: `按${year}年的放假调休表计算工作日`, basis, otherwise: null }] : []
}

function noTable(years: readonly number[], isGiven: boolean): string {
  const named = years.join('、')
  return isGiven
    ? `所给的放假调休表没有${named}年的日子，这一年只按周一至周五为工作日计算，请核对。`
    : `没有导入${named}年的放假调休表，只按周一至周五为工作日计算，请在“设置”中导入后再看。`
}
