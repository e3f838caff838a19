/** Dates a second time, day by day with a table of month lengths: no line in common with the program's own. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

type Civil = { readonly year: number; readonly month: number; readonly date: number }

const read = (text: string): Civil => {
  const [year, month, date] = text.split('-').map(Number)
  return { year: year ?? 0, month: month ?? 0, date: date ?? 0 }
}
const write = ({ year, month, date }: Civil) =>
  `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`

export function lengthOfMonth(year: number, month: number): number {
  const isLeap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0)
}

export function nextDay(text: string): string {
  const { year, month, date } = read(text)
  if (date < lengthOfMonth(year, month)) return write({ year, month, date: date + 1 })
  return month < 12 ? write({ year, month: month + 1, date: 1 }) : write({ year: year + 1, month: 1, date: 1 })
}

export function dayBefore(text: string): string {
  const { year, month, date } = read(text)
  if (date > 1) return write({ year, month, date: date - 1 })
  const before = month > 1 ? { year, month: month - 1 } : { year: year - 1, month: 12 }
  return write({ ...before, date: lengthOfMonth(before.year, before.month) })
}

export function plusDaysSlowly(day: string, count: number): string {
  let at = day
  for (let left = count; left > 0; left--) at = nextDay(at)
  for (let left = count; left < 0; left++) at = dayBefore(at)
  return at
}

/** 民法典第二百零二条: the corresponding day, or the last of the month. */
export function plusMonthsSlowly(day: string, count: number): string {
  let { year, month } = read(day)
  for (let left = count; left > 0; left--) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  for (let left = count; left < 0; left++) [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1]
  return write({ year, month, date: Math.min(read(day).date, lengthOfMonth(year, month)) })
}

/** 0 is Sunday; counted from 2025-12-01, a Monday. */
export function weekdayOf(day: string): number {
  let at = '2025-12-01'
  let weekday = 1
  if (day < at) throw new RangeError(`${day} is before ${at}`)
  while (at < day) {
    at = nextDay(at)
    weekday = (weekday + 1) % 7
  }
  return weekday
}

export function plusWorkingDaysSlowly(
  day: string,
  count: number,
  off: readonly string[] = [],
  working: readonly string[] = [],
): string {
  let at = day
  let weekday = weekdayOf(day)
  for (let left = count; left > 0; ) {
    at = nextDay(at)
    weekday = (weekday + 1) % 7
    const isWorked = working.includes(at) || (weekday !== 0 && weekday !== 6 && !off.includes(at))
    if (isWorked) left -= 1
  }
  return at
}

/** Days that lie in any of the spans [from, to): each day once. */
export function countedOnce(spans: readonly { readonly from: string; readonly to: string }[]): number {
  const days = new Set<string>()
  for (const { from, to } of spans) for (let at = from; at < to; at = nextDay(at)) days.add(at)
  return days.size
}
