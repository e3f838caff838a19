/** Wrong copies of a rule file: one number, day, article, mark, name or row is not as it was. */
import { dayBefore, nextDay } from './slow-days.ts'

export type Mutant = { readonly what: string; readonly file: unknown }

/** Keys whose value is read by people only, or says where the row was found. */
const SILENT: ReadonlySet<string> = new Set(['title', 'label', 'name', 'chooseBy', 'id', 'why'])

const DIGITS = '一二三四五六七八九'
const MARKS = ['核', '核·转', '忆', '推']

/** Every mutant of a file; `what` says where and how. */
export function mutantsOf(file: unknown): Mutant[] {
  return changes(file, []).map(({ path, how, value }) => ({
    what: `${path.join('.')} ${how}`,
    file: replaced(file, path, value),
  }))
}

type Path = readonly (string | number)[]
type Change = { readonly path: Path; readonly how: string; readonly value: unknown }

function changes(value: unknown, path: Path): Change[] {
  const key = path.at(-1)
  if (typeof key === 'string' && SILENT.has(key)) return []
  const to = (how: string, next: unknown): Change => ({ path, how, value: next })
  if (typeof value === 'number')
    return [value - 1, value + 1, value * 10]
      .filter((next) => next !== value)
      .map((next) => to(`${value} → ${next}`, next))
  if (value === null) return key === 'to' ? [to('closed', '2026-01-31')] : []
  if (typeof value === 'boolean') return [to('turned', !value)]
  if (typeof value === 'string') return textsInsteadOf(value, key).map((next) => to(`${value} → ${next}`, next))
  if (Array.isArray(value))
    return [
      ...value.map((_, at) => to(`without ${at}`, value.toSpliced(at, 1))),
      ...value.flatMap((item, at) => changes(item, [...path, at])),
    ]
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, part]) => [
      ...(name === 'question' ? [{ path, how: 'no question', value: without(value, name) }] : []),
      ...changes(part, [...path, name]),
    ])
  return []
}

function without(value: object, name: string): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
}

function textsInsteadOf(text: string, key: string | number | undefined): string[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return [dayBefore(text), nextDay(text), `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`]
  if (/^\d+(\.\d+)?$/.test(text)) return [String(Number(text) + 1), String(Number(text) * 10 + 1), `${text}.000001`]
  if (key === 'mark') return MARKS.filter((mark) => mark !== text)
  if (key === 'clause')
    return [...text].flatMap((letter, at) => {
      const digit = DIGITS.indexOf(letter)
      return digit < 0 ? [] : [text.slice(0, at) + DIGITS[(digit + 1) % DIGITS.length] + text.slice(at + 1)]
    })
  return key === 'law' || key === 'source' || key === 'region' ? [`${text}x`] : []
}

function replaced(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return next
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, next))
  const record = value as Readonly<Record<string, unknown>>
  return { ...record, [key]: replaced(record[key], rest, next) }
}
