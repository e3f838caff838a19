/** The dossier as the report reads it: which team, which count, which assessment hold, and rows by their ids. */
import { holdingLoss } from '../../case/derive.ts'
import type { CaseTable, Dossier, Row } from '../../case/tables.ts'
import type { DayText } from '../../dates.ts'
import { typeLabel, typeStandardOn } from '../../statutes/accident-types.ts'

export type Facts = {
  readonly dossier: Dossier
  readonly occurredOn: DayText | null
  /** 事故发生单位 */
  readonly accidentUnit: Row<'unit'> | null
  /** the team that makes this report, and the one before it (第二十条第二款) */
  readonly team: Row<'team'> | null
  readonly formerTeam: Row<'team'> | null
  readonly members: readonly Row<'teamMember'>[]
  /** the count that holds, and the last one of the day of the accident when it says something else */
  readonly count: Row<'casualtyCount'> | null
  readonly firstDayCount: Row<'casualtyCount'> | null
  readonly loss: Row<'lossAssessment'> | null
  /** 直接经济损失 in 分: as stated, else the sum of the direct items */
  readonly lossFen: number | null
  readonly report: Row<'document'> | null
  /** 粉尘爆炸; null when not classified or only «其他» */
  readonly typeName: string | null
  readonly unit: (id: string | null) => Row<'unit'> | null
  readonly person: (id: string | null) => Row<'person'> | null
  readonly citations: (table: CaseTable, id: string, role: Row<'citation'>['role']) => readonly Row<'citation'>[]
}

const COUNT_RANK = ['investigation', 'verified', 'supplement', 'follow_up', 'initial', 'phone'] as const
const LOSS_RANK = ['investigation', 'verified', 'estimate'] as const

/** Reads a dossier once; everything the builders ask for is looked up here. */
export function readFacts(dossier: Dossier): Facts {
  const { rows, caseFile } = dossier
  const occurredOn = caseFile.occurredOn ?? caseFile.occurredFrom?.slice(0, 10) ?? null
  const teams = rows.team.filter((team) => team.purpose === 'investigation')
  const team = [...teams].sort((a, b) => (a.formedOn ?? '').localeCompare(b.formedOn ?? '')).at(-1) ?? null
  const count = acceptedCount(rows.casualtyCount)
  const holding = holdingLoss(dossier)
  const ranked = LOSS_RANK.flatMap((basis) => rows.lossAssessment.filter((row) => row.basis === basis))
  const units = byId(rows.unit)
  const people = byId(rows.person)
  const cited = new Map<string, Row<'citation'>[]>()
  for (const row of rows.citation) {
    const key = `${row.aboutTable}/${row.aboutId}/${row.role}`
    cited.set(key, [...(cited.get(key) ?? []), row])
  }
  return {
    dossier,
    occurredOn,
    accidentUnit: rows.unit.find((unit) => unit.kind === 'accident_unit') ?? null,
    team,
    formerTeam: teams.find((other) => other !== team) ?? null,
    members: rows.teamMember.filter((member) => member.teamId === team?.id),
    count,
    firstDayCount: firstDayCount(rows.casualtyCount, occurredOn, count),
    loss: holding?.assessment ?? ranked.at(0) ?? null,
    lossFen: holding?.directFen ?? null,
    report:
      rows.document.filter((row) => row.kind === 'investigation_report' && row.direction === 'issued').at(-1) ?? null,
    typeName: typeName(dossier, occurredOn),
    unit: (id) => (id === null ? null : (units.get(id) ?? null)),
    person: (id) => (id === null ? null : (people.get(id) ?? null)),
    citations: (table, id, role) => cited.get(`${table}/${id}/${role}`) ?? [],
  }
}

function byId<R extends { readonly id: string }>(rows: readonly R[]): ReadonlyMap<string, R> {
  return new Map(rows.map((row) => [row.id, row]))
}

function acceptedCount(counts: readonly Row<'casualtyCount'>[]): Row<'casualtyCount'> | null {
  for (const basis of COUNT_RANK) {
    const rows = counts.filter((row) => row.basis === basis)
    const newest = [...rows].sort((a, b) => (a.knownAt ?? '').localeCompare(b.knownAt ?? '')).at(-1)
    if (newest) return newest
  }
  return null
}

/** The last count of the day of the accident. First calls before anything was known are not one. */
function firstDayCount(
  counts: readonly Row<'casualtyCount'>[],
  occurredOn: DayText | null,
  accepted: Row<'casualtyCount'> | null,
): Row<'casualtyCount'> | null {
  const sameDay = counts.filter(
    (row) => row !== accepted && row.deaths !== null && row.asOf !== null && row.asOf.slice(0, 10) === occurredOn,
  )
  const last = [...sameDay].sort((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? '')).at(-1) ?? null
  const differs = last !== null && accepted !== null && last.deaths !== accepted.deaths
  return differs ? last : null
}

function typeName(dossier: Dossier, occurredOn: DayText | null): string | null {
  const { typeCode, typeStandard } = dossier.caseFile
  if (typeCode === null) return null
  const standard = typeStandard ?? (occurredOn === null ? null : typeStandardOn(occurredOn))
  const name = standard === null ? null : typeLabel(standard, typeCode)
  if (name === null || (name.startsWith('其他') && name !== '其他爆炸' && name !== '其他可燃固体爆炸')) return null
  return name.replace('(', '（').replace(')', '）')
}
