/** Rows of the bench table: what, how much, against what, and the target. */
import { cpus, totalmem } from 'node:os'

export type Line = {
  readonly what: string
  readonly measured: string
  readonly floor: string
  /** ratio or value that the target speaks of */
  readonly value: number
  readonly target: number
  readonly unit: string
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const ms = (value: number): string => (value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`)

export function machine(): string {
  const [cpu] = cpus()
  return `${cpu?.model ?? '?'}, ${cpus().length} cores, ${(totalmem() / 1024 ** 3).toFixed(0)} GiB, node ${process.version}`
}

export function print(lines: readonly Line[]): void {
  const rows = lines.map((line) => [
    line.what,
    line.measured,
    line.floor,
    `${line.value.toFixed(2)}${line.unit}`,
    `${line.target}${line.unit}`,
    isMet(line) ? 'met' : 'MISSED',
  ])
  const head = ['what', 'measured (median)', 'against', 'value', 'target', '']
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)))
  for (const row of [head, ...rows]) console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
}

/** Rates have to be reached, everything else stays below. */
function isMet({ value, target, unit }: Line): boolean {
  return unit === '/s' ? value >= target : value <= target
}
