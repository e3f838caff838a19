/** Instants to the minute, kept in the offset they came with. */
import { dayFrom, dayText } from './days.ts'

const HOUR = 60
const DAY = 1440

/** `2026-08-04T23:30:00+08:00` plus hours, over midnight too, with the same offset. */
export function plusHours(instant: string, hours: number): string {
  const { local, rest, offset } = split(instant)
  const total = local + hours * HOUR
  const day = Math.floor(total / DAY)
  const minute = total - day * DAY
  return `${dayText(day)}T${pad(Math.floor(minute / HOUR))}:${pad(minute % HOUR)}${rest}${offset}`
}

/** Minutes since 1970-01-01T00:00Z. */
export function minutesOf(instant: string): number {
  const { local, offset } = split(instant)
  return local - offsetMinutes(offset)
}

function split(instant: string): { readonly local: number; readonly rest: string; readonly offset: string } {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.exec(instant)
  if (match === null) throw new RangeError(`no instant: ${instant}`)
  const [, day = '', hour, minute, seconds = ':00', offset = 'Z'] = match
  return { local: dayFrom(day) * DAY + Number(hour) * HOUR + Number(minute), rest: seconds, offset }
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * HOUR + Number(offset.slice(4, 6))
  return offset.startsWith('-') ? -minutes : minutes
}

const pad = (value: number) => String(value).padStart(2, '0')
