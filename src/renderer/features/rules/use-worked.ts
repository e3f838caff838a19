/** The worked cases of the rules, run by the rules as they are now. */
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract.ts'
import { type CaseLine, EXPECTED, faultsOf, type Outcome, parseCases, runCase } from '../../../shared/rules/cases.ts'
import { useCall } from '../../api.ts'
import { type LoadedRule, ruleNamed, shippedSettings } from './book.ts'
import { type Cells, tryCells } from './try-cells.ts'

export type Worked = {
  readonly line: CaseLine
  readonly outcome: Outcome
  /** the sentence of a refusal, with the Chinese names of facts */
  readonly refusal: string | null
  /** what does not hold; empty when all does */
  readonly faults: readonly string[]
}
/** One table of worked cases, as it lies in one file. */
export type WorkedTable = { readonly rule: string; readonly title: string; readonly cases: readonly Worked[] }

type State = {
  readonly tables: readonly WorkedTable[] | null
  readonly error: string | null
  readonly retry: () => void
}

/** Of one rule, or of all. */
export function useWorked(rule?: string): State {
  const { data, error, refetch } = useCall('rules.cases', rule === undefined ? {} : { rule })
  const tables = useMemo(() => (data === undefined ? null : run(data.files)), [data])
  return { tables, error: error?.message ?? null, retry: () => void refetch() }
}

function run(files: Output<'rules.cases'>['files']): readonly WorkedTable[] {
  return files.flatMap(({ rule: id, name, text }) => {
    const rule = ruleNamed(id)
    return rule === null
      ? []
      : [{ rule: id, title: titleOf(name), cases: parseCases(text).map((line) => work(line, rule)) }]
  })
}

/** By the settings that the program is shipped with: the expectations are written for them. */
function work(line: CaseLine, rule: LoadedRule): Worked {
  const outcome = runCase(line, rule, shippedSettings)
  const tried = tryCells(rule, cellsOf(line), shippedSettings)
  return { line, outcome, refusal: tried.ok ? null : tried.sentence, faults: faultsOf(line, outcome) }
}

/** `unitFine.V-17.csv` → 例表 V-17 */
function titleOf(fileName: string): string {
  const part = fileName.split('.').slice(1, -1).join('.')
  return part === 'extra' || part === '' ? '补充例表' : `例表 ${part}`
}

/** Of a line, what it gives as facts. */
export function cellsOf(line: CaseLine): Cells {
  return Object.fromEntries(Object.entries(line).filter(([head, cell]) => !EXPECTED.has(head) && cell !== ''))
}

/** 31 例，全部相符 */
export function tally(tables: readonly WorkedTable[]): { readonly count: number; readonly wrong: number } {
  const all = tables.flatMap(({ cases }) => cases)
  return { count: all.length, wrong: all.filter(({ faults }) => faults.length > 0).length }
}
