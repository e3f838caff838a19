/** Results cross every boundary as values: a thrown error keeps only its message on the way through IPC. */

export type ErrorCode =
  | 'unknown-method'
  | 'invalid-input'
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'conflict'
  | 'refused'
  | 'sealed'
  | 'newer-database'
  | 'damaged-database'
  | 'disk-full'
  | 'busy'
  | 'cancelled'
  | 'internal'

/** A message per field path (`values.name`), shown beside the field. */
export type FieldErrors = Readonly<Record<string, string>>

export type Failure = {
  readonly code: ErrorCode
  readonly message: string
  readonly fields?: FieldErrors
  /** what the writer found instead, for a side-by-side view */
  readonly current?: unknown
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** Something the user can mend: one Chinese sentence that says what is wrong and what to do. Everything else just throws. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldErrors | undefined
  readonly current: unknown

  constructor(code: ErrorCode, message: string, extra: { fields?: FieldErrors; current?: unknown } = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.fields = extra.fields
    this.current = extra.current
  }
}

/** Closes an exhaustive switch: a new member of the union is a compile error here. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value: ${JSON.stringify(value)}`)
}
