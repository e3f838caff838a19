/** 续报 day by day (21号令第十一条): from the day after the first report to the 核报, the end of the 补报期, or today. */
import { occurredOnOf } from '../case/derive.ts'
import type { Dossier } from '../case/tables.ts'
import { addDays, dayOf } from '../dates.ts'
import { AppError } from '../result.ts'
import { onlyOf } from '../rules/answer.ts'
import { shippedSettings } from '../rules/index.ts'
import type { CasualtyWindowResult } from '../rules/law/casualty-window.ts'
import type { FollowUpsResult } from '../rules/law/follow-ups.ts'
import { shippedBook } from '../rules/shipped.ts'
import type { FollowUps } from './contract.ts'
import { firstTime } from './reports.ts'

export function followUpDays(dossier: Dossier, grade: string, now: string): FollowUps | null {
  const occurredOn = occurredOnOf(dossier.caseFile)
  const reports = dossier.rows.infoReport.flatMap((row) => {
    const at = firstTime(dossier, row.id)
    return at === null ? [] : [{ kind: row.kind, on: dayOf(at) }]
  })
  const first = reports.map(({ on }) => on).sort()[0]
  if (first === undefined || occurredOn === null) return null
  try {
    const facts = { occurredOn, kind: dossier.caseFile.regime }
    const due = resultOf<FollowUpsResult>('followUps', { ...facts, grade })
    const { lastDay } = resultOf<CasualtyWindowResult>('casualtyWindow', facts).result
    const verifiedOn = reports.flatMap(({ kind, on }) => (kind === 'verified' ? [on] : [])).sort()[0]
    const today = dayOf(now)
    const end = [today, lastDay, ...(verifiedOn === undefined ? [] : [verifiedOn])].sort()[0] ?? today
    const { timesPerDay } = due.result
    const timesOn = (day: string) =>
      reports.filter(({ kind, on }) => on === day && ['follow_up', 'supplement', 'verified'].includes(kind)).length
    const days: string[] = []
    for (let day = addDays(first, 1); day <= end; day = addDays(day, 1)) days.push(day)
    const isOver = today > lastDay || verifiedOn !== undefined
    return {
      timesPerDay,
      clause: due.clause,
      lastDay,
      verifiedOn: verifiedOn ?? null,
      today: isOver || today <= first ? null : { times: timesOn(today), least: timesPerDay },
      few: merged(
        days
          .filter((day) => (day < today || isOver) && day !== verifiedOn && timesOn(day) < timesPerDay)
          .map((day) => ({ from: day, to: day, times: timesOn(day) })),
      ),
    }
  } catch (error) {
    // no rule at hand for that day: nothing is said
    if (error instanceof AppError) return null
    throw error
  }
}

type Run = FollowUps['few'][number]

/** Days in a row with as many reports become one line. */
function merged(days: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last !== undefined && last.times === day.times && addDays(last.to, 1) === day.from)
      runs[runs.length - 1] = { ...last, to: day.to }
    else runs.push(day)
  }
  return runs
}

function resultOf<R>(rule: string, facts: unknown): { readonly result: R; readonly clause: string } {
  const answer = onlyOf(shippedBook().evaluate(rule, facts, shippedSettings))
  // the rule made the result
  return { result: answer.result as R, clause: answer.clause }
}
