/** 导语: supervision, appraisal and extension (P3b), method and results (P4). */
import type { Row } from '../../case/tables.ts'
import { addDays, chineseDay, daysBetween } from '../../dates.ts'
import type { Block } from '../document.ts'
import { clause, joined, loose, paragraph, type Run, sentence, sentences } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase } from './words.ts'

// 493号令第二十九条: 60 days from the day of the accident, which is not counted itself.
const INVESTIGATION_DAYS = 60

/** Days that appraisals took and that are not counted (493号令第二十七条): the union of their intervals. */
export function appraisalDays(appraisals: readonly Row<'appraisal'>[]): number {
  const intervals = appraisals
    .flatMap((row) =>
      row.isExcluded && row.commissionedOn !== null && row.issuedOn !== null
        ? [{ from: row.commissionedOn, to: row.issuedOn }]
        : [],
    )
    .sort((a, b) => a.from.localeCompare(b.from))
  let days = 0
  let reached = ''
  for (const { from, to } of intervals) {
    const start = from > reached ? from : reached
    if (to > start) days += daysBetween(start, to)
    if (to > reached) reached = to
  }
  return days
}

/** The extensions of the investigation that somebody approved. */
export function approvedExtensions({ facts }: Scribe): readonly Row<'extension'>[] {
  return facts.dossier.rows.extension.filter((row) => row.clock === 'investigation' && row.approvedBy !== null)
}

function supervisionSentence({ facts, dates }: Scribe, withDay: boolean): Run | null {
  const row = facts.dossier.rows.supervision.at(-1)
  if (row === undefined) return null
  const body = fact('supervision', row, 'byBody')
  const number = fact('supervision', row, 'documentNo')
  const acted = loose(
    clause(body, '对该起事故查处实行挂牌督办') ?? '该起事故查处实行挂牌督办',
    number === null ? null : clause('（', number, '）'),
  )
  const day =
    withDay && row.issuedOn !== null ? clause(fact('supervision', row, 'issuedOn', dates.day(row.issuedOn))) : null
  return sentence(day, acted)
}

function periodSentence(scribe: Scribe): Run | null {
  const { facts } = scribe
  const { rows } = facts.dossier
  const days = appraisalDays(rows.appraisal)
  const extensions = approvedExtensions(scribe)
  const extended = extensions.reduce((sum, row) => sum + row.days, 0)
  const [first] = extensions
  const end = facts.occurredOn === null ? null : addDays(facts.occurredOn, INVESTIGATION_DAYS + days + extended)
  const appraised = days === 0 ? null : clause(`技术鉴定用时${days}日，不计入调查期限`)
  const longer =
    first === undefined
      ? null
      : joined(
          [
            clause('经', fact('extension', first, 'approvedBy'), '批准'),
            clause('调查期限延长', bound(String(extended), 'extension', first.id, 'days'), '日'),
            end === null ? null : clause(`至${chineseDay(end)}届满`),
          ],
          '，',
        )
  return sentence(joined([appraised, longer], '；'))
}

/** P3b; nothing when there is neither supervision nor appraisal nor extension. */
export function periodParagraph(scribe: Scribe): readonly Block[] {
  return paragraph('lead:p3b', sentences(supervisionSentence(scribe, true), periodSentence(scribe)))
}

/** The brief form of P3b. */
export function briefPeriodSentences(scribe: Scribe): Run | null {
  const days = appraisalDays(scribe.facts.dossier.rows.appraisal)
  const extended = approvedExtensions(scribe).reduce((sum, row) => sum + row.days, 0)
  return sentences(
    supervisionSentence(scribe, false),
    sentence(
      days === 0 ? null : clause(`技术鉴定${days}日不计入调查期限`),
      extended === 0 ? null : clause(`经批准延长调查期限${extended}日`),
    ),
  )
}

// The principle of the party regulations stands beside the four of 安全生产法第八十六条, not among them.
const FOUR = '四不放过'

/** P4; nothing without a team. */
export function methodParagraph({ facts }: Scribe): readonly Block[] {
  const { team, dossier } = facts
  if (team === null) return []
  const given = (team.principlesList ?? []).flatMap((name) => phrase(name) ?? [])
  const rest = given.filter((name) => name !== FOUR)
  const quoted = [rest.join('、'), given.includes(FOUR) ? FOUR : '']
    .filter((words) => words !== '')
    .map((words) => `“${words}”`)
    .join('和')
  const methods = (team.methodsList ?? []).flatMap((name) => phrase(name) ?? [])
  const parties = dossier.rows.proposal.length > 0 ? '对有关责任单位和责任人员的处理建议以及' : ''
  const head = loose(
    '事故调查组',
    quoted === '' ? null : clause('坚持', bound(quoted, 'team', team.id, 'principlesList'), '的原则，'),
    methods.length === 0 ? null : clause('通过', bound(methods.join('、'), 'team', team.id, 'methodsList'), '，'),
    '查明了事故经过、原因、人员伤亡和直接经济损失',
  )
  return paragraph('lead:p4', sentence(head, clause('认定了事故性质和责任'), clause(`提出了${parties}防范和整改措施`)))
}
