/** An amount that a person proposes, beside the range of the law: pointed out where it lies outside, never changed. */
import { z } from '../../schema.ts'
import type { Range } from '../steps.ts'
import { wanText, yuanText } from '../sums.ts'

/** The articles on milder and no punishment. */
export const Mitigation = z.strictObject({ law: z.string(), clause: z.string() })

/** A closed range: «以下» of a fine includes the number itself (inferred). */
export function proposedNotes(
  proposed: number | undefined,
  range: Range | null,
  unit: 'wan' | 'yuan',
  mitigation: z.output<typeof Mitigation>,
  lawOf: (law: string, clause: string) => string,
): string[] {
  if (proposed === undefined) return []
  const money = (fen: number) => (unit === 'wan' ? `${wanText(fen)} 万元` : `${yuanText(fen)} 元`)
  if (range === null) return [`拟罚 ${money(proposed)}，没有可以对照的幅度，请人工核对依据。`]
  const least = unit === 'wan' ? wanText(range.min) : yuanText(range.min)
  const bracket = range.min === range.max ? money(range.max) : `${least}–${money(range.max)}`
  if (proposed < range.min)
    return [
      `拟罚 ${money(proposed)}，低于 ${bracket}；减轻处罚须有法定理由（${lawOf(mitigation.law, mitigation.clause)}），由人决定。`,
    ]
  return proposed > range.max ? [`拟罚 ${money(proposed)}，高于 ${bracket}，超出法定幅度，请核对。`] : []
}
