/** 放假调休表 from a CSV file or pasted lines: `2026-10-01至2026-10-07，国庆节，休`, `10月10日 班`. All lines hold, or none is taken. */
import { type Day as DayNumber, dayFrom, dayText } from '../rules/days.ts'
import { Day } from '../schema.ts'
import { Holidays, holidayProblem } from './fields.ts'

export type ReadHolidays =
  | { readonly ok: true; readonly value: Holidays }
  /** a sentence for each bad line */
  | { readonly ok: false; readonly faults: readonly string[] }

const offWords = ['休', '放假', '休息', '节假日', '法定节假日', '假']
const workingWords = ['班', '上班', '调休上班', '补班', '调休班', '工作日']

const DATE = String.raw`(?:(\d{4})\s*[年/.-]\s*)?(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?`
const oneDay = new RegExp(`^${DATE}`)
const lastDay = new RegExp(String.raw`^\s*(?:至|到|~|～|—+|–|-{1,2})\s*(?:${DATE}|(\d{1,2})\s*日)`)

/** The table of `year` in `text`. */
export function readHolidays(text: string, year: number): ReadHolidays {
  const faults: string[] = []
  const marks = new Map<string, boolean>()
  text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: line.replace(/^\uFEFF/, '').trim(), no: at + 1 }))
    .filter(({ line }) => line !== '' && !/^["“]?日期/.test(line))
    .forEach(({ line, no }) => {
      const read = readLine(line, year)
      const problem = typeof read === 'string' ? read : putDays(read, year, marks)
      if (problem !== null) faults.push(`第${no}行“${line.slice(0, 40)}”：${problem}。`)
    })
  if (faults.length > 0) return { ok: false, faults }
  const days = (isWorked: boolean) => [...marks].flatMap(([day, mark]) => (mark === isWorked ? [day] : [])).toSorted()
  const parsed = Holidays.safeParse({ year, off: days(false), working: days(true) })
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: parsed.error.issues.map(({ message }) => `${message}，请核对。`) }
}

type ReadLine = { readonly from: DayNumber; readonly to: DayNumber; readonly isWorked: boolean }

/** The days of a line, or what is wrong with it. */
function readLine(line: string, year: number): ReadLine | string {
  const plain = line.replaceAll('"', '')
  const start = oneDay.exec(plain)
  if (start === null) return '没有读到日期，应写成 2026-10-01 的样子'
  const from = dayOf(start.slice(1, 4), year)
  if (from === null) return '没有这一天'
  let rest = plain.slice(start[0].length)
  const end = lastDay.exec(rest)
  rest = rest.slice(end?.[0].length ?? 0)
  const to = end === null ? from : dayOf(end[4] ? [start[1], start[2], end[4]] : end.slice(1, 4), yearOf(start, year))
  if (to === null) return '没有这一天'
  if (to < from) return '后一个日期早于前一个'
  if (to - from > 31) return '一次放假超过 31 天'
  const words = rest.split(/[\s,，;；、（）()]+/).filter((word) => word !== '')
  const isOff = words.some((word) => offWords.includes(word))
  const isWorked = words.some((word) => workingWords.includes(word))
  if (isOff === isWorked) return isOff ? '既写了休又写了班' : '没有写明是“休”还是“班”'
  return { from, to, isWorked }
}

const yearOf = (start: RegExpExecArray, year: number) => (start[1] === undefined ? year : Number(start[1]))

function dayOf([year, month, date]: readonly (string | undefined)[], otherYear: number): DayNumber | null {
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
  const text = `${year ?? otherYear}-${two(month)}-${two(date)}`
  return Day.safeParse(text).success ? dayFrom(text) : null
}

function putDays({ from, to, isWorked }: ReadLine, year: number, marks: Map<string, boolean>): string | null {
  for (let at = from; at <= to; at += 1) {
    const day = dayText(at)
    const problem = holidayProblem(day, isWorked, year)
    if (problem !== null) return problem
    const before = marks.get(day)
    if (before !== undefined)
      return before === isWorked ? `${day} 前面已写过` : `${day} 前面写的是${before ? '班' : '休'}`
    marks.set(day, isWorked)
  }
  return null
}
