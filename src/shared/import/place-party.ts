/** Units and the relations between them. */
import { caseTables } from '../case/tables.ts'
import { pointerTo } from './json.ts'
import type { PublishedCase } from './published.ts'
import { newRow, type Placing, type Rows } from './row.ts'
import { unitKindOf } from './unit-kind.ts'
import { dayOrNull } from './when.ts'

/** Stands where the source gives no name, so that the unit can still be referred to. */
const NAMELESS = '单位名称未见'
const MAX_NAME = 500
const MAX_LINE = 2_000
const FEN_PER_WAN = 1_000_000

type Unit = NonNullable<PublishedCase['units']>[number]
type Relationship = NonNullable<PublishedCase['relationships']>[number]

/** `units`, `relationships` → units (ids of the source noted in `placing`) and their relations. */
export function partyRows(json: PublishedCase, placing: Placing): Pick<Rows, 'unit' | 'unitRelation'> {
  const eponym = eponymOf(json)
  const unit = (json.units ?? []).map((one, at) => unitRow(one, at === eponym, pointerTo('/units', at), placing))
  const relations = (json.relationships ?? []).map((one, at) =>
    relationRow(one, pointerTo('/relationships', at), placing),
  )
  return { unit, unitRelation: relations.flatMap((row) => row ?? []) }
}

/** The unit whose name begins the name of the accident, where no role tells the one it happened in; -1 for none. */
function eponymOf({ accident, units }: PublishedCase): number {
  const list = units ?? []
  if (list.some(({ role }) => unitKindOf(role ?? '') === 'accident_unit')) return -1
  return list.findIndex(({ name }) => (name ?? '').length > 4 && accident.name.startsWith(name ?? ''))
}

function unitRow(unit: Unit, isEponym: boolean, pointer: string, { newId, unitIds, places }: Placing) {
  const id = newId()
  places.set(pointer, { table: 'unit', id })
  if (typeof unit.id === 'string' && !unitIds.has(unit.id)) unitIds.set(unit.id, id)
  const [staffCount, note] = staffOf(unit.notes ?? null)
  return newRow(caseTables.unit.fields, id, {
    kind: isEponym ? 'accident_unit' : unitKindOf(unit.role ?? ''),
    roleText: unit.role ?? null,
    name: (unit.name ?? '').trim().slice(0, MAX_NAME).toWellFormed() || NAMELESS,
    shortName: unit.shortName ?? null,
    isAnonymised: unit.anonymised ?? false,
    uscc: unit.uscc ?? null,
    enterpriseType: unit.type ?? null,
    legalRep: unit.legalRep ?? null,
    establishedText: unit.establishedDate ?? null,
    registeredCapital: unit.registeredCapital ?? null,
    address: unit.address ?? null,
    businessScope: unit.business ?? null,
    staffCount,
    note,
  })
}

/** A relation needs the unit it starts from; without it the whole item stays a note. */
function relationRow(relation: Relationship, pointer: string, { newId, unitIds, places, holes }: Placing) {
  const fromUnitId = unitIds.get(relation.from ?? '')
  if (fromUnitId === undefined) {
    holes.push(pointer)
    return null
  }
  const id = newId()
  places.set(pointer, { table: 'unitRelation', id })
  const [signedOn, note] = signedOf(relation.notes ?? null)
  const wan = relation.amountWan ?? null
  const kindText = relation.type ?? ''
  return newRow(caseTables.unitRelation.fields, id, {
    fromUnitId,
    toUnitId: unitIds.get(relation.to ?? '') ?? null,
    kindText: kindText.length > MAX_LINE ? '' : kindText,
    contract: relation.contract ?? null,
    signedOn,
    amountFen: wan === null ? null : Math.round(wan * FEN_PER_WAN),
    note,
  })
}

/** 从业人员186人；… → 186 and the rest. */
function staffOf(notes: string | null): readonly [number | null, string | null] {
  const match = /^从业人员(\d{1,6})人(?:；(.+))?$/s.exec(notes ?? '')
  return match ? [Number(match[1]), match[2] ?? null] : [null, notes]
}

/** 2026-06-08签订；… → the day and the rest. */
function signedOf(notes: string | null): readonly [string | null, string | null] {
  const match = /^(\d{4}-\d{2}-\d{2})签订(?:；(.+))?$/s.exec(notes ?? '')
  const day = dayOrNull(match?.[1])
  return day === null ? [null, notes] : [day, match?.[2] ?? null]
}

/** The way back. `sourceIds`: own unit id → id in the source. */
export function partyJson(rows: Rows, sourceIds: ReadonlyMap<string, string>) {
  return {
    units: (rows.unit ?? []).map((unit) => ({
      id: sourceIds.get(unit.id) ?? null,
      name: unit.name === NAMELESS ? null : unit.name,
      anonymised: unit.isAnonymised,
      shortName: unit.shortName,
      role: unit.roleText,
      uscc: unit.uscc,
      type: unit.enterpriseType,
      legalRep: unit.legalRep,
      establishedDate: unit.establishedText,
      registeredCapital: unit.registeredCapital,
      address: unit.address,
      business: unit.businessScope,
      notes: joined(unit.staffCount === null ? null : `从业人员${unit.staffCount}人`, unit.note),
    })),
    relationships: (rows.unitRelation ?? []).map((relation) => ({
      from: sourceIds.get(relation.fromUnitId) ?? null,
      to: relation.toUnitId === null ? null : (sourceIds.get(relation.toUnitId) ?? null),
      type: relation.kindText === '' ? null : relation.kindText,
      contract: relation.contract,
      amountWan: relation.amountFen === null ? null : relation.amountFen / FEN_PER_WAN,
      notes: joined(relation.signedOn === null ? null : `${relation.signedOn}签订`, relation.note),
    })),
  }
}

function joined(first: string | null, rest: string | null): string | null {
  return first === null || rest === null ? (first ?? rest) : `${first}；${rest}`
}
