import { directSumFen } from '../../../../shared/case/derive.ts'
import { exactWan } from '../../../../shared/case/grade-words.ts'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { dayOf } from '../../../../shared/dates.ts'
import { lossStandardOn, lossStandardTitle } from '../../../../shared/statutes/loss-items.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { Section } from '../../../ui/Section.tsx'
import { FlagField, useRowForm } from '../OwnField.tsx'
import { LossLedger } from './LossLedger.tsx'

type Assessment = Row<'lossAssessment'>

function fieldsOf(dossier: Dossier): readonly FieldSpec<'lossAssessment'>[] {
  const right = standardOf(dossier)
  return [
    { kind: 'choice', name: 'basis', label: '性质' },
    {
      kind: 'choice',
      name: 'standard',
      label: '统计标准',
      hint: ({ standard }) =>
        right === null || standard === right ? null : `按事故发生日期应适用 ${lossStandardTitle(right)}，请改选。`,
    },
    { kind: 'day', name: 'calculatedOn', label: '计算日期' },
    { kind: 'text', name: 'verifiedBy', label: '核定人（单位）' },
    { kind: 'money', name: 'statedDirectFen', label: '直接损失合计', help: '空着时取分项之和' },
    { kind: 'money', name: 'statedIndirectFen', label: '间接损失合计' },
    { kind: 'text', name: 'statedText', label: '损失的原词', placeholder: '约2615万元' },
    { kind: 'yesNo', name: 'isApproximate', label: '是否约数' },
    { kind: 'prose', span: 4, name: 'note', label: '说明', rows: 1 },
  ]
}

const standardOf = ({ caseFile }: Dossier) =>
  caseFile.occurredFrom === null ? null : lossStandardOn(dayOf(caseFile.occurredFrom))

/** 经济损失: the assessments, each with the ledger of its items under them. */
export function LossSection(props: {
  readonly dossier: Dossier
  readonly isLocked: boolean
  readonly openId: string | null
}) {
  const { dossier, isLocked, openId } = props
  const rows = dossier.rows.lossAssessment
  const standard = standardOf(dossier)
  const fields = fieldsOf(dossier)
  return (
    <>
      <RecordList
        caseId={dossier.caseFile.id}
        table="lossAssessment"
        title="经济损失"
        rows={rows}
        titleOf={(row) => valueLabel('lossAssessment', 'basis', row.basis)}
        titleColumn="核定"
        columns={[
          { title: '标准', width: 124, cell: (row) => lossStandardTitle(row.standard) },
          { title: '计算日期', width: 92, cell: (row) => <span className="num">{row.calculatedOn ?? '—'}</span> },
          { title: '直接损失（万元）', width: 120, isRight: true, cell: (row) => totalOf(dossier, row) },
        ]}
        fields={fields}
        presets={standard === null ? {} : { standard }}
        extra={(row) => <FineNote row={row} fields={fields} isLocked={isLocked} />}
        addLabel="添加核定"
        empty={{
          what: '按事故发生时的标准逐项登记直接和间接经济损失；先建一份核定，再填分项。',
          law: '《生产安全事故报告和调查处理条例》第三十条第三项；事故发生在2026年7月1日以后的，按 GB 6721—2025 统计。',
        }}
        isLocked={isLocked}
        openId={openId}
      />
      {rows.map((row) => (
        <Section
          key={row.id}
          title={rows.length === 1 ? '损失分项' : `损失分项：${valueLabel('lossAssessment', 'basis', row.basis)}`}
          note={lossStandardTitle(row.standard)}
        >
          <LossLedger dossier={dossier} assessment={row} isLocked={isLocked} />
        </Section>
      ))}
    </>
  )
}

function totalOf(dossier: Dossier, row: Assessment) {
  const fen = row.statedDirectFen ?? directSumFen(dossier, row.id)
  return fen === null ? <Missing>金额</Missing> : exactWan(fen)
}

/** 旧标准: fines may be part of the loss, so the grade must know whether this one is. */
function FineNote({
  row,
  fields,
  isLocked,
}: {
  readonly row: Assessment
  readonly fields: readonly FieldSpec<'lossAssessment'>[]
  readonly isLocked: boolean
}) {
  const form = useRowForm('lossAssessment', row, fields)
  if (row.standard !== 'GB6721-1986' && row.excludesFine !== 1) return null
  return <FlagField form={form} name="excludesFine" label="不含本次事故拟处的罚款" on={1} off={0} isLocked={isLocked} />
}
