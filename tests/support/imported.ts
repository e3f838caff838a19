/** A published case as the rows it becomes, with ids r1, r2 … */
import { importRows } from '../../src/shared/import/import-rows.ts'
import { parsePublishedCase } from '../../src/shared/import/parse.ts'
import type { CaseRows } from '../../src/shared/import/row.ts'

export function imported(json: unknown): CaseRows {
  const parsed = parsePublishedCase(json)
  if (!parsed.ok) throw new Error(parsed.message)
  let made = 0
  return importRows(parsed.value, {
    newId: () => {
      made += 1
      return `r${made}`
    },
    fileSha256: 'a'.repeat(64),
    fileName: 'full.json',
    importedAt: '2026-08-04T10:00:00+08:00',
    ownerBureauId: 'bureau',
    registeredOn: '2026-08-04',
  })
}

/** The rows with only the columns that say something. */
export const said = (rows: readonly object[] | undefined) =>
  (rows ?? []).map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))
