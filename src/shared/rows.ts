/** The methods that every editable table has: add, update, archive, restore, move. Generated, so that none differs by accident. */
import { type CaseTable, caseTables, type Values } from './case/tables.ts'
import { type Command, command } from './method.ts'
import { Count, Id, z } from './schema.ts'

/** Tables that only their own methods write: links, own wording, releases, imports. */
type OwnMethods =
  | 'documentBlock'
  | 'documentRelease'
  | 'findingCause'
  | 'measureCause'
  | 'importBatch'
  | 'importNote'
  | 'evidenceFile'

/** Tables whose rows a person adds and edits one by one. */
export type EditableTable = Exclude<CaseTable, OwnMethods | 'accident'>

const OWN_METHODS: readonly string[] = [
  'documentBlock',
  'documentRelease',
  'findingCause',
  'measureCause',
  'importBatch',
  'importNote',
  'evidenceFile',
  'accident',
] satisfies (OwnMethods | 'accident')[]

const isEditable = (table: string): table is EditableTable => !OWN_METHODS.includes(table)

export const editableTables: readonly EditableTable[] = Object.keys(caseTables).filter(isEditable)

/** Values on their way in: what is left out keeps its value (update) or is unknown (add). */
export type GivenValues<T extends CaseTable> = Partial<Values<T>>

const Where = { caseId: Id, id: Id }
const Written = z.strictObject({ id: Id, rev: Count })
export type Written = z.output<typeof Written>

type AddInput<T extends CaseTable> = z.ZodType<{
  readonly caseId: string
  readonly values: GivenValues<T>
  /** null: first of the list; left out: last */
  readonly afterId?: string | null
}>
type UpdateInput<T extends CaseTable> = z.ZodType<{
  readonly caseId: string
  readonly id: string
  /** the version the change was made on; another one in the file is refused as `stale` */
  readonly rev?: number
  readonly values: GivenValues<T>
}>
type WhereInput = z.ZodType<{ readonly caseId: string; readonly id: string }>
type MoveInput = z.ZodType<{ readonly caseId: string; readonly id: string; readonly afterId: string | null }>
type Out<T> = z.ZodType<T>

export type RowContract = { [T in EditableTable as `${T}.add`]: Command<AddInput<T>, Out<Written>> } & {
  [T in EditableTable as `${T}.update`]: Command<UpdateInput<T>, Out<Written>>
} & { [T in EditableTable as `${T}.archive`]: Command<WhereInput, Out<Written>> } & {
  [T in EditableTable as `${T}.restore`]: Command<WhereInput, Out<Written>>
} & { [T in EditableTable as `${T}.move`]: Command<MoveInput, Out<Written>> }

const undoable = { touches: ['case', 'report', 'audit'], isUndoable: true } as const

/** All columns optional. Defaults are cut off: a default in an update would overwrite what stands there. */
export function withoutDefaults(fields: z.ZodObject): z.ZodObject {
  const shape: Record<string, z.ZodOptional<z.ZodType>> = {}
  for (const [name, schema] of Object.entries<z.ZodType>(fields.shape))
    shape[name] = z.optional(schema instanceof z.ZodDefault ? (schema.def.innerType as z.ZodType) : schema)
  return z.strictObject(shape)
}

/** Values of a table on their way in. */
export function givenValues(table: CaseTable): z.ZodObject {
  return withoutDefaults(caseTables[table].fields)
}

function rowMethods(table: EditableTable): Record<string, Command> {
  const { label } = caseTables[table]
  const values = givenValues(table)
  return {
    [`${table}.add`]: command(
      `增加${label}`,
      z.strictObject({ caseId: Id, values, afterId: Id.nullable().optional() }),
      Written,
      undoable,
    ),
    [`${table}.update`]: command(
      `修改${label}`,
      z.strictObject({ ...Where, rev: Count.optional(), values }),
      Written,
      undoable,
    ),
    [`${table}.archive`]: command(`移走${label}`, z.strictObject(Where), Written, undoable),
    [`${table}.restore`]: command(`恢复${label}`, z.strictObject(Where), Written, undoable),
    [`${table}.move`]: command(
      `调整${label}次序`,
      z.strictObject({ ...Where, afterId: Id.nullable() }),
      Written,
      undoable,
    ),
  }
}

// the keys are made by the loop from the same union as the type
export const rowContract = Object.assign({}, ...editableTables.map(rowMethods)) as RowContract

const empty = new Map<CaseTable, object>()

/** Column defaults of a new row: the schema's default, null where the column may be empty. Required columns are left out. */
export function emptyValues<T extends CaseTable>(table: T): GivenValues<T> {
  const known = empty.get(table)
  // made below for the same table
  if (known !== undefined) return known as GivenValues<T>
  const values: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries<z.ZodType>(caseTables[table].fields.shape)) {
    const byDefault = schema.safeParse(undefined)
    if (byDefault.success) values[name] = byDefault.data
    else if (schema.safeParse(null).success) values[name] = null
  }
  empty.set(table, Object.freeze(values))
  // every name is a column of the table
  return values as GivenValues<T>
}
