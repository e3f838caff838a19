/** Subjects of liability with what is proposed against them, on which law, and what came of it. */
import { caseTables } from '../case/tables.ts'
import { fenFromWan } from '../money.ts'
import { pointerTo } from './json.ts'
import { dispositionKindOf, proposalCategoryOf } from './proposal-words.ts'
import type { PublishedCase } from './published.ts'
import { groupBy, isAnyGiven, type NewRow, newRow, onlyId, type Placing, type Rows, required } from './row.ts'
import { type SubjectKind, subjectKindOf, subjectWord } from './words.ts'

type Responsibility = NonNullable<PublishedCase['responsibility']>[number]
type LiabilityRows = Pick<Rows, 'person' | 'liability' | 'proposal' | 'citation' | 'disposition'>

/** `known`: persons already made for the dead and injured; the one who died and is exempted is not made twice. */
export function liabilityRows(
  json: PublishedCase,
  known: readonly NewRow<'person'>[],
  placing: Placing,
): LiabilityRows {
  const byName = groupBy(known, (person) => person.name ?? '')
  const earlier: Counted[] = []
  const made = (json.responsibility ?? []).map((one, at) => {
    const same = isSaidDead(one) ? byName.get(one.name ?? '')?.filter((person) => isSame(person, one, placing)) : []
    const placed = placeOne(one, pointerTo('/responsibility', at), onlyId(same), placing, earlier)
    earlier.push({ category: one.category ?? null, heads: placed.liability.headCount ?? 0 })
    return placed
  })
  return {
    person: made.flatMap(({ person }) => person ?? []),
    liability: made.map(({ liability }) => liability),
    proposal: made.flatMap(({ proposal }) => proposal ?? []),
    citation: made.flatMap(({ citations }) => citations),
    disposition: made.flatMap(({ disposition }) => disposition ?? []),
  }
}

function placeOne(
  one: Responsibility,
  pointer: string,
  knownId: string | null,
  placing: Placing,
  earlier: readonly Counted[],
) {
  const { newId, unitIds, places } = placing
  const unitId = unitIds.get(one.unitId ?? '') ?? null
  const subjectKind = subjectKindOf(one.subjectType ?? '') ?? 'person_group'
  const person =
    subjectKind === 'person' && knownId === null
      ? newRow(caseTables.person.fields, newId(), {
          unitId,
          name: nameOf(one.name ?? null),
          position: one.identity ?? null,
        })
      : null
  const id = newId()
  places.set(pointer, { table: 'liability', id })
  const liability = newRow(caseTables.liability.fields, id, {
    subjectKind,
    personId: subjectKind === 'person' ? (person?.id ?? knownId) : null,
    unitId,
    headCount: headCountOf(subjectKind, one, earlier),
    subjectText: one.name ?? null,
    identityText: one.identity ?? null,
    facts: one.facts ?? null,
  })
  return { person, liability, ...proposed(one, pointer, id, subjectKind, placing) }
}

function proposed(one: Responsibility, pointer: string, liabilityId: string, kind: SubjectKind, placing: Placing) {
  const { newId, holes, places } = placing
  const laws = one.legalBasis ?? []
  if (!isAnyGiven([one.category, one.recommendation, one.outcome, laws]))
    return { proposal: null, citations: [], disposition: null }
  const words = one.recommendation ?? ''
  const id = newId()
  for (const field of ['category', 'recommendation']) places.set(pointerTo(pointer, field), { table: 'proposal', id })
  const proposal = newRow(caseTables.proposal.fields, id, {
    liabilityId,
    category: proposalCategoryOf(one.category ?? null, kind),
    kindText: one.category ?? null,
    description: one.recommendation ?? null,
    decidingBody: /^建议由(.{2,40}?)(?:处以|给予|责令|暂停|吊销|撤销|依法|按照)/.exec(words)?.[1] ?? null,
    fineFen: fineOf(words),
  })
  const citations = laws.flatMap((lawText, at) => {
    if (lawText !== '' && lawText.length <= 200_000)
      return [
        newRow(caseTables.citation.fields, newId(), { aboutTable: 'proposal', aboutId: id, role: 'basis', lawText }),
      ]
    holes.push(pointerTo(pointerTo(pointer, 'legalBasis'), at))
    return []
  })
  const description = required(one.outcome)
  const disposition =
    description === null
      ? null
      : newRow(caseTables.disposition.fields, newId(), {
          proposalId: id,
          kind: dispositionKindOf(description),
          state: 'reported',
          description,
        })
  return { proposal, citations, disposition }
}

/** Masked names (王某某) stand for several people, so name and unit alone do not make one person: the death must be said. */
function isSaidDead(one: Responsibility): boolean {
  return /死者|死亡|免予/.test(`${one.identity ?? ''}${one.category ?? ''}${one.recommendation ?? ''}`)
}

function isSame(person: NewRow<'person'>, one: Responsibility, { unitIds }: Placing): boolean {
  const unitId = unitIds.get(one.unitId ?? '') ?? null
  const hasName = one.subjectType === 'person' && typeof one.name === 'string' && one.name === person.name
  return hasName && unitId !== null && unitId === person.unitId
}

/** 王某某（法定代表人） → 王某某. The words stay in `subjectText`. */
function nameOf(words: string | null): string | null {
  return words === null ? null : words.replace(/（[^（）]*）$/, '') || words
}

/** An entry before this one: what was proposed and for how many. */
type Counted = { readonly category: string | null; readonly heads: number }

/**
 * 18名, 等5人, （5家）. A group that counts others too is counted without them: 与上述共7人 without those of the same category
 * just before, 21人（含上项） without the one before. The words stay as they are.
 */
function headCountOf(kind: SubjectKind, one: Responsibility, earlier: readonly Counted[]): number | null {
  if (kind === 'person' || kind === 'unit') return 1
  const identity = one.identity ?? ''
  const match = /(共)?(\d{1,5})(?:名|人|家|个)/.exec(identity)
  if (!match) return null
  const others = match[1] === undefined ? includedBefore(identity, earlier) : headsBefore(one.category ?? null, earlier)
  const heads = Number(match[2]) - others
  return heads > 0 ? heads : null
}

function includedBefore(identity: string, earlier: readonly Counted[]): number {
  return /含(?:上项|上述)/.test(identity) ? (earlier.at(-1)?.heads ?? 0) : 0
}

function headsBefore(category: string | null, earlier: readonly Counted[]): number {
  let heads = 0
  for (let at = earlier.length - 1; at >= 0 && earlier[at]?.category === category; at--)
    heads += earlier[at]?.heads ?? 0
  return heads
}

/** 罚款112万元; null when there is none or more than one. */
function fineOf(words: string): number | null {
  const sums = [...words.matchAll(/罚款(?:人民币)?(\d[\d,.]*)万元/g)]
  return sums.length === 1 ? fenFromWan(sums[0]?.[1] ?? '') : null
}

/** The way back. */
export function liabilityJson(rows: Rows, sourceIds: ReadonlyMap<string, string>) {
  const proposals = new Map((rows.proposal ?? []).map((row) => [row.liabilityId, row]))
  const dispositions = new Map((rows.disposition ?? []).map((row) => [row.proposalId, row]))
  const laws = groupBy(
    (rows.citation ?? []).filter((row) => row.aboutTable === 'proposal'),
    (row) => row.aboutId,
  )
  return (rows.liability ?? []).map((row, at) => {
    const proposal = proposals.get(row.id)
    return {
      order: at + 1,
      subjectType: subjectWord(row.subjectKind),
      name: row.subjectText,
      identity: row.identityText,
      unitId: row.unitId === null ? null : (sourceIds.get(row.unitId) ?? null),
      category: proposal?.kindText ?? null,
      facts: row.facts,
      legalBasis: (laws.get(proposal?.id ?? '') ?? []).map((law) => law.lawText),
      recommendation: proposal?.description ?? null,
      outcome: dispositions.get(proposal?.id ?? '')?.description ?? null,
    }
  })
}
