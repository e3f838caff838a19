/** New rows of a case before they have a place in a library. */
import type { AccidentFields, CaseFileFields } from '../case/fields.ts'
import type { CaseTable, ListTable, Values } from '../case/tables.ts'
import type { z } from '../schema.ts'

/** A row to be written: its values and the id that other new rows refer to. */
export type NewRow<T extends ListTable> = Values<T> & { readonly id: string }

/** Everything that one import writes. Lists stand in their order; keys, `rev` and `sortKey` are the writer's. */
export type CaseRows = {
  readonly caseFile: Readonly<z.output<typeof CaseFileFields>>
  readonly accident: Readonly<z.output<typeof AccidentFields>>
  readonly rows: { readonly [T in ListTable]?: readonly NewRow<T>[] }
}

export type Rows = CaseRows['rows']

/** What the parts of a case share while they are turned into rows. */
export type Placing = {
  readonly newId: () => string
  /** id in the source (`U1`) → own id */
  readonly unitIds: Map<string, string>
  /** RFC 6901 pointer of a part → the row that holds it */
  readonly places: Map<string, { readonly table: CaseTable; readonly id: string }>
  /** pointers of list items that no row can hold */
  readonly holes: string[]
  /** when the accident happened, and its day; null when unknown */
  readonly occurredFrom: string | null
  readonly day: string | null
}

const blanks = new Map<z.ZodObject, Readonly<Record<string, null>>>()

/** Null for every column that may be empty; columns with a default and required ones are left out. */
function blankOf(fields: z.ZodObject): Readonly<Record<string, null>> {
  const known = blanks.get(fields)
  if (known) return known
  const blank: Record<string, null> = {}
  for (const [name, schema] of Object.entries<z.ZodType>(fields.shape))
    if (schema.safeParse(null).success) blank[name] = null
  blanks.set(fields, blank)
  return blank
}

/**
 * Values of a table from some of them. What does not fit its column (a text too long, a number out of range) leaves the column
 * empty: the rebuilt case then differs, and the value becomes a note. Throws when a required column is missing, which is a defect.
 */
export function newValues<F extends z.ZodObject>(fields: F, given: Partial<z.input<F>>): z.output<F> {
  const full: Record<string, unknown> = { ...blankOf(fields), ...given }
  const parsed = fields.safeParse(full)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0])
    if (name in blankOf(fields)) full[name] = null
    else delete full[name]
  }
  return fields.parse(full)
}

/** `newValues` with an id. */
export function newRow<F extends z.ZodObject>(
  fields: F,
  id: string,
  given: Partial<z.input<F>>,
): z.output<F> & { readonly id: string } {
  return { ...newValues(fields, given), id }
}

/** The id of a determination is computed from its natural key, so that two libraries make the same row. */
export function determinationId(question: string): string {
  return question
}

/** Words for a required column: null when there are none or more than the column holds. */
export function required(text: string | null | undefined): string | null {
  return typeof text === 'string' && text !== '' && text.length <= 200_000 ? text : null
}

/** Whether any of the values is there: not null, not an empty list. */
export function isAnyGiven(values: readonly unknown[]): boolean {
  return values.some((value) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
}

/** Groups a list by a key; lookups in it stay fast for the longest lists. */
export function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** The id of the only item; null when there is none or more than one. */
export function onlyId(list: readonly { readonly id: string }[] | undefined): string | null {
  return list?.length === 1 ? (list[0]?.id ?? null) : null
}
