/** What changes time or authority of the investigation: 技术鉴定, 延期, 提级, 挂牌督办. */
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { typedExtensionProblem } from '../../../../shared/clock/extension-limit.ts'
import { daysBetween } from '../../../../shared/dates.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { FlagField, useRowForm } from '../OwnField.tsx'
import { cut } from '../words.ts'

type Props = { readonly dossier: Dossier; readonly isLocked: boolean; readonly openId: string | null }

const appraisalFields: readonly FieldSpec<'appraisal'>[] = [
  { kind: 'text', name: 'subject', label: '委托事项', span: 2 },
  { kind: 'text', name: 'byBody', label: '鉴定单位', span: 2, help: '直接组织专家鉴定的不填' },
  { kind: 'text', name: 'qualification', label: '资质', span: 2 },
  { kind: 'day', name: 'commissionedOn', label: '委托日期' },
  { kind: 'day', name: 'acceptedOn', label: '受理日期' },
  { kind: 'day', name: 'issuedOn', label: '出具日期' },
  { kind: 'prose', name: 'conclusion', label: '结论', rows: 2 },
]

/** No more days than the law of the kind of accident allows for all extensions together. */
const extensionFields = (dossier: Dossier): readonly FieldSpec<'extension'>[] => [
  { kind: 'choice', name: 'clock', label: '延长的期限' },
  {
    kind: 'number',
    name: 'days',
    label: '延长日数',
    unit: '日',
    refusal: (days, values) => typedExtensionProblem(dossier, days, values),
    hint: (values) => (typeof values.days === 'number' ? typedExtensionProblem(dossier, values.days, values) : null),
  },
  { kind: 'day', name: 'appliedOn', label: '申请日期' },
  { kind: 'day', name: 'approvedOn', label: '批准日期' },
  { kind: 'text', name: 'approvedBy', label: '批准机关', span: 2, help: '没有批准的，不计入期限' },
  { kind: 'yesNo', name: 'isAuthorised', label: '有受权文件', span: 2 },
  { kind: 'prose', name: 'reason', label: '延期理由', rows: 1 },
]

const escalationFields: readonly FieldSpec<'escalation'>[] = [
  { kind: 'choice', name: 'ground', label: '情形', span: 2 },
  { kind: 'text', name: 'basisText', label: '依据', span: 2 },
  { kind: 'text', name: 'bodyBefore', label: '原调查机关', span: 2 },
  { kind: 'text', name: 'bodyAfter', label: '提级后的调查机关', span: 2 },
  { kind: 'text', name: 'proposedBy', label: '提请机关' },
  { kind: 'day', name: 'proposedOn', label: '提请日期' },
  { kind: 'text', name: 'decidedBy', label: '决定机关' },
  { kind: 'day', name: 'decidedOn', label: '决定日期' },
  { kind: 'choice', name: 'decision', label: '决定' },
  { kind: 'text', name: 'documentNo', label: '文号' },
  { kind: 'day', name: 'notifiedOn', label: '通知日期' },
  { kind: 'prose', name: 'reason', label: '理由', rows: 2 },
]

const supervisionFields: readonly FieldSpec<'supervision'>[] = [
  { kind: 'choice', name: 'level', label: '级别' },
  { kind: 'text', name: 'byBody', label: '督办机关', span: 2 },
  { kind: 'text', name: 'documentNo', label: '通知书文号' },
  { kind: 'day', name: 'issuedOn', label: '下达日期' },
  { kind: 'day', name: 'receivedOn', label: '收到日期', help: '督办期限自收到之日起算' },
  { kind: 'number', name: 'periodDays', label: '督办期限', unit: '日' },
  { kind: 'text', name: 'contact', label: '联系人' },
  { kind: 'list', name: 'mattersList', label: '督办事项', span: 4, rows: 2 },
  { kind: 'day', name: 'draftSentOn', label: '报送审核日期' },
  { kind: 'day', name: 'reviewedOn', label: '审核日期' },
  { kind: 'choice', name: 'reviewOpinion', label: '审核意见' },
  { kind: 'day', name: 'filedOn', label: '报备日期' },
  { kind: 'day', name: 'liftedOn', label: '解除日期' },
  { kind: 'text', name: 'liftGround', label: '解除的依据', span: 3 },
  { kind: 'prose', name: 'reviewText', label: '审核意见的内容', rows: 1 },
]

export function ProcedureLists({ dossier, isLocked, openId }: Props) {
  const { rows } = dossier
  const common = { caseId: dossier.caseFile.id, isLocked, openId }
  return (
    <>
      <RecordList
        {...common}
        table="appraisal"
        title="技术鉴定"
        rows={rows.appraisal}
        titleOf={(row) => cut(row.subject, 40)}
        titleColumn="委托事项"
        columns={[
          { title: '鉴定单位', width: 260, cell: (row) => row.byBody ?? '专家组' },
          { title: '委托', width: 100, cell: (row) => <Day day={row.commissionedOn} /> },
          { title: '出具', width: 100, cell: (row) => <Day day={row.issuedOn} /> },
          { title: '不计入期限', width: 96, isRight: true, cell: excludedDays },
        ]}
        fields={appraisalFields}
        extra={(row) => <Excluded row={row} isLocked={isLocked} />}
        empty={{
          what: '委托具有资质的单位或者组织专家进行的技术鉴定。',
          law: '《生产安全事故报告和调查处理条例》第二十七条：技术鉴定所需时间不计入事故调查期限。',
        }}
      />
      <RecordList
        {...common}
        table="extension"
        title="延期"
        rows={rows.extension}
        titleOf={(row) => valueLabel('extension', 'clock', row.clock)}
        titleColumn="期限"
        columns={[
          { title: '日数', width: 64, isRight: true, cell: (row) => `${row.days}日` },
          { title: '批准机关', width: 220, cell: (row) => row.approvedBy ?? <Missing>批准机关</Missing> },
          { title: '申请', width: 100, cell: (row) => <Day day={row.appliedOn} /> },
          { title: '批准', width: 100, cell: (row) => <Day day={row.approvedOn} /> },
        ]}
        fields={extensionFields(dossier)}
        presets={{ clock: 'investigation' }}
        empty={{
          what: '经批准延长的期限。',
          law: '《生产安全事故报告和调查处理条例》第二十九条：特殊情况下经负责事故调查的人民政府批准，可以适当延长，最长不超过60日。',
        }}
      />
      <RecordList
        {...common}
        table="escalation"
        title="提级调查"
        rows={rows.escalation}
        titleOf={(row) => valueLabel('escalation', 'ground', row.ground)}
        titleColumn="情形"
        columns={[
          { title: '提级后的调查机关', width: 240, cell: (row) => row.bodyAfter ?? '—' },
          { title: '决定机关', width: 200, cell: (row) => row.decidedBy ?? <Missing>决定机关</Missing> },
          { title: '决定日期', width: 100, cell: (row) => <Day day={row.decidedOn} /> },
        ]}
        fields={escalationFields}
        empty={{
          what: '上级人民政府认为必要时调查由下级负责的事故，或者因伤亡人数变化另行组织调查。',
          law: '《生产安全事故报告和调查处理条例》第二十条。',
        }}
      />
      <RecordList
        {...common}
        table="supervision"
        title="挂牌督办"
        rows={rows.supervision}
        titleOf={(row) => row.byBody ?? '（督办机关未填）'}
        titleColumn="督办机关"
        columns={[
          { title: '文号', width: 180, cell: (row) => row.documentNo ?? '—' },
          { title: '收到', width: 100, cell: (row) => <Day day={row.receivedOn} /> },
          { title: '期限', width: 64, isRight: true, cell: (row) => (row.periodDays ? `${row.periodDays}日` : '60日') },
          { title: '解除', width: 100, cell: (row) => <Day day={row.liftedOn} /> },
        ]}
        fields={supervisionFields}
        empty={{ what: '安全生产委员会对事故查处的挂牌督办通知和办理情况。' }}
      />
    </>
  )
}

const Day = ({ day }: { readonly day: string | null }) => <span className="num">{day ?? '—'}</span>

/** From the day of commission, or where that is not known of acceptance, to the day of issue: as the clock counts. */
function excludedDays(row: Row<'appraisal'>): string {
  const from = row.commissionedOn ?? row.acceptedOn
  if (!row.isExcluded) return '计入'
  if (from === null) return '—'
  return row.issuedOn === null ? '进行中' : `${daysBetween(from, row.issuedOn)}日`
}

function Excluded({ row, isLocked }: { readonly row: Row<'appraisal'>; readonly isLocked: boolean }) {
  const form = useRowForm('appraisal', row, appraisalFields)
  return <FlagField form={form} name="isExcluded" label="鉴定时间不计入调查期限" isLocked={isLocked} />
}
