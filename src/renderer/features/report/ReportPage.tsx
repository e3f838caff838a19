import { useCall } from '../../api.ts'
import type { StageProps } from '../../stage-pages.tsx'
import { Failure, Waiting } from '../../ui/Failure.tsx'
import { ReportDesk } from './ReportDesk.tsx'
import './report-fonts.css'
import './report-side.css'
import './report.css'
import './paper.css'
import './paper-parts.css'
import './reword.css'
import './print.css'

/** 调查报告: the document as it will be printed, its wording, its settings, its export. */
export function ReportPage(props: StageProps) {
  const { data: view, error, refetch } = useCall('report.get', { caseId: props.caseId })
  if (error && !view) return <Failure message={error.message} onRetry={() => void refetch()} />
  if (!view) return <Waiting />
  return <ReportDesk key={props.caseId} {...props} view={view} />
}
