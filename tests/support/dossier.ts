/** Whole cases as values, for tests of pure functions: the sample case, an empty case, and either with other rows. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CaseFile, CaseTable, Dossier, ListTable, Row } from '../../src/shared/case/tables.ts'
import { caseTableNames, caseTables } from '../../src/shared/case/tables.ts'
import { emptyValues } from '../../src/shared/rows.ts'

/** A row as a sample file has it: an id and the columns that are known. */
export type SampleRow = { readonly id: string; readonly [column: string]: unknown }

export type Sample = {
  readonly caseFile: SampleRow
  readonly accident: SampleRow
  readonly rows: { readonly [table: string]: readonly SampleRow[] }
  /** pictures beside the data, by the evidence that they belong to */
  readonly files?: readonly { readonly evidence: SampleRow }[]
}

/** Reads `resources/samples/<name>.json`. */
export function readSample(name: string): Sample {
  const path = fileURLToPath(new URL(`../../resources/samples/${name}.json`, import.meta.url))
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** One row with its keys; columns that are not given are empty. Throws when a value does not fit its column. */
export function row<T extends CaseTable>(table: T, given: SampleRow, at = 0): Row<T> {
  const { id, ...columns } = given
  const values = caseTables[table].fields.parse({ ...emptyValues(table), ...columns })
  const keys = { caseId: 'case', id, rev: 1, isRemoved: false, sortKey: `a${String(at).padStart(6, '0')}` }
  // the values were parsed by the schema of this very table
  return { ...keys, ...values } as unknown as Row<T>
}

const newest = <R extends { readonly knownAt: string | null }>(rows: readonly R[]): R | undefined =>
  [...rows].sort((a, b) => (a.knownAt ?? '').localeCompare(b.knownAt ?? '')).at(-1)

/** A dossier from known columns. Derived columns of the register are filled from the rows as the program does it. */
export function dossierOf(sample: Sample): Dossier {
  const rows: Record<string, unknown> = {}
  for (const table of caseTableNames)
    if (table !== 'accident') rows[table] = (sample.rows[table] ?? []).map((given, at) => row(table, given, at))
  const dossier = {
    caseFile: { ...blankCaseFile, ...sample.caseFile },
    accident: row('accident', { ...sample.accident, id: 'accident' }),
    // the loop above made one list for every table
    rows: rows as unknown as Dossier['rows'],
  } satisfies Dossier
  return { ...dossier, caseFile: withDerived(dossier) }
}

const blankCaseFile: CaseFile = {
  id: 'case',
  rev: 1,
  isRemoved: false,
  ownerBureauId: 'bureau',
  caseNo: null,
  name: '未命名事故',
  nameSource: 'formula',
  purpose: 'live',
  regime: 'general',
  registeredOn: '2026-08-04',
  occurredFrom: null,
  occurredTo: null,
  occurredPrecision: 'unknown',
  occurredText: null,
  province: null,
  city: null,
  district: null,
  regionCode: null,
  industryCode: null,
  typeStandard: null,
  typeCode: null,
  secrecy: 'internal',
  sealedAt: null,
  occurredOn: null,
  sortOn: '2026-08-04',
  stage: 'reported',
  grade: null,
  isGradeProvisional: true,
  deaths: null,
  missing: null,
  seriousInjuries: null,
  minorInjuries: null,
  unspecifiedInjuries: null,
  directLossFen: null,
  isEscalated: null,
  isSupervised: null,
  approvedOn: null,
  updatedAt: '2026-08-04T00:00:00+08:00',
}

function withDerived(dossier: Dossier): CaseFile {
  const { caseFile, rows } = dossier
  const counts = rows.casualtyCount
  const count = newest(counts.filter((row) => row.basis === 'investigation')) ?? newest(counts)
  const grade = rows.determination.find((row) => row.question === 'grade')?.value ?? null
  return {
    ...caseFile,
    occurredOn: caseFile.occurredOn ?? caseFile.occurredFrom?.slice(0, 10) ?? null,
    grade: caseFile.grade ?? (grade === null ? null : Number(grade)),
    deaths: caseFile.deaths ?? count?.deaths ?? null,
    missing: caseFile.missing ?? count?.missing ?? null,
    seriousInjuries: caseFile.seriousInjuries ?? count?.seriousInjuries ?? null,
    minorInjuries: caseFile.minorInjuries ?? count?.minorInjuries ?? null,
    unspecifiedInjuries: caseFile.unspecifiedInjuries ?? count?.unspecifiedInjuries ?? null,
    directLossFen: caseFile.directLossFen ?? rows.lossAssessment.at(0)?.statedDirectFen ?? null,
  }
}

/** The sample case «朔澜公司»: complete. Its drawings and photographs are on file, none of them is placed in the report. */
export function sampleDossier(): Dossier {
  const sample = readSample('shuolan')
  const evidence = (sample.files ?? []).map((file) => file.evidence)
  return dossierOf({ ...sample, rows: { ...sample.rows, evidence } })
}

/** A case of which only the name is known. */
export const emptyDossier = (): Dossier =>
  dossierOf({ caseFile: { id: 'case', name: '某地“1·1”事故' }, accident: { id: 'accident' }, rows: {} })

/** The same case with other rows in some tables. */
export function withRows(dossier: Dossier, rows: Partial<Dossier['rows']>): Dossier {
  return { ...dossier, rows: { ...dossier.rows, ...rows } }
}

/** The same case with one row changed. Throws when there is no such row. */
export function withRow<T extends ListTable>(dossier: Dossier, table: T, id: string, values: Partial<Row<T>>): Dossier {
  const list: readonly Row<T>[] = dossier.rows[table]
  if (!list.some((row) => row.id === id)) throw new Error(`no ${table} ${id}`)
  const changed = list.map((row) => (row.id === id ? { ...row, ...values } : row))
  return { ...dossier, rows: { ...dossier.rows, [table]: changed } }
}

/** The same case without some rows. */
export function withoutRows(dossier: Dossier, table: ListTable, ids: readonly string[]): Dossier {
  const list: readonly { readonly id: string }[] = dossier.rows[table]
  return { ...dossier, rows: { ...dossier.rows, [table]: list.filter((row) => !ids.includes(row.id)) } }
}
