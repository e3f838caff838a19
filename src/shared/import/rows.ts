/** From a published case to the rows of a case file, and from the rows back. What the two disagree on becomes notes. */
import { caseTables } from '../case/tables.ts'
import { z } from '../schema.ts'
import { setOwn } from './json.ts'
import { accidentJson, accidentRows, occurredOf } from './place-accident.ts'
import { assessmentJson, assessmentRows } from './place-assessment.ts'
import { casualtyJson, casualtyRows } from './place-casualty.ts'
import { courseJson, courseRows } from './place-cause.ts'
import { liabilityJson, liabilityRows } from './place-liability.ts'
import { partyJson, partyRows } from './place-party.ts'
import { procedureJson, procedureRows } from './place-procedure.ts'
import { investigationJson, investigationRows } from './place-team.ts'
import type { PublishedCase } from './published.ts'
import { type CaseRows, type NewRow, newRow, type Placing, type Rows } from './row.ts'

export const PUBLISHED_FORMAT = 'published-case/1.2'

export type ImportOptions = {
  /** gives a new id at each call */
  readonly newId: () => string
  readonly fileSha256: string
  readonly fileName: string
  /** instant with offset */
  readonly importedAt: string
  readonly ownerBureauId: string
  /** 立卷日 */
  readonly registeredOn: string
  /** in hand (the default) or for the library of cases */
  readonly purpose?: 'live' | 'reference'
}

/** What a batch remembers of its file beside the rows: ids of the source, list items without a row, keys that were not there. */
const BatchIds = z.object({
  units: z.array(z.object({ source: z.string(), id: z.string() })).default([]),
  measureItems: z.array(z.string()).default([]),
  holes: z.array(z.string()).default([]),
  absent: z.array(z.string()).default([]),
})
export type BatchIds = z.output<typeof BatchIds>

export type Placed = { readonly rows: CaseRows; readonly places: Placing['places'] }

/**
 * Rows of a published case, by the mapping table field by field; `places` says which row holds which part. Values without a
 * column are not in it. Laws and code tables are those of the day of the accident.
 */
export function placePublished(json: PublishedCase, options: ImportOptions): Placed {
  const { when } = occurredOf(json.accident)
  const placing: Placing = {
    newId: options.newId,
    unitIds: new Map(),
    places: new Map(),
    holes: [],
    occurredFrom: when?.from ?? null,
    day: when?.from.slice(0, 10) ?? null,
  }
  const base = accidentRows(json, placing, { ...options, purpose: options.purpose ?? 'live' })
  const party = partyRows(json, placing)
  const casualties = casualtyRows(json, placing)
  const team = investigationRows(json, placing)
  const course = courseRows(json, placing)
  const liability = liabilityRows(json, casualties.person ?? [], placing)
  const procedure = procedureRows(json, placing)
  const placed: Rows = {
    ...base.rows,
    ...procedure,
    ...party,
    ...course,
    ...liability,
    ...team,
    casualty: casualties.casualty ?? [],
    person: [...(casualties.person ?? []), ...(liability.person ?? [])],
    citation: [...(team.citation ?? []), ...(liability.citation ?? [])],
    determination: [...(base.rows.determination ?? []), ...(procedure.determination ?? [])],
  }
  const { rows: assessed, measureItemIds } = assessmentRows(json, placed, placing)
  const ids: BatchIds = {
    units: [...placing.unitIds].map(([source, id]) => ({ source, id })),
    measureItems: [...measureItemIds],
    holes: [...placing.holes],
    absent: [],
  }
  const rows: Rows = {
    ...placed,
    assessment: assessed.assessment ?? [],
    assessmentItem: assessed.assessmentItem ?? [],
    team: [...(placed.team ?? []), ...(assessed.team ?? [])],
    teamMember: [...(placed.teamMember ?? []), ...(assessed.teamMember ?? [])],
    document: [...(placed.document ?? []), ...(assessed.document ?? [])],
    approval: [...(placed.approval ?? []), ...(assessed.approval ?? [])],
    publication: [...(placed.publication ?? []), ...(assessed.publication ?? [])],
    importBatch: [batchRow(json, options, ids)],
  }
  return { rows: { ...base, rows }, places: placing.places }
}

/** `placePublished` without the places. */
export function rowsFromPublished(json: PublishedCase, options: ImportOptions): CaseRows {
  return placePublished(json, options).rows
}

function batchRow(json: PublishedCase, options: ImportOptions, ids: BatchIds): NewRow<'importBatch'> {
  return newRow(caseTables.importBatch.fields, options.newId(), {
    fileSha256: options.fileSha256,
    fileName: options.fileName,
    format: PUBLISHED_FORMAT,
    externalId: json.caseId,
    idsJson: ids,
    importedAt: options.importedAt,
  })
}

/** What the batch of a case remembers; empty for a case that was not imported. */
export function batchIdsOf(rows: Rows): BatchIds {
  const parsed = BatchIds.safeParse(rows.importBatch?.[0]?.idsJson ?? {})
  return parsed.success ? parsed.data : { units: [], measureItems: [], holes: [], absent: [] }
}

/** The exporter: schema 1.2 from the rows alone. Every field of the schema that has a column stands in it, null when empty. */
export function publishedFromRows(caseRows: CaseRows): Record<string, unknown> {
  const { rows } = caseRows
  const ids = batchIdsOf(rows)
  const sourceIds = new Map(ids.units.map(({ source, id }) => [id, source]))
  const json = {
    schemaVersion: '1.2',
    caseId: rows.importBatch?.[0]?.externalId ?? null,
    ...procedureJson(rows),
    ...accidentJson(caseRows),
    ...partyJson(rows, sourceIds),
    ...courseJson(rows, sourceIds),
    casualties: casualtyJson(rows, sourceIds),
    investigation: investigationJson(rows),
    responsibility: liabilityJson(rows, sourceIds),
    evaluation: assessmentJson(rows, new Set(ids.measureItems)),
    // lists without columns: what stands in them are notes
    sources: [],
    notes: [],
    missing: [],
  }
  for (const hole of ids.holes) openHole(json, hole)
  return json
}

/** A list item without a row leaves its place empty, so that the items after it keep theirs. */
function openHole(json: object, pointer: string): void {
  const steps = pointer.split('/').slice(1)
  const at = Number(steps.pop())
  let list: unknown = json
  for (const step of steps) {
    if (typeof list !== 'object' || list === null || !Object.hasOwn(list, step)) return
    list = Object.getOwnPropertyDescriptor(list, step)?.value
  }
  if (Array.isArray(list) && at <= list.length) list.splice(at, 0, null)
  else if (Array.isArray(list)) setOwn(list, String(at), null)
}
