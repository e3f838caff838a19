/** The whole answers to all worked cases, a line each: nothing of an answer may change unseen. */

import { AppError } from '../../src/shared/result.ts'
import type { Answer } from '../../src/shared/rules/answer.ts'
import { factsOf } from '../../src/shared/rules/cases.ts'
import { type RuleBook, shippedSettings } from '../../src/shared/rules/index.ts'
import type { CaseFile } from './rule-book.ts'

/** `unitFine.V-17.csv 3: {…}`; of a refusal its sentence. */
export function answerLines(book: RuleBook, files: readonly CaseFile[]): string[] {
  return files.flatMap(({ rule, name, lines }) =>
    lines.map((line) => `${name} ${line.例}: ${answerText(book, rule, line)}`),
  )
}

export function answerText(book: RuleBook, rule: CaseFile['rule'], line: CaseFile['lines'][number]): string {
  try {
    const answer = book.rules[rule].evaluate(factsOf(line, book.rules[rule].heads), shippedSettings)
    return `${book.rules[rule].wordsOf(answer)} ${JSON.stringify('result' in answer ? brief(answer) : answer.map(brief))}`
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`
    throw error
  }
}

/** The facts are those of the line, the steps are worded in the arithmetic. */
function brief({ facts: _facts, steps: _steps, rule: _rule, ...answer }: Answer): unknown {
  return answer
}
