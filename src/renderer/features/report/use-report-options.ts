/** The choices for one report. What was chosen is shown at once; main is asked in the line of the case. */
import { useEffect, useRef, useState } from 'react'
import type { ReportView } from '../../../shared/report/contract.ts'
import { ReportOptions, reportOptions } from '../../../shared/report/investigation/options.ts'
import type { Result } from '../../../shared/result.ts'
import { run } from '../../api.ts'
import { inTurn } from '../../save/queue.ts'
import { useToast } from '../../ui/use-toast.ts'

export type OptionsControl = {
  readonly options: ReportOptions
  readonly change: (patch: Partial<ReportOptions>) => Promise<Result<unknown>>
  /** for a save that stands in the line of the case already: it would wait for itself */
  readonly write: (patch: Partial<ReportOptions>) => Promise<Result<unknown>>
}

export function storedOptions(view: ReportView): ReportOptions {
  const parsed = ReportOptions.safeParse(view.options)
  return reportOptions({ ...(parsed.success ? parsed.data : {}), template: view.template })
}

export function useReportOptions(caseId: string, view: ReportView): OptionsControl {
  const message = useToast()
  const [ahead, setAhead] = useState<ReportOptions | null>(null)
  const latest = useRef<ReportOptions | null>(null)
  const waiting = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view is what main says now
  useEffect(() => {
    if (waiting.current > 0) return
    latest.current = null
    setAhead(null)
  }, [view])
  const options = ahead ?? storedOptions(view)
  const write = async (patch: Partial<ReportOptions>): Promise<Result<unknown>> => {
    const next = { ...(latest.current ?? storedOptions(view)), ...patch }
    latest.current = next
    setAhead(next)
    waiting.current += 1
    const { template, ...rest } = next
    const result = await run('report.setOptions', { caseId, template, options: { ...rest, isDraft: false } })
    waiting.current -= 1
    if (!result.ok) {
      latest.current = null
      setAhead(null)
    }
    return result
  }
  return {
    options,
    write,
    change: async (patch) => {
      latest.current = { ...(latest.current ?? storedOptions(view)), ...patch }
      setAhead(latest.current)
      const result = await inTurn(caseId, () => write(patch))
      if (!result.ok) message.error(result.error.message, 8)
      return result
    },
  }
}
