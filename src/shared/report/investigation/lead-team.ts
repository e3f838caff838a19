/** 导语: change of grade and escalation (P3a), the team (P3). */
import type { Row } from '../../case/tables.ts'
import { casualtyWindowEnd } from '../../statutes/casualty-window.ts'
import { gradeLabel, gradeTableOn } from '../../statutes/grade-thresholds.ts'
import type { Block } from '../document.ts'
import { missing } from './gaps.ts'
import { clause, joined, loose, type Part, paragraph, type Run, sentence, sentences } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { membership, shortBody } from './team-words.ts'
import { bound, fact, phrase } from './words.ts'

const REGULATION = '《生产安全事故报告和调查处理条例》'

/** The decision by which a higher government took the case over, if it did. */
export function escalationOf({ facts }: Scribe): Row<'escalation'> | null {
  return facts.dossier.rows.escalation.filter((row) => row.decision !== 'refused').at(-1) ?? null
}

/** Deaths after the day of the accident that count for the grade: how many, and the last day. */
export function laterDeaths({ facts }: Scribe): { readonly count: number; readonly lastOn: string } | null {
  const { occurredOn, dossier } = facts
  if (occurredOn === null) return null
  const end = casualtyWindowEnd(occurredOn, dossier.caseFile.regime)
  const days = dossier.rows.casualty.flatMap((row) =>
    row.outcome === 'death' && row.diedOn !== null && row.diedOn > occurredOn && row.diedOn <= end ? [row] : [],
  )
  const lastOn = days
    .map((row) => row.diedOn ?? '')
    .sort()
    .at(-1)
  return lastOn === undefined ? null : { count: days.reduce((sum, row) => sum + row.headCount, 0), lastOn }
}

/** The grade by the count of the day of the accident, as a word; null when no such count differs. */
export function initialGrade({ facts }: Scribe): string | null {
  const { firstDayCount: count, occurredOn } = facts
  if (count === null || occurredOn === null) return null
  const injured = (count.seriousInjuries ?? 0) + (count.acutePoisonings ?? 0)
  const rungs = gradeTableOn(occurredOn)?.rungs.filter(
    (rung) => (count.deaths ?? 0) >= rung.deaths || injured >= rung.injured,
  )
  return gradeLabel(rungs?.at(-1)?.grade ?? null)
}

/** P3a; nothing for a case that no higher government took over. */
function changeSentences(scribe: Scribe): Run | null {
  const { facts, dates } = scribe
  const row = escalationOf(scribe)
  if (row === null) return null
  if (row.ground !== 'casualty_change') {
    const what = row.ground === 'escalation' ? '对该起事故提级调查' : '对该起事故重新组织调查'
    const by = phrase(row.decidedBy)?.replace(/(批准|同意|决定)$/, '') ?? null
    const decided = clause(bound(by, 'escalation', row.id, 'decidedBy'), '决定', what)
    if (decided === null) return null
    const isLaw = !/(要求|通知|精神|部署|意见|批示|指示)$/.test(phrase(row.basisText) ?? '')
    return sentence(
      clause(/^(鉴于|按照|根据|依据|因)/.test(row.reason ?? '') ? '' : '鉴于', fact('escalation', row, 'reason')),
      clause('依据', fact('escalation', row, 'basisText'), isLaw ? '的规定' : ''),
      decided,
    )
  }
  const former = facts.formerTeam
  const before = initialGrade(scribe)
  const now = gradeLabel(facts.dossier.caseFile.grade)
  const authorised =
    former === null || former.formedOn === null
      ? null
      : clause(
          fact('team', former, 'authorisedBy'),
          '于',
          fact('team', former, 'formedOn', dates.day(former.formedOn)),
          former.authority === 'direct' ? '成立事故调查组' : '授权',
          ...(former.authority === 'direct' ? [] : [fact('team', former, 'leadBody'), '组织调查']),
        )
  const deaths = laterDeaths(scribe)
  const change = before !== null && now !== null && before !== now ? `事故等级由${before}变为${now}` : null
  return sentences(
    sentence(before === null ? null : clause(`该起事故初判为${before}事故`), authorised),
    sentence(
      deaths === null ? null : clause(dates.day(deaths.lastOn)),
      deaths === null ? null : clause(`${deaths.count}名重伤人员经抢救无效死亡`),
      change === null ? null : clause(change),
    ),
  )
}

/** 《中华人民共和国安全生产法》、《…条例》第二十条第二款等规定; the bases that the case file names, if it names any. */
export function basisWords(scribe: Scribe, isBrief: boolean): Run {
  const { facts } = scribe
  const row = escalationOf(scribe)
  const special = row?.ground === 'casualty_change' ? fact('escalation', row, 'basisText') : null
  const regulation: Part = special ?? REGULATION
  if (isBrief) return clause(regulation, '的规定') ?? []
  const cited = facts.team === null ? [] : facts.citations('team', facts.team.id, 'basis')
  const named = joined(
    cited.map((citation) => clause(fact('citation', citation, 'lawText'))),
    '、',
  )
  return named === null
    ? (clause('《中华人民共和国安全生产法》', '、', regulation, '等规定') ?? [])
    : (clause(named, ...(special === null ? [] : ['、', special]), '等规定') ?? [])
}

/** The name of the team, always in full: as entered, else the name of the accident and «调查组». */
export function teamName({ facts }: Scribe): Part {
  const { team, dossier } = facts
  const given = team === null ? null : fact('team', team, 'name')
  return given ?? bound(`${dossier.caseFile.name}调查组`, 'caseFile', dossier.caseFile.id, 'name')
}

/** P3 with P3a. */
export function teamParagraphs(scribe: Scribe): readonly Block[] {
  const { facts, dates } = scribe
  const { team } = facts
  const change = changeSentences(scribe)
  if (team === null) return [...paragraph('lead:p3a', change), ...paragraph('lead:p3', clause(missing('team'), '。'))]
  const isAgain = escalationOf(scribe)?.ground === 'casualty_change' || facts.formerTeam !== null
  const formed = loose(
    team.formedOn === null ? null : clause('于', fact('team', team, 'formedOn', dates.day(team.formedOn))),
    isAgain ? '另行成立' : '成立',
    teamName(scribe),
    '（以下简称事故调查组）',
  )
  const founding = loose(fact('team', team, 'authorisedBy'), '依据', basisWords(scribe, false), '，', formed)
  return paragraph(
    'lead:p3',
    sentences(change, sentence(founding), ...membership(scribe, team), handoverSentence(scribe)),
  )
}

/** 汀泽市前期收集的调查材料于8月15日全部移交事故调查组。 */
function handoverSentence(scribe: Scribe): Run | null {
  const row = escalationOf(scribe)
  const handover = scribe.facts.dossier.rows.handover.find(
    (other) => other.aboutTable === 'escalation' && other.aboutId === row?.id,
  )
  if (row === null || handover === undefined || handover.handedOn === null) return null
  const from = phrase(row.bodyBefore)?.replace(/人民政府$/, '') ?? phrase(handover.fromBody)
  return sentence(
    clause(
      bound(from, 'escalation', row.id, 'bodyBefore'),
      '前期收集的调查材料于',
      fact('handover', handover, 'handedOn', scribe.dates.day(handover.handedOn)),
      // only a signed list proves that all of it came over
      handover.receivedOn === null ? '移交事故调查组' : '全部移交事故调查组',
    ),
  )
}

/** The brief form: the change of grade, who formed the team, and who leads it. */
export function briefTeamSentences(scribe: Scribe): Run | null {
  const { facts, dates } = scribe
  const { team } = facts
  const row = escalationOf(scribe)
  const before = initialGrade(scribe)
  const now = gradeLabel(facts.dossier.caseFile.grade)
  const deaths = laterDeaths(scribe)
  const change =
    row?.ground === 'casualty_change' && before !== null && now !== null && deaths !== null
      ? sentence(
          clause(`该起事故初判为${before}事故`),
          clause(`${dates.day(deaths.lastOn)}${deaths.count}名重伤人员死亡后变为${now}事故`),
        )
      : row?.ground === 'casualty_change'
        ? null
        : changeSentences(scribe)
  if (team === null) return sentences(change, clause(missing('team'), '。'))
  const lead = phrase(team.leadBody)
  const others = facts.members.some((member) => member.body !== null && shortBody(member.body, null) !== lead)
  return sentences(
    change,
    sentence(
      loose(fact('team', team, 'authorisedBy'), '依据', basisWords(scribe, true)),
      loose(
        team.formedOn === null ? null : clause('于', fact('team', team, 'formedOn', dates.day(team.formedOn))),
        row?.ground === 'casualty_change' || facts.formerTeam !== null ? '另行成立' : '成立',
        clause('由', fact('team', team, 'leadBody'), '牵头'),
        lead !== null && others ? '、有关部门参加' : null,
        lead === null ? '事故调查组' : '的事故调查组',
      ),
    ),
  )
}
