/** A proposed fine outside the bracket of the law: pointed out beside the field and before an export, the amount stays a person's. */
import { holdingCount, holdingLoss, occurredOnOf } from '../case/derive.ts'
import type { Dossier, Row } from '../case/tables.ts'
import { AppError } from '../result.ts'
import type { Answer } from '../rules/answer.ts'
import { shippedSettings } from '../rules/index.ts'
import type { PersonFineResult } from '../rules/law/person-fine.ts'
import type { UnitFineResult } from '../rules/law/unit-fine.ts'
import { shippedBook } from '../rules/shipped.ts'
import { WAN, wanText, YUAN } from '../rules/sums.ts'
import { gradeLabel } from '../statutes/grade-thresholds.ts'

export type ProposedFine = Pick<
  Row<'proposal'>,
  'id' | 'liabilityId' | 'category' | 'fineFen' | 'fineBaseFen' | 'fineBaseSource' | 'fineMultiplePermille'
>

type Role = 'unit' | 'principal' | 'otherManager'

// Which fine an article is about, in the laws that fine for the accident itself; by their keys in resources/statutes.
const articles: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  安法2021: { 第一百一十四条: 'unit', 第九十五条: 'principal', 第九十六条: 'otherManager' },
  '14号令': {
    第十四条: 'unit',
    第十五条: 'unit',
    第十六条: 'unit',
    第十七条: 'unit',
    第十九条: 'principal',
    第二十条: 'otherManager',
  },
}

/** How a fine lies outside the bracket, with bracket and clause; null where it does not, or where the case does not say whose it is. */
export function fineProblem(dossier: Dossier, proposal: ProposedFine): string | null {
  const liability = dossier.rows.liability.find((row) => row.id === proposal.liabilityId)
  const on = occurredOnOf(dossier.caseFile)
  const grade = gradeLabel(dossier.caseFile.grade)
  const { regime } = dossier.caseFile
  // 铁路 and 电力 have ordinances of their own
  if (liability === undefined || on === null || grade === null || /^(rail|power)$/.test(regime)) return null
  if (proposal.fineFen === null) return null
  const role = roleOf(dossier, proposal, on)
  const common = { occurredOn: on, regime: regime === 'coal' || regime === 'special' ? regime : 'general' } as const
  try {
    if (role === 'unit' && proposal.category === 'penalty_unit' && liability.subjectKind === 'unit')
      return unitProblem(dossier, proposal, proposal.fineFen, grade, common)
    if (
      role !== 'unit' &&
      role !== null &&
      proposal.category === 'penalty_person' &&
      liability.subjectKind === 'person'
    )
      return personProblem(proposal, proposal.fineFen, grade, role, common)
  } catch (error) {
    // no law of that day at hand, or an amount that is no whole number of 元
    if (!(error instanceof AppError)) throw error
  }
  return null
}

type Common = { readonly occurredOn: string; readonly regime: 'general' | 'coal' | 'special' }

function unitProblem(dossier: Dossier, proposal: ProposedFine, fine: number, grade: string, common: Common) {
  const count = holdingCount(dossier)
  const loss = holdingLoss(dossier)
  const multiple = proposal.fineMultiplePermille
  const answer = oneOf<UnitFineResult>('unitFine', {
    ...common,
    isResponsible: true,
    deaths: count?.deaths ?? null,
    seriousInjuries: count?.seriousInjuries ?? null,
    ...(count?.acutePoisonings ? { acutePoisoning: count.acutePoisonings } : {}),
    directLossWan: loss === null ? null : wanText(loss.directFen),
    proposedWan: wanText(fine),
    ...(multiple === null ? {} : { multiple: multiple / 1000 }),
  })
  // a grade that was decided otherwise than by the figures has no tier
  if (answer === null || answer.result.tier?.replace(/-\d+$/, '') !== grade) return null
  const isWithin = answer.alternatives.some(
    ({ result: { minWan, maxWan } }) =>
      minWan !== null && maxWan !== null && fine >= Math.round(minWan * WAN) && fine <= Math.round(maxWan * WAN),
  )
  return isWithin ? null : sentenceOf(answer, answer.clause)
}

function personProblem(
  { fineBaseFen, fineBaseSource }: ProposedFine,
  fine: number,
  grade: string,
  role: Exclude<Role, 'unit'>,
  common: Common,
) {
  if (fineBaseFen === null || fineBaseFen === 0 || fineBaseSource === 'estimated') return null
  const answer = oneOf<PersonFineResult>('personFine', {
    ...common,
    role,
    grade,
    annualIncomeYuan: fineBaseFen / YUAN,
    acts: [{ act: 'failureOfDuty' }],
    proposedYuan: fine / YUAN,
  })
  return answer === null ? null : sentenceOf(answer, answer.result.parts[0]?.basis ?? answer.clause)
}

/** The rule's own sentence with the clause of the bracket; where figures are unknown the tier is a lowest one, so only «低于» holds. */
function sentenceOf({ notes, missing }: Answer, clause: string): string | null {
  const note = notes.find((one) => /^拟罚 .+，(低于|高于) /.test(one))
  if (note === undefined || (missing.length > 0 && note.includes('，高于 '))) return null
  return note.replace(/(，(?:低于|高于) [^；，]+)/, `$1（${clause}）`)
}

function oneOf<R>(rule: 'unitFine' | 'personFine', facts: unknown): Answer<R> | null {
  const answer = shippedBook().evaluate(rule, facts, shippedSettings)
  return 'result' in answer ? (answer as Answer<R>) : null
}

/** Whose fine it is by the articles cited as its basis; null where there are none, several, or others that fine as well. */
function roleOf({ rows }: Dossier, { id, liabilityId }: ProposedFine, on: string): Role | null {
  const about = (table: string, row: string) =>
    rows.citation.filter((one) => one.role === 'basis' && one.aboutTable === table && one.aboutId === row)
  const roles = [...about('proposal', id), ...about('liability', liabilityId)]
    .flatMap(({ lawText }) => lawText.split(/(?=《)/))
    .map((text) => articleRole(text, on))
    .filter((role) => role !== 'procedure')
  const [first = null] = roles
  return roles.every((role) => role === first) ? first : null
}

/** `《安全生产法》第九十五条第二项` → principal; null: another fine, or none that the rules know. */
function articleRole(text: string, on: string): Role | 'procedure' | null {
  const title = /《(?:中华人民共和国)?([^》]+)》/.exec(text)?.[1]
  if (title === '行政处罚法') return 'procedure'
  const law = shippedBook().laws.find(
    (one) => one.title === title && one.from !== null && one.from <= on && (one.to === null || on <= one.to),
  )
  const known = law === undefined ? undefined : articles[law.key]
  const roles = [...text.matchAll(/第[零一二三四五六七八九十百]+条(?:之[一二三四五六七八九十]+)?/g)].map(
    ([article]) => known?.[article] ?? null,
  )
  const [first = null] = roles
  return roles.every((role) => role === first) ? first : null
}
