/** 附件 (条例第三十条第二款: 调查报告应当附具有关证据材料): files as they are, what they show, and where they stand in the report. */
import { Button } from 'antd'
import { type DragEvent, useState } from 'react'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import type { FileOutcome } from '../../../../shared/evidence/contract.ts'
import { valueLabel } from '../../../../shared/text.ts'
import { timeEntryProblem } from '../../../../shared/time-entry.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { RecordList } from '../../../ui/RecordList.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import { textOf } from '../words.ts'
import { AddedFiles } from './AddedFiles.tsx'
import { FileForm } from './FileForm.tsx'
import { Thumb } from './Thumb.tsx'
import { useAddFiles } from './use-add-files.ts'

const fields: readonly FieldSpec<'evidence'>[] = [
  { kind: 'text', name: 'title', label: '名称', span: 2 },
  { kind: 'choice', name: 'kind', label: '种类' },
  { kind: 'text', name: 'evidenceNo', label: '证据编号' },
  {
    kind: 'time',
    name: 'tFrom',
    label: '取得时间',
    span: 2,
    columns: { from: 'tFrom', to: 'tTo', precision: 'tPrecision', text: 'tText' },
    hint: ({ tPrecision, tText }) =>
      timeEntryProblem({
        from: null,
        to: null,
        precision: tPrecision === 'unknown' ? 'unknown' : 'minute',
        text: textOf(tText) || null,
      }),
  },
  { kind: 'text', name: 'place', label: '取得地点', span: 2 },
  { kind: 'text', name: 'obtainedBy', label: '取得人' },
  { kind: 'text', name: 'obtainedFrom', label: '提供人（单位）' },
  { kind: 'choice', name: 'form', label: '形式' },
  { kind: 'number', name: 'pages', label: '页数', unit: '页' },
  {
    kind: 'text',
    name: 'copySource',
    label: '复制件出处',
    isShown: ({ form }) => form === 'copy' || form === 'extract',
  },
  {
    kind: 'text',
    name: 'copyCheckedBy',
    label: '核对人',
    isShown: ({ form }) => form === 'copy' || form === 'extract',
  },
  { kind: 'text', name: 'storagePlace', label: '原件存放处' },
  { kind: 'choice', name: 'secrecy', label: '密级' },
  { kind: 'prose', name: 'description', label: '证明的内容', rows: 1 },
]

const filesOf = ({ rows }: Dossier, id: string): readonly Row<'evidenceFile'>[] =>
  rows.evidenceFile.filter((file) => file.evidenceId === id)

export function EvidencePage({ caseId, dossier, isLocked, openId }: StageProps) {
  const message = useToast()
  const [isOver, setOver] = useState(false)
  const adding = useAddFiles(caseId)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (isLocked) message.warning('案卷已封存或移走，不能添加附件。')
    else void adding.drop([...event.dataTransfer.files])
  }
  const choose = (
    <Button
      size="small"
      type="primary"
      loading={adding.busy !== null}
      disabled={isLocked}
      onClick={() => void adding.pick()}
    >
      选择文件
    </Button>
  )
  return (
    // files may be dropped anywhere on the page; the button does the same for the keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files
    <div
      className={isOver ? 'stack dropzone over' : 'stack dropzone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false)
      }}
      onDrop={onDrop}
    >
      <AddedFiles adding={adding} dossier={dossier} isLocked={isLocked} isFormOpen={newest(adding.outcomes) !== null} />
      <RecordList
        caseId={caseId}
        table="evidence"
        title="附件和证据"
        note={dossier.rows.evidence.length > 0 ? '文件可直接拖到本页' : undefined}
        tools={choose}
        rows={dossier.rows.evidence}
        titleOf={(row) => row.title}
        titleColumn="名称"
        columns={[
          {
            title: '预览',
            width: 84,
            cell: (row) => <FirstThumb files={filesOf(dossier, row.id)} title={row.title} />,
          },
          { title: '种类', width: 110, cell: (row) => valueLabel('evidence', 'kind', row.kind) },
          { title: '图名', width: 240, cell: (row) => filesOf(dossier, row.id)[0]?.caption ?? '—' },
          { title: '在报告中', width: 96, cell: (row) => placeText(filesOf(dossier, row.id)) },
          { title: '证据编号', width: 92, cell: (row) => <span className="num">{row.evidenceNo ?? '—'}</span> },
        ]}
        fields={fields}
        extra={(row) => (
          <div className="extra">
            {filesOf(dossier, row.id).map((file) => (
              <FileForm key={file.id} file={file} evidence={row} isLocked={isLocked} />
            ))}
          </div>
        )}
        presets={{ secrecy: 'internal' }}
        addLabel="登记无文件的证据"
        empty={{
          what: '现场照片、现场图、鉴定报告、书证和笔录。选择文件，或直接拖到本页；原件按原样保存，写入报告的是去除拍摄信息的副本。',
          law: '《生产安全事故报告和调查处理条例》第三十条：事故调查报告应当附具有关证据材料。',
        }}
        isLocked={isLocked}
        openId={openId ?? newest(adding.outcomes)}
      />
    </div>
  )
}

/** After adding a single file its form is open: the caption is the next thing to write. */
function newest(outcomes: readonly FileOutcome[]): string | null {
  const [only] = outcomes
  return outcomes.length === 1 && only && only.state !== 'refused' ? only.evidenceId : null
}

function FirstThumb({ files, title }: { readonly files: readonly Row<'evidenceFile'>[]; readonly title: string }) {
  const [file] = files
  return file ? <Thumb file={file} size={160} alt={`${title}的缩略图`} /> : <span className="dim">无文件</span>
}

function placeText(files: readonly Row<'evidenceFile'>[]): string {
  const places = files.flatMap((file) => file.reportPlace ?? [])
  return places.map((place) => valueLabel('evidenceFile', 'reportPlace', place)).join('、') || '不写入'
}
