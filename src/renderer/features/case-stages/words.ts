/** Short words about rows for lists. */
import type { Dossier } from '../../../shared/case/tables.ts'

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The beginning of a long text, for the first column of a list and the head of its form. */
export const cut = (text: string, length = 44): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length)}…` : line
}

/** Short name of a unit where it has one; null when there is no such unit. */
export function unitName({ rows }: Dossier, id: string | null): string | null {
  const unit = rows.unit.find((row) => row.id === id)
  return unit ? (unit.shortName ?? unit.name) : null
}

/** Name of a person; null when there is none. */
export const personName = ({ rows }: Dossier, id: string | null): string | null =>
  rows.person.find((row) => row.id === id)?.name ?? null
