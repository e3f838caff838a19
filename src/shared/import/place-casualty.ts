/** The dead and injured: a person where name, sex or age is known, otherwise a group with its head count. */
import { caseTables } from '../case/tables.ts'
import { pointerTo } from './json.ts'
import type { PublishedCase } from './published.ts'
import { isAnyGiven, type NewRow, newRow, type Placing, type Rows } from './row.ts'
import { dayOrNull } from './when.ts'
import { outcomeOf, outcomeWord } from './words.ts'

type Casualty = NonNullable<PublishedCase['casualties']>[number]

/** `casualties` → persons and casualties. */
export function casualtyRows(json: PublishedCase, placing: Placing): Pick<Rows, 'casualty' | 'person'> {
  const made = (json.casualties ?? []).map((one, at) => placeOne(one, pointerTo('/casualties', at), placing))
  return { person: made.flatMap(({ person }) => person ?? []), casualty: made.map(({ casualty }) => casualty) }
}

function placeOne(one: Casualty, pointer: string, { newId, unitIds, places }: Placing) {
  const unitId = unitIds.get(one.unitId ?? '') ?? null
  const person = isAnyGiven([one.name, one.sex, one.age])
    ? newRow(caseTables.person.fields, newId(), {
        unitId,
        name: one.name ?? null,
        sex: one.sex ?? null,
        age: one.age ?? null,
        position: one.role ?? null,
      })
    : null
  const id = newId()
  places.set(pointer, { table: 'casualty', id })
  const outcome = outcomeOf(one.outcome ?? '')
  const notes = readNotes(one.notes ?? null, person !== null, outcome === 'death')
  const casualty = newRow(caseTables.casualty.fields, id, {
    personId: person?.id ?? null,
    unitId,
    outcome,
    outcomeText: outcome !== null && outcomeWord(outcome) === one.outcome ? null : (one.outcome ?? null),
    injury: one.injury ?? null,
    job: one.role ?? null,
    isWorker: one.role?.includes('非从业人员') ? false : null,
    ...notes,
  })
  return { person, casualty }
}

/** 17人 → 17; 97人（30日报告期内）… → 97 with the words kept; 2026-08-13死亡 → the day of death. */
function readNotes(notes: string | null, isPerson: boolean, isDead: boolean) {
  const group = isPerson ? null : /^(\d{1,5})人/.exec(notes ?? '')
  const headCount = Number(group?.[1] ?? 1)
  if (group && headCount > 1) return { headCount, diedOn: null, note: notes === group[0] ? null : notes }
  const diedOn = isDead && notes?.length === 12 && notes.endsWith('死亡') ? dayOrNull(notes.slice(0, 10)) : null
  return { headCount: 1, diedOn, note: diedOn === null ? notes : null }
}

/** The way back. */
export function casualtyJson(rows: Rows, sourceIds: ReadonlyMap<string, string>) {
  const persons = new Map((rows.person ?? []).map((person) => [person.id, person]))
  return (rows.casualty ?? []).map((row) => {
    const person = row.personId === null ? undefined : persons.get(row.personId)
    return {
      name: person?.name ?? null,
      sex: person?.sex ?? null,
      age: person?.age ?? null,
      unitId: row.unitId === null ? null : (sourceIds.get(row.unitId) ?? null),
      role: row.job,
      outcome: row.outcomeText ?? (row.outcome === null ? null : outcomeWord(row.outcome)),
      injury: row.injury,
      notes: notesText(row),
    }
  })
}

function notesText({ headCount, diedOn, note }: NewRow<'casualty'>): string | null {
  if (headCount > 1) return note?.startsWith(`${headCount}人`) ? note : [`${headCount}人`, note ?? []].flat().join('；')
  return diedOn !== null && note === null ? `${diedOn}死亡` : note
}
