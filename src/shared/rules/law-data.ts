/** The shape of resources/statutes. Unknown keys are refused; rows that overlap or leave a gap do not load. */
import { fenFromWan } from '../money.ts'

import { Day as DayText, z } from '../schema.ts'
import { dayFrom, dayText } from './days.ts'

/** 核 the text itself was read · 核·转 a reprint · 忆 from memory · 推 inferred. Only the first two may be relied on. */
export const Mark = z.enum(['核', '核·转', '忆', '推'])
export type Mark = z.output<typeof Mark>

export const Kind = z.enum(['general', 'fire', 'road', 'special', 'coal', 'rail', 'power'], {
  error: '事故种类应为 general、fire、road、special、coal、rail、power 之一',
})
export type Kind = z.output<typeof Kind>

export const GradeName = z.enum(['一般', '较大', '重大', '特别重大'], {
  error: '等级应为一般、较大、重大、特别重大之一',
})
export type GradeName = z.output<typeof GradeName>
export const gradeNames: readonly GradeName[] = GradeName.options

/** A text law, ordinance or standard: what a row's `law` names. */
export const Law = z.strictObject({
  key: z.string(),
  title: z.string(),
  documentNo: z.string().nullable(),
  from: DayText.nullable(),
  to: DayText.nullable(),
  /** how sure the two days are */
  mark: Mark,
  source: z.string(),
  /** whether the text itself is at hand, or only what others wrote about it */
  hasText: z.boolean(),
})
export type Law = z.output<typeof Law>

/** What every row of a rule carries beside its numbers. A row is never edited: a correction is a new row with `rev` + 1. */
export const RowHead = z.strictObject({
  rev: z.int().min(1),
  /** since when the program knows the row, and until when it believed it */
  recordedOn: DayText,
  withdrawnOn: DayText.optional(),
  region: z.string(),
  kinds: z.array(Kind).min(1),
  /** first and last day in force; null is open */
  from: DayText,
  to: DayText.nullable(),
  law: z.string(),
  clause: z.string(),
  mark: Mark,
  source: z.string(),
  /** what the law leaves open here: asked with every answer by this row */
  question: z.string().optional(),
})
export type RowHead = z.output<typeof RowHead>

export type Row<P> = RowHead & { readonly params: P }

/** A rule as it lies in its file: rows of one shape, and the date that chooses among them. */
export const RuleFile = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** name of the fact whose day chooses the row */
  chooseBy: z.string(),
  /** values that several rows share: `{ "use": "tiers14" }` stands for one of them, so that a number of the law is written once */
  define: z.record(z.string(), z.unknown()).optional(),
  rows: z.array(RowHead.extend({ params: z.unknown() })).min(1),
})
export type RuleFile = z.output<typeof RuleFile>

/** 万元 as a decimal text → 分. */
export const Wan = z.string().transform((text, context) => {
  const fen = fenFromWan(text)
  if (fen === null) context.addIssue('应为万元数，最多六位小数')
  return fen ?? z.NEVER
})

/** Faults of the rows of one rule: an overlap or a gap between two live rows of one kind and region. Empty when there is none. */
export function periodFaults(id: string, rows: readonly RowHead[]): string[] {
  const faults: string[] = []
  const live = rows.filter((row) => row.withdrawnOn === undefined)
  for (const kind of Kind.options)
    for (const region of new Set(live.map((row) => row.region))) {
      const line = live
        .filter((row) => row.region === region && row.kinds.includes(kind))
        .sort((a, b) => a.from.localeCompare(b.from))
      for (const [at, row] of line.entries()) {
        if (row.to !== null && row.to < row.from) faults.push(`${id} ${kind} ${row.from}: ends before it begins`)
        const next = line[at + 1]
        if (next === undefined) continue
        if (row.to === null || row.to >= next.from) faults.push(`${id} ${kind} ${row.from} overlaps ${next.from}`)
        else if (dayAfter(row.to) !== next.from) faults.push(`${id} ${kind}: gap between ${row.to} and ${next.from}`)
      }
    }
  return faults
}

/** Thresholds that do not rise, or a first rung that is not 0. Empty when the ladder holds. */
export function ladderFaults(id: string, ladder: readonly (readonly number[])[]): string[] {
  const faults: string[] = []
  if (ladder[0]?.some((value) => value !== 0)) faults.push(`${id}: the first rung is not 0`)
  for (const [at, rung] of ladder.entries())
    for (const [column, value] of rung.entries()) {
      const before = ladder[at - 1]?.[column]
      // the first two tiers of a grade may share a bound: 一般-1 has no deaths, 一般-2 begins at one
      if (before !== undefined && value <= before) faults.push(`${id}: rung ${at} does not rise in column ${column}`)
    }
  return faults
}

function dayAfter(day: string): string {
  return dayText(dayFrom(day) + 1)
}
