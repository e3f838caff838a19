/** A method of the contract: one named request with its schemas. Hosts, dispatcher and renderer read the same value. */
import type { z } from './schema.ts'

/** What a command changes; queries whose name begins with one of these nouns are asked anew. */
export type Noun = 'case' | 'report' | 'library' | 'setting' | 'file' | 'audit'

export type Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'query'
  readonly input: I
  readonly output: O
  readonly summary: string
}

export type Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'command'
  readonly input: I
  readonly output: O
  /** what was done, in Chinese; the journal's sentence and the name shown by undo (`修改单位`) */
  readonly summary: string
  readonly touches: readonly Noun[]
  readonly isUndoable: boolean
}

/**
 * Work that is not one transaction: hashing, rendering, opening another library. It runs outside of any transaction and
 * calls commands where it must write.
 */
export type Task<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'task'
  readonly input: I
  readonly output: O
  readonly summary: string
  readonly touches: readonly Noun[]
}

export type AnyMethod = Query | Command | Task

/** A read: no journal entry, no lock. */
export function query<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O): Query<I, O> {
  return { kind: 'query', input, output, summary }
}

/** A write: one immediate transaction with its journal entry. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  options: { readonly touches: readonly Noun[]; readonly isUndoable: boolean },
): Command<I, O> {
  return { kind: 'command', input, output, summary, ...options }
}

/** Long work outside of a transaction. */
export function task<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  touches: readonly Noun[],
): Task<I, O> {
  return { kind: 'task', input, output, summary, touches }
}
