import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { Dossier } from '../../../shared/case/tables.ts'
import { extensionProblem } from '../../../shared/clock/extension-limit.ts'
import type { ReportView } from '../../../shared/report/contract.ts'
import type { MissingFact } from '../../../shared/report/document.ts'
import { Failure } from '../../ui/Failure.tsx'
import { distinctFacts, MissingList } from './ChecksPanel.tsx'
import { cancelExport, type ExportState, save, startExport, useExport } from './export-jobs.ts'
import { MaskedList } from './MaskedList.tsx'
import type { TemplateKey } from './templates.ts'
import { WarningList } from './WarningList.tsx'

type PanelProps = {
  readonly caseId: string
  readonly dossier: Dossier
  readonly template: TemplateKey
  readonly missing: readonly MissingFact[]
  readonly statutoryGaps: readonly string[]
  readonly masked: ReportView['masked']
  readonly publicProblem: string | null
  readonly staleCount: number
  readonly sheetOf: (blockId: string) => string
}

/** What is missing, formal or draft, Word or PDF; then how far it is, and the name of the file. */
export function ExportPanel(props: PanelProps) {
  const { caseId, dossier, template, missing, statutoryGaps, masked, publicProblem, staleCount, sheetOf } = props
  const openWords = openContents(statutoryGaps, missing) ?? publicProblem ?? extensionProblem(dossier)
  const mayBeFormal = openWords === null
  const [wantsDraft, setWantsDraft] = useState(!mayBeFormal)
  const isDraft = wantsDraft || !mayBeFormal
  const state = useExport(caseId)
  const isRunning = state.kind === 'running'
  const start = (format: 'docx' | 'pdf') => void startExport({ caseId, template, format, isDraft })
  return (
    <div className="exporting">
      <div className="sidepad form1">
        <Radio.Group
          value={isDraft ? 'draft' : 'formal'}
          disabled={isRunning}
          aria-label="正式稿或者草稿"
          onChange={({ target }) => setWantsDraft(target.value === 'draft')}
        >
          <Radio value="formal" disabled={!mayBeFormal} className="choice">
            正式稿
            <small>{openWords ?? '法定六项齐全，没有待补内容，可以导出。'}</small>
          </Radio>
          <Radio value="draft" className="choice">
            草稿
            <small>每页页眉印“草稿”，缺的内容印作【待补：…】。</small>
          </Radio>
        </Radio.Group>
        {staleCount > 0 ? <p className="help">▲ 有 {staleCount} 段改写的文字需要核对，见“改写”。</p> : null}
        <p className="acts">
          <Button
            type="primary"
            icon={<FileWordOutlined aria-hidden />}
            disabled={isRunning}
            onClick={() => start('docx')}
          >
            导出 Word
          </Button>
          <Button icon={<FilePdfOutlined aria-hidden />} disabled={isRunning} onClick={() => start('pdf')}>
            导出 PDF
          </Button>
        </p>
        <Outcome caseId={caseId} state={state} />
      </div>
      {missing.length > 0 ? (
        <>
          <h2 className="lev">报告中还缺 {distinctFacts(missing).length} 项</h2>
          <MissingList caseId={caseId} missing={missing} sheetOf={sheetOf} />
        </>
      ) : (
        <p className="sidepad dim">报告中没有缺项。</p>
      )}
      <MaskedList masked={masked} sheetOf={sheetOf} />
      <WarningList caseId={caseId} dossier={dossier} />
    </div>
  )
}

/** Why only a draft may go out; null where the final report may. */
function openContents(statutory: readonly string[], missing: readonly MissingFact[]): string | null {
  if (statutory.length > 0) return `还缺法定内容：${statutory.join('、')}；补齐后才能导出正式稿。`
  const other = [...new Set(missing.map(({ printed }) => printed))]
  return other.length === 0 ? null : `还有待补内容：${other.join('、')}；正式稿不能印【待补】，补齐后才能导出。`
}

function Outcome({ caseId, state }: { readonly caseId: string; readonly state: ExportState }) {
  switch (state.kind) {
    case 'none':
      return null
    case 'running': {
      const { status, jobId } = state
      const total = status?.total ?? 0
      return (
        <div className="progress">
          <p role="status">
            {status?.message ?? '正在准备'}
            {total > 1 ? (
              <span className="num">
                　{status?.done ?? 0} / {total}
              </span>
            ) : null}
          </p>
          <progress aria-label="导出进度" {...(total > 1 ? { value: status?.done ?? 0, max: total } : {})} />
          <Button size="small" disabled={jobId === null} onClick={() => void cancelExport(caseId)}>
            取消
          </Button>
        </div>
      )
    }
    case 'done': {
      const { file, isSaved } = state
      return (
        <div className="outcome" role="status">
          <p>
            {isSaved ? '已导出 ' : '已生成，还没有保存：'}
            <b>{file.name}</b>
            <span className="dim num">　{sizeWords(file.bytes)}</span>
          </p>
          {isSaved ? null : (
            <p>
              <Button size="small" onClick={() => void save(caseId, file)}>
                保存文件
              </Button>
            </p>
          )}
          {file.warnings.length > 0 ? (
            <ul className="warnings">
              {file.warnings.map((warning) => (
                <li key={warning}>▲ {warning}</li>
              ))}
            </ul>
          ) : null}
        </div>
      )
    }
    case 'ended':
      return state.isFault ? <Failure message={state.message} /> : <p role="status">{state.message}</p>
  }
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
