/** 提级触发情形 as the bureau sets them: a closed list of predicates with parameters, no expressions. */
import { z } from '../schema.ts'
import { GradeName } from './law-data.ts'

/** What only a person can say. */
export const Flag = z.enum([
  'suspectedConcealment',
  'publicImpact',
  'leaderInstruction',
  'lowerBodyInterested',
  'duringSupervision',
  'complexOrCrossRegion',
])
export type Flag = z.output<typeof Flag>

export const When = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('deathsAtLeast'), n: z.int().min(1), grade: GradeName }),
  z.strictObject({ kind: z.literal('sameUnitAgain'), months: z.int().min(1), minDeaths: z.int().min(0) }),
  z.strictObject({ kind: z.literal('flag'), flag: Flag }),
])
export type When = z.output<typeof When>

export const Trigger = z.strictObject({ id: z.string(), label: z.string(), when: When })
export type Trigger = z.output<typeof Trigger>

export const Triggers = z.array(Trigger).min(1)
