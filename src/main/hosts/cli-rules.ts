/** `rules`: the shipped law, asked on its own. Opens no library. */
import { AppError } from '../../shared/result.ts'
import type { Answer } from '../../shared/rules/answer.ts'
import { shippedSettings } from '../../shared/rules/index.ts'
import { shippedBook } from '../../shared/rules/shipped.ts'

import { parseJson } from './command-line.ts'

/** Prints the whole answer, the fields of its result first. Throws AppError `refused` with the reason in one sentence. */
export async function printAnswer(rule: string, json: string): Promise<void> {
  console.log(JSON.stringify(await answered(rule, json)))
}

async function answered(rule: string, json: string): Promise<unknown> {
  try {
    const facts = await parseJson(json)
    const answer = shippedBook().evaluate(rule, facts, shippedSettings)
    return 'result' in answer ? flat(answer) : answer.map(flat)
  } catch (error) {
    // input that a rule refuses is an answer of the rule, not wrong use of the command line
    throw error instanceof AppError ? new AppError('refused', error.message) : error
  }
}

/** The result's own fields stand beside those of every answer; a question and alternatives only where there are some. */
function flat({ result, steps: _steps, question, alternatives, ...answer }: Answer): Record<string, unknown> {
  const own = fieldsOf(result)
  const notes = [...('notes' in own && Array.isArray(own.notes) ? own.notes : []), ...answer.notes]
  return {
    ...own,
    ...(alternatives.length === 0
      ? {}
      : { alternatives: alternatives.map(({ name, result: other }) => ({ basis: name, ...fieldsOf(other) })) }),
    ...answer,
    notes: [...new Set(notes)],
    ...(question === null ? {} : { question }),
  }
}

function fieldsOf(result: unknown): object {
  return typeof result === 'object' && result !== null ? result : { result }
}
