import type { Dossier, Row } from '../../../shared/case/tables.ts'
import { valueLabel } from '../../../shared/text.ts'
import { RecordList } from '../../ui/RecordList.tsx'
import { cut } from './words.ts'

/** Clauses of one row: what duty there was, what was breached, on what basis it is to be dealt with. */
export function Citations(props: {
  readonly dossier: Dossier
  readonly aboutTable: 'finding' | 'liability' | 'proposal'
  readonly aboutId: string
  readonly use: Row<'citation'>['role']
  readonly title: string
  readonly what: string
  readonly isLocked: boolean
}) {
  const { dossier, aboutTable, aboutId, use, title, what, isLocked } = props
  return (
    <RecordList
      caseId={dossier.caseFile.id}
      table="citation"
      listName={`${aboutTable}-${aboutId}`}
      title={title}
      rows={dossier.rows.citation.filter((row) => row.aboutTable === aboutTable && row.aboutId === aboutId)}
      titleOf={(row) => cut(row.lawText, 60)}
      titleColumn="条款"
      columns={[{ title: '用途', width: 88, cell: (row) => valueLabel('citation', 'role', row.role) }]}
      fields={[
        {
          kind: 'text',
          name: 'lawText',
          label: '法律法规名称和条款',
          span: 3,
          placeholder: '《中华人民共和国安全生产法》第四十三条',
        },
        { kind: 'choice', name: 'role', label: '用途' },
      ]}
      presets={{ aboutTable, aboutId, role: use }}
      addLabel="添加条款"
      empty={{ what }}
      isLocked={isLocked}
    />
  )
}
