import { Select } from 'antd'
import { useId } from 'react'
import type { Dossier } from '../../../shared/case/tables.ts'
import { run } from '../../api.ts'
import { inTurn } from '../../save/queue.ts'
import { searchable } from '../../ui/icons.tsx'
import { refOptions } from '../../ui/row-title.ts'
import { useToast } from '../../ui/use-toast.ts'

/** The causes that a problem explains or a measure answers. Chosen is saved: there is nothing half typed here. */
export function CauseLinks(props: {
  readonly method: 'finding.setCauses' | 'measure.setCauses'
  readonly label: string
  readonly dossier: Dossier
  readonly id: string
  readonly isLocked: boolean
}) {
  const { method, label, dossier, id, isLocked } = props
  const message = useToast()
  const fieldId = useId()
  const caseId = dossier.caseFile.id
  const chosen =
    method === 'finding.setCauses'
      ? dossier.rows.findingCause.filter((link) => link.findingId === id)
      : dossier.rows.measureCause.filter((link) => link.measureId === id)
  const options = refOptions(dossier, 'cause')
  const save = async (causeIds: string[]) => {
    const result = await inTurn(caseId, () => run(method, { caseId, id, causeIds }))
    if (!result.ok) message.error(result.error.message, 8)
  }
  return (
    <div className="field">
      <label htmlFor={fieldId}>{label}</label>
      <Select
        id={fieldId}
        mode="multiple"
        disabled={isLocked}
        value={chosen.map((link) => link.causeId)}
        options={[...options]}
        showSearch={searchable}
        placeholder={options.length === 0 ? '还没有登记原因，请先到“原因”添加' : '可选多条'}
        notFoundContent="没有相符的原因"
        onChange={(causeIds: string[]) => void save(causeIds)}
      />
    </div>
  )
}
