/**
 * The only way rows of a case are written. Collects before and after of every change for the journal, gives each written row
 * `rev` = number of the entry to come. One writer per case and command.
 */
import { generateKeyBetween } from 'fractional-indexing'
import type { CaseFile, CaseTable, Row, Values } from '../../shared/case/tables.ts'
import { AppError } from '../../shared/result.ts'
import type { Change, Head } from './journal.ts'
import {
  decodeCaseFile,
  decodeRow,
  encode,
  encodeValues,
  type Layout,
  layoutOf,
  type RawValues,
  snake,
} from './rows.ts'
import type { SqlRow, SqlValue, Statements } from './statements.ts'

type TableName = CaseTable | 'caseFile'

/** Values to change, by name; `isRemoved` archives or restores, `sortKey` moves. */
export type Patch<T extends CaseTable> = { readonly [C in keyof Values<T>]?: Values<T>[C] | undefined } & {
  readonly isRemoved?: boolean
  readonly sortKey?: string
}
export type CasePatch = { readonly [C in keyof CaseFile]?: CaseFile[C] | undefined }

export type CaseWriter = {
  readonly caseId: string
  /** entry number that the rows written now carry as `rev` */
  readonly seq: number
  readonly head: Head
  readonly changes: readonly Change[]
  /** tables written so far; decides what is derived anew */
  readonly touched: ReadonlySet<string>
  readonly insert: <T extends CaseTable>(table: T, id: string, values: Values<T>, sortKey?: string) => Promise<Row<T>>
  /** `rev` given: refused as stale when someone else wrote the row in between */
  readonly update: <T extends CaseTable>(
    table: T,
    id: string,
    patch: Patch<T>,
    rev?: number,
  ) => Promise<{ readonly id: string; readonly rev: number }>
  readonly insertCase: (values: Readonly<Record<string, unknown>>) => Promise<void>
  readonly updateCase: (patch: CasePatch, rev?: number) => Promise<CaseFile>
  /** undo: writes raw values of the journal back, checked by the caller */
  readonly writeRaw: (table: TableName, id: string, values: RawValues) => Promise<void>
  /** key after the row `afterId` (null = first, undefined = last) of the list */
  readonly keyFor: (table: CaseTable, afterId: string | null | undefined) => Promise<string>
}

export function createCaseWriter(statements: Statements, caseId: string, head: Head): CaseWriter {
  const seq = head.seq + 1
  const changes: Change[] = []
  const touched = new Set<string>()
  const lastKeys = new Map<CaseTable, string | null>()

  const read = (table: TableName, id: string): SqlRow | undefined =>
    table === 'caseFile'
      ? statements.get('select * from case_file where id = ?', [caseId])
      : statements.get(`select * from ${layoutOf(table).sqlName} where case_id = ? and id = ?`, [caseId, id])

  const apply = (table: TableName, id: string, found: SqlRow, raw: Readonly<Record<string, SqlValue>>): boolean => {
    const before: Record<string, SqlValue> = {}
    const after: Record<string, SqlValue> = {}
    for (const [column, value] of Object.entries(raw)) {
      const old = found[snake(column)] ?? null
      if (old === value) continue
      before[column] = old
      after[column] = value
    }
    const names = Object.keys(after)
    if (names.length === 0) return false
    const sets = names.map((column) => `${snake(column)} = ?`).join(', ')
    const where = table === 'caseFile' ? 'id = ?' : 'case_id = ? and id = ?'
    const keys = table === 'caseFile' ? [caseId] : [caseId, id]
    const parameters = [...names.map((column) => after[column]), seq, ...keys]
    statements.run(`update ${layoutOf(table).sqlName} set ${sets}, rev = ? where ${where}`, parameters)
    changes.push({ table, rowId: table === 'caseFile' ? caseId : id, op: 'update', before, after })
    touched.add(table)
    return true
  }

  const patchRaw = (layout: Layout, patch: Readonly<Record<string, unknown>>): Record<string, SqlValue> => ({
    ...encodeValues(layout, patch),
    ...(patch.isRemoved === undefined ? {} : { removed: encode('removed', patch.isRemoved) }),
    ...(patch.sortKey === undefined || !layout.isSorted ? {} : { sortKey: encode('sortKey', patch.sortKey) }),
  })

  const keyFor = async (table: CaseTable, afterId: string | null | undefined): Promise<string> => {
    const { sqlName, isSorted } = layoutOf(table)
    if (!isSorted) return ''
    if (afterId === undefined) {
      const known = lastKeys.get(table)
      const last =
        known !== undefined
          ? known
          : statements.get(`select max(sort_key) as k from ${sqlName} where case_id = ?`, [caseId])?.k
      const key = generateKeyBetween(last === null || last === undefined ? null : String(last), null)
      lastKeys.set(table, key)
      return key
    }
    lastKeys.delete(table)
    const after =
      afterId === null
        ? null
        : statements.get(`select sort_key as k from ${sqlName} where case_id = ? and id = ?`, [caseId, afterId])?.k
    const next = statements.get(`select min(sort_key) as k from ${sqlName} where case_id = ? and sort_key > ?`, [
      caseId,
      after ?? '',
    ])?.k
    return generateKeyBetween(after ? String(after) : null, next ? String(next) : null)
  }

  return {
    caseId,
    seq,
    head,
    changes,
    touched,
    keyFor,
    insert: async (table, id, values, sortKey) => {
      // every case has entries: the first one made it
      if (head.seq === 0 && !touched.has('caseFile'))
        throw new AppError('not-found', '没有找到这个案卷，可能已被移走；请返回案卷列表。')
      const layout = layoutOf(table)
      const raw = encodeValues(layout, values)
      const names = Object.keys(raw)
      const columns = ['case_id', 'id', 'rev', ...(layout.isSorted ? ['sort_key'] : []), ...names.map(snake)]
      const key = layout.isSorted ? (sortKey ?? (await keyFor(table, undefined))) : null
      statements.run(
        `insert into ${layout.sqlName} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        [caseId, id, seq, ...(layout.isSorted ? [key] : []), ...names.map((name) => raw[name])],
      )
      changes.push({
        table,
        rowId: id,
        op: 'insert',
        before: null,
        after: layout.isSorted ? { ...raw, sortKey: key } : raw,
      })
      touched.add(table)
      return { ...values, caseId, id, rev: seq, isRemoved: false, sortKey: key ?? '' }
    },
    update: async (table, id, patch, rev) => {
      const found = read(table, id)
      if (found === undefined) throw new AppError('not-found', '没有找到这条记录，可能已被移走；请刷新后再试。')
      if (rev !== undefined && found.rev !== rev)
        throw new AppError('stale', '这条记录刚被别处修改过，你的修改没有保存；请对照后再保存。', {
          current: decodeRow(table, found),
        })
      const isChanged = apply(table, id, found, patchRaw(layoutOf(table), patch))
      return { id, rev: isChanged ? seq : Number(found.rev) }
    },
    insertCase: async (values) => {
      const raw = encodeValues(layoutOf('caseFile'), values)
      const names = Object.keys(raw)
      // derived columns that may not be null until `refreshDerived` runs in this transaction
      const columns = ['id', 'rev', 'sort_on', 'updated_at', ...names.map(snake)]
      statements.run(`insert into case_file (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`, [
        caseId,
        seq,
        raw.registeredOn,
        '',
        ...names.map((name) => raw[name]),
      ])
      changes.push({ table: 'caseFile', rowId: caseId, op: 'insert', before: null, after: raw })
      touched.add('caseFile')
    },
    updateCase: async (patch, rev) => {
      const found = read('caseFile', caseId)
      if (found === undefined) throw new AppError('not-found', '没有找到这个案卷，可能已被移走；请返回案卷列表。')
      if (rev !== undefined && found.rev !== rev)
        throw new AppError('stale', '案卷刚被别处修改过，你的修改没有保存；请对照后再保存。', {
          current: decodeCaseFile(found),
        })
      apply('caseFile', caseId, found, patchRaw(layoutOf('caseFile'), patch))
      return decodeCaseFile(read('caseFile', caseId) ?? found)
    },
    writeRaw: async (table, id, values) => {
      const found = read(table, id)
      if (found === undefined) throw new AppError('not-found', '要撤销的记录已不存在。')
      apply(table, id, found, values)
    },
  }
}
