/** One import, without loss by construction: rows, the difference as notes, and the proof that both give the file again. */
import type { CaseTable } from '../case/tables.ts'
import { isSameJson } from './json.ts'
import { noteKind, type Unplaced, unplacedValues, withNotes } from './notes.ts'
import type { PublishedCase } from './published.ts'
import type { CaseRows, NewRow } from './row.ts'
import { batchIdsOf, type ImportOptions, placePublished, publishedFromRows } from './rows.ts'

/**
 * Rows and notes of a published case. Throws when rebuilding from them does not give the case again, so that a defect of the
 * mapping stops the import instead of losing a value.
 */
export function importRows(json: PublishedCase, options: ImportOptions): CaseRows {
  const { rows: placed, places } = placePublished(json, options)
  const batch = placed.rows.importBatch?.[0]
  if (!batch) throw new Error('an import without its batch')
  const { values, absent } = unplacedValues(json, publishedFromRows(placed))
  const importNote = values.map((unplaced): NewRow<'importNote'> => {
    const place = placeOf(unplaced, places)
    return {
      id: options.newId(),
      importBatchId: batch.id,
      path: unplaced.path,
      kind: noteKind(unplaced),
      valueJson: unplaced.value,
      aboutTable: place?.table ?? null,
      aboutId: place?.id ?? null,
    }
  })
  const ids = { ...batchIdsOf(placed.rows), absent: [...absent] }
  const rows: CaseRows = { ...placed, rows: { ...placed.rows, importBatch: [{ ...batch, idsJson: ids }], importNote } }
  if (!isSameJson(json, originalOf(rows))) throw new Error(`the rows do not give ${options.fileName} again`)
  return rows
}

/** The imported case again, exactly: what the rows give, with the notes written over it. */
export function originalOf(caseRows: CaseRows): unknown {
  const notes = (caseRows.rows.importNote ?? []).map(({ path, valueJson }) => ({ path, value: valueJson }))
  return withNotes(publishedFromRows(caseRows), notes, batchIdsOf(caseRows.rows).absent)
}

/** The row that the nearest part of the file went to. */
function placeOf({ path }: Unplaced, places: ReadonlyMap<string, { table: CaseTable; id: string }>) {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at)
    if (place) return place
  }
  return undefined
}
