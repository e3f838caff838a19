/** 信息报告: what was reported when and to whom, beside the clocks of the law (条例第九条至第十三条; 21号令). */
import { useCall } from '../../../api.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import { Failure, Waiting } from '../../../ui/Failure.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { Section } from '../../../ui/Section.tsx'
import { ClockTable } from './ClockTable.tsx'
import { FollowUpDays } from './FollowUpDays.tsx'
import { NotifiedBodies } from './NotifiedBodies.tsx'
import { ReportList } from './ReportList.tsx'

const summaryFields: readonly FieldSpec<'accident'>[] = [
  { kind: 'prose', span: 4, name: 'reportingSummary', label: '信息报告情况', rows: 3 },
]

/** The clocks run: asked anew twice a minute. */
const EVERY_MS = 30_000

export function NoticePage({ caseId, dossier, isLocked, openId }: StageProps) {
  const { data: reporting, error, refetch } = useCall('case.reporting', { caseId }, { everyMs: EVERY_MS })
  if (error) return <Failure message={error.message} onRetry={() => void refetch()} />
  if (!reporting) return <Waiting />
  const common = { caseId, dossier, isLocked }
  return (
    <div className="stack notice">
      <ClockTable reporting={reporting} />
      <ReportList {...common} now={reporting.now} openId={openId} />
      <div className="two">
        <NotifiedBodies {...common} reporting={reporting} />
        <div className="stack">
          <FollowUpDays followUps={reporting.followUps} />
          <Section title="信息报告情况" note="写入调查报告">
            <RecordForm
              caseId={caseId}
              table="accident"
              row={dossier.accident}
              fields={summaryFields}
              isLocked={isLocked}
            />
          </Section>
        </div>
      </div>
    </div>
  )
}
