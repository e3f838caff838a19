/** The form of a rule: a schema of its numbers, a schema of its facts, one pure function. */
import { AppError } from '../result.ts'
import type { z } from '../schema.ts'
import { type Answer, type Draft, itemsOf, type RowChoice } from './answer.ts'
import type { Calendar } from './days.ts'
import type { Plan } from './facts.ts'
import type { Heads } from './heads.ts'
import type { Law, Row } from './law-data.ts'
import { lawTitle, parseRule, type RuleRows, rowFor, rowOn } from './statutes.ts'
import { arithmeticOf } from './steps.ts'
import type { Trigger } from './triggers.ts'

/** What the bureau has settled, and the calendar of the state. */
export type Settings = {
  readonly firstDay: { readonly plan: Plan; readonly basis: string }
  readonly calendar: Calendar
  /** left out: those shipped with the rule */
  readonly triggers?: Settled<readonly Trigger[]>
  readonly warnings?: Settled<readonly number[]>
}

export type Settled<T> = { readonly value: T; readonly basis: string }

export type RuleEnv<P> = {
  /** the row in force; throws `refused` where none is at hand */
  readonly row: (choice: RowChoice) => Row<P>
  readonly rowOrNull: (choice: RowChoice) => Row<P> | null
  readonly lawOf: (law: string, clause: string) => string
  readonly settings: Settings
}

export type RuleSource<P, F, R> = {
  readonly id: string
  readonly params: z.ZodType<P>
  readonly facts: z.ZodType<F>
  /** the facts by their Chinese names */
  readonly heads: Heads
  /** the result in the words of the worked cases */
  readonly words: (result: R) => string
  /** faults of the numbers of a row beyond their shape; a rule with one does not load */
  readonly faults?: (row: Row<P>) => readonly string[]
  readonly evaluate: (facts: F, env: RuleEnv<P>) => Draft<R> | readonly Draft<R>[]
}

/** A rule with its data in it. */
export type LoadedRule = {
  readonly rows: RuleRows<unknown>
  readonly heads: Heads
  /** an answer of this rule in words; items of a list between `；` */
  readonly wordsOf: (answer: Answer | readonly Answer[]) => string
  /** the answers side by side: `按档：…` */
  readonly besidesOf: (answer: Answer | readonly Answer[]) => string
  /** One answer, or one per item of a list. Throws AppError `invalid-input` or `refused` with a sentence. */
  readonly evaluate: (facts: unknown, settings: Settings) => Answer | readonly Answer[]
}

/** Joins a rule and its file. Throws an Error with every fault of the data. */
export function loadRule<P, F, R>(source: RuleSource<P, F, R>, file: unknown, laws: readonly Law[]): LoadedRule {
  const rows = parseRule(file, source.params, laws, source.faults)
  if (rows.id !== source.id) throw new Error(`file of ${rows.id} given to ${source.id}`)
  return {
    rows,
    heads: source.heads,
    // the answers come from this rule's own evaluate
    wordsOf: (answer) =>
      itemsOf(answer)
        .map(({ result }) => source.words(result as R))
        .join('；'),
    besidesOf: (answer) =>
      itemsOf(answer)
        .flatMap(({ alternatives }) => alternatives)
        .map(({ name, result }) => `${name}：${source.words(result as R)}`)
        .join('；'),
    evaluate: (given, settings) => {
      const facts = parseFacts(rows.title, source.facts, given)
      const drafts = source.evaluate(facts, {
        row: (choice) => rowFor(rows, choice),
        rowOrNull: (choice) => rowOn(rows, choice),
        lawOf: (law, clause) => `${lawTitle(laws, law)}${clause}`,
        settings,
      })
      const complete = (draft: Draft<R>): Answer => answerOf(rows.id, draft, given, laws)
      return isList(drafts) ? drafts.map(complete) : complete(drafts)
    },
  }
}

function isList<R>(drafts: Draft<R> | readonly Draft<R>[]): drafts is readonly Draft<R>[] {
  return Array.isArray(drafts)
}

function answerOf<R>(id: string, draft: Draft<R>, given: unknown, laws: readonly Law[]): Answer {
  const questions = [...(draft.row.question === undefined ? [] : [draft.row.question]), ...(draft.questions ?? [])]
  return {
    result: draft.result,
    rule: id,
    version: `${id}@${draft.row.from}/r${draft.row.rev}`,
    clause: `${lawTitle(laws, draft.row.law)}${draft.row.clause}`,
    mark: draft.row.mark,
    // the schema of the facts let it through
    facts: given as Readonly<Record<string, unknown>>,
    missing: draft.missing ?? [],
    steps: draft.steps,
    arithmetic: arithmeticOf(draft.steps),
    assumptions: draft.assumptions ?? [],
    ambiguous: questions.length > 0,
    question: questions.length === 0 ? null : questions.join(''),
    alternatives: draft.alternatives ?? [],
    notes: draft.notes ?? [],
    wouldChangeAt: draft.wouldChangeAt ?? [],
  }
}

function parseFacts<F>(title: string, schema: z.ZodType<F>, given: unknown): F {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
  const [path, message] = Object.entries(fields)[0] ?? ['', '内容不完整']
  throw new AppError('invalid-input', `“${title}”没有计算：${path === '' ? '' : `${path}：`}${message}。`, { fields })
}
