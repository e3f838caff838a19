import type { Answer } from '../../shared/rules/answer.ts'
import type { AnswerShape } from '../../shared/rules/contract.ts'
import { shippedBook } from '../../shared/rules/shipped.ts'
import type { Handlers } from '../context.ts'
import { ruleSettings } from './settings.ts'

export const rulesHandlers: Pick<Handlers, 'rules.eval'> = {
  'rules.eval': async (context, { rule, facts }) => {
    const answer = shippedBook().evaluate(rule, facts, ruleSettings(context))
    return isList(answer)
      ? { isList: true, answers: answer.map(shapeOf) }
      : { isList: false, answers: [shapeOf(answer)] }
  },
}

/** The steps stay behind: their sentence is `arithmetic`. */
function shapeOf({ steps: _steps, ...answer }: Answer): AnswerShape {
  return {
    ...answer,
    missing: [...answer.missing],
    assumptions: [...answer.assumptions],
    alternatives: [...answer.alternatives],
    notes: [...answer.notes],
    wouldChangeAt: [...answer.wouldChangeAt],
  }
}

function isList(answer: Answer | readonly Answer[]): answer is readonly Answer[] {
  return Array.isArray(answer)
}
