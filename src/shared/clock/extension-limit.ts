/** Extensions of the investigation that are longer than the law allows: the same sentence beside the field and before an export. */
import { occurredOnOf } from '../case/derive.ts'
import type { Dossier, Row } from '../case/tables.ts'
import { AppError } from '../result.ts'
import type { Answer } from '../rules/answer.ts'
import { shippedSettings } from '../rules/index.ts'
import { shippedBook } from '../rules/shipped.ts'

/** What is typed in the form of one extension. */
export type TypedExtension = { readonly id?: unknown; readonly clock?: unknown }

type Extension = { readonly days: number; readonly approvedOn: string }

/** Why the approved extensions of the case together are more than the law of its kind allows; null where they are not. */
export function extensionProblem(dossier: Dossier): string | null {
  return problemOf(dossier, approvedOf(dossier))
}

/** The same for an extension of `days` days that is being typed, beside the approved others. */
export function typedExtensionProblem(dossier: Dossier, days: number, typed: TypedExtension): string | null {
  if (typed.clock !== 'investigation') return null
  const others = approvedOf(dossier).filter((row) => row.id !== typed.id)
  return problemOf(dossier, [...others, { days, approvedOn: null }])
}

function approvedOf({ rows }: Dossier): readonly Row<'extension'>[] {
  return rows.extension.filter((row) => row.clock === 'investigation' && row.approvedBy !== null)
}

function problemOf(
  { caseFile }: Dossier,
  rows: readonly { readonly days: number; readonly approvedOn: string | null }[],
): string | null {
  const occurredOn = occurredOnOf(caseFile)
  const given = rows.filter(({ days }) => days > 0)
  if (occurredOn === null || given.length === 0) return null
  const extensions = given.map(({ days, approvedOn }) => ({ days, approvedOn: approvedOn ?? occurredOn }))
  const deadline = (list: readonly Extension[]) =>
    shippedBook().evaluate(
      'investigationDeadline',
      { occurredOn, kind: caseFile.regime, extensions: list },
      shippedSettings,
    )
  // no law of that day or no period of that kind at hand: there is no limit to hold the days against
  const plain = sentenceOf(() => deadline([]))
  if (typeof plain === 'string' || !hasPeriod(plain)) return null
  const extended = sentenceOf(() => deadline(extensions))
  return typeof extended === 'string' ? extended : null
}

type Answers = Answer | readonly Answer[]

const hasPeriod = (answers: Answers): boolean =>
  'result' in answers && (!answers.ambiguous || answers.alternatives.length > 0)

/** The answer, or the sentence of the refusal. */
function sentenceOf(ask: () => Answers): Answers | string {
  try {
    return ask()
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}
