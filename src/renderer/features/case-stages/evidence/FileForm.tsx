import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Row } from '../../../../shared/case/tables.ts'
import { instantText } from '../../../ui/fields/parse.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Hint } from '../../../ui/marks.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { canPreview, usePreview } from './Thumb.tsx'

const fields: readonly FieldSpec<'evidenceFile'>[] = [
  { kind: 'text', name: 'caption', label: '图名', span: 2 },
  { kind: 'choice', name: 'reportPlace', label: '在报告中的位置', placeholder: '不写入报告' },
  { kind: 'text', name: 'direction', label: '拍摄方位', placeholder: '由东向西' },
]

/** The file of an attachment: picture, caption, place in the report. */
export function FileForm(props: {
  readonly file: Row<'evidenceFile'>
  readonly evidence: Row<'evidence'>
  readonly isLocked: boolean
}) {
  const { file, evidence, isLocked } = props
  const [isShown, setShown] = useState(false)
  const preview = usePreview(file.sha256, 320, canPreview(file.originalName))
  const isPicture = evidence.kind === 'photo' || evidence.kind === 'drawing'
  const title = file.caption ?? evidence.title
  return (
    <div className="fileform">
      {preview.state === 'shown' ? (
        <button type="button" className="bigthumb" onClick={() => setShown(true)} aria-label={`放大查看：${title}`}>
          <img src={preview.address} alt={title} />
        </button>
      ) : null}
      <div>
        <RecordForm caseId={file.caseId} table="evidenceFile" row={file} fields={fields} isLocked={isLocked} />
        {preview.state === 'none' && isPicture ? <Hint>{unshown(file.originalName)}</Hint> : null}
        <p className="dim">
          {[
            file.originalName,
            file.takenAt ? `拍摄于 ${instantText(file.takenAt)}` : null,
            file.device,
            `校验值 ${file.sha256.slice(0, 12)}`,
          ]
            .filter(Boolean)
            .join('　')}
        </p>
      </div>
      <Modal
        open={isShown}
        title={title}
        footer={
          <Button type="primary" onClick={() => setShown(false)}>
            关闭
          </Button>
        }
        width="min(96vw, 132rem)"
        centered
        destroyOnHidden
        onCancel={() => setShown(false)}
      >
        <Large sha256={file.sha256} alt={title} />
      </Modal>
    </div>
  )
}

function Large({ sha256, alt }: { readonly sha256: string; readonly alt: string }) {
  const preview = usePreview(sha256, 1280)
  if (preview.state === 'loading') return <p className="waiting">正在读取…</p>
  if (preview.state === 'none') return <Hint isError>图片打不开，可能已损坏；原件仍按原样保存。</Hint>
  return <img className="large" src={preview.address} alt={alt} />
}

/** Pictures that are kept but cannot stand in a report. */
function unshown(name: string | null): string {
  return /\.hei[cf]$/i.test(name ?? '')
    ? '这是 HEIC 照片，不能显示，也不能写入报告；原件已保存，请在手机或电脑上转为 JPG 后再添加一份。'
    : '这张图片打不开，可能已损坏，不能写入报告；原件已按原样保存，请重新取得后再添加一份。'
}
