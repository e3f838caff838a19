import { Button, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { missingContents } from '../../../../shared/notice/contents.ts'
import { channelLabels, reportLevelLabels } from '../../../../shared/notice/labels.ts'
import { addressed, reportName } from '../../../../shared/notice/reports.ts'
import { run } from '../../../api.ts'
import { inTurn } from '../../../save/queue.ts'
import { ChoiceField, InstantField, TextField } from '../../../ui/fields/inputs.tsx'
import type { FieldProps } from '../../../ui/fields/spec.ts'
import { Hint } from '../../../ui/marks.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import { nextLevel, useReporterLevel } from './levels.ts'

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

type Channel = Row<'infoReportDelivery'>['channel']
type Entry = {
  readonly fromLevel: string | null
  readonly toLevel: string | null
  readonly toBody: string | null
  readonly channel: string | null
  readonly sentAt: string | null
}

/** 发出: to whom, how and when. From then on the report stays as it is. */
export function SendForm(props: {
  readonly caseId: string
  readonly dossier: Dossier
  readonly report: Row<'infoReport'>
  readonly now: string
  readonly onClose: () => void
}) {
  const { caseId, dossier, report, now, onClose } = props
  const message = useToast()
  const own = useReporterLevel()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const planned = addressed(dossier, report.id)
  const [typed, setTyped] = useState<Partial<Entry>>({})
  const [textError, setTextError] = useState<{ readonly text: string; readonly problem: string } | null>(null)
  const entry: Entry = {
    fromLevel: planned?.fromLevel ?? own,
    toLevel: planned?.toLevel ?? nextLevel[own] ?? 'city',
    toBody: planned?.toBody ?? null,
    channel: report.kind === 'phone' ? 'phone' : 'written',
    sentAt: planned?.sentAt ?? now,
    ...typed,
  }
  const { items } = missingContents(dossier, report, now)
  const lack = entry.fromLevel === null || entry.toLevel === null || entry.channel === null || entry.sentAt === null
  const submit = async () => {
    const { fromLevel, toLevel, toBody, channel, sentAt } = entry
    if (fromLevel === null || toLevel === null || sentAt === null || !isChannel(channel)) return
    setSending(true)
    // behind what is still on the way to the file
    const input = { caseId, id: report.id, fromLevel, toLevel, toBody, channel, sentAt }
    const result = await inTurn(caseId, () => run('infoReport.send', input))
    setSending(false)
    if (!result.ok) return setRefusal(result.error.message)
    message.success(`${reportName(report)}已发出，内容已经固定。`)
    onClose()
  }
  const put = (name: keyof Entry) => (value: unknown) =>
    setTyped((old) => ({ ...old, [name]: typeof value === 'string' ? value : null }))
  return (
    <Modal open title={`发出${reportName(report)}`} footer={null} width="min(96vw, 64rem)" onCancel={onClose}>
      <div className="grid4 half">
        <Labelled label="由哪一级报出" value={entry.fromLevel} onChange={put('fromLevel')}>
          {(field) => <ChoiceField field={field} options={options(reportLevelLabels)} />}
        </Labelled>
        <Labelled label="报哪一级" value={entry.toLevel} onChange={put('toLevel')}>
          {(field) => <ChoiceField field={field} options={options(reportLevelLabels)} />}
        </Labelled>
        <Labelled label="接收单位" value={entry.toBody} onChange={put('toBody')}>
          {(field) => <TextField field={field} />}
        </Labelled>
        <Labelled label="方式" value={entry.channel} onChange={put('channel')}>
          {(field) => <ChoiceField field={field} options={options(channelLabels)} />}
        </Labelled>
        <Labelled
          label="报出时间"
          value={entry.sentAt}
          text={textError?.text}
          problem={textError?.problem}
          onChange={(value) => {
            setTextError(null)
            put('sentAt')(value)
          }}
          onText={(text, problem) => setTextError({ text, problem })}
        >
          {(field) => <InstantField field={field} />}
        </Labelled>
      </div>
      {items.length > 0 ? (
        <Hint>还缺{items.map(({ label }) => label).join('、')}；可先报后补，缺少的写作“正在核实，后续报告”。</Hint>
      ) : null}
      {refusal === null ? null : <Hint isError>{refusal}</Hint>}
      <p className="help">发出以后内容和文件固定，不能修改，也不能撤销；更正另写续报。</p>
      <p className="acts sendacts">
        <Button type="primary" loading={isSending} disabled={lack || textError !== null} onClick={() => void submit()}>
          确认发出
        </Button>
        <Button onClick={onClose}>取消</Button>
      </p>
    </Modal>
  )
}

function isChannel(word: string | null): word is Channel {
  return word !== null && Object.hasOwn(channelLabels, word)
}

function Labelled(props: {
  readonly label: string
  readonly value: string | null
  readonly text?: string | undefined
  readonly problem?: string | undefined
  readonly onChange: (value: unknown) => void
  readonly onText?: (text: string, problem: string) => void
  readonly children: (field: FieldProps) => ReactNode
}) {
  const { label, value, text, problem, onChange, onText = () => undefined, children } = props
  const id = useId()
  const field: FieldProps = {
    id,
    value,
    text,
    placeholder: undefined,
    describedBy: problem === undefined ? undefined : `${id}-note`,
    isInvalid: problem !== undefined,
    isLocked: false,
    onChange,
    onText,
  }
  return (
    <div className="field span-2">
      <label htmlFor={id}>{label}</label>
      {children(field)}
      {problem === undefined ? null : (
        <Hint id={`${id}-note`} isError>
          {problem}
        </Hint>
      )}
    </div>
  )
}
