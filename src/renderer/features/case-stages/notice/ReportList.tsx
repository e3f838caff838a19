import { Button } from 'antd'
import { useState } from 'react'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import {
  deliveriesOf,
  type InfoReportKind,
  reportName,
  reportsInOrder,
  sentRelease,
} from '../../../../shared/notice/reports.ts'
import { valueLabel } from '../../../../shared/text.ts'
import { run } from '../../../api.ts'
import { inTurn } from '../../../save/queue.ts'
import { instantText } from '../../../ui/fields/parse.ts'
import { RecordList } from '../../../ui/RecordList.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import { reportFields } from './fields.ts'
import { ReportExtra } from './ReportExtra.tsx'

type Props = {
  readonly caseId: string
  readonly dossier: Dossier
  readonly now: string
  readonly isLocked: boolean
  readonly openId: string | null
}

const written: readonly (readonly [InfoReportKind, string])[] = [
  ['phone', '写电话快报'],
  ['initial', '写文字快报'],
  ['follow_up', '写续报'],
  ['verified', '写核报'],
]

/** Every report that came in or goes out; a new one of ours begins with what the case knows. */
export function ReportList({ caseId, dossier, now, isLocked, openId }: Props) {
  const message = useToast()
  const [begun, setBegun] = useState<string | null>(null)
  const begin = async (kind: InfoReportKind) => {
    const result = await inTurn(caseId, () => run('infoReport.begin', { caseId, kind }))
    if (result.ok) setBegun(result.value.id)
    else message.error(result.error.message, 8)
  }
  return (
    <RecordList
      caseId={caseId}
      table="infoReport"
      title="信息报告"
      rows={reportsInOrder(dossier)}
      titleOf={reportName}
      titleColumn="报告"
      columns={[
        { title: '收发', width: 52, cell: (row) => valueLabel('infoReport', 'direction', row.direction) },
        { title: '由谁报给谁', width: 330, cell: (row) => <Way dossier={dossier} report={row} /> },
        { title: '报出', width: 132, cell: (row) => <Time at={firstOf(dossier, row, 'sentAt')} /> },
        { title: '收到', width: 132, cell: (row) => <Time at={firstOf(dossier, row, 'receivedAt')} /> },
        { title: '状态', width: 84, cell: (row) => <State dossier={dossier} report={row} /> },
      ]}
      fields={reportFields}
      presets={{ direction: 'received' }}
      tools={
        isLocked
          ? null
          : written.map(([kind, words]) => (
              <Button key={kind} size="small" onClick={() => void begin(kind)}>
                {words}
              </Button>
            ))
      }
      extra={(row) => <ReportExtra caseId={caseId} dossier={dossier} report={row} now={now} isLocked={isLocked} />}
      addLabel="登记收到的报告"
      empty={{
        what: '这里登记接到的电话和报告，写出并发出快报、续报、核报；内容可先报后补。',
        law: '《生产安全事故报告和调查处理条例》第九条至第十三条：逐级上报，每级不超过2小时；情况变化及时补报。',
      }}
      isLocked={isLocked}
      isRowLocked={(row) => sentRelease(dossier, row) !== null}
      openId={begun ?? openId}
    />
  )
}

type Report = Row<'infoReport'>
type Where = { readonly dossier: Dossier; readonly report: Report }

const level = (word: string | null) => (word === null ? '' : valueLabel('infoReportDelivery', 'toLevel', word))

function Way({ dossier, report }: Where) {
  const [first, ...others] = deliveriesOf(dossier, report.id)
  if (first === undefined) return <span className="dim">—</span>
  const more = others.length === 0 ? '' : ` 等 ${others.length + 1} 次`
  return <>{`${level(first.fromLevel)} → ${first.toBody ?? level(first.toLevel)}${more}`}</>
}

const firstOf = (dossier: Dossier, report: Report, column: 'sentAt' | 'receivedAt') =>
  deliveriesOf(dossier, report.id).flatMap((row) => row[column] ?? [])[0] ?? null

function State({ dossier, report }: Where) {
  if (sentRelease(dossier, report) !== null) return <span className="tag">已发出</span>
  if (report.direction === 'received') return <>已登记</>
  const isRegistered = firstOf(dossier, report, 'sentAt') !== null || firstOf(dossier, report, 'receivedAt') !== null
  return isRegistered ? <>已登记</> : <span className="missing">未发出</span>
}

export const Time = ({ at }: { readonly at: string | null }) => (
  <span className="num">{at ? instantText(at) : '—'}</span>
)
