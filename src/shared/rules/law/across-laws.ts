/** 从旧兼从轻: the law changed between the act and the decision. Both are put side by side; the program never picks. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import type { Range } from '../steps.ts'

/** The article that asks for the milder law, and since when it is in force. */
export const Across = z.strictObject({ law: z.string(), clause: z.string(), from: z.iso.date() })
type Across = z.output<typeof Across>

type Both<R> = {
  readonly occurredOn: string
  readonly decidedOn: string
  readonly draftOn: (day: string) => Draft<R>
  readonly across: Across
  readonly lawOf: (law: string, clause: string) => string
  /** both ends, to compare; null where a person has to choose or there is none */
  readonly rangeOf: (result: R) => Range | null
}

/** The answer by the law of the act; where that of the decision day is another, both and the question. */
export function acrossLaws<R>({ occurredOn, decidedOn, draftOn, across, lawOf, rangeOf }: Both<R>): Draft<R> {
  if (decidedOn < occurredOn)
    throw new AppError('refused', `决定日 ${decidedOn} 早于事故发生日 ${occurredOn}，请核对两个日期。`)
  const old = draftOn(occurredOn)
  const now = draftOn(decidedOn)
  if (versionOf(old) === versionOf(now)) return old
  const article = decidedOn < across.from ? '' : `（${lawOf(across.law, across.clause)}）`
  const law = ({ row }: Draft<R>) => lawOf(row.law, row.clause)
  return {
    ...old,
    questions: [
      ...(old.questions ?? []),
      `事故发生以后规定有变化。从旧兼从轻${article}：暂按行为发生时的规定列出，适用哪一部须经法制审核。`,
    ],
    alternatives: [
      { name: `行为发生时，${law(old)}`, result: old.result },
      { name: `作出决定时，${law(now)}，${compared(rangeOf(old.result), rangeOf(now.result))}`, result: now.result },
      ...(old.alternatives ?? []),
    ],
  }
}

const versionOf = <R>({ row, alternatives = [] }: Draft<R>) =>
  [row.law, row.from, row.rev, ...alternatives.map(({ name }) => name)].join()

/** Both ends lower is milder, both higher severer; one lower and one higher cannot be compared. */
export function compared(old: Range | null, now: Range | null): '较轻' | '较重' | '幅度相同' | '难以比较' {
  if (old === null || now === null) return '难以比较'
  const ends = [Math.sign(now.min - old.min), Math.sign(now.max - old.max)]
  if (ends.every((end) => end === 0)) return '幅度相同'
  if (ends.every((end) => end <= 0)) return '较轻'
  return ends.every((end) => end >= 0) ? '较重' : '难以比较'
}
