import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BoardFilter, BoardRow } from '../../src/shared/clock/contract.ts'
import { deadlineGroups } from '../../src/shared/clock/deadline.ts'
import { aCase, type TestApp, testApp } from '../support/app.ts'

const TODAY = '2026-04-20'
let library: TestApp

beforeEach(async () => {
  library = await testApp({ now: `${TODAY}T09:00:00+08:00` })
})
afterEach(() => library.close())

const occurred = (day: string) => ({
  occurredFrom: `${day}T09:30:00+08:00`,
  occurredPrecision: 'minute' as const,
  registeredOn: day,
})
const caseOn = (day: string, name = `甲公司“${day}”事故`, more: object = {}) =>
  aCase(library, { name, ...occurred(day), ...more })
const board = (filter: BoardFilter = {}, page: { offset?: number; limit?: number } = {}) =>
  library.ok('clock.board', { filter, limit: 100, ...page })
const shown = ({ kind, group, lastDay }: BoardRow) => `${group} ${kind} ${lastDay}`

describe('the board of the library', () => {
  test('lists the last days of the open cases, overdue first, with the number of each group', async () => {
    const late = await caseOn('2026-02-01')
    await caseOn('2026-02-19')
    await caseOn('2026-03-25')
    await aCase(library, { name: '日期不明的事故' })
    const { today, rows, total, counts } = await board()
    expect(today).toBe(TODAY)
    expect(rows.map(shown)).toEqual([
      'overdue investigation 2026-04-02',
      'today investigation 2026-04-20',
      'in7 casualtyWindow 2026-04-24',
      'later investigation 2026-05-24',
      'unknown casualtyWindow null',
      'unknown investigation null',
    ])
    expect(total).toBe(6)
    expect(counts).toEqual({ overdue: 1, today: 1, in7: 1, in15: 0, later: 1, stopped: 0, unknown: 2, done: 2 })
    expect(rows[0]).toMatchObject({ caseId: late, daysLeft: -18, caseName: '甲公司“2026-02-01”事故' })
    expect(rows[0]?.arithmetic).toContain('2026-02-01 + 60 日')
  })

  test('leaves out cases of the library of examples, for training, moved away or archived', async () => {
    const live = await caseOn('2026-02-01')
    await caseOn('2026-02-01', '案例', { purpose: 'reference' })
    await caseOn('2026-02-01', '培训', { purpose: 'training' })
    const away = await caseOn('2026-02-01', '移走')
    await library.ok('case.archive', { caseId: away })
    const archived = await caseOn('2026-02-01', '归档')
    await library.ok('handover.add', {
      caseId: archived,
      values: { aboutTable: 'archive_volume', aboutId: 'v1', receivedOn: '2026-04-01' },
    })
    expect(new Set((await board({ groups: [...deadlineGroups] })).rows.map(({ caseId }) => caseId))).toEqual(
      new Set([live]),
    )
    expect((await board({ purposes: ['training'] })).rows.map(({ caseName }) => caseName)).toEqual(['培训'])
    expect((await board({ purposes: ['training', 'reference'] })).rows).toHaveLength(2)
    // the page of a case asks for its own, whatever it is for
    expect((await board({ caseId: away })).rows).toHaveLength(1)
  })

  test('filters by kind, group, words and days, and gives pages of one order', async () => {
    for (const day of ['2026-02-01', '2026-02-25', '2026-03-10', '2026-04-01']) await caseOn(day)
    const all = (await board()).rows
    expect((await board({ kinds: ['casualtyWindow'] })).rows.every(({ kind }) => kind === 'casualtyWindow')).toBe(true)
    expect((await board({ groups: ['done'] })).rows.map(shown)).toEqual([
      'done casualtyWindow 2026-03-03',
      'done casualtyWindow 2026-03-27',
      'done casualtyWindow 2026-04-09',
    ])
    expect((await board({ words: '02-25' })).rows.map(shown)).toEqual(['in7 investigation 2026-04-26'])
    expect((await board({ from: '2026-04-26', to: '2026-04-30' })).rows.map(({ lastDay }) => lastDay)).toEqual([
      '2026-04-26',
    ])
    const pages = [await board({}, { limit: 2 }), await board({}, { offset: 2, limit: 2 })]
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all.slice(0, 4))
    expect(pages[1]?.total).toBe(all.length)
  })
})

describe('what is known already', () => {
  const investigation = async (caseId: string) =>
    (await board({ groups: [...deadlineGroups] })).rows.find(
      (row) => row.caseId === caseId && row.kind === 'investigation',
    )

  test('follows every change of a case at once, also what is undone', async () => {
    const caseId = await caseOn('2026-03-01')
    const other = await caseOn('2026-03-02')
    expect((await investigation(caseId))?.lastDay).toBe('2026-04-30')
    const { id } = await library.ok('extension.add', {
      caseId,
      values: { clock: 'investigation', days: 30, approvedBy: '某市人民政府', approvedOn: '2026-04-18' },
    })
    expect((await investigation(caseId))?.lastDay).toBe('2026-05-30')
    await library.ok('case.undo', { caseId })
    expect((await investigation(caseId))?.lastDay).toBe('2026-04-30')
    await library.ok('case.redo', { caseId })
    await library.ok('extension.archive', { caseId, id })
    expect((await investigation(caseId))?.lastDay).toBe('2026-04-30')
    await library.ok('approval.add', {
      caseId,
      values: { subject: 'investigation', submittedOn: '2026-04-15', receivedOn: '2026-04-16' },
    })
    expect(await investigation(caseId)).toMatchObject({ group: 'done', daysLate: 0 })
    await library.ok('case.archive', { caseId })
    expect(await investigation(caseId)).toBeUndefined()
    await library.ok('case.restore', { caseId })
    expect(await investigation(caseId)).toMatchObject({ group: 'done' })
    expect((await investigation(other))?.lastDay).toBe('2026-05-01')
  })

  test('is the same as what a program that was just started computes', async () => {
    for (const day of ['2026-02-01', '2026-03-01']) await caseOn(day)
    await board()
    await library.ok('case.sample', {})
    const known = await board({ groups: [...deadlineGroups] })
    library = await library.reopen()
    expect(await board({ groups: [...deadlineGroups] })).toEqual(known)
    expect(known.rows.map(({ caseId }) => caseId)).toHaveLength(4)
  })

  test('counts by the settings of the bureau as soon as they are changed', async () => {
    const caseId = await caseOn('2026-03-01')
    expect((await investigation(caseId))?.lastDay).toBe('2026-04-30')
    const basis = '局务会纪要'
    await library.ok('setting.saveRule', { setting: { key: 'counting.firstDay', value: { plan: 'B' } }, basis })
    expect((await investigation(caseId))?.lastDay).toBe('2026-04-29')
    await library.ok('setting.saveRule', { setting: { key: 'deadline.warnings', value: [20, 10, 0] }, basis })
    expect((await investigation(caseId))?.warning).toBe(10)
  })

  test('sees what another process wrote to the same library', async () => {
    const caseId = await caseOn('2026-03-01')
    expect((await investigation(caseId))?.lastDay).toBe('2026-04-30')
    const second = await testApp({ dir: library.dir, now: `${TODAY}T09:00:00+08:00` })
    await second.ok('case.update', { caseId, values: occurred('2026-03-05') })
    await second.close()
    expect((await investigation(caseId))?.lastDay).toBe('2026-05-04')
  })
})

test('the sample case has each of its periods with its end', async () => {
  const { caseId } = await library.ok('case.sample', {})
  const { rows } = await board({ caseId, groups: [...deadlineGroups] })
  expect(rows.map(({ kind, lastDay, doneOn, daysLate }) => ({ kind, lastDay, doneOn, daysLate }))).toEqual([
    { kind: 'casualtyWindow', lastDay: '2026-09-03', doneOn: null, daysLate: null },
    { kind: 'supervision', lastDay: '2026-11-16', doneOn: '2026-11-25', daysLate: null },
    { kind: 'investigation', lastDay: '2026-11-23', doneOn: '2026-11-09', daysLate: 0 },
    { kind: 'approval', lastDay: '2026-11-24', doneOn: '2026-11-13', daysLate: 0 },
    { kind: 'publication', lastDay: '2026-12-11', doneOn: '2026-11-20', daysLate: 0 },
    { kind: 'assessment', lastDay: '2027-11-13', doneOn: '2027-10-15', daysLate: 0 },
  ])
})
