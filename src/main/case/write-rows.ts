/** Writes a whole case at once: import, sample, package. One transaction, one journal entry. */
import type { CaseTable, Values } from '../../shared/case/tables.ts'
import { caseTables, isCaseTable } from '../../shared/case/tables.ts'
import { identityKey } from '../../shared/party/identity.ts'
import { emptyValues } from '../../shared/rows.ts'
import type { z } from '../../shared/schema.ts'
import type { CommandContext } from '../context.ts'
import { deferReferences } from '../db/statements.ts'

/** Values by camelCase column; what is left out is unknown or the default. */
type Given = Readonly<Record<string, unknown>>

/** A case as rows, before it has keys of a library. */
export type WholeCase = {
  readonly caseFile: Given
  readonly accident: Given
  readonly rows: Readonly<Record<string, readonly (Given & { readonly id: string })[]>>
}

/** Inserts all rows in the order given; each is checked by the schema of its table. Throws when one does not fit: a defect. */
export async function writeWholeCase(context: CommandContext, caseId: string, whole: WholeCase): Promise<void> {
  deferReferences(context.statements)
  const writer = context.write(caseId)
  await writer.insertCase(whole.caseFile)
  await writer.insert('accident', 'accident', checked('accident', whole.accident))
  for (const [name, rows] of Object.entries(whole.rows)) {
    if (!isCaseTable(name)) throw new Error(`no table ${name}`)
    for (const { id, ...values } of rows) await writer.insert(name, id, checked(name, derivedValues(name, values)))
  }
}

function derivedValues(table: CaseTable, values: Given): Given {
  if (table !== 'unit') return values
  const uscc = typeof values.uscc === 'string' ? values.uscc : null
  return { ...values, identityKey: identityKey(uscc, String(values.name)) }
}

function checked<T extends CaseTable>(table: T, values: Given): Values<T> {
  const fields: z.ZodType = caseTables[table].fields
  // the schema of the table makes the value
  return fields.parse({ ...emptyValues(table), ...values }) as Values<T>
}
