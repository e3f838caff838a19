/** Who is in the team: 牵头, 参加, 组长, 专家, 同步审查调查. */
import type { Row } from '../../case/tables.ts'
import { clause, joined, loose, type Part, type Run, sentence } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase, withoutBrackets } from './words.ts'

/** 澜州市公安局 → 市公安局 beside a lead of the same place; other bodies unchanged. */
export function shortBody(body: string, place: string | null): string {
  const name = withoutBrackets(body).trim()
  if (place === null || !name.startsWith(place) || /^(人民政府|委员会|委$)/.test(name.slice(place.length))) return name
  return `${place.slice(-1)}${name.slice(place.length)}`
}

/** One spelling of a body's name: 安全生产监督管理局 and 安监局, 应急管理局 and 应急局. */
const spelled = (body: string, place: string | null): string =>
  shortBody(body, place)
    .replace(/安全生产监督管理|安全监督管理|安全生产监管|安全监管/, '安监')
    .replace('应急管理', '应急')

/** The name of the place that a body's name begins with. */
function placeOfBody({ facts }: Scribe, body: string | null): string | null {
  const { province, city, district } = facts.dossier.caseFile
  const [p = '', c = '', d = ''] = [province, city, district].map((name) => phrase(name) ?? '')
  const places = [`${p}${c}${d}`, `${c}${d}`, d, `${p}${c}`, c, p].filter((name) => name !== '')
  return places.find((name) => body?.startsWith(name)) ?? null
}

const isParallel = (member: Row<'teamMember'>) => member.role === 'parallel' || /同步/.test(member.body ?? '')

/** Distinct bodies in their order, each with the row it comes from. */
function bodies(members: readonly Row<'teamMember'>[]): readonly Row<'teamMember'>[] {
  const seen = new Set<string>()
  return members.filter((member) => {
    const name = phrase(member.body)
    if (name === null || seen.has(withoutBrackets(name))) return false
    seen.add(withoutBrackets(name))
    return true
  })
}

const bodyWords = (member: Row<'teamMember'>, place: string | null): Part =>
  bound(shortBody(phrase(member.body) ?? '', place), 'teamMember', member.id, 'body')

const all = (members: readonly Row<'teamMember'>[], words: (member: Row<'teamMember'>) => Part): Run | null =>
  joined(
    members.map((member) => clause(words(member))),
    '、',
  )

/** 澜州市应急管理局局长晏怀远; null for a member without a name. */
function officer(member: Row<'teamMember'>): Part {
  const name = fact('teamMember', member, 'name')
  if (name === null) return null
  return loose(fact('teamMember', member, 'body'), fact('teamMember', member, 'position'), name)
}

/** The sentences on the members of a team; those without facts are null. */
export function membership(scribe: Scribe, team: Row<'team'>): readonly (Run | null)[] {
  const { members } = scribe.facts
  const lead = fact('team', team, 'leadBody')
  const leadName = phrase(team.leadBody)
  const place = placeOfBody(scribe, leadName)
  const regular = members.filter((member) => /^(leader|deputy|member)$/.test(member.role) && !isParallel(member))
  const others = bodies(regular).filter(
    (member) => spelled(phrase(member.body) ?? '', place) !== spelled(leadName ?? '', place),
  )
  const taking = all(others, (member) => bodyWords(member, place))
  const composed =
    lead === null
      ? clause('事故调查组由', taking, '组成')
      : taking === null
        ? clause('该起事故由', lead, '组织调查')
        : clause('事故调查组由', lead, '牵头', others.length === 1 ? '、' : '，', taking, '参加')
  const named = (role: Row<'teamMember'>['role'], office: string) =>
    clause(
      all(
        members.filter((member) => member.role === role && phrase(member.name) !== null),
        officer,
      ),
      office,
    )
  const subgroups = (team.subgroupsList ?? []).flatMap((name) => phrase(name) ?? [])
  const core = joined(
    [
      composed,
      named('leader', '任组长'),
      named('deputy', '任副组长'),
      subgroups.length === 0 ? null : clause('下设', bound(subgroups.join('、'), 'team', team.id, 'subgroupsList')),
    ],
    '，',
  )
  const invited = bodies(members.filter((member) => member.role === 'invited' && !isParallel(member)))
  const guests = joined(
    [
      clause(
        '邀请',
        all(invited, (member) => bodyWords(member, null)),
        '派员参加',
      ),
      expertClause(scribe, team),
    ],
    '，',
  )
  const parallel = bodies(members.filter(isParallel))
  return [
    sentence(core === null && guests !== null ? clause('事故调查组', guests) : joined([core, guests], '；')),
    sentence(
      clause(
        all(parallel, (member) => bodyWords(member, null)),
        '同步开展追责问责审查调查',
      ),
    ),
  ]
}

/** 聘请粉尘防爆、通风除尘领域的5名专家参与调查. */
function expertClause({ facts }: Scribe, team: Row<'team'>): Run | null {
  const experts = facts.members.filter((member) => member.role === 'expert')
  const named = experts.filter((member) => phrase(member.name) !== null).length
  if (team.hasExperts !== true && team.expertCount === null && experts.length === 0) return null
  const fields = [...new Set(experts.flatMap((member) => phrase(member.specialty) ?? []))]
  const count = team.expertCount ?? (named > 0 ? named : null)
  return loose(
    '聘请',
    fields.length === 0 ? null : `${fields.join('、')}领域的`,
    count === null ? (fields.length === 0 ? '有关专家' : '专家') : null,
    count === null ? null : clause(bound(String(count), 'team', team.id, 'expertCount'), '名专家'),
    '参与调查',
  )
}
