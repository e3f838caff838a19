/** Short names of rows for choosers, lists and the record of changes. */
import type { Dossier } from '../../shared/case/tables.ts'
import { labelsOf } from '../../shared/text.ts'
import type { Option, RefTable } from './fields/spec.ts'

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text)

const label = (table: RefTable, column: string, word: string): string => labelsOf(table, column)?.[word] ?? word

/** Rows of a table as options; people of one name are told apart by unit and post. */
export function refOptions(dossier: Dossier, table: RefTable): readonly Option[] {
  const { rows } = dossier
  const unitName = (id: string | null) => rows.unit.find((unit) => unit.id === id)?.name
  switch (table) {
    case 'unit':
      return rows.unit.map((unit) => ({ value: unit.id, label: unit.name }))
    case 'person':
      return rows.person.map((person) => ({
        value: person.id,
        label: [person.name ?? '（姓名未见）', unitName(person.unitId), person.position].filter(Boolean).join(' · '),
      }))
    case 'cause':
      return rows.cause.map((cause) => ({
        value: cause.id,
        label: `${label('cause', 'kind', cause.kind)}：${cut(cause.description, 40)}`,
      }))
    case 'evidence':
      return rows.evidence.map((item) => ({
        value: item.id,
        label: [item.evidenceNo, item.title].filter(Boolean).join(' '),
      }))
    case 'document':
      return rows.document.map((item) => ({
        value: item.id,
        label: [item.documentNo, item.title ?? label('document', 'kind', item.kind)].filter(Boolean).join(' '),
      }))
    case 'team':
      return rows.team.map((team) => ({ value: team.id, label: team.name ?? label('team', 'purpose', team.purpose) }))
    case 'liability':
      return rows.liability.map((item) => ({ value: item.id, label: liabilityTitle(dossier, item.id) }))
    case 'proposal':
      return rows.proposal.map((item) => ({
        value: item.id,
        label: `${liabilityTitle(dossier, item.liabilityId)}：${label('proposal', 'category', item.category)}`,
      }))
    case 'measure':
      return rows.measure.map((item) => ({ value: item.id, label: cut(item.description, 40) }))
  }
}

/** Name of the subject of a liability: person, unit, or the words of the source. */
export function liabilityTitle({ rows }: Dossier, id: string): string {
  const item = rows.liability.find((row) => row.id === id)
  if (!item) return '责任认定'
  const person = rows.person.find((row) => row.id === item.personId)?.name
  const unit = rows.unit.find((row) => row.id === item.unitId)?.name
  return person ?? item.subjectText ?? unit ?? '（对象未填）'
}
