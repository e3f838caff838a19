/** A rule of the book as a clock asks it: the answer, or the sentence of its refusal. */
import { AppError } from '../result.ts'
import { type Answer, onlyOf } from '../rules/answer.ts'
import type { RuleBook, RuleId } from '../rules/index.ts'
import type { Settings } from '../rules/rule.ts'
import type { Deadline } from './deadline.ts'

export type Ask = (rule: RuleId, facts: Readonly<Record<string, unknown>>) => Asked
export type Asked = { readonly answer: Answer } | { readonly refusal: string }

export function asker(book: RuleBook, settings: Settings): Ask {
  return (rule, facts) => {
    try {
      return { answer: onlyOf(book.evaluate(rule, facts, settings)) }
    } catch (error) {
      if (error instanceof AppError) return { refusal: error.message }
      throw error
    }
  }
}

/** A text of the result by its name; null where the rule gives none. */
export function dayIn({ result }: Answer, name: string): string | null {
  const found = Object.entries(result ?? {}).find(([key]) => key === name)?.[1]
  return typeof found === 'string' ? found : null
}

type Own = Pick<Deadline, 'kind' | 'subjectId' | 'place'>

const blank = {
  subject: null,
  fromOn: null,
  lastDay: null,
  doneOn: null,
  isWindow: false,
  isLatenessOpen: false,
  clause: '',
  mark: null,
  version: null,
  arithmetic: '',
  question: null,
  notes: [],
  missing: [],
} as const satisfies Partial<Deadline>

/** Facts are missing: the first one is where a person goes. */
export function waiting(own: Own, missing: Deadline['missing'], state: 'unknown' | 'stopped' = 'unknown'): Deadline {
  return { ...blank, ...own, state, missing, place: missing[0]?.fact ?? own.place }
}

/** What the rule says of this period; its refusal or its question stands where it gives no day. */
export function answered(own: Own, asked: Asked, lastDayName = 'lastDay'): Deadline {
  if ('refusal' in asked) return { ...blank, ...own, state: 'unknown', question: asked.refusal }
  const { answer } = asked
  const lastDay = dayIn(answer, lastDayName)
  return {
    ...blank,
    ...own,
    state: lastDay === null ? 'unknown' : 'open',
    lastDay,
    clause: answer.clause,
    mark: answer.mark,
    version: answer.version,
    // where the law leaves the period open, the days that it might be are for the question, not for the board
    arithmetic: lastDay === null && answer.question !== null ? '' : answer.arithmetic,
    question: answer.question,
    notes: answer.notes,
  }
}

/** The fact that ends it is known; `on` null: not on which day. */
export function done(deadline: Deadline, on: string | null): Deadline {
  return { ...deadline, state: 'done', doneOn: on, missing: [] }
}
