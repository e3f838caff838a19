/** The board: the deadlines of all cases of the bureau as they stand today, in the order of their last days. */
import type { BoardFilter, BoardRow } from '../../shared/clock/contract.ts'
import {
  type DeadlineGroup,
  deadlineGroups,
  deadlineKinds,
  type Standing,
  standingOn,
} from '../../shared/clock/deadline.ts'
import { deadlinesOf } from '../../shared/clock/deadlines.ts'
import { warningDays } from '../../shared/clock/warnings.ts'
import { dayOf } from '../../shared/dates.ts'
import { shippedBook } from '../../shared/rules/shipped.ts'
import type { QueryContext } from '../context.ts'
import { ruleSettings } from '../rules/settings.ts'
import { type Day, evaluatedCases, type LeanDeadline } from './evaluated.ts'
import type { BoardCase } from './read-facts.ts'

export type Board = {
  readonly today: string
  readonly rows: readonly BoardRow[]
  /** of all pages */
  readonly total: number
  readonly counts: Readonly<Record<DeadlineGroup, number>>
}

type Entry = { readonly boardCase: BoardCase; readonly lean: LeanDeadline; readonly standing: Standing }

/** The rows that the filter lets through in their order, `page` of them. */
export async function boardOf(
  context: Pick<QueryContext, 'statements' | 'bureauId' | 'now'>,
  filter: BoardFilter,
  page: { readonly offset: number; readonly limit: number } = { offset: 0, limit: Number.POSITIVE_INFINITY },
): Promise<Board> {
  const { statements, bureauId } = context
  const day = { today: dayOf(context.now), settings: ruleSettings(context) }
  const cases = await evaluatedCases(statements, bureauId, filter, day)
  const warnings = warningDays(shippedBook(), day.settings, day.today)
  const counts = Object.fromEntries(deadlineGroups.map((group) => [group, 0])) as Record<DeadlineGroup, number>
  const entries: Entry[] = []
  for (const boardCase of cases) {
    if (!isNamed(boardCase, filter.words)) continue
    for (const lean of boardCase.deadlines) {
      if (!isWanted(lean, filter)) continue
      const standing = standingOn(lean, day.today, warnings)
      counts[standing.group] += 1
      if (filter.groups === undefined ? standing.group !== 'done' : filter.groups.includes(standing.group))
        entries.push({ boardCase, lean, standing })
    }
  }
  const shown = entries.sort(compare).slice(page.offset, page.offset + page.limit)
  return { today: day.today, rows: shown.map((entry) => rowOf(entry, day)), total: entries.length, counts }
}

function isNamed({ name, caseNo }: BoardCase, words: string | undefined): boolean {
  const wanted = words?.trim() ?? ''
  return wanted === '' || name.includes(wanted) || (caseNo?.includes(wanted) ?? false)
}

function isWanted({ kind, lastDay }: LeanDeadline, { kinds, from, to }: BoardFilter): boolean {
  if (kinds !== undefined && !kinds.includes(kind)) return false
  if (from === undefined && to === undefined) return true
  return lastDay !== null && lastDay >= (from ?? '') && lastDay <= (to ?? '9999-12-31')
}

const SECRET: ReadonlySet<string> = new Set(['confidential', 'secret', 'top_secret'])

/** The sentences are made again by the same rules. */
function rowOf({ boardCase, lean, standing }: Entry, { today, settings }: Day): BoardRow {
  const { facts, caseNo, name, secrecy } = boardCase
  const { id, grade, isGradeProvisional } = facts.caseFile
  const whole = deadlinesOf(facts, shippedBook(), settings, today).find(
    ({ kind, subjectId }) => kind === lean.kind && subjectId === lean.subjectId,
  )
  if (whole === undefined) throw new Error(`${lean.kind} of ${id} is gone`)
  return {
    caseId: id,
    caseNo,
    caseName: name,
    grade,
    isGradeProvisional,
    isSecret: SECRET.has(secrecy),
    ...whole,
    ...standing,
    notes: [...whole.notes],
    missing: [...whole.missing],
  }
}

/** By group, then by last day, then the legal order, then the case. */
function compare(a: Entry, b: Entry): number {
  return (
    deadlineGroups.indexOf(a.standing.group) - deadlineGroups.indexOf(b.standing.group) ||
    compareText(a.lean.lastDay ?? '', b.lean.lastDay ?? '') ||
    deadlineKinds.indexOf(a.lean.kind) - deadlineKinds.indexOf(b.lean.kind) ||
    compareText(a.boardCase.caseNo ?? '~', b.boardCase.caseNo ?? '~') ||
    compareText(a.boardCase.facts.caseFile.id, b.boardCase.facts.caseFile.id) ||
    compareText(a.lean.subjectId, b.lean.subjectId)
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
