import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Dossier } from '../../../shared/case/tables.ts'
import type { ReportView } from '../../../shared/report/contract.ts'
import { ChecksPanel } from './ChecksPanel.tsx'
import { ExportPanel } from './ExportPanel.tsx'
import { OptionsPanel } from './OptionsPanel.tsx'
import { type Side, sideNames } from './side.ts'
import type { OptionsControl } from './use-report-options.ts'
import { WordingsPanel } from './WordingsPanel.tsx'

type SideProps = {
  readonly side: Side
  readonly caseId: string
  readonly dossier: Dossier
  readonly view: ReportView
  readonly control: OptionsControl
  readonly isLocked: boolean
  readonly isThere: (blockId: string) => boolean
  readonly sheetOf: (blockId: string) => string
  readonly onEdit: (blockId: string) => void
  readonly onClose: () => void
}

export function ReportSide(props: SideProps) {
  const { side, view, onClose } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area is reached by the keyboard
    <aside className="reportside" aria-label={sideNames[side]} tabIndex={0}>
      <div className="sidehead">
        <h2>{sideNames[side]}</h2>
        <span className="dim">{noteOf(side, view)}</span>
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={`关闭${sideNames[side]}`}
          onClick={onClose}
        />
      </div>
      <Panel {...props} />
    </aside>
  )
}

function Panel({ side, caseId, dossier, view, control, isLocked, isThere, sheetOf, onEdit }: SideProps) {
  const { document, wordings, statutoryGaps, masked, publicProblem } = view
  switch (side) {
    case 'checks':
      return <ChecksPanel caseId={caseId} missing={document.missing} sheetOf={sheetOf} />
    case 'wordings':
      return (
        <WordingsPanel
          caseId={caseId}
          wordings={wordings}
          isThere={isThere}
          sheetOf={sheetOf}
          isLocked={isLocked}
          onEdit={onEdit}
        />
      )
    case 'options':
      return (
        <OptionsPanel caseId={caseId} dossier={dossier} document={document} control={control} isLocked={isLocked} />
      )
    case 'export':
      return (
        <ExportPanel
          caseId={caseId}
          dossier={dossier}
          template={control.options.template}
          missing={document.missing}
          statutoryGaps={statutoryGaps}
          masked={masked}
          publicProblem={publicProblem}
          staleCount={wordings.filter((wording) => wording.isStale && isThere(wording.blockId)).length}
          sheetOf={sheetOf}
        />
      )
  }
}

function noteOf(side: Side, { wordings }: ReportView): string {
  if (side !== 'wordings' || wordings.length === 0) return ''
  const stale = wordings.filter(({ isStale }) => isStale).length
  return `${wordings.length} 段${stale > 0 ? `，${stale} 段需核对` : ''}`
}
