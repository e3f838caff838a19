import type { Dossier } from '../../../shared/case/tables.ts'
import { FieldGrid } from '../../ui/fields/FieldGrid.tsx'
import type { FieldSpec } from '../../ui/fields/spec.ts'
import { FormError, useRecord } from '../../ui/RecordForm.tsx'

const KIND = 'investigation_report'

const fields: readonly FieldSpec<'document'>[] = [
  { kind: 'day', name: 'datedOn', label: '成文日期', span: 2 },
  { kind: 'choice', name: 'status', label: '办理情况', span: 2 },
]

/** 成文日期 stands under the report and on its cover; it belongs to the document, not to the accident. */
export function ReportRecordForm(props: {
  readonly caseId: string
  readonly dossier: Dossier
  readonly title: string
  readonly isLocked: boolean
}) {
  const { caseId, dossier, title, isLocked } = props
  const row = dossier.rows.document.find(({ kind }) => kind === KIND)
  const form = useRecord({
    caseId,
    table: 'document',
    row,
    id: row?.id ?? null,
    draftKey: `${caseId}/document/${row?.id ?? 'new-report'}`,
    presets: { kind: KIND, direction: 'issued', title, status: 'draft', secrecy: 'internal' },
    fields,
  })
  return (
    <fieldset className="choices">
      <legend>成文</legend>
      <FormError form={form} />
      <FieldGrid table="document" caseId={caseId} form={form} fields={fields} isLocked={isLocked} />
    </fieldset>
  )
}
