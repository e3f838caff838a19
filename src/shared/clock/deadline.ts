/** One period of a case with its last day, and what of it depends on today. */
import { type DayText, daysBetween } from '../dates.ts'
import type { FactRef } from '../report/document.ts'
import type { Mark } from '../rules/law-data.ts'

/** In the order in which they run. */
export const deadlineKinds = [
  'casualtyWindow',
  'investigation',
  'supervision',
  'approval',
  'publication',
  'assessment',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** open: it runs · done: the fact that ends it is known · stopped: by an open appraisal · unknown: no last day can be given */
export const deadlineStates = ['open', 'stopped', 'unknown', 'done'] as const
export type DeadlineState = (typeof deadlineStates)[number]

/** A fact that is not known yet, and where it is entered; an empty `id` asks for a row to be added. */
export type MissingFact = { readonly label: string; readonly fact: FactRef }

/** Without today: the same facts give the same value on every day, but for the days of an open appraisal in `notes`. */
export type Deadline = {
  readonly kind: DeadlineKind
  /** the row of the case that it belongs to, '' where it is the case itself */
  readonly subjectId: string
  /** who ordered it, where several may run: 督办机关 */
  readonly subject: string | null
  readonly state: DeadlineState
  /** first day on which it may be done: the assessment */
  readonly fromOn: DayText | null
  readonly lastDay: DayText | null
  /** the day of the fact that ended it; null while it runs, or where only the fact is known */
  readonly doneOn: DayText | null
  /** it ends by itself after its last day: nothing has to be done for that */
  readonly isWindow: boolean
  /** whether an end after the last day is late is not written: a person judges */
  readonly isLatenessOpen: boolean
  readonly clause: string
  readonly mark: Mark | null
  /** `investigationDeadline@2007-06-01/r1` */
  readonly version: string | null
  readonly arithmetic: string
  /** to be decided by a person; without a last day it stands in its place */
  readonly question: string | null
  readonly notes: readonly string[]
  readonly missing: readonly MissingFact[]
  /** where the fact that ends it, or else the one that it waits for, is entered */
  readonly place: FactRef
}

/** How near the last day is; the board stands in this order. */
export const deadlineGroups = ['overdue', 'today', 'in7', 'in15', 'later', 'stopped', 'unknown', 'done'] as const
export type DeadlineGroup = (typeof deadlineGroups)[number]

/** What of a deadline depends on today. */
export type Standing = Pick<Deadline, 'state' | 'doneOn'> & {
  readonly group: DeadlineGroup
  /** of an open one: 0 on the last day itself, below 0 overdue */
  readonly daysLeft: number | null
  /** of a done one: days after the last day, 0 in time; null where one of the two days is not known */
  readonly daysLate: number | null
  /** the warning that is reached, in days left; null: none yet, overdue or done */
  readonly warning: number | null
}

export type DatedDeadline = Deadline & Standing

type Parts = Pick<Deadline, 'state' | 'lastDay' | 'doneOn' | 'isWindow' | 'isLatenessOpen'>

/** Looks at a deadline on a day. `warnings`: days left, falling (15, 7, 3, 0). */
export function standingOn(deadline: Parts, today: DayText, warnings: readonly number[]): Standing {
  const { state, lastDay, doneOn, isWindow, isLatenessOpen } = deadline
  const known = { state, doneOn, daysLeft: null, daysLate: null, warning: null }
  if (state === 'open' && lastDay !== null) {
    const daysLeft = daysBetween(today, lastDay)
    if (isWindow && daysLeft < 0) return { ...known, state: 'done', doneOn: lastDay, group: 'done' }
    const warning = daysLeft < 0 ? null : (warnings.findLast((days) => daysLeft <= days) ?? null)
    return { ...known, group: groupOf(daysLeft), daysLeft, warning }
  }
  const after =
    state === 'done' && lastDay !== null && doneOn !== null ? Math.max(0, daysBetween(lastDay, doneOn)) : null
  const daysLate = after !== null && after > 0 && isLatenessOpen ? null : after
  return { ...known, group: state === 'open' ? 'unknown' : state, daysLate }
}

function groupOf(daysLeft: number): DeadlineGroup {
  if (daysLeft < 0) return 'overdue'
  if (daysLeft === 0) return 'today'
  return daysLeft <= 7 ? 'in7' : daysLeft <= 15 ? 'in15' : 'later'
}
