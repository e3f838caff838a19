import { CheckOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons'
import { instantFromMs } from '../../shared/dates.ts'
import { retryAll, useSaveStatus } from '../save/status.ts'

const clock = (ms: number) => instantFromMs(ms).slice(11, 16)

/** ✓ 已保存 14:32 · 正在保存… · ▲ 未保存：why 重试. Fixed place at the head; `savedAt` is what the file says of its last change. */
export function SaveIndicator({ caseId, savedAt }: { readonly caseId: string; readonly savedAt: string }) {
  const status = useSaveStatus(caseId)
  if (status.state === 'unsaved')
    return (
      <span className="saved saved-not" role="status">
        <WarningOutlined aria-hidden />
        <span className="saved-why" title={status.why}>
          未保存：{status.why}
        </span>
        {status.canRetry ? (
          <button type="button" className="linkbtn" onClick={() => retryAll(caseId)}>
            重试
          </button>
        ) : null}
      </span>
    )
  if (status.state === 'saving')
    return (
      <span className="saved" role="status">
        <SyncOutlined aria-hidden />
        正在保存…
      </span>
    )
  const time = status.at === null ? savedAt.slice(11, 16) : clock(status.at)
  const day = status.at === null ? savedAt.slice(0, 10) : ''
  return (
    <span className="saved" role="status" title={day === '' ? `已保存 ${time}` : `最后修改 ${day} ${time}`}>
      <CheckOutlined aria-hidden />
      已保存 {time}
    </span>
  )
}
