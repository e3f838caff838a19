import { FilePdfOutlined, FileWordOutlined, SendOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { missingContents } from '../../../../shared/notice/contents.ts'
import { basisOfKind, figuresOf, reportName, sentRelease } from '../../../../shared/notice/reports.ts'
import { valueLabel } from '../../../../shared/text.ts'
import { run } from '../../../api.ts'
import { saveFile } from '../../../host.ts'
import { flushAll } from '../../../save/drafts.ts'
import { inTurn } from '../../../save/queue.ts'
import { write } from '../../../save/row-saver.ts'
import { instantText } from '../../../ui/fields/parse.ts'
import { Hint } from '../../../ui/marks.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import { Nested } from '../Nested.tsx'
import { deliveryFields, figureFields } from './fields.ts'
import { ReportText } from './ReportText.tsx'
import { SendForm } from './SendForm.tsx'

type Props = {
  readonly caseId: string
  readonly dossier: Dossier
  readonly report: Row<'infoReport'>
  readonly now: string
  readonly isLocked: boolean
}

/** Under the fields of a report: figures, what is missing, the hops; print and send. */
export function ReportExtra(props: Props) {
  const { caseId, dossier, report, now, isLocked } = props
  const message = useToast()
  const [dialog, setDialog] = useState<'send' | 'text' | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  const release = sentRelease(dossier, report)
  const id = report.id
  const print = async (format: 'docx' | 'pdf') => {
    flushAll(caseId)
    setPrinting(true)
    const result = await inTurn(caseId, () => run('infoReport.print', { caseId, id, format }))
    setPrinting(false)
    if (!result.ok) return message.error(result.error.message, 8)
    const { token, name, warnings } = result.value
    if (await saveFile(token, name)) message.success(`已导出“${name}”。${warnings.join('')}`)
  }
  return (
    <Nested>
      {release === null ? null : (
        <p className="sentline">
          {`已于 ${instantText(release.releasedAt)} 由${release.releasedBy}发出，内容和文件已经固定；需要更正请写续报。`}
        </p>
      )}
      <FiguresForm {...props} isLocked={isLocked || release !== null} />
      {release === null ? <Lacking {...props} /> : null}
      <div className="acts">
        {release === null && report.direction === 'sent' ? (
          <Button
            type="primary"
            icon={<SendOutlined aria-hidden />}
            disabled={isLocked}
            onClick={() => {
              flushAll(caseId)
              setDialog('send')
            }}
          >
            发出
          </Button>
        ) : null}
        <Button icon={<FileWordOutlined aria-hidden />} disabled={isPrinting} onClick={() => void print('docx')}>
          {release === null ? '打印草稿 Word' : '打印 Word'}
        </Button>
        <Button icon={<FilePdfOutlined aria-hidden />} disabled={isPrinting} onClick={() => void print('pdf')}>
          {release === null ? '打印草稿 PDF' : '打印 PDF'}
        </Button>
        <Button
          type="text"
          onClick={() => {
            flushAll(caseId)
            setDialog('text')
          }}
        >
          {release === null ? '预览全文' : '看发出的全文'}
        </Button>
      </div>
      <Deliveries dossier={dossier} report={report} isLocked={isLocked} />
      {dialog === 'send' ? (
        <SendForm {...{ caseId, dossier, report, now }} onClose={() => setDialog(null)} />
      ) : dialog === 'text' ? (
        <ReportText caseId={caseId} id={id} title={reportName(report)} onClose={() => setDialog(null)} />
      ) : null}
    </Nested>
  )
}

function FiguresForm({ caseId, dossier, report, now, isLocked }: Props) {
  const message = useToast()
  const figures = figuresOf(dossier, report.id)
  const add = async () => {
    const values = { infoReportId: report.id, asOf: now, knownAt: now, basis: basisOfKind[report.kind] }
    const result = await inTurn(caseId, () => write('casualtyCount.add', { caseId, values }))
    if (!result.ok) message.error(result.error.message, 8)
  }
  return (
    <Section title="伤亡人数" note="未知的留空，没有的填 0；下落不明和涉险人数必须写明" label="伤亡人数">
      {figures === null ? (
        <p className="acts">
          <Button size="small" disabled={isLocked} onClick={() => void add()}>
            填写伤亡人数
          </Button>
        </p>
      ) : (
        <RecordForm
          key={figures.id}
          caseId={caseId}
          table="casualtyCount"
          row={figures}
          fields={figureFields}
          isLocked={isLocked}
        />
      )}
    </Section>
  )
}

/** 可先报后补: named, never a block. */
function Lacking({ dossier, report, now }: Props) {
  const { items, notes } = missingContents(dossier, report, now)
  if (items.length === 0) return <p className="dim lacking">报告内容齐全。</p>
  return (
    <div className="lacking">
      <Hint>还缺 {items.length} 项，可先报后补：</Hint>
      <ul>
        {items.map(({ item, label, clause }) => (
          <li key={item}>
            {label}
            <span className="dim">　{clause}</span>
          </li>
        ))}
      </ul>
      {notes
        .filter((note) => !note.startsWith('可以先报后补'))
        .map((note) => (
          <p key={note} className="help">
            {note}
          </p>
        ))}
    </div>
  )
}

/** Each hop of a report: the hours of the law begin and end here. */
function Deliveries({ dossier, report, isLocked }: Pick<Props, 'dossier' | 'report' | 'isLocked'>) {
  const name = (column: 'fromLevel' | 'toLevel', value: string | null) =>
    value === null ? '—' : valueLabel('infoReportDelivery', column, value)
  const time = (at: string | null) => <span className="num">{at ? instantText(at) : '—'}</span>
  return (
    <RecordList
      caseId={report.caseId}
      table="infoReportDelivery"
      listName={report.id}
      title="报送、抄告记录"
      rows={dossier.rows.infoReportDelivery.filter((row) => row.infoReportId === report.id)}
      titleOf={(row) => row.toBody ?? valueLabel('infoReportDelivery', 'toLevel', row.toLevel)}
      titleColumn="接收单位"
      columns={[
        { title: '由谁报出', width: 140, cell: (row) => name('fromLevel', row.fromLevel) },
        { title: '报哪一级', width: 150, cell: (row) => name('toLevel', row.toLevel) },
        { title: '方式', width: 52, cell: (row) => valueLabel('infoReportDelivery', 'channel', row.channel) },
        { title: '报出', width: 132, cell: (row) => time(row.sentAt) },
        { title: '收到', width: 132, cell: (row) => time(row.receivedAt) },
      ]}
      fields={deliveryFields}
      presets={{ infoReportId: report.id }}
      addLabel="添加一次报送"
      empty={{ what: '报给谁、什么时候报出和收到，每一级一条；时限按这里的时间计算。' }}
      isLocked={isLocked}
    />
  )
}
