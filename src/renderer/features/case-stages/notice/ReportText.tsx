import { Modal } from 'antd'
import { useCall } from '../../../api.ts'
import { Failure, Waiting } from '../../../ui/Failure.tsx'

/** The whole text: as it was sent, or as it would be sent now. */
export function ReportText(props: {
  readonly caseId: string
  readonly id: string
  readonly title: string
  readonly onClose: () => void
}) {
  const { caseId, id, title, onClose } = props
  const { data, error, refetch } = useCall('case.infoReportText', { caseId, id })
  return (
    <Modal open title={title} footer={null} width="min(96vw, 76rem)" onCancel={onClose}>
      {error ? (
        <Failure message={error.message} onRetry={() => void refetch()} />
      ) : data ? (
        <div className="reporttext">
          {data.lines.map((line, index) => (
            // lines have no ids and do not move
            // biome-ignore lint/suspicious/noArrayIndexKey: a text is shown as a whole
            <p key={index}>{line}</p>
          ))}
        </div>
      ) : (
        <Waiting />
      )}
    </Modal>
  )
}
