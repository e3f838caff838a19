/** 批复与公布 (条例第三十二条、第三十四条) and 整改评估 (安全生产法第八十六条): what becomes of the report after it is submitted. */
import type { Row } from '../../../../shared/case/tables.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { cut } from '../words.ts'

const approvalFields: readonly FieldSpec<'approval'>[] = [
  { kind: 'choice', name: 'subject', label: '报送的报告' },
  { kind: 'day', name: 'submittedOn', label: '报送日期' },
  { kind: 'day', name: 'receivedOn', label: '收到日期', help: '批复期限自收到报告之日起算' },
  { kind: 'text', name: 'byBody', label: '批复机关' },
  { kind: 'choice', name: 'decision', label: '批复结果' },
  { kind: 'day', name: 'decidedOn', label: '批复日期' },
  { kind: 'text', name: 'documentNo', label: '批复文号', span: 2 },
  { kind: 'prose', name: 'opinion', label: '批复意见', rows: 2, span: 4 },
]

const publicationFields: readonly FieldSpec<'publication'>[] = [
  { kind: 'choice', name: 'subject', label: '公布的内容' },
  { kind: 'day', name: 'publishedOn', label: '公布日期' },
  { kind: 'text', name: 'byBody', label: '公布机关', span: 2 },
  { kind: 'text', name: 'reviewedBy', label: '保密审查单位', span: 2 },
  { kind: 'day', name: 'reviewedOn', label: '保密审查日期' },
  { kind: 'text', name: 'publishedText', label: '公布时间（只知年月的）' },
  { kind: 'text', name: 'url', label: '网址', span: 2 },
  { kind: 'text', name: 'withheldGround', label: '依法不公开的依据', span: 2 },
  { kind: 'prose', name: 'secrecyOpinion', label: '保密审查意见', rows: 1, span: 4 },
]

const assessmentFields: readonly FieldSpec<'assessment'>[] = [
  { kind: 'text', name: 'organiser', label: '组织评估的机关', span: 2 },
  { kind: 'day', name: 'startedOn', label: '启动日期' },
  { kind: 'day', name: 'finishedOn', label: '完成日期' },
  { kind: 'list', name: 'problemsList', label: '发现的问题', rows: 2 },
  { kind: 'list', name: 'suggestionsList', label: '建议', rows: 2 },
  { kind: 'prose', name: 'conclusion', label: '评估结论', rows: 2, span: 4 },
]

export function ApprovalPage({ caseId, dossier, isLocked, openId }: StageProps) {
  const { rows } = dossier
  const common = { caseId, isLocked, openId }
  return (
    <>
      <RecordList
        {...common}
        table="approval"
        title="报送与批复"
        rows={rows.approval}
        titleOf={(row) => valueLabel('approval', 'subject', row.subject)}
        titleColumn="报送的报告"
        columns={[
          { title: '报送', width: 100, cell: (row) => <Day day={row.submittedOn} /> },
          { title: '收到', width: 100, cell: (row) => <Received row={row} /> },
          { title: '批复机关', width: 220, cell: (row) => row.byBody ?? '—' },
          { title: '结果', width: 64, cell: decisionOf },
          { title: '批复', width: 100, cell: (row) => <Day day={row.decidedOn} /> },
        ]}
        fields={approvalFields}
        presets={{ subject: 'investigation' }}
        addLabel="登记报送"
        empty={{
          what: '每次报送调查报告登记一次：何时报送、何时收到、何时批复；退回后重新报送的另记一次。',
          law: '《生产安全事故报告和调查处理条例》第三十二条：自收到事故调查报告之日起15日内做出批复，特别重大事故30日内。',
        }}
      />
      <RecordList
        {...common}
        table="publication"
        title="公布"
        rows={rows.publication}
        titleOf={(row) => valueLabel('publication', 'subject', row.subject)}
        titleColumn="公布的内容"
        columns={[
          { title: '公布机关', width: 220, cell: (row) => row.byBody ?? '—' },
          { title: '保密审查', width: 100, cell: (row) => <Day day={row.reviewedOn} /> },
          { title: '公布', width: 110, cell: publishedOf },
        ]}
        fields={publicationFields}
        presets={{ subject: 'investigation' }}
        addLabel="登记公布"
        empty={{
          what: '调查报告、评估报告和处理落实情况向社会公布的时间和网址。',
          law: '《生产安全事故报告和调查处理条例》第三十四条：事故处理的情况由负责事故调查的人民政府或者其授权的有关部门、机构向社会公布。',
        }}
      />
      <RecordList
        {...common}
        table="assessment"
        title="整改评估"
        rows={rows.assessment}
        titleOf={(row) => cut(row.organiser ?? '（组织评估的机关未填）', 40)}
        titleColumn="组织评估的机关"
        columns={[
          { title: '启动', width: 100, cell: (row) => <Day day={row.startedOn} /> },
          { title: '完成', width: 100, cell: (row) => <Day day={row.finishedOn} /> },
        ]}
        fields={assessmentFields}
        addLabel="登记评估"
        empty={{
          what: '对整改措施和责任追究落实情况的评估；逐项评估另附。',
          law: '《安全生产法》第八十六条：批复事故调查报告后一年内，组织对整改和防范措施落实情况进行评估。',
        }}
      />
    </>
  )
}

const Day = ({ day }: { readonly day: string | null }) => <span className="num">{day ?? '—'}</span>

function Received({ row }: { readonly row: Row<'approval'> }) {
  return row.receivedOn === null && row.submittedOn !== null ? (
    <Missing>收到日期</Missing>
  ) : (
    <Day day={row.receivedOn} />
  )
}

const decisionOf = ({ decision }: Row<'approval'>) =>
  decision === null ? '—' : valueLabel('approval', 'decision', decision)

const publishedOf = (row: Row<'publication'>) =>
  row.publishedOn === null ? (row.publishedText ?? '—') : <Day day={row.publishedOn} />
