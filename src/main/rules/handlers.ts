import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Answer, itemsOf } from '../../shared/rules/answer.ts'
import type { AnswerShape } from '../../shared/rules/contract.ts'
import { shippedBook } from '../../shared/rules/shipped.ts'
import type { Handlers } from '../context.ts'
import { ruleSettings } from './settings.ts'

export const rulesHandlers: Pick<Handlers, 'rules.eval' | 'rules.cases'> = {
  'rules.eval': async (context, { rule, facts }) => {
    const answer = shippedBook().evaluate(rule, facts, ruleSettings(context))
    return { isList: !('result' in answer), answers: itemsOf(answer).map(shapeOf) }
  },
  'rules.cases': async ({ program }, { rule }) => {
    const folder = join(program.resourcesDir, 'statutes', 'cases')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).toSorted()
    const asked = rule === undefined ? names : names.filter((name) => ruleOf(name) === rule)
    return {
      files: await Promise.all(
        asked.map(async (name) => ({
          rule: ruleOf(name),
          name,
          text: await readFile(join(folder, name), 'utf8'),
        })),
      ),
    }
  },
}

/** `unitFine.V-17.csv` works cases of `unitFine`. */
function ruleOf(fileName: string): string {
  return fileName.slice(0, fileName.indexOf('.'))
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
