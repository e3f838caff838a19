/** The board: the deadlines of all cases of the bureau as they stand today, in the order of their last days. */
import type { BoardFilter, BoardRow } from '../../shared/clock/contract.ts'
import {
  type DatedDeadline,
  type Deadline,
  type DeadlineGroup,
  datedOn,
  deadlineGroups,
  deadlineKinds,
} from '../../shared/clock/deadline.ts'
import { warningDays } from '../../shared/clock/warnings.ts'
import { dayOf } from '../../shared/dates.ts'
import { shippedBook } from '../../shared/rules/shipped.ts'
import type { QueryContext } from '../context.ts'
import { ruleSettings } from '../rules/settings.ts'
import { evaluatedCases } from './evaluated.ts'
import type { BoardCase } from './read-facts.ts'

export type Board = {
  readonly today: string
  readonly rows: readonly BoardRow[]
  readonly counts: Readonly<Record<DeadlineGroup, number>>
}

/** All rows that the filter lets through, sorted. */
export async function boardOf(
  context: Pick<QueryContext, 'statements' | 'bureauId' | 'now'>,
  filter: BoardFilter,
): Promise<Board> {
  const { statements, bureauId } = context
  const today = dayOf(context.now)
  const settings = ruleSettings(context)
  const cases = await evaluatedCases(statements, bureauId, filter, { today, settings })
  const warnings = warningDays(shippedBook(), settings, today)
  const counts = Object.fromEntries(deadlineGroups.map((group) => [group, 0])) as Record<DeadlineGroup, number>
  const rows: BoardRow[] = []
  for (const boardCase of cases) {
    if (!isNamed(boardCase, filter.words)) continue
    for (const deadline of boardCase.deadlines) {
      if (!isWanted(deadline, filter)) continue
      const dated = datedOn(deadline, today, warnings)
      counts[dated.group] += 1
      if (filter.groups === undefined ? dated.group !== 'done' : filter.groups.includes(dated.group))
        rows.push(rowOf(boardCase, dated))
    }
  }
  return { today, rows: rows.sort(compare), counts }
}

function isNamed({ name, caseNo }: BoardCase, words: string | undefined): boolean {
  const wanted = words?.trim() ?? ''
  return wanted === '' || name.includes(wanted) || (caseNo?.includes(wanted) ?? false)
}

function isWanted({ kind, lastDay }: Deadline, { kinds, from, to }: BoardFilter): boolean {
  if (kinds !== undefined && !kinds.includes(kind)) return false
  if (from === undefined && to === undefined) return true
  return lastDay !== null && lastDay >= (from ?? '') && lastDay <= (to ?? '9999-12-31')
}

const SECRET: ReadonlySet<string> = new Set(['confidential', 'secret', 'top_secret'])

function rowOf({ facts, caseNo, name, secrecy }: BoardCase, deadline: DatedDeadline): BoardRow {
  const { id, grade, isGradeProvisional } = facts.caseFile
  return {
    caseId: id,
    caseNo,
    caseName: name,
    grade,
    isGradeProvisional,
    isSecret: SECRET.has(secrecy),
    ...deadline,
    notes: [...deadline.notes],
    missing: [...deadline.missing],
  }
}

/** By group, then by last day, then the legal order, then the case. */
function compare(a: BoardRow, b: BoardRow): number {
  return (
    deadlineGroups.indexOf(a.group) - deadlineGroups.indexOf(b.group) ||
    compareText(a.lastDay ?? '', b.lastDay ?? '') ||
    deadlineKinds.indexOf(a.kind) - deadlineKinds.indexOf(b.kind) ||
    compareText(a.caseNo ?? '~', b.caseNo ?? '~') ||
    compareText(a.caseId, b.caseId) ||
    compareText(a.subjectId, b.subjectId)
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
