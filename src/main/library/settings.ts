/** Settings: append-only, the newest one that is not withdrawn holds. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { CommandContext } from '../context.ts'
import type { Statements } from '../db/statements.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export type Setting = { readonly value: Json; readonly basis: string; readonly recordedOn: string }

export function readSetting(statements: Statements, key: string): Setting | null {
  const row = statements.get(
    `select value_json, basis, recorded_on from setting where key = ? and withdrawn_on is null
     order by recorded_on desc, id desc limit 1`,
    [key],
  )
  return row === undefined
    ? null
    : { value: JSON.parse(String(row.value_json)), basis: String(row.basis), recordedOn: String(row.recorded_on) }
}

/** A new version; nothing is overwritten. `span`: the first and last day in force, where the setting has them. */
export function putSetting(
  context: CommandContext,
  key: string,
  value: Json,
  basis: string,
  span: { readonly from: string | null; readonly to: string | null } = { from: null, to: null },
): string {
  const text = canonicalize(value) ?? 'null'
  const id = context.newId()
  context.statements.run(
    `insert into setting (id, key, value_json, from_on, to_on, layer, bureau_id, basis, recorded_by, recorded_on, sha256)
     values (?,?,?,?,?,'bureau',?,?,?,?,?)`,
    [
      id,
      key,
      text,
      span.from,
      span.to,
      context.bureauId,
      basis,
      context.actor.name,
      context.now.slice(0, 10),
      createHash('sha256').update(text).digest('hex'),
    ],
  )
  return id
}
