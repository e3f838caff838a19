/** One subject of 处理建议 as a paragraph: who, what was done against which clause, liability, basis, proposal. */
import type { Row } from '../../case/tables.ts'
import { chineseDay } from '../../dates.ts'
import type { FactRef } from '../document.ts'
import { citationWords } from './citations.ts'
import { missing } from './gaps.ts'
import { coercionsOf, type Entry, type Liability } from './proposal-entries.ts'
import { allProposalWords } from './proposal-words.ts'
import { clause, joined, loose, type Part, type Run, sentence, sentences } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase, withoutBrackets, withoutRemarks } from './words.ts'

const gradeWords: Readonly<Record<string, string>> = {
  direct: '直接责任',
  main: '主要责任',
  important: '重要责任',
  main_leader: '主要领导责任',
  important_leader: '重要领导责任',
  leader: '领导责任',
  supervisory: '监管责任',
}

/** 对事故发生负有直接责任; null when not decided or already said in the facts. */
function gradeClause(liability: Liability): Run | null {
  const given = phrase(liability.gradeOfLiability)
  if (given === null || /负有/.test(liability.facts ?? '')) return null
  const words = gradeWords[given] ?? given
  return clause(
    '对事故发生负有',
    fact('liability', liability, 'gradeOfLiability', words.endsWith('责任') ? words : `${words}责任`),
  )
}

const factsClause = (liability: Liability): Run | null => {
  const words = withoutRemarks(liability.facts)
  return words === null ? null : clause(bound(words, 'liability', liability.id, 'facts'))
}

/** 违反了……的规定; the brief template leaves it out. */
function breachClause({ facts, options }: Scribe, liability: Liability): Run | null {
  if (options.template === 'C' || (liability.facts ?? '').includes('违反')) return null
  return clause('违反了', citationWords(facts.citations('liability', liability.id, 'breach')), '的规定')
}

function basisOf({ facts }: Scribe, entry: Entry): Run | null {
  return citationWords([
    ...entry.proposals.flatMap((proposal) => facts.citations('proposal', proposal.id, 'basis')),
    ...facts.citations('liability', entry.liability.id, 'basis'),
  ])
}

/** Name of a person or unit; null where only the post is known. */
export function subjectName({ facts }: Scribe, { liability, isUnit }: Entry): Part {
  if (isUnit) {
    const unit = liability.subjectKind === 'unit' ? facts.unit(liability.unitId) : null
    if (unit !== null) return fact('unit', unit, 'name')
    return fact('liability', liability, 'subjectText') ?? fact('liability', liability, 'identityText')
  }
  const person = facts.person(liability.personId)
  const known = person === null ? null : fact('person', person, 'name')
  return known ?? (liability.subjectKind === 'person' ? fact('liability', liability, 'subjectText') : null)
}

// 安全科科长 and 厂长 name a post only; 苇荡镇党委委员 and 某厂电工 say where
const BODY = /(公司|集团|厂|矿|局|委员会|管委会|政府|街道|[县市区镇乡村院店站队]|中心|协会|银行|学校)(?![长场域])/

const namesUnit = (post: string, units: readonly Row<'unit'>[]): boolean =>
  BODY.test(post) ||
  units.some((unit) => [phrase(unit.shortName), phrase(unit.name)].some((name) => name !== null && post.includes(name)))

/** Post or role, behind the unit where the words do not name one; the number of a group is said once. */
export function subjectIdentity({ facts }: Scribe, entry: Entry): Part {
  const { liability, isUnit } = entry
  const person = facts.person(liability.personId)
  const given = withoutRemarks(liability.identityText) ?? phrase(person?.position)
  if (isUnit) {
    const role = phrase(withoutBrackets(given ?? ''))
    const isName = phrase(liability.subjectText) === null && liability.unitId === null
    return role === null || isName || role === phrase(liability.subjectText)
      ? null
      : bound(role, 'liability', liability.id, 'identityText')
  }
  if (liability.subjectKind !== 'person_group') {
    const unit = facts.unit(liability.unitId ?? person?.unitId ?? null)
    const post = bound(given, 'liability', liability.id, 'identityText')
    return given === null || unit === null || namesUnit(given, facts.dossier.rows.unit)
      ? post
      : loose(fact('unit', unit, 'name'), post)
  }
  const said = given ?? phrase(liability.subjectText) ?? '有关人员'
  const words = groupWords(said, liability.headCount, entry)
  return bound(words, 'liability', liability.id, 'identityText')
}

const SHARED = /（[^（）]*(?:含上[项述]|与上述)[^（）]*）/

/** A group by its own number: one counted with those above is «其他……等20人», one named by its sanction 有关责任人员9人. */
function groupWords(said: string, heads: number | null, entry: Entry): string {
  if (heads === null) return said
  const bare = withoutBrackets(said)
  if (SHARED.test(said)) {
    const others = bare.startsWith('其他') ? bare : `其他${bare}`
    return /\d+[人名]/.test(others) ? others.replace(/\d+(?=[人名])/, String(heads)) : `${others}${heads}人`
  }
  const sanction = bare.replace(/^建议/, '').replace(/人员$/, '')
  const isSaid = entry.proposals.some(({ description }) => description?.includes(sanction))
  if (bare.endsWith('人员') && sanction !== '' && isSaid) return `有关责任人员${heads}人`
  return /\d+\s*[人名]/.test(said) ? said : `${said}${heads}人`
}

/** 涉嫌《…刑法》第一百三十四条第一款规定的重大责任事故罪. */
function offenceClause(scribe: Scribe, entry: Entry): Run | null {
  const ids = entry.proposals.map((proposal) => proposal.id)
  const transfer = scribe.facts.dossier.rows.justiceTransfer.find(
    (row) => row.proposalId !== null && ids.includes(row.proposalId),
  )
  const offence = transfer === undefined ? null : fact('justiceTransfer', transfer, 'offence')
  const basis = basisOf(scribe, entry)
  if (/涉嫌/.test(entry.liability.facts ?? '')) return null
  if (offence === null) return clause('涉嫌', basis, '规定的犯罪')
  return basis === null ? clause('涉嫌', offence) : clause('涉嫌', basis, '规定的', offence)
}

/** 2020年10月1日被……刑事拘留, from the measures that were reported. */
function coercionClause(scribe: Scribe, entry: Entry): Run | null {
  return joined(
    entry.proposals
      .flatMap((proposal) => coercionsOf(scribe, proposal))
      .map((row) => {
        const day = row.decidedOn === null ? null : fact('disposition', row, 'decidedOn', chineseDay(row.decidedOn))
        const body = fact('disposition', row, 'body')
        const words =
          phrase(row.description)
            ?.replace(/^已?被?(由司法机关)?(?=采取)/, '')
            .replace(/(?<=日)(?=刑事拘留|批准逮捕|逮捕|取保候审|监视居住)/g, '被') ?? null
        const isBare = day === null && body === null && words?.startsWith('采取') === true
        const taken = bound(words, 'disposition', row.id, 'description')
        return loose(isBare ? '已被' : null, day, body === null ? null : clause('被', body), taken)
      }),
    '，',
  )
}

/** Where a proposal is entered that is not there yet. */
export function gapPlace({ id }: Entry['liability']): FactRef {
  return { table: 'liability', id, column: 'facts' }
}

/** 胡砚田，垒峤公司电焊工。……，违反了……的规定，对事故发生负有直接责任。依据……的规定，建议……。 */
function personRun(scribe: Scribe, entry: Entry, isBodySaid: boolean): Run | null {
  const { liability, category } = entry
  const known = joined([clause(subjectName(scribe, entry)), clause(subjectIdentity(scribe, entry))], '，')
  const who = sentence(known ?? clause(missing('subject')))
  const proposal = allProposalWords(scribe, entry, isBodySaid) ?? clause(missing('proposal', gapPlace(liability)))
  const done = [factsClause(liability), breachClause(scribe, liability), gradeClause(liability)]
  if (category === 'coerced')
    return sentences(
      who,
      sentence(...done, offenceClause(scribe, entry), coercionClause(scribe, entry)),
      sentence(proposal),
    )
  if (category === 'criminal') return sentences(who, sentence(...done, offenceClause(scribe, entry), proposal))
  const basis = category === 'exempt' ? null : clause('依据', basisOf(scribe, entry), '的规定')
  return sentences(who, sentence(...done), sentence(basis, proposal))
}

/** 建议责成其…… with the name in place of «其», else the name first. */
function withSubject(name: Run | null, proposal: Run | null): Run | null {
  const [first, ...rest] = proposal ?? []
  if (name === null || first === undefined || !('text' in first) || !first.text.startsWith('建议责成其'))
    return joined([name, proposal], '，')
  return clause('建议责成', name, { ...first, text: first.text.slice('建议责成其'.length) }, rest)
}

/** 朔澜公司。作为事故发生单位，……，对事故发生负有责任。依据……的规定，建议……。 */
function unitRun(scribe: Scribe, entry: Entry, isNumbered: boolean): Run | null {
  const { liability, category } = entry
  const name = clause(subjectName(scribe, entry) ?? missing('subject'))
  const role = liability.subjectKind === 'unit' ? subjectIdentity(scribe, entry) : null
  const proposal = allProposalWords(scribe, entry, false) ?? clause(missing('proposal', gapPlace(liability)))
  const isPenalty = category === 'penalty_unit'
  const responsible =
    gradeClause(liability) ?? (isPenalty && !/负有/.test(liability.facts ?? '') ? clause('对事故发生负有责任') : null)
  const done = [factsClause(liability), breachClause(scribe, liability), responsible]
  const basis = clause('依据', basisOf(scribe, entry), '的规定')
  if (!isPenalty) {
    const deed = factsClause(liability)
    // without a deed nothing stands between the unit and what it is to do
    if (deed === null && basis === null) return sentence(withSubject(name, proposal))
    const head = loose(name, clause('作为', role), role === null ? null : '，', deed)
    return sentence(head, ...done.slice(1), basis, proposal)
  }
  const proposed = sentence(basis, proposal)
  if (scribe.options.template === 'C')
    return sentences(loose(name, clause('（', role, '）'), '：'), sentence(...done), proposed)
  const as = clause('作为', role)
  return isNumbered
    ? sentences(sentence(name), sentence(as, ...done), proposed)
    : sentences(sentence(loose(name, as), ...done), proposed)
}

/** The paragraph of one entry. `isNumbered`: it stands in a list. `isBodySaid`: the section names the deciding body. */
export function entryRun(scribe: Scribe, entry: Entry, isNumbered: boolean, isBodySaid: boolean): Run | null {
  return entry.isUnit ? unitRun(scribe, entry, isNumbered) : personRun(scribe, entry, isBodySaid)
}
