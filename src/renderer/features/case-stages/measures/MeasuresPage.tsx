/** 整改措施: lessons and measures (条例第三十条第六项). Each measure: who, by when, against which cause. */
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { CauseLinks } from '../CauseLinks.tsx'
import { FlagField, useRowForm } from '../OwnField.tsx'
import { cut, unitName } from '../words.ts'

const fields: readonly FieldSpec<'measure'>[] = [
  { kind: 'prose', name: 'description', label: '措施内容', rows: 2 },
  { kind: 'ref', table: 'unit', name: 'unitId', label: '责任单位' },
  { kind: 'text', name: 'responsibleText', label: '责任单位的原词', help: '多个单位，或单位不在名单中时填写' },
  { kind: 'day', name: 'dueOn', label: '完成时限' },
  { kind: 'text', name: 'dueText', label: '时限的原词', placeholder: '立即，或长期坚持' },
  { kind: 'text', name: 'ownerText', label: '责任人', span: 2 },
]

export function MeasuresPage({ caseId, dossier, isLocked, openId }: StageProps) {
  const { rows } = dossier
  return (
    <>
      <RecordList
        caseId={caseId}
        table="lesson"
        title="主要教训"
        rows={rows.lesson}
        titleOf={(row) => cut(row.description, 80)}
        titleColumn="教训"
        columns={[]}
        fields={[{ kind: 'prose', name: 'description', label: '教训', rows: 3 }]}
        addLabel="添加教训"
        empty={{ what: '从这起事故应当吸取的教训，每条一项，写入报告的“主要教训”。' }}
        isLocked={isLocked}
        openId={openId}
      />
      <RecordList
        caseId={caseId}
        table="measure"
        title="防范和整改措施"
        rows={rows.measure}
        titleOf={(row) => cut(row.description, 80)}
        titleColumn="措施"
        columns={[
          {
            title: '责任单位',
            width: 200,
            cell: (row) => row.responsibleText ?? unitName(dossier, row.unitId) ?? <Missing>责任单位</Missing>,
          },
          {
            title: '完成时限',
            width: 112,
            cell: (row) => <span className="num">{row.dueOn ?? row.dueText ?? <Missing>时限</Missing>}</span>,
          },
          { title: '针对的原因', width: 92, cell: (row) => causeCount(dossier, row.id) },
        ]}
        fields={fields}
        extra={(row) => <MeasureExtra dossier={dossier} row={row} isLocked={isLocked} />}
        addLabel="添加措施"
        empty={{
          what: '针对每条原因写措施，落实到责任单位和完成时限，一年后逐条评估。',
          law: '《生产安全事故报告和调查处理条例》第三十条第六项：事故防范和整改措施。',
        }}
        isLocked={isLocked}
        openId={openId}
      />
    </>
  )
}

function causeCount({ rows }: Dossier, id: string) {
  const count = rows.measureCause.filter((link) => link.measureId === id).length
  return count === 0 ? <Missing>原因</Missing> : `${count}条`
}

function MeasureExtra(props: { readonly dossier: Dossier; readonly row: Row<'measure'>; readonly isLocked: boolean }) {
  const { dossier, row, isLocked } = props
  const form = useRowForm('measure', row, fields)
  return (
    <div className="extra">
      <CauseLinks method="measure.setCauses" label="针对的原因" dossier={dossier} id={row.id} isLocked={isLocked} />
      <FlagField form={form} name="isExtended" label="举一反三的措施（不限于本次事故单位）" isLocked={isLocked} />
    </div>
  )
}
