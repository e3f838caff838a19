/** 报告与处置: every report that came in or went out (条例第九条至第十三条) and what was done (应急条例第二十七条). */
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import { instantText } from '../../../ui/fields/parse.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Nested } from '../Nested.tsx'

const reportFields: readonly FieldSpec<'infoReport'>[] = [
  { kind: 'choice', name: 'kind', label: '种类' },
  { kind: 'number', name: 'number', label: '第几次' },
  { kind: 'choice', name: 'direction', label: '接报或上报' },
  { kind: 'text', name: 'reporterPhone', label: '报告人电话' },
  { kind: 'text', name: 'reportedBy', label: '报告人（单位）', span: 2 },
  { kind: 'text', name: 'recordedBy', label: '记录人' },
  { kind: 'text', name: 'signedBy', label: '签发人' },
  { kind: 'prose', span: 4, name: 'unitProfile', label: '一、事故发生单位概况', rows: 1 },
  { kind: 'prose', span: 4, name: 'timePlaceScene', label: '二、发生的时间、地点以及事故现场情况', rows: 1 },
  { kind: 'prose', span: 4, name: 'brief', label: '三、简要经过', rows: 1 },
  { kind: 'prose', span: 4, name: 'casualtiesAndLoss', label: '四、伤亡人数和初步估计的直接经济损失', rows: 1 },
  { kind: 'prose', span: 4, name: 'measuresTaken', label: '五、已经采取的措施', rows: 1 },
  { kind: 'prose', span: 4, name: 'other', label: '六、其他应当报告的情况', rows: 1 },
]

const accidentFields: readonly FieldSpec<'accident'>[] = [
  { kind: 'prose', span: 4, name: 'reportingSummary', label: '信息报告情况', rows: 3 },
  { kind: 'prose', span: 4, name: 'rescueSummary', label: '应急处置与救援情况', rows: 4 },
  {
    kind: 'prose',
    span: 4,
    name: 'rescueAssessment',
    label: '应急处置评估',
    rows: 4,
    help: '《生产安全事故应急条例》第二十七条：调查报告应当包括对应急处置工作的评估。',
  },
  { kind: 'prose', span: 4, name: 'aftermath', label: '善后处理情况', rows: 3 },
]

export function ResponsePage({ caseId, dossier, isLocked, openId }: StageProps) {
  const { rows, accident } = dossier
  return (
    <div className="two">
      <div className="stack">
        <RecordList
          caseId={caseId}
          table="infoReport"
          title="信息报告"
          rows={rows.infoReport}
          titleOf={reportTitle}
          titleColumn="报告"
          columns={[
            { title: '收发', width: 56, cell: (row) => valueLabel('infoReport', 'direction', row.direction) },
            { title: '报告人（单位）', width: 190, cell: (row) => row.reportedBy ?? <Missing>报告人</Missing> },
            { title: '首次报出', width: 136, cell: (row) => firstSent(dossier, row.id) },
          ]}
          fields={reportFields}
          extra={(row) => <Deliveries dossier={dossier} report={row} isLocked={isLocked} />}
          addLabel="添加报告"
          empty={{
            what: '这里登记接到的电话、快报、续报、补报和核报，以及每一次报送的时间。',
            law: '《生产安全事故报告和调查处理条例》第九条至第十三条：逐级上报，每级不超过2小时；情况变化及时补报。',
          }}
          isLocked={isLocked}
          openId={openId}
        />
      </div>
      <Section title="报告、处置与善后情况" note="写入调查报告">
        <RecordForm caseId={caseId} table="accident" row={accident} fields={accidentFields} isLocked={isLocked} />
      </Section>
    </div>
  )
}

const reportTitle = (row: Row<'infoReport'>): string =>
  `${valueLabel('infoReport', 'kind', row.kind)}${row.number === null ? '' : `（第${row.number}次）`}`

function firstSent({ rows }: Dossier, reportId: string) {
  const times = rows.infoReportDelivery
    .filter((row) => row.infoReportId === reportId)
    .flatMap((row) => row.sentAt ?? row.receivedAt ?? [])
    .sort()
  return times[0] === undefined ? <Missing>报送时间</Missing> : <span className="num">{instantText(times[0])}</span>
}

const deliveryFields: readonly FieldSpec<'infoReportDelivery'>[] = [
  { kind: 'choice', name: 'fromLevel', label: '由哪一级报出' },
  { kind: 'choice', name: 'toLevel', label: '报送（抄告）哪一级' },
  { kind: 'text', name: 'toBody', label: '接收单位', span: 2 },
  { kind: 'choice', name: 'channel', label: '方式' },
  { kind: 'instant', name: 'sentAt', label: '报出时间' },
  { kind: 'instant', name: 'receivedAt', label: '收到时间' },
  { kind: 'text', name: 'receivedBy', label: '接收人' },
]

/** Each hop of a report: the hours of the law begin and end here. */
function Deliveries(props: {
  readonly dossier: Dossier
  readonly report: Row<'infoReport'>
  readonly isLocked: boolean
}) {
  const { dossier, report, isLocked } = props
  return (
    <Nested>
      <RecordList
        caseId={report.caseId}
        table="infoReportDelivery"
        listName={report.id}
        title="报送、抄告记录"
        rows={dossier.rows.infoReportDelivery.filter((row) => row.infoReportId === report.id)}
        titleOf={(row) => row.toBody ?? valueLabel('infoReportDelivery', 'toLevel', row.toLevel)}
        titleColumn="接收单位"
        columns={[
          { title: '方式', width: 52, cell: (row) => valueLabel('infoReportDelivery', 'channel', row.channel) },
          { title: '报出', width: 132, cell: (row) => <Time at={row.sentAt} /> },
          { title: '收到', width: 132, cell: (row) => <Time at={row.receivedAt} /> },
        ]}
        fields={deliveryFields}
        presets={{ infoReportId: report.id }}
        addLabel="添加一次报送"
        empty={{ what: '报给谁、什么时候报出和收到，每一级一条。' }}
        isLocked={isLocked}
      />
    </Nested>
  )
}

const Time = ({ at }: { readonly at: string | null }) => <span className="num">{at ? instantText(at) : '—'}</span>
