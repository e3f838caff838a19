/** The deadlines of ten thousand open cases: evaluated alone, and asked through the dispatcher from a real database. */
import { join } from 'node:path'
import { readBoardCases } from '../../src/main/clock/read-facts.ts'
import { deadlinesOf } from '../../src/shared/clock/deadlines.ts'
import type { ClockFacts } from '../../src/shared/clock/facts.ts'
import { addDays } from '../../src/shared/dates.ts'
import { shippedSettings } from '../../src/shared/rules/index.ts'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import { testApp } from '../support/app.ts'
import { random } from './fixtures.ts'
import { type Line, median, ms } from './table.ts'

const CASES = 10_000
const SEED = 20260804
const TODAY = '2026-11-06'
const TURNS = 7

/**
 * Cases spread over two years, no two of one day alike in what follows: a third under appraisal once or still, a fifth with an
 * extension, a tenth supervised, half submitted, a third approved, some published and assessed.
 */
export async function boardOfTenThousand(folder: string): Promise<Line[]> {
  const library = await testApp({ dir: join(folder, 'board'), checkOutputs: false, now: `${TODAY}T09:00:00+08:00` })
  const { statements, bureauId } = library.app.library()
  // rows as the commands would leave them; ten thousand cases by commands take minutes
  statements.run('begin immediate', [])
  for (let at = 0; at < CASES; at++) insertCase(statements.run, bureauId, at)
  statements.run('commit', [])

  const which = { sql: 'c.owner_bureau_id = ?', parameters: [bureauId] }
  const facts = readBoardCases(statements, which).map((boardCase) => boardCase.facts)
  if (facts.length !== CASES) throw new Error(`${facts.length} cases`)
  const ask = () => library.ok('clock.board', { filter: {}, limit: 100 })
  const edit = (turn: number) =>
    library.ok('case.update', { caseId: `bench-0000${turn % 10}`, values: { name: `某公司${turn}事故` } })
  const periods = evaluate(facts)
  const computed = await turns(async () => evaluate(facts))
  const reading = await turns(async () => readBoardCases(statements, which))
  const first = await timed(ask)
  const unchanged = await turns(ask)
  const edited: Time[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await edit(turn)
    edited.push(await timed(ask))
  }
  const { total } = await ask()
  await library.close()
  return [
    line(`deadlines of ${CASES} open cases computed (${periods} periods)`, middle(computed)),
    line('  their facts read from the database', middle(reading)),
    line(`clock.board, first query of the day (${total} rows)`, first),
    line('clock.board, again after an edit of one case', middle(edited)),
    line('clock.board, again with nothing changed', middle(unchanged)),
  ]
}

type Time = { readonly wall: number; readonly cpu: number }

/** The processor time of this process beside the time that passed: a busy machine shows in the latter only. */
async function timed(work: () => Promise<unknown>): Promise<Time> {
  const cpu = process.cpuUsage()
  const from = performance.now()
  await work()
  const wall = performance.now() - from
  const { user, system } = process.cpuUsage(cpu)
  return { wall, cpu: (user + system) / 1000 }
}

async function turns(work: () => Promise<unknown>): Promise<Time[]> {
  const times: Time[] = []
  for (let turn = 0; turn < TURNS; turn++) times.push(await timed(work))
  return times
}

const middle = (times: readonly Time[]): Time => ({
  wall: median(times.map(({ wall }) => wall)),
  cpu: median(times.map(({ cpu }) => cpu)),
})

const line = (what: string, { wall, cpu }: Time): Line => ({
  what,
  measured: ms(wall),
  floor: `processor ${ms(cpu)}`,
  value: wall / 1000,
  target: 0.5,
  unit: ' s',
})

function evaluate(cases: readonly ClockFacts[]): number {
  const book = shippedBook()
  return cases.reduce((sum, facts) => sum + deadlinesOf(facts, book, shippedSettings, TODAY).length, 0)
}

type Run = (sql: string, parameters: readonly unknown[]) => unknown

function insertCase(run: Run, bureauId: string, at: number): void {
  const next = random(SEED + at)
  const chance = (share: number) => next() < share
  const days = (most: number) => Math.floor(next() * most)
  const id = `bench-${String(at).padStart(5, '0')}`
  const occurredOn = addDays('2024-11-10', days(720))
  const regime = chance(0.05) ? 'special' : chance(0.03) ? 'rail' : chance(0.1) ? 'fire' : 'general'
  const isSubmitted = chance(0.5)
  const isApproved = isSubmitted && chance(0.66)
  run(
    `insert into case_file (id, rev, owner_bureau_id, case_no, name, name_source, purpose, regime, registered_on, occurred_from,
       occurred_precision, secrecy, occurred_on, sort_on, stage, grade, is_grade_provisional, updated_at)
     values (?, 1, ?, ?, ?, 'manual', 'live', ?, ?, ?, 'minute', 'internal', ?, ?, ?, ?, 0, ?)`,
    [
      id,
      bureauId,
      `汀事调〔${occurredOn.slice(0, 4)}〕${at}号`,
      `某公司${at}“${Number(occurredOn.slice(5, 7))}·${Number(occurredOn.slice(8))}”事故`,
      regime,
      occurredOn,
      `${occurredOn}T09:30:00+08:00`,
      occurredOn,
      occurredOn,
      isApproved ? 'approved' : isSubmitted ? 'submitted' : 'investigating',
      1 + days(4),
      `${occurredOn}T10:00:00+08:00`,
    ],
  )
  run(`insert into accident (case_id, id, rev) values (?, 'accident', 1)`, [id])
  run(
    `insert into team (case_id, id, rev, sort_key, purpose, formed_on) values (?, 't', 1, 'a0', 'investigation', ?)`,
    [id, addDays(occurredOn, days(6))],
  )
  if (chance(0.33)) {
    const from = addDays(occurredOn, days(20))
    run(
      `insert into appraisal (case_id, id, rev, subject, commissioned_on, issued_on) values (?, 'a', 1, '鉴定', ?, ?)`,
      [id, from, chance(0.2) ? null : addDays(from, 5 + days(30))],
    )
  }
  if (chance(0.2))
    run(
      `insert into extension (case_id, id, rev, clock, days, approved_by, approved_on)
       values (?, 'e', 1, 'investigation', ?, '某市人民政府', ?)`,
      [id, 10 + days(50), addDays(occurredOn, 50)],
    )
  if (chance(0.1))
    run(`insert into supervision (case_id, id, rev, by_body, received_on) values (?, 's', 1, '省安委会', ?)`, [
      id,
      addDays(occurredOn, 10 + days(30)),
    ])
  const receivedOn = addDays(occurredOn, 40 + days(60))
  const decidedOn = addDays(receivedOn, days(25))
  if (isSubmitted)
    run(
      `insert into approval (case_id, id, rev, subject, submitted_on, received_on, decided_on, decision)
       values (?, 'v', 1, 'investigation', ?, ?, ?, ?)`,
      [id, receivedOn, receivedOn, ...(isApproved ? [decidedOn, 'approved'] : [null, null])],
    )
  if (isApproved && chance(0.6))
    run(`insert into publication (case_id, id, rev, subject, published_on) values (?, 'p', 1, 'investigation', ?)`, [
      id,
      addDays(decidedOn, days(30)),
    ])
}
