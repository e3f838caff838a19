import { query } from '../method.ts'
import { z } from '../schema.ts'
import { Mark } from './law-data.ts'

const Result = z.unknown()

/** An answer as hosts and pages get it: the result beside its law, its arithmetic and what a person has to decide. */
export const AnswerShape = z.strictObject({
  result: Result,
  rule: z.string(),
  version: z.string(),
  clause: z.string(),
  mark: Mark,
  facts: z.record(z.string(), z.unknown()),
  missing: z.array(z.string()),
  arithmetic: z.string(),
  assumptions: z.array(z.strictObject({ key: z.string(), value: z.string(), basis: z.string(), otherwise: Result })),
  ambiguous: z.boolean(),
  question: z.string().nullable(),
  alternatives: z.array(z.strictObject({ name: z.string(), result: Result })),
  notes: z.array(z.string()),
  wouldChangeAt: z.array(z.strictObject({ fact: z.string(), from: z.string(), to: z.string() })),
})
export type AnswerShape = z.output<typeof AnswerShape>

export const rulesContract = {
  /** one answer, or one per item where the rule answers with a list (`isList`) */
  'rules.eval': query(
    '按规则计算',
    z.strictObject({ rule: z.string().max(60), facts: z.record(z.string(), z.json()) }),
    z.strictObject({ isList: z.boolean(), answers: z.array(AnswerShape) }),
  ),
  /** the tables of worked cases as they lie in resources, of one rule or of all */
  'rules.cases': query(
    '规则的实例',
    z.strictObject({ rule: z.string().max(60).optional() }),
    z.strictObject({ files: z.array(z.strictObject({ rule: z.string(), name: z.string(), text: z.string() })) }),
  ),
}
