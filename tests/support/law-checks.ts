/** Figures, rows and files of the rules where no worked case reaches: the first fault, or null. No test runner. */
import { AppError } from '../../src/shared/result.ts'
import { Persons, Yuan } from '../../src/shared/rules/facts.ts'
import { isRuleId, openRuleBook, type RuleBook, shippedSettings } from '../../src/shared/rules/index.ts'
import { type Kind, ladderFaults, periodFaults, type RowHead } from '../../src/shared/rules/law-data.ts'
import { rowOn } from '../../src/shared/rules/statutes.ts'
import { wanText, yuanText } from '../../src/shared/rules/sums.ts'
import { statuteFiles } from './rule-book.ts'
import { throws } from './throws.ts'

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
export function rowOrderFault(): string | null {
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
