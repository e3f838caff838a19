/** The five methods of every editable table, made in one loop like their contract. */
import { type CaseTable, caseTables, type Row } from '../../shared/case/tables.ts'
import { AppError } from '../../shared/result.ts'
import { type EditableTable, editableTables, emptyValues } from '../../shared/rows.ts'
import type { z } from '../../shared/schema.ts'
import type { CommandContext, Handlers } from '../context.ts'
import { readRow } from '../db/dossier.ts'
import type { Patch } from '../db/writer.ts'
import { refuseReferred } from './references.ts'
import { completeRow, hasRules } from './row-rules.ts'

type AddInput = { caseId: string; values: Record<string, unknown>; afterId?: string | null }
type UpdateInput = { caseId: string; id: string; rev?: number; values: Record<string, unknown> }
type WhereInput = { caseId: string; id: string }
type MoveInput = WhereInput & { afterId: string | null }

function handlersOf(table: EditableTable): Record<string, (context: CommandContext, input: never) => Promise<unknown>> {
  const setRemoved = async (context: CommandContext, { caseId, id }: WhereInput, isRemoved: boolean) => {
    const writer = context.write(caseId)
    if (isRemoved) refuseReferred(context, table, caseId, id)
    const row = await writer.update(table, id, { isRemoved })
    return { id, rev: row.rev }
  }
  return {
    [`${table}.add`]: async (context: CommandContext, input: AddInput) => {
      const writer = context.write(input.caseId)
      const given = { ...emptyValues(table), ...input.values }
      const values = parseValues(table, completeRow(context, input.caseId, table, given))
      const key = caseTables[table].isSorted ? await writer.keyFor(table, input.afterId) : undefined
      const row = await writer.insert(table, context.newId(), values, key)
      return { id: row.id, rev: row.rev }
    },
    [`${table}.update`]: async (context: CommandContext, input: UpdateInput) => {
      const values = hasRules(table) ? wholeValues(context, table, input) : input.values
      // without rules of its own the row takes what the input schema let through, column by column
      const { id, rev } = await context
        .write(input.caseId)
        .update(table, input.id, values as Patch<typeof table>, input.rev)
      return { id, rev }
    },
    [`${table}.archive`]: (context: CommandContext, input: WhereInput) => setRemoved(context, input, true),
    [`${table}.restore`]: (context: CommandContext, input: WhereInput) => setRemoved(context, input, false),
    [`${table}.move`]: async (context: CommandContext, input: MoveInput) => {
      const writer = context.write(input.caseId)
      const row = await writer.update(table, input.id, { sortKey: await writer.keyFor(table, input.afterId) })
      return { id: row.id, rev: row.rev }
    },
  }
}

// keys and inputs are those of RowContract: both loops run over editableTables
export const rowHandlers = Object.assign({}, ...editableTables.map(handlersOf)) as Pick<
  Handlers,
  Extract<keyof Handlers, `${EditableTable}.${'add' | 'update' | 'archive' | 'restore' | 'move'}`>
>

/** All values of the row with the change in them, completed and checked by the rules of the table. */
function wholeValues(
  context: CommandContext,
  table: EditableTable,
  input: UpdateInput,
): Readonly<Record<string, unknown>> {
  const found = readRow(context.statements, table, input.caseId, input.id)
  if (found === undefined) throw new AppError('not-found', '没有找到这条记录，可能已被移走；请刷新后再试。')
  const whole = valuesOf(table, { ...found, ...input.values })
  return parseValues(table, completeRow(context, input.caseId, table, whole))
}

/** The columns of a table, without keys. */
function valuesOf(table: CaseTable, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(caseTables[table].fields.shape).map((name) => [name, row[name]]))
}

/** Whole values of a row, or a refusal with a message per field. */
function parseValues<T extends CaseTable>(table: T, values: Readonly<Record<string, unknown>>): Row<T> {
  const fields: z.ZodType = caseTables[table].fields
  const parsed = fields.safeParse(values)
  // the schema of the table made the value
  if (parsed.success) return parsed.data as Row<T>
  const messages: Record<string, string> = {}
  for (const issue of parsed.error.issues) messages[`values.${issue.path.join('.')}`] ??= issue.message
  const first = Object.values(messages)[0] ?? '内容不完整'
  throw new AppError('invalid-input', `${caseTables[table].label}没有保存：${first}。`, { fields: messages })
}
