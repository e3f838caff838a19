/**
 * 概况: what the register and the head of every document need (条例第十二条: 时间、地点、现场情况、简要经过). Grade and nature are
 * asked elsewhere in the law; here they are shown with their reasons.
 */
import type { StageProps } from '../../../stage-pages.tsx'
import { CaseDeadlines } from '../../board/CaseDeadlines.tsx'
import { AccidentForm } from './AccidentForm.tsx'
import { CaseFileForm } from './CaseFileForm.tsx'
import { GradeSection } from './GradeSection.tsx'
import { ImportNotes } from './ImportNotes.tsx'

export function OverviewPage({ dossier, isLocked }: StageProps) {
  return (
    <>
      <CaseFileForm dossier={dossier} isLocked={isLocked} />
      <CaseDeadlines caseFile={dossier.caseFile} />
      <div className="two">
        <AccidentForm dossier={dossier} isLocked={isLocked} />
        <div className="stack">
          <GradeSection dossier={dossier} isLocked={isLocked} />
          <ImportNotes dossier={dossier} />
        </div>
      </div>
    </>
  )
}
