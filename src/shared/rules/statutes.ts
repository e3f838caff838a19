/** The shipped rules: read once, checked as a whole, chosen by day. Data that does not hold is a defect and throws. */
import { AppError } from '../result.ts'
import type { z } from '../schema.ts'
import type { RowChoice } from './answer.ts'
import { Law, periodFaults, type Row, RowHead, RuleFile } from './law-data.ts'

export type RuleRows<P> = {
  readonly id: string
  readonly title: string
  readonly chooseBy: string
  readonly rows: readonly Row<P>[]
}

/** A law as answers and documents print it: `《安全生产法》（2021年修正）`. */
export function lawTitle(laws: readonly Law[], key: string): string {
  const law = laws.find((candidate) => candidate.key === key)
  if (law === undefined) throw new Error(`no law ${key}`)
  return `《${law.title}》${law.documentNo === null ? '' : `（${law.documentNo}）`}`
}

/** Parses a rule file with the parameters of its rule. Throws an Error that lists every fault: the data is ours. */
export function parseRule<P>(
  file: unknown,
  params: z.ZodType<P>,
  laws: readonly Law[],
  faultsOf: (row: Row<P>) => readonly string[] = () => [],
): RuleRows<P> {
  const { rows, define = {}, ...rule } = RuleFile.parse(file)
  const whole = rows.map((row) => ({
    ...RowHead.parse(headOf(row)),
    params: params.parse(filled(row.params, define)),
  }))
  const faults = [
    ...periodFaults(rule.id, whole),
    ...whole.flatMap(faultsOf),
    ...whole.filter(({ law }) => !laws.some(({ key }) => key === law)).map(({ law }) => `${rule.id}: no law ${law}`),
  ]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return { ...rule, rows: whole }
}

/** `{ use: name }` anywhere inside is replaced by what the file defines under that name. */
function filled(value: unknown, define: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((part) => filled(part, define))
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value)
  if (names.length === 1 && 'use' in value) {
    const found = define[String(value.use)]
    if (found === undefined) throw new Error(`nothing defined as ${String(value.use)}`)
    return found
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filled(part, define)]))
}

function headOf({ params: _params, ...head }: z.output<typeof RuleFile>['rows'][number]): unknown {
  return head
}

/** Parses the list of laws; a key stands once. */
export function parseLaws(file: unknown): readonly Law[] {
  const laws = Law.array().parse(file)
  const keys = laws.map(({ key }) => key)
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at)
  if (twice.length > 0) throw new Error(`law twice: ${twice.join(', ')}`)
  return laws
}

/** The row in force, or null: before the first day and after the last one there is no answer. */
export function rowOn<P>(rule: RuleRows<P>, choice: RowChoice): Row<P> | null {
  const { kind, day, knownOn, region = 'CN' } = choice
  return (
    rule.rows.find(
      (row) =>
        row.region === region &&
        row.kinds.includes(kind) &&
        row.from <= day &&
        (row.to === null || day <= row.to) &&
        (knownOn === undefined
          ? row.withdrawnOn === undefined
          : row.recordedOn <= knownOn && (row.withdrawnOn === undefined || knownOn < row.withdrawnOn)),
    ) ?? null
  )
}

/** The row in force. Throws AppError `refused` where none is at hand: nothing is ever carried over from another year. */
export function rowFor<P>(rule: RuleRows<P>, choice: RowChoice): Row<P> {
  const row = rowOn(rule, choice)
  if (row === null)
    throw new AppError('refused', `“${rule.title}”在 ${choice.day} 没有收录适用的规定，请人工确定依据。`)
  return row
}
