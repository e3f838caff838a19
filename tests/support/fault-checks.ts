/** Checks of what the worked cases do not reach, without a test runner: each gives back the first fault, or null. */

import { AppError } from '../../src/shared/result.ts'
import {
  addMonths,
  addWorkingDays,
  type Calendar,
  dayFrom,
  dayText,
  noCalendar,
  united,
} from '../../src/shared/rules/days.ts'
import { Persons, Yuan } from '../../src/shared/rules/facts.ts'
import { isRuleId, openRuleBook, type RuleBook, shippedSettings } from '../../src/shared/rules/index.ts'
import { type Kind, ladderFaults, periodFaults, type RowHead } from '../../src/shared/rules/law-data.ts'
import { minutesOf, plusHours } from '../../src/shared/rules/moments.ts'
import { rowOn } from '../../src/shared/rules/statutes.ts'
import { wanText, yuanText } from '../../src/shared/rules/sums.ts'
import { statuteFiles } from './rule-book.ts'
import { countedOnce, lengthOfMonth, nextDay, plusMonthsSlowly, plusWorkingDaysSlowly } from './slow-days.ts'

export function dayFault(): string | null {
  let at = '2023-12-25'
  let number = dayFrom(at)
  for (; at < '2025-03-10'; at = nextDay(at), number++) {
    if (dayFrom(at) !== number || dayText(number) !== at) return `day ${at}`
    for (const months of [-12, -1, 0, 1, 10]) {
      const { day, isClamped } = addMonths(number, months)
      const slow = plusMonthsSlowly(at, months)
      if (dayText(day) !== slow || isClamped !== (slow.slice(8) !== at.slice(8))) return `${at} + ${months} months`
    }
  }
  return monthFault() ?? centuryFault() ?? calendarFault() ?? spanFault() ?? hourFault()
}

/** The first day that a month does not have, in years with and without a leap day. */
function monthFault(): string | null {
  for (const year of [1900, 2000, 2025, 2026, 2028, 2100, 2400])
    for (let month = 1; month <= 12; month++) {
      const name = `${year}-${String(month).padStart(2, '0')}`
      const length = lengthOfMonth(year, month)
      if (throws(() => dayFrom(`${name}-${length}`))) return `${name}-${length} is refused`
      if (!throws(() => dayFrom(`${name}-${length + 1}`))) return `${name}-${length + 1} is taken`
      if (!throws(() => dayFrom(`${name}-00`))) return `${name}-00 is taken`
    }
  for (const bad of ['2026-00-01', '2026-13-01', '2026-1-1', '', '2026-01-01x'])
    if (!throws(() => dayFrom(bad))) return `${bad} is taken`
  return null
}

/** Ends and beginnings of years and of February over eight centuries. */
function centuryFault(): string | null {
  for (let year = 1590; year < 2410; year++)
    for (const part of ['01-01', '02-28', '03-01', '12-31']) {
      const day = `${year}-${part}`
      if (dayText(dayFrom(day)) !== day || dayText(dayFrom(day) + 1) !== nextDay(day)) return day
    }
  if (dayText(dayFrom('0987-06-05')) !== '0987-06-05') return 'years before 1000'
  return dayFrom('1970-01-01') === 0 ? null : '1970'
}

function calendarFault(): string | null {
  const off = ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17']
  const working = ['2026-01-04', '2026-02-14']
  const calendar: Calendar = { off: new Set(off), working: new Set(working), years: new Set([2026]) }
  for (let at = '2025-12-20'; at < '2026-02-25'; at = nextDay(at))
    for (const count of [0, 1, 5, 20]) {
      if (dayText(addWorkingDays(dayFrom(at), count, calendar).day) !== plusWorkingDaysSlowly(at, count, off, working))
        return `${at} + ${count} working days`
      if (dayText(addWorkingDays(dayFrom(at), count, noCalendar).day) !== plusWorkingDaysSlowly(at, count))
        return `${at} + ${count} working days without a calendar`
    }
  const unknown = (day: string) => addWorkingDays(dayFrom(day), 20, calendar).unknownYears.join()
  if (unknown('2026-12-20') !== '2027' || unknown('2026-03-02') !== '') return 'years without a calendar'
  // before 1970 the remainder of a division is negative
  return dayText(addWorkingDays(dayFrom('1969-12-26'), 1, noCalendar).day) === '1969-12-29' ? null : 'weekdays of 1969'
}

/** Days of March 2026, from and to. */
const SPANS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [
    [10, 24],
    [20, 31],
  ],
  [
    [10, 24],
    [24, 31],
  ],
  [
    [10, 24],
    [25, 31],
  ],
  [
    [10, 31],
    [12, 14],
  ],
  [
    [20, 31],
    [10, 24],
    [10, 12],
  ],
  [
    [10, 10],
    [12, 13],
    [14, 15],
  ],
  [
    [1, 2],
    [5, 6],
    [6, 8],
  ],
  [
    [1, 2],
    [5, 6],
    [9, 12],
    [10, 11],
  ],
  [
    [12, 10],
    [12, 13],
  ],
]

function spanFault(): string | null {
  const day = (date: number) => `2026-03-${String(date).padStart(2, '0')}`
  for (const pairs of SPANS) {
    const spans = pairs.map(([from, to]) => ({ from: day(from), to: day(to) }))
    const whole = united(spans.map(({ from, to }) => ({ from: dayFrom(from), to: dayFrom(to) })))
    const days = whole.reduce((sum, { from, to }) => sum + to - from, 0)
    if (days !== countedOnce(spans)) return `spans ${JSON.stringify(pairs)}`
    for (const [at, span] of whole.entries()) {
      const before = whole[at - 1]
      if (span.from >= span.to) return `spans ${JSON.stringify(pairs)}: an empty one is left`
      if (before !== undefined && span.from <= before.to) return `spans ${JSON.stringify(pairs)} not united`
    }
  }
  return null
}

function hourFault(): string | null {
  const sums = [
    ['2026-08-04T23:30:00+08:00', 1, '2026-08-05T00:30:00+08:00'],
    ['2026-12-31T22:59:30+08:00', 2, '2027-01-01T00:59:30+08:00'],
    ['2026-08-04T09:35:00+08:00', 24, '2026-08-05T09:35:00+08:00'],
    ['2026-08-04T00:00Z', 1, '2026-08-04T01:00:00Z'],
  ] as const
  for (const [at, hours, sum] of sums) if (plusHours(at, hours) !== sum) return `${at} + ${hours} hours`
  const same = ['2026-08-04T01:35:00Z', '2026-08-03T20:05:00-05:30', '2026-08-04T15:10:00+13:35']
  for (const other of same)
    if (minutesOf('2026-08-04T09:35:00+08:00') !== minutesOf(other)) return `${other} is another minute`
  return minutesOf('1970-01-02T00:01:00Z') === 1441 ? null : 'minutes'
}

/** Amounts as they are printed, figures as they are taken. */
export function figureFault(): string | null {
  const words = [
    [wanText(999_995_000), '999.995'],
    [wanText(300_000_000), '300'],
    [wanText(1), '0.000001'],
    [wanText(100_010_000), '100.01'],
    [yuanText(12_800_000), '128000'],
    [yuanText(12_805), '128.05'],
    [yuanText(1), '0.01'],
  ] as const
  for (const [found, expected] of words) if (found !== expected) return `${found} instead of ${expected}`
  const taken = [
    Persons.safeParse(0),
    Persons.safeParse(1_000_000),
    Yuan.safeParse(0),
    Yuan.safeParse(1_000_000_000_000),
  ]
  if (taken.some(({ success }) => !success)) return 'a good figure is refused'
  const refused = [
    Persons.safeParse(-1),
    Persons.safeParse(1_000_001),
    Persons.safeParse(1.5),
    Yuan.safeParse(-1),
    Yuan.safeParse(1_000_000_000_001),
  ]
  return refused.some(({ success }) => success) ? 'a bad figure is taken' : null
}

const row = (from: string, to: string | null, more: Partial<RowHead> = {}): RowHead => ({
  rev: 1,
  recordedOn: '2026-01-01',
  region: 'CN',
  kinds: ['general'],
  from,
  to,
  law: '493',
  clause: '第一条',
  mark: '核',
  source: 'S01',
  ...more,
})

/** Rows that leave a gap or overlap do not load; rows that follow each other do. */
export function periodFault(): string | null {
  const fire: Partial<RowHead> = { kinds: ['fire' satisfies Kind] }
  const other: Partial<RowHead> = { region: '32' }
  const gone: Partial<RowHead> = { withdrawnOn: '2026-02-01' }
  const examples: readonly (readonly [rows: readonly RowHead[], faults: number])[] = [
    [[row('2007-06-01', null)], 0],
    [[row('2007-06-01', '2010-01-31'), row('2010-02-01', null)], 0],
    [[row('2010-02-01', null), row('2007-06-01', '2010-01-31')], 0],
    [[row('2007-06-01', '2010-01-31'), row('2010-02-02', null)], 1],
    [[row('2007-06-01', '2010-02-01'), row('2010-02-01', null)], 1],
    [[row('2007-06-01', '2010-02-02'), row('2010-02-01', null)], 1],
    [[row('2007-06-01', null), row('2010-02-01', null)], 1],
    [[row('2010-02-01', '2010-01-31')], 1],
    [[row('2010-02-01', '2010-02-01')], 0],
    [[row('2007-06-01', null), row('2010-02-01', null, fire)], 0],
    [[row('2007-06-01', null), row('2010-02-01', null, other)], 0],
    [[row('2007-06-01', null), row('2010-02-01', null, gone)], 0],
    [[row('2007-06-01', '2008-01-31'), row('2008-02-01', '2009-01-31'), row('2009-02-01', null)], 0],
    [[row('2007-06-01', '2008-01-31'), row('2008-02-01', '2009-01-30'), row('2009-02-01', null)], 1],
  ]
  for (const [rows, faults] of examples)
    if (periodFaults('x', rows).length !== faults)
      return `periods ${rows.map(({ from, to }) => `${from}–${to}`).join()}`
  const [overlap = ''] = periodFaults('x', [row('2007-06-01', '2010-02-01'), row('2010-02-01', null)])
  if (!overlap.includes('overlaps')) return 'a shared day is called a gap'
  const ladders: readonly (readonly [ladder: readonly (readonly number[])[], faults: number])[] = [
    [
      [
        [0, 0],
        [1, 5],
      ],
      0,
    ],
    [
      [
        [0, 0],
        [1, 5],
        [2, 6],
      ],
      0,
    ],
    [
      [
        [0, 1],
        [1, 5],
      ],
      1,
    ],
    [
      [
        [1, 0],
        [2, 5],
      ],
      1,
    ],
    [
      [
        [0, 0],
        [0, 5],
      ],
      1,
    ],
    [
      [
        [0, 0],
        [3, 5],
        [2, 5],
      ],
      2,
    ],
  ]
  for (const [ladder, faults] of ladders)
    if (ladderFaults('x', ladder).length !== faults) return `ladder ${JSON.stringify(ladder)}`
  return null
}

/** The row in force on a day, and the one that was known on a day. */
export function choiceFault(): string | null {
  const params = null
  const rows = [
    { ...row('2007-06-01', '2010-01-31', { clause: '旧' }), params },
    { ...row('2010-02-01', null, { clause: '错', withdrawnOn: '2026-03-01' }), params },
    { ...row('2010-02-01', null, { clause: '新', recordedOn: '2026-03-01' }), params },
    { ...row('2010-02-01', null, { clause: '苏', region: '32' }), params },
    { ...row('2010-02-01', null, { clause: '火', kinds: ['fire'] }), params },
  ]
  const rule = { id: 'x', title: '', chooseBy: 'occurredOn', rows }
  const on = (day: string, more: object = {}) => rowOn(rule, { kind: 'general', day, ...more })?.clause ?? '无'
  const found = [
    on('2007-05-31'),
    on('2007-06-01'),
    on('2010-01-31'),
    on('2010-02-01'),
    on('2026-01-01', { knownOn: '2026-02-28' }),
    on('2026-01-01', { knownOn: '2026-03-01' }),
    on('2026-01-01', { knownOn: '2026-01-01' }),
    on('2026-01-01', { knownOn: '2025-12-31' }),
    on('2009-01-01', { knownOn: '2026-06-01' }),
    on('2026-01-01', { region: '32' }),
    on('2026-01-01', { kind: 'fire' }),
  ].join()
  const expected = '无,旧,旧,新,错,新,错,无,旧,苏,火'
  return found === expected ? null : `rows ${found}`
}

/** Data that must not load, and names that are no rule. */
export function bookFault(book: RuleBook): string | null {
  for (const name of ['', 'none', '__proto__', 'constructor'])
    if (isRuleId(name) || !isRefused(() => book.evaluate(name, {}, shippedSettings))) return `${name} is a rule`
  if (!isRuleId('grade')) return 'grade is no rule'
  const files = statuteFiles()
  const laws = files.laws as readonly object[]
  const long = messageOf(() => book.evaluate('x'.repeat(80), {}, shippedSettings))
  if (!long.includes(`“${'x'.repeat(60)}”`)) return 'a long name is not cut'
  const fine = files.rules.unitFine as { readonly rows: readonly Record<string, unknown>[] }
  const assessment = files.rules.assessmentWindow as { readonly rows: readonly { readonly params: object }[] }
  const withFines = (change: (row: Record<string, unknown>) => Record<string, unknown>) => ({
    ...files,
    rules: { ...files.rules, unitFine: { ...fine, rows: fine.rows.map(change) } },
  })
  const spoilt: readonly unknown[] = [
    withFines((row) => ({ ...row, law: '无此法' })),
    withFines((row) => ({ ...row, to: row.to === '2014-11-30' ? '2014-12-01' : row.to })),
    withFines((row) => ({ ...row, to: row.to === '2014-11-30' ? '2014-11-29' : row.to })),
    {
      ...files,
      rules: {
        ...files.rules,
        assessmentWindow: {
          ...assessment,
          rows: assessment.rows.map((one) => ({ ...one, params: { ...one.params, fromMonths: 12 } })),
        },
      },
    },
    { ...files, laws: [...laws, laws[0]] },
    { ...files, rules: { ...files.rules, grade: files.rules.unitFine } },
    { ...files, rules: { ...files.rules, grade: { ...(files.rules.grade as object), define: {} } } },
    { ...files, rules: { ...files.rules, grade: { ...(files.rules.grade as object), more: 1 } } },
  ]
  for (const [at, bad] of spoilt.entries())
    if (!throws(() => openRuleBook(bad as typeof files))) return `bad data ${at} loads`
  return null
}

function isRefused(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch (error) {
    return error instanceof AppError && error.message.endsWith('。')
  }
}

function messageOf(work: () => unknown): string {
  try {
    work()
    return ''
  } catch (error) {
    return String(error)
  }
}

function throws(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}
