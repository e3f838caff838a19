/**
 * The deadlines of cases as last computed. The journal says which cases changed since; they alone are read and computed anew,
 * the rest stays until the day is another one.
 */
import type { BoardFilter } from '../../shared/clock/contract.ts'
import type { Deadline } from '../../shared/clock/deadline.ts'
import { deadlinesOf } from '../../shared/clock/deadlines.ts'
import type { Settings } from '../../shared/rules/rule.ts'
import { shippedBook } from '../../shared/rules/shipped.ts'
import type { Statements } from '../db/statements.ts'
import { type BoardCase, readBoardCases, type Which } from './read-facts.ts'

/** What days and order need. The sentences of ten thousand cases would cost more to keep than to make again for a page. */
export type LeanDeadline = Pick<
  Deadline,
  'kind' | 'subjectId' | 'state' | 'lastDay' | 'doneOn' | 'isWindow' | 'isLatenessOpen'
>

export type EvaluatedCase = BoardCase & { readonly deadlines: readonly LeanDeadline[] }

const lean = ({ kind, subjectId, state, lastDay, doneOn, isWindow, isLatenessOpen }: Deadline): LeanDeadline => ({
  kind,
  subjectId,
  state,
  lastDay,
  doneOn,
  isWindow,
  isLatenessOpen,
})

export type Day = { readonly today: string; readonly settings: Settings }

type Memory = {
  /** the day, and the settings of the bureau */
  readonly state: string
  /** number of the newest change that was read */
  changeNo: number
  readonly cases: Map<string, EvaluatedCase>
}
const memories = new WeakMap<Statements, Map<string, Memory>>()

/** More changed cases than this are read as a whole. */
const MOST_CHANGED = 200
/** Cases after which the serving thread takes a breath. */
const BREATH = 250

/** One case by its id; else those of the bureau that are neither archived nor moved away. */
export async function evaluatedCases(
  statements: Statements,
  bureauId: string,
  { caseId, purposes = ['live'] }: BoardFilter,
  day: Day,
): Promise<readonly EvaluatedCase[]> {
  if (caseId !== undefined) return evaluate(readBoardCases(statements, { sql: 'c.id = ?', parameters: [caseId] }), day)
  const which = openCases(bureauId, purposes)
  const changeNo = newestChange(statements)
  const state = `${day.today} ${settingsState(statements)}`
  const known = memories.get(statements) ?? new Map<string, Memory>()
  memories.set(statements, known)
  const name = which.parameters.join(' ')
  const memory = known.get(name)
  const changed = memory?.state === state ? changedSince(statements, memory.changeNo) : null
  if (memory === undefined || changed === null) {
    const cases = await evaluate(readBoardCases(statements, which), day)
    known.set(name, { state, changeNo, cases: new Map(cases.map((one) => [one.facts.caseFile.id, one])) })
    return cases
  }
  for (const id of changed) {
    const read = readBoardCases(statements, { sql: `c.id = ? and ${which.sql}`, parameters: [id, ...which.parameters] })
    const [one] = await evaluate(read, day)
    if (one === undefined) memory.cases.delete(id)
    else memory.cases.set(id, one)
  }
  memory.changeNo = changeNo
  return [...memory.cases.values()]
}

function openCases(bureauId: string, purposes: readonly string[]): Which {
  const marks = purposes.map(() => '?').join(', ')
  return {
    sql: `c.owner_bureau_id = ? and c.removed = 0 and c.stage <> 'archived' and c.purpose in (${marks})`,
    parameters: [bureauId, ...purposes],
  }
}

function newestChange(statements: Statements): number {
  return Number(statements.get('select max(no) as newest from change_entry', [])?.newest ?? 0)
}

/** Settings are added and withdrawn, never changed. */
function settingsState(statements: Statements): string {
  const row = statements.get('select count(*) as added, count(withdrawn_on) as withdrawn from setting', [])
  return `${row?.added} ${row?.withdrawn}`
}

/** Null: too many to be read one by one. */
function changedSince(statements: Statements, changeNo: number): readonly string[] | null {
  const rows = statements.all('select distinct scope_id from change_entry where no > ? limit ?', [
    changeNo,
    MOST_CHANGED + 1,
  ])
  return rows.length > MOST_CHANGED ? null : rows.map((row) => String(row.scope_id))
}

async function evaluate(cases: readonly BoardCase[], { today, settings }: Day): Promise<EvaluatedCase[]> {
  const book = shippedBook()
  const done: EvaluatedCase[] = []
  for (const one of cases) {
    done.push({ ...one, deadlines: deadlinesOf(one.facts, book, settings, today).map(lean) })
    if (done.length % BREATH === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return done
}
