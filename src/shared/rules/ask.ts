/** One rule asks another: each conclusion of the law is stated by one rule only. */
import type { z } from '../schema.ts'
import { type Answer, onlyOf } from './answer.ts'
import type { LoadedRule, Settings } from './rule.ts'

/** What the other rule concludes from these facts. Throws its refusal, with its sentence. */
export type Ask<R> = (facts: Readonly<Record<string, unknown>>, settings: Settings) => R

/** Asks a rule with one answer for the part of its result that `shape` names. */
export function asking<R>(rule: LoadedRule, shape: z.ZodType<R>): Ask<R> {
  return (facts, settings) => {
    return shape.parse(onlyOf(rule.evaluate(facts, settings)).result)
  }
}

/** Asks a rule that answers with a list, for each result with its law. */
export function askingAll<R>(
  rule: LoadedRule,
  shape: z.ZodType<R>,
): Ask<readonly { readonly result: R; readonly clause: string }[]> {
  return (facts, settings) => {
    const answers = rule.evaluate(facts, settings)
    if ('result' in answers) throw new Error(`${rule.rows.id} answers with one answer`)
    return answers.map(({ result, clause }: Answer) => ({ result: shape.parse(result), clause }))
  }
}
