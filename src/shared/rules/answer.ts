/** What a rule answers: the result with its law, the facts it used, the arithmetic, and what a person has to decide. */
import type { Kind, Mark, RowHead } from './law-data.ts'
import type { Step } from './steps.ts'

export type Alternative<R> = { readonly name: string; readonly result: R }

/** Decided once for the bureau, not in this case: first day, rollover, highest tier. `otherwise`: the result of the other choice. */
export type Assumption<R> = {
  readonly key: string
  readonly value: string
  readonly basis: string
  readonly otherwise: R | null
}

/** A fact, the value from which on the answer is another one, and what it is then. */
export type Change = { readonly fact: string; readonly from: string; readonly to: string }

/** What the function of a rule gives back; `answer` completes it from the row. */
export type Draft<R> = {
  readonly result: R
  readonly row: RowHead
  readonly steps: readonly Step[]
  /** facts that were needed and not known */
  readonly missing?: readonly string[]
  /** to be decided by a person in this case */
  readonly questions?: readonly string[]
  readonly alternatives?: readonly Alternative<R>[]
  readonly assumptions?: readonly Assumption<R>[]
  /** pointed out, never a block */
  readonly notes?: readonly string[]
  readonly wouldChangeAt?: readonly Change[]
}

export type Answer<R = unknown> = {
  readonly result: R
  readonly rule: string
  /** `unitFine@2024-03-01/r1` */
  readonly version: string
  /** `《生产安全事故报告和调查处理条例》（国务院令第493号）第三条` */
  readonly clause: string
  readonly mark: Mark
  readonly facts: Readonly<Record<string, unknown>>
  readonly missing: readonly string[]
  readonly steps: readonly Step[]
  readonly arithmetic: string
  readonly assumptions: readonly Assumption<R>[]
  readonly ambiguous: boolean
  readonly question: string | null
  readonly alternatives: readonly Alternative<R>[]
  readonly notes: readonly string[]
  /** the next threshold of each known figure */
  readonly wouldChangeAt: readonly Change[]
}

/** What of the answer an option stands for: rows of which kind on which day. */
export type RowChoice = {
  readonly kind: Kind
  readonly day: string
  readonly knownOn?: string
  readonly region?: string
}

/** What a rule gives back: most answer once, some once per item. */
export type Answers = Answer | readonly Answer[]

/** The answers of a rule that gives one or a list. */
export function itemsOf(answers: Answers): readonly Answer[] {
  return 'result' in answers ? [answers] : answers
}

/** The answer of a rule that gives one. Throws an Error for a list: the caller mistook the rule. */
export function onlyOf(answers: Answers): Answer {
  if ('result' in answers) return answers
  throw new Error(`${answers[0]?.rule ?? 'the rule'} answers with a list`)
}
