/** How a record of a table is checked and written: one saver for every form of a case. */

import { CaseFileFields } from '../../shared/case/fields.ts'
import { type CaseTable, caseTables } from '../../shared/case/tables.ts'
import type { Result } from '../../shared/result.ts'
import { emptyValues } from '../../shared/rows.ts'
import type { z } from '../../shared/schema.ts'
import { refresh } from '../api.ts'
import { callByName } from '../host.ts'
import type { Saved, Saver, Values } from './drafts.ts'

export type SavedTable = CaseTable | 'caseFile'

function columnsOf(table: SavedTable): Readonly<Record<string, z.ZodType>> {
  return table === 'caseFile' ? CaseFileFields.shape : caseTables[table].fields.shape
}

/** Values of a record that does not exist yet. */
export function newValues(table: CaseTable): Values {
  return emptyValues(table)
}

/** Columns that a record cannot be without. */
export function requiredColumns(table: SavedTable): readonly string[] {
  return Object.entries(columnsOf(table))
    .filter(([, schema]) => !schema.safeParse(undefined).success && !schema.safeParse(null).success)
    .map(([name]) => name)
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** Columns that a new record must have beside those that its table asks for. */
export type Needs = (values: Values) => readonly string[]

export type SaverOptions = {
  readonly caseId: string
  readonly table: SavedTable
  /** values of a new record that no field shows: the row it belongs to, the purpose */
  readonly presets: Values
  /** label of each column, for the sentence that says what is missing */
  readonly labels: Readonly<Record<string, string>>
  readonly needs?: Needs | undefined
}

/** Saver of one table. Required columns are asked for in the words of their labels. */
export function rowSaver({ caseId, table, presets, labels, needs }: SaverOptions): Saver {
  const columns = columnsOf(table)
  const required = requiredColumns(table)
  return {
    caseId,
    check: (name, value) => {
      if (required.includes(name) && isEmpty(value)) return `请填写${labels[name] ?? '这一项'}。`
      const found = columns[name]?.safeParse(value)
      return found === undefined || found.success ? null : `${found.error.issues[0]?.message ?? '填写有误'}。`
    },
    labelOf: (name) => labels[name] ?? '',
    lacks: (values) => {
      const given: Values = { ...presets, ...values }
      const missing = [...required, ...(needs?.(given) ?? [])]
        .filter((name) => isEmpty(given[name]))
        .map((name) => labels[name] ?? name)
      return missing.length === 0 ? null : `填写${missing.join('、')}后保存`
    },
    save: async (patch, { id, rev }) => {
      const version = rev === undefined ? {} : { rev }
      if (table === 'caseFile') return write('case.update', { caseId, ...version, values: patch })
      if (table === 'accident') return write('accident.update', { caseId, ...version, values: patch })
      if (id === null) return write(`${table}.add`, { caseId, values: { ...presets, ...patch } })
      return write(`${table}.update`, { caseId, id, ...version, values: patch })
    },
  }
}

/** A row method by its name; what it touches is the same for all tables. */
export async function write(method: string, input: unknown): Promise<Result<Saved>> {
  const result = await callByName(method, input)
  if (!result.ok) return result
  void refresh('case.update')
  const value: object = typeof result.value === 'object' && result.value !== null ? result.value : {}
  return {
    ok: true,
    value: {
      ...('id' in value && typeof value.id === 'string' ? { id: value.id } : {}),
      ...('rev' in value && typeof value.rev === 'number' ? { rev: value.rev } : {}),
    },
  }
}
