import { describe, expect, test } from 'vitest'
import { type DatedDeadline, standingOn } from '../../src/shared/clock/deadline.ts'
import { deadlinesOf } from '../../src/shared/clock/deadlines.ts'
import { type ClockFacts, type ClockRow, type ClockTable, clockTables } from '../../src/shared/clock/facts.ts'
import { leftWords } from '../../src/shared/clock/labels.ts'
import { warningDays } from '../../src/shared/clock/warnings.ts'
import { shippedSettings } from '../../src/shared/rules/index.ts'
import { shippedBook } from '../../src/shared/rules/shipped.ts'

type Rows = { readonly [T in ClockTable]?: readonly Partial<ClockRow<T>>[] }

/** Columns that are null where nothing is said. */
const blank: { readonly [T in ClockTable]: Omit<ClockRow<T>, 'id'> } = {
  team: { purpose: 'investigation', formedOn: null, inspectableOn: null },
  appraisal: { commissionedOn: null, acceptedOn: null, issuedOn: null, isExcluded: true },
  extension: { clock: 'investigation', days: 30, approvedBy: '某市人民政府', approvedOn: null, isAuthorised: null },
  supervision: {
    byBody: '省安委会',
    receivedOn: null,
    periodDays: null,
    reviewOpinion: null,
    filedOn: null,
    liftedOn: null,
  },
  approval: { subject: 'investigation', submittedOn: null, receivedOn: null, decidedOn: null, decision: null },
  publication: { subject: 'investigation', publishedOn: null, publishedText: null, withheldGround: null },
  assessment: { finishedOn: null, conclusion: null },
}

function factsOf(rows: Rows = {}, caseFile: Partial<ClockFacts['caseFile']> = {}): ClockFacts {
  const filled = clockTables.map((table) => [
    table,
    (rows[table] ?? []).map((row, at) => ({ id: `${table}${at}`, ...blank[table], ...row })),
  ])
  return {
    caseFile: {
      id: 'case',
      regime: 'general',
      occurredFrom: '2026-03-01T09:00:00+08:00',
      occurredPrecision: 'minute',
      grade: 2,
      isGradeProvisional: false,
      isSupervised: null,
      ...caseFile,
    },
    rows: Object.fromEntries(filled),
  }
}

function on(today: string, facts: ClockFacts): readonly DatedDeadline[] {
  const book = shippedBook()
  const warnings = warningDays(book, shippedSettings, today)
  return deadlinesOf(facts, book, shippedSettings, today).map((deadline) => ({
    ...deadline,
    ...standingOn(deadline, today, warnings),
  }))
}

const oneOf = (deadlines: readonly DatedDeadline[], kind: DatedDeadline['kind']): DatedDeadline => {
  const found = deadlines.find((deadline) => deadline.kind === kind)
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}

describe('the report of an investigation', () => {
  const of = (rows: Rows, today = '2026-04-01', caseFile: Partial<ClockFacts['caseFile']> = {}) =>
    oneOf(on(today, factsOf(rows, caseFile)), 'investigation')

  test('is due sixty days after the accident, with clause and arithmetic', () => {
    const due = of({})
    expect(due).toMatchObject({ state: 'open', lastDay: '2026-04-30', daysLeft: 29, group: 'later', warning: null })
    expect(due.clause).toContain('第二十九条')
    expect(due.arithmetic).toContain('2026-03-01 + 60 日')
    expect(due.arithmetic).toContain('2026-04-30')
  })

  test('is due later by an appraisal and by an extension that was approved, not by one applied for', () => {
    const appraisal = [{ commissionedOn: '2026-03-10', acceptedOn: '2026-03-12', issuedOn: '2026-04-04' }]
    expect(of({ appraisal }).lastDay).toBe('2026-05-25')
    expect(of({ appraisal, extension: [{ days: 60, approvedOn: '2026-04-25' }] }).lastDay).toBe('2026-07-24')
    const applied = of({ extension: [{ days: 60 }] })
    expect(applied.lastDay).toBe('2026-04-30')
    expect(applied.notes).toContain('延期 60 日没有填写批准日期，没有计入。')
  })

  test('counts an appraisal that is not to be excluded, and extensions of other periods, as nothing', () => {
    const appraisal = [{ commissionedOn: '2026-03-10', issuedOn: '2026-04-04', isExcluded: false }]
    const extension = [{ clock: 'supervision' as const, days: 60, approvedOn: '2026-04-25' }]
    expect(of({ appraisal, extension }).lastDay).toBe('2026-04-30')
  })

  test('stops while an appraisal is open, and says how many days it has taken', () => {
    const due = of({ appraisal: [{ commissionedOn: '2026-03-10' }] }, '2026-03-20')
    expect(due).toMatchObject({ state: 'stopped', group: 'stopped', lastDay: null, daysLeft: null })
    expect(due.notes.join()).toContain('至 2026-03-20 已扣除 10 日')
    expect(due.place).toEqual({ table: 'appraisal', id: 'appraisal0', column: 'issuedOn' })
  })

  test.each([
    ['2026-04-14', 16, null, 'later', '余 16 日'],
    ['2026-04-15', 15, 15, 'in15', '余 15 日'],
    ['2026-04-22', 8, 15, 'in15', '余 8 日'],
    ['2026-04-23', 7, 7, 'in7', '余 7 日'],
    ['2026-04-27', 3, 3, 'in7', '余 3 日'],
    ['2026-04-30', 0, 0, 'today', '今日到期'],
    ['2026-05-01', -1, null, 'overdue', '已逾期 1 日'],
    ['2027-04-30', -365, null, 'overdue', '已逾期 365 日'],
  ])('on %s has %d days left (V-32)', (today, daysLeft, warning, group, words) => {
    const due = of({}, today)
    expect(due).toMatchObject({ daysLeft, warning, group })
    expect(leftWords(due)).toBe(words)
  })

  test.each([
    ['2026-04-30', 0, '按期提交'],
    ['2026-05-01', 1, '逾期 1 日提交'],
  ])('submitted on %s is %d days late', (submittedOn, daysLate, words) => {
    const due = of({ approval: [{ submittedOn }] }, '2026-06-01')
    expect(due).toMatchObject({ state: 'done', doneOn: submittedOn, daysLate, daysLeft: null, group: 'done' })
    expect(leftWords(due)).toBe(words)
  })

  test('that was returned is not submitted', () => {
    const returned = { submittedOn: '2026-04-20', receivedOn: '2026-04-20', decision: 'returned' as const }
    expect(of({ approval: [returned] }, '2026-05-02')).toMatchObject({ state: 'open', daysLeft: -2 })
    const again = of({ approval: [returned, { submittedOn: '2026-05-03' }] }, '2026-06-01')
    expect(again).toMatchObject({ state: 'done', daysLate: 3 })
    expect(again.notes.join()).toContain('2026-04-20 提交的报告被退回')
  })

  test('about special equipment counts from the first team, and asks for its day', () => {
    const special = { regime: 'special' } as const
    expect(of({ team: [{}] }, '2026-04-01', special)).toMatchObject({
      state: 'unknown',
      lastDay: null,
      missing: [{ label: '调查组成立日期', fact: { table: 'team', id: 'team0', column: 'formedOn' } }],
    })
    const team = [{ formedOn: '2026-03-20' }, { formedOn: '2026-03-05' }]
    expect(of({ team }, '2026-04-01', special).lastDay).toBe('2026-05-04')
  })

  test.each(['coal', 'rail', 'power'] as const)('of kind %s shows the question, never a date', (regime) => {
    const due = of({}, '2026-04-01', { regime })
    expect(due).toMatchObject({ state: 'unknown', group: 'unknown', lastDay: null, daysLeft: null, arithmetic: '' })
    expect(due.question).toMatch(/？$/)
  })

  test('of which the rule refuses the facts says the refusal', () => {
    const due = of({ extension: [{ days: 61, approvedOn: '2026-04-25' }] })
    expect(due).toMatchObject({ state: 'unknown', lastDay: null })
    expect(due.question).toContain('延期合计 61 日')
  })

  test('of an accident without a day asks for it', () => {
    for (const caseFile of [{ occurredFrom: null }, { occurredPrecision: 'month' as const }])
      expect(of({}, '2026-04-01', caseFile).missing).toEqual([
        { label: '事故发生日期', fact: { table: 'caseFile', id: 'case', column: 'occurredFrom' } },
      ])
  })
})

test('the window of casualties ends by itself', () => {
  expect(oneOf(on('2026-03-31', factsOf()), 'casualtyWindow')).toMatchObject({ state: 'open', daysLeft: 0 })
  const after = oneOf(on('2026-04-01', factsOf()), 'casualtyWindow')
  expect(after).toMatchObject({ state: 'done', group: 'done', lastDay: '2026-03-31', daysLate: null })
  expect(leftWords(after)).toBe('已届满')
  expect(oneOf(on('2026-03-02', factsOf({}, { regime: 'fire' })), 'casualtyWindow').lastDay).toBe('2026-03-08')
})

describe('a supervision', () => {
  const of = (row: Partial<ClockRow<'supervision'>>, today = '2026-05-01') =>
    oneOf(on(today, factsOf({ supervision: [row] })), 'supervision')

  test('runs sixty days from the receipt of the notice, or as the notice says', () => {
    const due = of({ receivedOn: '2026-04-10' })
    expect(due).toMatchObject({ lastDay: '2026-06-09', subject: '省安委会', subjectId: 'supervision0' })
    expect(due.arithmetic).not.toContain('法定')
    const other = of({ receivedOn: '2026-04-10', periodDays: 90 })
    expect(other.lastDay).toBe('2026-07-09')
    expect(other.arithmetic).toContain('2026-04-10 + 90 日（督办通知书载明的期限）')
  })

  test('ends when it is reported as done or lifted, without a judgement on what is after the last day', () => {
    expect(of({ receivedOn: '2026-04-10', liftedOn: '2026-06-09' })).toMatchObject({ state: 'done', daysLate: 0 })
    const after = of({ receivedOn: '2026-04-10', filedOn: '2026-06-10', liftedOn: '2026-06-20' })
    expect(after).toMatchObject({ state: 'done', doneOn: '2026-06-10', daysLate: null })
    expect(leftWords(after)).toBe('已办结')
    expect(after.notes.join()).toContain('请对照督办通知书核对是否按期')
  })

  test('asks for the receipt of its notice', () => {
    expect(of({}).missing).toMatchObject([{ label: '收到督办通知日期' }])
    const decided = on('2026-05-01', factsOf({}, { isSupervised: true }))
    expect(oneOf(decided, 'supervision')).toMatchObject({ state: 'unknown', missing: [{ fact: { id: '' } }] })
    expect(on('2026-05-01', factsOf()).some(({ kind }) => kind === 'supervision')).toBe(false)
  })
})

describe('after the submission', () => {
  const submitted = { submittedOn: '2026-04-29', receivedOn: '2026-04-30' }
  const approved = { ...submitted, decidedOn: '2026-05-15', decision: 'approved' } as const
  const of = (rows: Rows, kind: DatedDeadline['kind'], today = '2026-05-01', grade: number | null = 2) =>
    oneOf(on(today, factsOf(rows, { grade })), kind)

  test('the approval runs from the receipt, by grade', () => {
    expect(of({ approval: [submitted] }, 'approval')).toMatchObject({ lastDay: '2026-05-15', state: 'open' })
    expect(of({ approval: [submitted] }, 'approval', '2026-05-01', 4).lastDay).toBe('2026-05-30')
    expect(of({ approval: [{ submittedOn: '2026-04-29' }] }, 'approval', '2026-05-01', null).missing).toMatchObject([
      { label: '收到报告日期' },
      { label: '事故等级' },
    ])
    expect(of({ approval: [approved] }, 'approval', '2026-06-01')).toMatchObject({ state: 'done', daysLate: 0 })
  })

  test('an extension of the approval is refused but for 特别重大', () => {
    const extension = [{ clock: 'approval' as const, days: 30, approvedOn: '2026-05-01' }]
    const rows = { approval: [submitted], extension }
    expect(of(rows, 'approval').question).toContain('不能延期')
    expect(of(rows, 'approval', '2026-05-01', 4).lastDay).toBe('2026-06-29')
  })

  test('publication and assessment run from the approval', () => {
    expect(of({ approval: [approved] }, 'publication')).toMatchObject({ lastDay: '2026-06-12' })
    expect(of({ approval: [approved] }, 'assessment')).toMatchObject({ fromOn: '2027-03-15', lastDay: '2027-05-15' })
    const undated = { ...approved, decidedOn: null }
    expect(of({ approval: [undated] }, 'publication').missing).toMatchObject([{ label: '批复日期' }])
    expect(on('2026-05-01', factsOf({ approval: [submitted] })).map(({ kind }) => kind)).not.toContain('publication')
  })

  test('what is published, withheld or assessed is done', () => {
    const rows = { approval: [approved], publication: [{ publishedOn: '2026-06-15' }] }
    expect(of(rows, 'publication', '2026-07-01')).toMatchObject({ state: 'done', daysLate: 3 })
    const month = { approval: [approved], publication: [{ publishedText: '2026-06' }] }
    expect(of(month, 'publication', '2026-07-01')).toMatchObject({ state: 'done', daysLate: null })
    const withheld = { approval: [approved], publication: [{ withheldGround: '国家秘密' }] }
    expect(of(withheld, 'publication', '2026-07-01')).toMatchObject({ state: 'done', doneOn: null })
    const early = of({ approval: [approved], assessment: [{ finishedOn: '2027-01-15' }] }, 'assessment', '2027-02-01')
    expect(early).toMatchObject({ state: 'done', daysLate: 0 })
    expect(early.notes.join()).toContain('早于可以启动的 2027-03-15')
  })
})

test('what is left agrees with the rule of the dates', () => {
  for (const today of ['2026-04-14', '2026-04-15', '2026-04-23', '2026-04-29', '2026-04-30', '2026-05-09']) {
    const { daysLeft, warning } = oneOf(on(today, factsOf()), 'investigation')
    const answer = shippedBook().evaluate(
      'dateOrder',
      { today, deadlines: [{ name: '提交', lastDay: '2026-04-30' }] },
      shippedSettings,
    )
    expect(answer).toMatchObject({ result: { deadlines: [{ remaining: daysLeft, level: warning }] } })
  }
})
