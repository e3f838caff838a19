/** Printed arithmetic read back and computed again: a sentence that says another figure than it should is a fault. */
import { nextDay, plusDaysSlowly, plusMonthsSlowly, plusWorkingDaysSlowly } from './slow-days.ts'

const DAY = String.raw`(\d{4}-\d{2}-\d{2})`
const NUMBER = String.raw`\d+(?:\.\d+)?`
const WHY = `（[^；]*?）`

type Reader = { readonly form: RegExp; readonly faults: (parts: readonly string[]) => string | null }

const equal = (found: string | number, expected: string | number) =>
  String(found) === String(expected) ? null : `says ${found}, is ${expected}`

/** Amounts without binary fractions: six decimals as whole numbers. */
const micro = (text: string) => {
  const [whole = '0', rest = ''] = text.split('.')
  return BigInt(whole) * 1_000_000n + BigInt(rest.padEnd(6, '0'))
}

const range = (text: string): readonly [bigint, bigint] => {
  const [min = '0', max = min] = text.split('–')
  return [micro(min), micro(max)]
}
const RANGE = `(${NUMBER}(?:–${NUMBER})?)`

const readers: readonly Reader[] = [
  {
    form: new RegExp(`^${DAY}((?: [+−] \\d+ 日${WHY})+) = ${DAY}$`),
    faults: ([base = '', terms = '', result = '']) => {
      let day = base
      for (const [, sign, count] of terms.matchAll(/ ([+−]) (\d+) 日/g))
        day = plusDaysSlowly(day, sign === '+' ? Number(count) : -Number(count))
      return equal(result, day)
    },
  },
  {
    form: new RegExp(`^${DAY} \\+ (\\d+) 个月${WHY} = ${DAY}(（无对应日.*）)?$`),
    faults: ([base = '', months = '', result = '', clamped]) => {
      const day = plusMonthsSlowly(base, Number(months))
      const isClamped = day.slice(8) !== base.slice(8)
      return equal(result, day) ?? (isClamped === (clamped !== undefined) ? null : 'is silent on the end of the month')
    },
  },
  {
    form: new RegExp(`^${DAY} \\+ (\\d+) 个工作日（([^；]*?)） = ${DAY}$`),
    faults: ([base = '', count = '', why = '', result = '']) => {
      const [off, worked] = ['放假', '上班'].map((what) =>
        why.split('，').flatMap((part) => (part.endsWith(what) ? part.slice(0, -what.length).split('、') : [])),
      )
      return equal(result, plusWorkingDaysSlowly(base, Number(count), off, worked))
    },
  },
  {
    form: new RegExp(`^${DAY} (\\d{2}):(\\d{2}) \\+ (\\d+) 小时${WHY} = ${DAY} (\\d{2}):(\\d{2})$`),
    faults: ([base = '', hour = '', minute = '', hours = '', day = '', toHour = '', toMinute = '']) => {
      let at = base
      let sum = Number(hour) + Number(hours)
      for (; sum >= 24; sum -= 24) at = nextDay(at)
      return equal(`${day} ${toHour}:${toMinute}`, `${at} ${String(sum).padStart(2, '0')}:${minute}`)
    },
  },
  {
    form: new RegExp(`^((?:${DAY} 至 ${DAY}、?)+)，合计 (\\d+) 日${WHY}$`),
    faults: ([spans = '', , , days = '']) => {
      let sum = 0
      for (const [, from = '', to = ''] of spans.matchAll(/(\d{4}-\d{2}-\d{2}) 至 (\d{4}-\d{2}-\d{2})/g))
        for (let at = from; at < to; at = nextDay(at)) sum += 1
      return equal(days, sum)
    },
  },
  {
    form: new RegExp(
      `^.+? (${NUMBER}) (?:人|万元|日)，不少于 (${NUMBER}) (?:人|万元|日)(?:、少于 (${NUMBER}) (?:人|万元|日))?，.+$`,
    ),
    faults: ([value = '', least = '', below]) =>
      micro(value) >= micro(least) && (below === undefined || micro(value) < micro(below))
        ? null
        : `${value} is not in ${least}–${below ?? ''}`,
  },
  {
    form: new RegExp(`^((?:[^+；]+? \\d+ \\+ )+[^+；]+? \\d+) = (\\d+) 人${WHY}$`),
    faults: ([parts = '', result = '']) =>
      equal(
        result,
        parts.split(' + ').reduce((sum, part) => sum + Number(/(\d+)$/.exec(part)?.[1] ?? Number.NaN), 0),
      ),
  },
  {
    form: new RegExp(`^.+：${RANGE} (?:万元|元) × ${RANGE} = ${RANGE} (?:万元|元)$`),
    faults: ([base = '', by = '', result = '']) => scaledFault(range(base), range(by), range(result), 1n),
  },
  {
    form: new RegExp(`^.+：${RANGE} 元 × ${RANGE}% = ${RANGE} 元$`),
    faults: ([base = '', by = '', result = '']) => scaledFault(range(base), range(by), range(result), 100n),
  },
  {
    form: new RegExp(`^(${RANGE} (?:万元|元)(?: \\+ ${RANGE} (?:万元|元))+)${WHY} = ${RANGE} (?:万元|元)$`),
    faults: (parts) => {
      const [terms = ''] = parts
      const [min, max] = range(parts.at(-1) ?? '')
      const found = [...terms.matchAll(/(\d+(?:\.\d+)?(?:–\d+(?:\.\d+)?)?) (?:万元|元)/g)].map(([, text = '']) =>
        range(text),
      )
      const sum = found.reduce(([low, high], [from, to]) => [low + from, high + to] as const, [0n, 0n] as const)
      return sum[0] === min && sum[1] === max ? null : 'the sum is wrong'
    },
  },
  {
    form: new RegExp(`^(.+ ${DAY}、.+ ${DAY})，较早者 ${DAY}$`),
    faults: (parts) => {
      const days = [...(parts[0] ?? '').matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([day]) => day).toSorted()
      return equal(parts.at(-1) ?? '', days[0] ?? '')
    },
  },
  {
    form: new RegExp(`^.+ (${NUMBER}) 万元，封顶 (${NUMBER}) 万元，取 (${NUMBER}) 万元$`),
    faults: ([value = '', cap = '', result = '']) => equal(result, Math.min(Number(value), Number(cap))),
  },
  {
    form: new RegExp(`^[^：]+：([^–]+ [+×÷] [^–]+) = (${NUMBER}) ?[^；=]*$`),
    faults: ([formula = '', result = '']) => {
      const value = computed(formula)
      return Math.abs(value - Number(result)) < 1e-6 ? null : `says ${result}, is ${value}`
    },
  },
  {
    form: /^(.+)，取最高 → (.+)$/,
    faults: ([names = '', result = '']) =>
      names.split('、').includes(result) ? null : `${result} is not among ${names}`,
  },
]

/** Sums of products, with brackets and percent; names and units are left out. */
function computed(formula: string): number {
  const inner = /（([^（）]+)）/.exec(formula)
  if (inner !== null) return computed(formula.replace(inner[0], String(computed(inner[1] ?? ''))))
  return formula.split(' + ').reduce((sum, product) => sum + productOf(product), 0)
}

function productOf(text: string): number {
  let value = 1
  for (const [, operator, number = '', percent] of text.matchAll(/(×|÷)?[^×÷\d]*(\d+(?:\.\d+)?)(%)?/g)) {
    const factor = Number(number) / (percent === undefined ? 1 : 100)
    value = operator === '÷' ? value / factor : value * factor
  }
  return value
}

function scaledFault(
  base: readonly [bigint, bigint],
  by: readonly [bigint, bigint],
  result: readonly [bigint, bigint],
  over: bigint,
): string | null {
  const unit = 1_000_000n * over
  return base[0] * by[0] === result[0] * unit && base[1] * by[1] === result[1] * unit ? null : 'the product is wrong'
}

export type Reading = { readonly isRead: boolean; readonly fault: string | null }

/** Reads one sentence of an arithmetic. Not read: it computes nothing. */
export function readSentence(sentence: string): Reading {
  for (const { form, faults } of readers) {
    const match = form.exec(sentence)
    if (match === null) continue
    const fault = faults(match.slice(1))
    return { isRead: true, fault: fault === null ? null : `${sentence}: ${fault}` }
  }
  return { isRead: false, fault: null }
}
