import { Checkbox } from 'antd'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import type { NotifiedBody, Reporting } from '../../../../shared/notice/contract.ts'
import { reportsInOrder } from '../../../../shared/notice/reports.ts'
import { inTurn } from '../../../save/queue.ts'
import { write } from '../../../save/row-saver.ts'
import { InstantField } from '../../../ui/fields/inputs.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Hint } from '../../../ui/marks.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import { OwnField, useRowForm } from '../OwnField.tsx'
import { useReporterLevel } from './levels.ts'

type Props = {
  readonly caseId: string
  readonly dossier: Dossier
  readonly reporting: Reporting
  readonly isLocked: boolean
}

const timeFields: readonly FieldSpec<'infoReportDelivery'>[] = [{ kind: 'instant', name: 'sentAt', label: '通知时间' }]

/** 公安、劳动保障、工会、检察院: notified in writing (21号令第七条), ticked with the time. */
export function NotifiedBodies({ caseId, dossier, reporting, isLocked }: Props) {
  const message = useToast()
  const fromLevel = useReporterLevel()
  const list = reportsInOrder(dossier)
  const report = list.find(({ direction }) => direction === 'sent') ?? list[0]
  const { bodies, now } = reporting
  const left = bodies.filter(({ isWritten }) => !isWritten)
  const toggle = async ({ level, deliveryId }: NotifiedBody) => {
    const result = await inTurn(caseId, () =>
      deliveryId === null
        ? write('infoReportDelivery.add', {
            caseId,
            values: { infoReportId: report?.id, fromLevel, toLevel: level, channel: 'written', sentAt: now },
          })
        : write('infoReportDelivery.archive', { caseId, id: deliveryId }),
    )
    if (!result.ok) message.error(result.error.message, 8)
  }
  return (
    <Section title="通知有关部门" note={left.length === 0 ? '已全部书面通知' : `还有 ${left.length} 家没有书面通知`}>
      <ul className="bodies">
        {bodies.map((body) => {
          const row = dossier.rows.infoReportDelivery.find(({ id }) => id === body.deliveryId)
          return (
            <li key={body.level}>
              <Checkbox
                checked={body.deliveryId !== null}
                disabled={isLocked || report === undefined}
                onChange={() => void toggle(body)}
              >
                {body.label}
              </Checkbox>
              {row ? <NotifiedTime row={row} body={body} isLocked={isLocked} /> : null}
            </li>
          )
        })}
      </ul>
      {report === undefined ? (
        <p className="help">写出第一份报告后在这里勾选。</p>
      ) : (
        <p className="help">
          《生产安全事故信息报告和处置办法》第七条：书面通知同级公安机关、劳动保障部门、工会和人民检察院。
        </p>
      )}
    </Section>
  )
}

function NotifiedTime(props: {
  readonly row: Row<'infoReportDelivery'>
  readonly body: NotifiedBody
  readonly isLocked: boolean
}) {
  const { row, body, isLocked } = props
  const form = useRowForm('infoReportDelivery', row, timeFields)
  return (
    <div className="bodytime">
      <OwnField form={form} name="sentAt" label={`${body.label}通知时间`} isLocked={isLocked}>
        {(field) => <InstantField field={field} />}
      </OwnField>
      {body.toBody === null ? null : <span className="dim">{body.toBody}</span>}
      {body.isWritten ? null : <Hint>只有{body.channel}通知，应当书面通知。</Hint>}
    </div>
  )
}
