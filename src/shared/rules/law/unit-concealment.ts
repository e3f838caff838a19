/** 谎报、瞒报等 of the unit (493号令第三十六条; 14号令第十三条): what is fined beside the accident itself, and what is not. */
import { z } from '../../schema.ts'
import { GradeName, Wan } from '../law-data.ts'
import type { Range } from '../steps.ts'
import { Act, actLabels } from './acts.ts'

const WanRange = z.tuple([Wan, Wan]).transform(([min, max]): Range => ({ min, max }))

/** By grade, or one range for all; `acts` are those of the unit that the article names. */
export const Concealment = z.strictObject({
  law: z.string(),
  clause: z.string(),
  acts: z.array(Act).min(1),
  /** what fines the persons, for the acts that are not fined of the unit */
  persons: z.strictObject({ law: z.string(), clause: z.string() }).optional(),
  whole: WanRange.nullable(),
  grades: z.array(z.tuple([GradeName, WanRange, WanRange])),
})
type Concealment = z.output<typeof Concealment>

/** aggravated: 贻误抢救、扩大、影响调查、重大社会影响 */
export type ConcealmentFact = 'none' | 'basic' | 'aggravated'

export type Concealed = {
  /** null where nothing is added */
  readonly range: Range | null
  /** what the range is for */
  readonly name: string
  readonly notes: readonly string[]
}

/** The range that the acts of the unit add to its fine. */
export function concealedBy(
  concealment: Concealment | null,
  grade: GradeName,
  fact: ConcealmentFact,
  acts: readonly Act[],
  lawOf: (law: string, clause: string) => string,
): Concealed {
  if (concealment === null) return { range: null, name: '', notes: [] }
  const article = lawOf(concealment.law, concealment.clause)
  const named = acts.filter((act) => concealment.acts.includes(act))
  const others = acts.filter((act) => !concealment.acts.includes(act))
  const degree = fact === 'none' && named.length > 0 ? 'basic' : fact
  const [, basic, aggravated] = concealment.grades.find(([name]) => name === grade) ?? []
  const byGrade = degree === 'basic' ? basic : aggravated
  const words = named.map((act) => actLabels[act]).join('、') || '瞒报、谎报等'
  const persons =
    concealment.persons === undefined
      ? '对个人的罚款另行计算'
      : `对个人另按${lawOf(concealment.persons.law, concealment.persons.clause)}计算`
  return {
    range: degree === 'none' ? null : (concealment.whole ?? byGrade ?? null),
    name: `${words}，${article}`,
    notes:
      others.length === 0
        ? []
        : [
            `${others.map((act) => actLabels[act]).join('、')}不在${article}对单位罚款的行为之内，单位没有这一项罚款；${persons}。`,
          ],
  }
}
