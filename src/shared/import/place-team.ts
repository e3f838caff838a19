/** The team of an investigation and that of an assessment: the same tables, told apart by `purpose`. */
import { caseTables } from '../case/tables.ts'
import { pointerTo } from './json.ts'
import { memberOf, memberWords } from './member.ts'
import type { PublishedCase } from './published.ts'
import { isAnyGiven, type NewRow, newRow, type Placing, type Rows } from './row.ts'
import { dayOrNull } from './when.ts'

type Investigation = NonNullable<PublishedCase['investigation']>
type Evaluation = NonNullable<PublishedCase['evaluation']>
type TeamRows = Pick<Rows, 'team' | 'teamMember' | 'citation'>
type Role = NewRow<'teamMember'>['role']

/** `investigation` → team, members, the law it was formed under. Nothing when the source says nothing. */
export function investigationRows(json: PublishedCase, placing: Placing): TeamRows {
  const given = json.investigation
  if (!given || !isAnyGiven(Object.values(given))) return {}
  const id = placing.newId()
  placing.places.set('/investigation', { table: 'team', id })
  const team = newRow(caseTables.team.fields, id, {
    purpose: 'investigation',
    authorisedBy: given.authorisedBy ?? null,
    level: levelOf(given.authorisedBy ?? ''),
    formedOn: dayOrNull(given.establishedDate),
    leadBody: given.leadBody ?? null,
    hasExperts: given.expertsEngaged ?? null,
    expertCount: given.expertCount ?? null,
    subgroupsList: listOf(given.subgroups),
    methodsList: listOf(given.methods),
    principlesList: listOf(given.principles),
  })
  return {
    team: [team],
    teamMember: [
      ...persons([given.teamLeader ?? []].flat(), 'leader', id, placing),
      ...persons(given.deputyLeaders ?? [], 'deputy', id, placing),
      ...bodies(given, id, placing),
      ...(given.expertFields ?? []).map((specialty) => member(id, { role: 'expert', specialty }, placing)),
    ],
    citation: (given.legalBasis ?? []).flatMap((lawText, at) => {
      if (lawText === '') {
        placing.holes.push(pointerTo('/investigation/legalBasis', at))
        return []
      }
      const about = { aboutTable: 'team', aboutId: id, role: 'basis', lawText } as const
      return [newRow(caseTables.citation.fields, placing.newId(), about)]
    }),
  }
}

/** The team part of `evaluation`. */
export function assessmentTeam(given: Evaluation, placing: Placing): TeamRows & { readonly teamId: string | null } {
  const { leadBody, memberBodies, invitedBodies, expertsEngaged, methods } = given
  if (!isAnyGiven([leadBody, memberBodies, invitedBodies, expertsEngaged, methods])) return { teamId: null }
  const teamId = placing.newId()
  const team = newRow(caseTables.team.fields, teamId, {
    purpose: 'assessment',
    leadBody: leadBody ?? null,
    hasExperts: expertsEngaged ?? null,
    methodsList: listOf(methods),
  })
  return { teamId, team: [team], teamMember: bodies(given, teamId, placing) }
}

type Bodies = Pick<Investigation, 'memberBodies' | 'invitedBodies'>

/** A member without a name: only the body that sends one is known. 同步开展审查调查 is no membership. */
function bodies(given: Bodies, teamId: string, placing: Placing): readonly NewRow<'teamMember'>[] {
  return [
    ...(given.memberBodies ?? []).map((body) => member(teamId, { role: 'member', body }, placing)),
    ...(given.invitedBodies ?? []).map((body) =>
      member(teamId, { role: body.includes('同步') ? 'parallel' : 'invited', body }, placing),
    ),
  ]
}

function persons(words: readonly string[], role: Role, teamId: string, placing: Placing) {
  return words.map((one) => member(teamId, { role, ...memberOf(one) }, placing))
}

function member(teamId: string, given: Partial<NewRow<'teamMember'>>, { newId }: Placing): NewRow<'teamMember'> {
  return newRow(caseTables.teamMember.fields, newId(), { ...given, teamId })
}

function listOf(list: readonly string[] | null | undefined): string[] | null {
  return list && list.length > 0 ? [...list] : null
}

function levelOf(authority: string): 'state' | 'province' | null {
  if (authority.includes('国务院')) return 'state'
  return /(省|自治区)人民政府$/.test(authority) ? 'province' : null
}

/** The way back to `investigation`. */
export function investigationJson(rows: Rows) {
  const team = rows.team?.find((row) => row.purpose === 'investigation')
  const members = (rows.teamMember ?? []).filter((row) => row.teamId === team?.id)
  const inRole = (...roles: readonly Role[]) => members.filter((row) => roles.includes(row.role))
  const [leader] = inRole('leader')
  return {
    authorisedBy: team?.authorisedBy ?? null,
    establishedDate: team?.formedOn ?? null,
    leadBody: team?.leadBody ?? null,
    teamLeader: leader ? memberWords(leader) : null,
    deputyLeaders: inRole('deputy').map(memberWords),
    memberBodies: inRole('member').map((row) => row.body),
    invitedBodies: inRole('invited', 'parallel').map((row) => row.body),
    subgroups: team?.subgroupsList ?? [],
    expertsEngaged: team?.hasExperts ?? null,
    expertCount: team?.expertCount ?? null,
    expertFields: inRole('expert').flatMap((row) => row.specialty ?? []),
    methods: team?.methodsList ?? [],
    legalBasis: (rows.citation ?? [])
      .filter((row) => row.aboutTable === 'team' && row.aboutId === team?.id)
      .map((row) => row.lawText),
    principles: team?.principlesList ?? [],
  }
}

/** The way back to the team part of `evaluation`. */
export function assessmentTeamJson(rows: Rows, teamId: string | null) {
  const team = rows.team?.find((row) => row.id === teamId)
  const members = (rows.teamMember ?? []).filter((row) => row.teamId === teamId)
  return {
    leadBody: team?.leadBody ?? null,
    memberBodies: members.filter((row) => row.role === 'member').map((row) => row.body),
    invitedBodies: members.filter((row) => row.role === 'invited' || row.role === 'parallel').map((row) => row.body),
    expertsEngaged: team?.hasExperts ?? null,
    methods: team?.methodsList ?? [],
  }
}
