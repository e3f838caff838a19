import { command, query, task } from '../method.ts'
import { givenValues, withoutDefaults } from '../rows.ts'
import { Count, Day, Fen, Id, Instant, Line, Name, z } from '../schema.ts'
import { CaseDerived, CaseFileFields } from './fields.ts'
import { type CaseTable, caseTableNames, caseTables, type Dossier } from './tables.ts'

const RowKeys = { caseId: Id, id: Id, rev: Count, isRemoved: z.boolean(), sortKey: z.string() }

export const CaseFileRow = z.strictObject({
  ...CaseFileFields.shape,
  ...CaseDerived.shape,
  id: Id,
  rev: Count,
  isRemoved: z.boolean(),
})

const rowSchema = (table: CaseTable) => z.strictObject({ ...caseTables[table].fields.shape, ...RowKeys })

// the loop covers the tables of the type
const DossierSchema = z.strictObject({
  caseFile: CaseFileRow,
  accident: rowSchema('accident'),
  rows: z.strictObject(
    Object.fromEntries(
      caseTableNames.filter((table) => table !== 'accident').map((table) => [table, z.array(rowSchema(table))]),
    ),
  ),
}) as unknown as z.ZodType<Dossier>

/** One line of the register. */
export const CaseSummary = z.strictObject({
  id: Id,
  caseNo: Line.nullable(),
  name: Name,
  purpose: z.enum(['live', 'reference', 'training']),
  occurredOn: Day.nullable(),
  sortOn: Day,
  province: Line.nullable(),
  city: Line.nullable(),
  district: Line.nullable(),
  typeStandard: z.enum(['GB6441-1986', 'GB6441-2025']).nullable(),
  typeCode: Line.nullable(),
  grade: z.int().min(1).max(4).nullable(),
  isGradeProvisional: z.boolean(),
  deaths: Count.nullable(),
  seriousInjuries: Count.nullable(),
  minorInjuries: Count.nullable(),
  unspecifiedInjuries: Count.nullable(),
  directLossFen: Fen.nullable(),
  stage: CaseDerived.shape.stage,
  isRemoved: z.boolean(),
  updatedAt: Instant,
})
export type CaseSummary = z.output<typeof CaseSummary>

const CaseFilter = z.strictObject({
  words: Line.optional(),
  isRemoved: z.boolean().optional(),
  purpose: z.enum(['live', 'reference', 'training']).optional(),
  grade: z.int().min(1).max(4).optional(),
  district: Line.optional(),
  stage: CaseDerived.shape.stage.optional(),
  year: z.int().min(1949).max(2200).optional(),
})
export type CaseFilter = z.output<typeof CaseFilter>

/** Place after which a page begins: the keys of the last row of the page before. */
const Cursor = z.strictObject({ sortOn: Day, id: Id })

export const ImportOutcome = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('imported'),
    file: Line,
    caseId: Id,
    caseNumber: Line.nullable(),
    name: Name,
    notes: Count,
  }),
  z.strictObject({
    state: z.literal('recognised'),
    file: Line,
    caseId: Id,
    caseNumber: Line.nullable(),
    name: Name,
    message: z.string(),
  }),
  z.strictObject({ state: z.literal('refused'), file: Line, message: z.string() }),
])
export type ImportOutcome = z.output<typeof ImportOutcome>

export const HistoryEntry = z.strictObject({
  seq: Count,
  at: Instant,
  actorName: Line,
  method: Line,
  summary: Line,
  isUndoable: z.boolean(),
  isUndone: z.boolean(),
  changes: z.array(
    z.strictObject({
      table: Line,
      rowId: Id,
      op: z.enum(['insert', 'update']),
      before: z.record(z.string(), z.json()).nullable(),
      after: z.record(z.string(), z.json()),
    }),
  ),
})
export type HistoryEntry = z.output<typeof HistoryEntry>

export const UndoState = z.strictObject({ undo: Line.nullable(), redo: Line.nullable() })

const undoable = { touches: ['case', 'report', 'audit'], isUndoable: true } as const
const lasting = { touches: ['case', 'report', 'audit'], isUndoable: false } as const

// same columns as the case file, all optional
const CaseValues = withoutDefaults(CaseFileFields) as unknown as z.ZodType<Partial<z.output<typeof CaseFileFields>>>

// same columns as the accident table, all optional
const AccidentValues = givenValues('accident') as unknown as z.ZodType<
  Partial<z.output<(typeof caseTables)['accident']['fields']>>
>

export const caseContract = {
  'case.list': query(
    '案卷列表',
    z.strictObject({ filter: CaseFilter, after: Cursor.optional(), limit: z.int().min(1).max(500) }),
    z.strictObject({ rows: z.array(CaseSummary), total: Count, next: Cursor.nullable() }),
  ),
  'case.dossier': query('打开案卷', z.strictObject({ caseId: Id }), DossierSchema),
  'case.find': query(
    '按案号或编号查找',
    z.strictObject({ key: Line }),
    z.strictObject({ caseId: Id, caseNo: Line.nullable(), name: Name }),
  ),
  'case.create': command(
    '新建案卷',
    z.strictObject({ values: CaseValues, accident: AccidentValues.optional() }),
    z.strictObject({ caseId: Id, caseNo: Line.nullable() }),
    lasting,
  ),
  'case.update': command(
    '修改案卷',
    z.strictObject({ caseId: Id, rev: Count.optional(), values: CaseValues }),
    z.strictObject({ rev: Count }),
    undoable,
  ),
  'accident.update': command(
    '修改事故概况',
    z.strictObject({ caseId: Id, rev: Count.optional(), values: AccidentValues }),
    z.strictObject({ rev: Count }),
    undoable,
  ),
  'case.archive': command('移走案卷', z.strictObject({ caseId: Id }), z.strictObject({}), lasting),
  'case.restore': command('恢复案卷', z.strictObject({ caseId: Id }), z.strictObject({}), lasting),
  'case.setGrade': command(
    '认定事故等级',
    z.strictObject({ caseId: Id, grade: z.int().min(1).max(4).nullable(), reason: Line }),
    z.strictObject({}),
    undoable,
  ),
  'case.undo': command('撤销', z.strictObject({ caseId: Id }), z.strictObject({ summary: Line }), {
    ...undoable,
    isUndoable: true,
  }),
  'case.redo': command('重做', z.strictObject({ caseId: Id }), z.strictObject({ summary: Line }), undoable),
  'case.undoState': query('可否撤销', z.strictObject({ caseId: Id }), UndoState),
  'case.history': query(
    '案卷记录',
    z.strictObject({ caseId: Id, rowId: Id.optional(), before: Count.optional(), limit: z.int().min(1).max(500) }),
    z.strictObject({ entries: z.array(HistoryEntry) }),
  ),
  'finding.setCauses': command(
    '关联问题与原因',
    z.strictObject({ caseId: Id, id: Id, causeIds: z.array(Id) }),
    z.strictObject({}),
    undoable,
  ),
  'measure.setCauses': command(
    '关联措施与原因',
    z.strictObject({ caseId: Id, id: Id, causeIds: z.array(Id) }),
    z.strictObject({}),
    undoable,
  ),
  'case.search': query(
    '检索',
    z.strictObject({ words: Line, caseId: Id.optional(), limit: z.int().min(1).max(200) }),
    z.strictObject({
      results: z.array(
        z.strictObject({
          caseId: Id,
          caseNo: Line.nullable(),
          caseName: Name,
          table: Line,
          id: Id,
          title: z.string(),
          snippet: z.string(),
        }),
      ),
    }),
  ),
  /** `tokens` are staging tokens of the host; the CLI stages its paths first */
  'case.import': task(
    '导入案例',
    z.strictObject({ tokens: z.array(Id).min(1).max(2000) }),
    z.strictObject({ outcomes: z.array(ImportOutcome) }),
    ['case', 'library'],
  ),
  'case.sample': task('打开示例', z.strictObject({}), z.strictObject({ caseId: Id }), ['case', 'library']),
}
