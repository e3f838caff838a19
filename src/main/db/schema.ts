/** Types of the tables as Kysely sees them (camelCase). Case tables come from their field schemas; the rest stands here. */
import type { CaseFile, CaseTable, Values } from '../../shared/case/tables.ts'

/** A value as SQLite keeps it: booleans 0/1, lists and JSON as text. */
type Raw<V> = V extends boolean ? 0 | 1 : V extends string | number | null ? V : string

type RawRow<T> = { [K in keyof T]: Raw<T[K]> }

type CaseRow = { caseId: string; id: string; rev: number; removed: 0 | 1; sortKey: string }

type CaseSchema = { [T in CaseTable]: CaseRow & RawRow<Values<T>> }

type CaseFileRow = RawRow<Omit<CaseFile, 'id' | 'rev' | 'isRemoved'>> & { id: string; rev: number; removed: 0 | 1 }

export type AuditEntry = {
  scopeId: string
  libraryId: string
  seq: number
  at: string
  actorId: string
  actorName: string
  method: string
  commandId: string
  summary: string
  isUndoable: 0 | 1
  undoesSeq: number | null
  changesSha256: string | null
  firstChange: number | null
  lastChange: number | null
  prevHash: string
  hash: string
}

export type ChangeEntry = {
  no: number
  scopeId: string
  libraryId: string
  seq: number
  n: number
  tableName: string
  rowId: string
  op: 'insert' | 'update'
  beforeJson: string | null
  afterJson: string
}

export type Schema = CaseSchema & {
  caseFile: CaseFileRow
  auditEntry: AuditEntry
  changeEntry: ChangeEntry
  bureau: {
    id: string
    parentId: string | null
    name: string
    level: 'county' | 'city' | 'province' | 'state'
    regionCode: string | null
    province: string | null
    city: string | null
    district: string | null
  }
  userAccount: {
    id: string
    bureauId: string
    name: string
    login: string | null
    position: string | null
    certificateNo: string | null
    passwordHash: string | null
    disabledAt: string | null
  }
  library: { id: string; one: 1; bureauId: string; createdAt: string }
  file: { sha256: string; bytes: number; mediaType: string; isPresent: 0 | 1 }
  setting: {
    id: string
    key: string
    valueJson: string
    region: string | null
    fromOn: string | null
    toOn: string | null
    layer: 'province' | 'bureau'
    bureauId: string | null
    basis: string
    recordedBy: string
    recordedOn: string
    withdrawnOn: string | null
    withdrawnReason: string | null
    sha256: string
  }
  numberSeries: { bureauId: string; series: string; year: number; nextNo: number; lastNo: number | null }
  draft: { userId: string; place: string; baseRev: number; contentJson: string; savedAt: string }
  searchEntry: {
    no: number
    caseId: string
    aboutTable: string
    aboutId: string
    title: string
    body: string
  }
}
