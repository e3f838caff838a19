import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { ReportView } from '../../../shared/report/contract.ts'
import { numberDocument } from '../../../shared/report/numbering.ts'
import { useFold } from '../../preferences.ts'
import type { StageProps } from '../../stage-pages.tsx'
import { useShortcuts } from '../../ui/keys.ts'
import { distinctFacts } from './ChecksPanel.tsx'
import { DocumentPaper } from './DocumentPaper.tsx'
import { EditContext } from './edit-context.ts'
import { Outline } from './Outline.tsx'
import { OutlineNotice } from './OutlineNotice.tsx'
import { outlineOf } from './outline.ts'
import { showBlock } from './paper-context.ts'
import { printPaper } from './print-paper.ts'
import { printedPage } from './printed-page.ts'
import { ReportBar } from './ReportBar.tsx'
import { ReportSide } from './ReportSide.tsx'
import { useSide } from './side.ts'
import { useEditing } from './use-editing.tsx'
import type { Places } from './use-pages.ts'
import { useReading } from './use-reading.ts'
import { useReportOptions } from './use-report-options.ts'
import { useZoom } from './use-zoom.ts'

/** Entered beside the paper, not on a page of the case. */
const REPORT_DATE = 'document.datedOn'

/** Bar, outline, paper and side of one report. */
export function ReportDesk(props: StageProps & { readonly view: ReportView }) {
  const { caseId, dossier, isLocked, openId, view } = props
  const { document, wordings } = view
  const desk = useRef<HTMLElement>(null)
  const [places, setPlaces] = useState<Places>({ pages: 1, at: new Map() })
  const [side, setSide] = useSide(document.missing.length > 0)
  const zoom = useZoom(desk)
  const fold = useFold()
  const control = useReportOptions(caseId, view)
  const editing = useEditing({ caseId, dossier, view, isLocked })
  const reading = useReading(caseId, desk, zoom)
  const entries = useMemo(() => outlineOf(document, numberDocument(document), editing.marks), [document, editing.marks])
  useShortcuts([
    { keys: 'F2', run: () => editing.editFocused() },
    { keys: 'Ctrl+P', run: () => void printPaper() },
  ])
  useEffect(() => {
    if (openId !== null) showBlock(openId)
  }, [openId])
  const { key: visit } = useLocation()
  const [search] = useSearchParams()
  const asked = `${search.get('table')}.${search.get('field')}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a link that is followed
  useEffect(() => {
    if (asked === REPORT_DATE) setSide('options')
  }, [visit, asked])
  const pageOf = (place: number | undefined) =>
    place === undefined ? null : printedPage(Math.floor(place), document, places)
  const sheetOf = (blockId: string) => {
    const page = pageOf(places.at.get(blockId))
    return page === null ? '' : `第 ${page} 页`
  }
  const last = pageOf(places.pages - 1)
  const here = pageOf(reading.middle)
  const hereId = entries.findLast(({ id }) => (places.at.get(id) ?? 0) <= reading.place + 0.12)?.id ?? null
  const sidePanel =
    side === null ? null : (
      <ReportSide
        side={side}
        caseId={caseId}
        dossier={dossier}
        view={view}
        control={control}
        isLocked={isLocked}
        isThere={(id) => places.at.has(id)}
        sheetOf={sheetOf}
        onEdit={editing.open}
        onClose={() => setSide(null)}
      />
    )
  return (
    <div className={side === null ? 'report' : 'report report-sided'}>
      <div className="reportmain">
        <ReportBar
          control={control}
          zoom={zoom}
          pageWords={here === null ? `共 ${last ?? places.pages} 页` : `第 ${here} 页，共 ${last ?? places.pages} 页`}
          counts={{ checks: distinctFacts(document.missing).length, wordings: wordings.length }}
          side={side}
          isLocked={isLocked}
          onSide={setSide}
        />
        <OutlineNotice dossier={dossier} options={control.options} view={view} />
        {/* below the paper nobody would find it */}
        {fold === 'narrow' ? sidePanel : null}
        <div className="reportbody">
          <Outline entries={entries} hereId={hereId} />
          <EditContext value={editing.context}>
            <DocumentPaper
              caseId={caseId}
              document={document}
              factor={zoom.factor}
              across={zoom.across}
              desk={desk}
              onPlaces={setPlaces}
            />
          </EditContext>
        </div>
      </div>
      {fold === 'narrow' ? null : sidePanel}
    </div>
  )
}
