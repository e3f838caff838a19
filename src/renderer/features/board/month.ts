/** Days of a month in whole weeks, Monday first. */
import { addDays, type DayText } from '../../../shared/dates.ts'
import { dayFrom, weekday } from '../../../shared/rules/days.ts'

export const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const

/** 0 Monday … 6 Sunday. */
const placeInWeek = (day: DayText): number => (weekday(dayFrom(day)) + 6) % 7

export function weeksOf(month: string): readonly (readonly DayText[])[] {
  const first = `${month}-01`
  const start = addDays(first, -placeInWeek(first))
  const end = addDays(monthAfter(month, 1), -1)
  const weeks: DayText[][] = []
  for (let from = start; from <= end; from = addDays(from, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(from, at)))
  return weeks
}

/** First day of the month so many months later. */
export function monthAfter(month: string, months: number): DayText {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** 9月22日 周二 */
export function dayTitle(day: DayText): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 周${weekdayNames[placeInWeek(day)]}`
}
