import { holdingLoss, occurredOnOf, seriousOf } from '../../../../shared/case/derive.ts'
import { gradeOf } from '../../../../shared/case/grade.ts'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { gradeLabel } from '../../../../shared/statutes/grade-thresholds.ts'
import { valueLabel } from '../../../../shared/text.ts'
import { instantText } from '../../../ui/fields/parse.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { RecordList } from '../../../ui/RecordList.tsx'

type Count = Row<'casualtyCount'>

const fields = (dossier: Dossier): readonly FieldSpec<'casualtyCount'>[] => [
  { kind: 'instant', name: 'asOf', label: '截至' },
  { kind: 'instant', name: 'knownAt', label: '获知时间' },
  { kind: 'choice', name: 'basis', label: '来源', span: 2 },
  { kind: 'number', name: 'deaths', label: '死亡', unit: '人' },
  { kind: 'number', name: 'missing', label: '下落不明', unit: '人' },
  { kind: 'number', name: 'seriousInjuries', label: '重伤', unit: '人' },
  { kind: 'number', name: 'acutePoisonings', label: '急性工业中毒', unit: '人' },
  { kind: 'number', name: 'minorInjuries', label: '轻伤', unit: '人' },
  { kind: 'number', name: 'unspecifiedInjuries', label: '轻重未分', unit: '人' },
  { kind: 'number', name: 'trapped', label: '被困', unit: '人' },
  { kind: 'number', name: 'atRisk', label: '涉险', unit: '人' },
  { kind: 'number', name: 'evacuated', label: '疏散', unit: '人' },
  {
    kind: 'choice',
    name: 'infoReportId',
    label: '所据信息报告',
    span: 3,
    options: dossier.rows.infoReport.map((row) => ({
      value: row.id,
      label: [valueLabel('infoReport', 'kind', row.kind), row.reportedBy].filter(Boolean).join('，'),
    })),
    placeholder: '没有可不选',
  },
  { kind: 'prose', span: 4, name: 'note', label: '说明', rows: 1 },
]

/** 伤亡数字: every report keeps its own row; the grade is looked at anew with each. Unknown stays blank, it is not 0. */
export function CountList(props: {
  readonly dossier: Dossier
  readonly isLocked: boolean
  readonly openId: string | null
}) {
  const { dossier, isLocked, openId } = props
  const rows = [...dossier.rows.casualtyCount].sort((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? ''))
  const number = (title: string, width: number, of: (row: Count) => number | null) => ({
    title,
    width,
    isRight: true,
    cell: (row: Count) => of(row) ?? '—',
  })
  return (
    <RecordList
      caseId={dossier.caseFile.id}
      table="casualtyCount"
      title="伤亡数字"
      note={rows.length > 0 ? '每次变化留一条，等级随之复核' : undefined}
      rows={rows}
      titleOf={(row) => (row.asOf ? instantText(row.asOf) : '时间未填')}
      titleColumn="截至"
      columns={[
        { title: '来源', width: 76, cell: (row) => valueLabel('casualtyCount', 'basis', row.basis) },
        number('死亡', 46, (row) => row.deaths),
        number('失踪', 46, (row) => row.missing),
        number('重伤', 46, seriousOf),
        number('轻伤', 46, (row) => row.minorInjuries),
        number('未分', 46, (row) => row.unspecifiedInjuries),
        { title: '等级复核', width: 92, cell: (row) => gradeAt(dossier, row) },
      ]}
      fields={fields(dossier)}
      addLabel="记一次变化"
      empty={{
        what: '每次接报、续报、补报、核报和最后认定的伤亡人数，各记一条，不改旧的。不清楚的空着，不填0。',
        law: '《生产安全事故报告和调查处理条例》第十三条：自事故发生之日起30日内（道路交通、火灾7日内）伤亡人数变化的，应当及时补报。',
      }}
      isLocked={isLocked}
      openId={openId}
    />
  )
}

function gradeAt(dossier: Dossier, row: Count): string {
  const { caseFile } = dossier
  const { grade, isProvisional } = gradeOf(
    {
      deaths: row.deaths,
      seriousInjuries: row.seriousInjuries,
      acutePoisonings: row.acutePoisonings ?? 0,
      unspecifiedInjuries: row.unspecifiedInjuries,
      missing: row.missing,
      directLossFen: holdingLoss(dossier)?.directFen ?? null,
    },
    occurredOnOf(caseFile),
    caseFile.regime,
  )
  return `${gradeLabel(grade) ?? '未定'}${isProvisional && grade !== null ? '（暂定）' : ''}`
}
