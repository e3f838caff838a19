import { expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { categoryOptions, categoryProblem, hasMultiple } from '../../src/shared/liability/subject-categories.ts'
import { exportWarnings } from '../../src/shared/report/export-warnings.ts'
import { emptyDossier, row, sampleDossier, withoutRows, withRow, withRows } from '../support/dossier.ts'

const sample = sampleDossier()
const told = (dossier: Dossier) => exportWarnings(dossier).map(({ sentence }) => sentence)
const places = (dossier: Dossier) =>
  exportWarnings(dossier).map(({ stage, fact }) => [stage, fact.table, fact.id, fact.column])

test('a complete case and an empty one are not warned about', () => {
  expect(told(sample)).toEqual([])
  expect(told(emptyDossier())).toEqual([])
})

test('liability without the clause that was breached', () => {
  const ids = sample.rows.citation
    .filter((one) => one.aboutId === 'li-r14' && one.role === 'breach')
    .map(({ id }) => id)
  const without = withoutRows(sample, 'citation', ids)
  expect(told(without)).toEqual([expect.stringMatching(/^没有写违反条款：.+；请补填违反的法律条款。$/)])
  expect(places(without)).toEqual([['liability', 'liability', 'li-r14', 'facts']])
  // words that name the law themselves are enough, and so are duties for a sanction of the party
  expect(told(withRow(without, 'liability', 'li-r14', { facts: '违反《安全生产法》第二十五条，未组织检查' }))).toEqual(
    [],
  )
})

test('causes and problems without a measure', () => {
  const unlinked = withRows(sample, { measureCause: sample.rows.measureCause.filter((link) => link.causeId !== 'c1') })
  expect(told(unlinked)[0]).toMatch(/^1条原因没有对应的整改措施：“.+”；请在措施中关联原因，或者补写措施。$/)
  expect(places(unlinked)[0]).toEqual(['causes', 'cause', 'c1', 'description'])
  const alone = withRows(sample, { findingCause: sample.rows.findingCause.filter((link) => link.findingId !== 'f1') })
  expect(told(alone)).toEqual([expect.stringMatching(/^1条问题看不出由哪项措施整改：/)])
  // no measure at all is a gap of the report itself
  expect(told(withRows(unlinked, { measure: [], measureCause: [] }))).toEqual([])
})

test('a wrong check digit, a measure without a day, an empty proposal', () => {
  expect(told(withRow(sample, 'unit', 'U1', { uscc: '91329981MA0UL7Q2X1' }))).toEqual([
    expect.stringMatching(/^朔澜公司：.*统一社会信用代码/),
  ])
  const open = withRow(sample, 'measure', 'm1', { dueOn: null, dueText: null })
  expect(told(open)).toEqual([expect.stringMatching(/^1项措施没有完成时限：“.+”；请填写完成的日期。$/)])
  expect(places(open)).toEqual([['measures', 'measure', 'm1', 'dueOn']])
  const id = sample.rows.proposal.find(({ liabilityId }) => liabilityId === 'li-r14')?.id ?? ''
  const blank = withRow(sample, 'proposal', id, { description: ' ', kindText: null, fineFen: null })
  expect(told(blank)).toEqual([expect.stringMatching(/^处理建议是空的：.+；请写明给予什么处理/)])
  const none = withRows(sample, { proposal: sample.rows.proposal.filter((one) => one.liabilityId !== 'li-r14') })
  expect(told(none)).toContainEqual(expect.stringMatching(/^处理建议是空的：/))
})

test('many of one kind are one sentence with the first names', () => {
  const liability = Array.from({ length: 5 }, (_, at) =>
    row('liability', { id: `l${at}`, subjectKind: 'person', subjectText: `人员${at + 1}` }),
  )
  expect(told(withRows(emptyDossier(), { liability }))).toEqual([
    '处理建议是空的：人员1、人员2、人员3等5个对象；请写明给予什么处理、由哪个机关处理。',
  ])
})

test('a penalty fits its subject', () => {
  const values = (kind: 'person' | 'unit', kept: readonly ('penalty_unit' | 'penalty_person')[] = []) =>
    categoryOptions(kind, kept).map(({ value }) => value)
  expect(values('person')).toContain('penalty_person')
  expect(values('person')).not.toContain('penalty_unit')
  expect(values('unit')).not.toContain('penalty_person')
  expect(values('person', ['penalty_unit'])).toContain('penalty_unit')
  // 党纪政务处分 and 企业内部处理 are for persons; nobody but a person dies in an accident
  for (const category of ['exempt', 'discipline', 'internal'] as const) {
    expect(values('unit')).not.toContain(category)
    expect(values('person')).toContain(category)
    expect(categoryProblem(category, 'unit_group')).toMatch(/^对象是单位，处理类别却是“.+”；请改/)
    expect(categoryProblem(category, 'person_group')).toBeNull()
  }
  expect(categoryProblem('penalty_unit', 'unit_group')).toBeNull()
  const id = sample.rows.proposal.find(({ liabilityId }) => liabilityId === 'li-r14')?.id ?? ''
  expect(told(withRow(sample, 'proposal', id, { category: 'penalty_unit' }))).toEqual([
    expect.stringMatching(/：对象是人员，处理类别却是“行政处罚（单位）”；请改为“行政处罚（人员）”/),
  ])
})

test('the multiple of a fine is asked for units only', () => {
  expect(hasMultiple('penalty_unit', 'unit')).toBe(true)
  expect(hasMultiple('penalty_unit', 'unit_group')).toBe(true)
  expect(hasMultiple('penalty_person', 'person')).toBe(false)
  expect(hasMultiple('penalty_unit', 'person')).toBe(false)
  expect(hasMultiple('discipline', 'person')).toBe(false)
})

test('a proposal without the clause that it rests on', () => {
  const ids = sample.rows.citation.filter((one) => one.aboutId === 'pr-r4').map(({ id }) => id)
  const without = withoutRows(sample, 'citation', ids)
  expect(told(without)).toEqual(['没有写处理依据：阮青川；请补填处理所依据的条款，确实没有的不必填。'])
  expect(places(without)).toEqual([['liability', 'liability', 'li-r4', 'facts']])
  // words that name the law themselves are enough, and nothing is asked of those who died
  const said = { description: '依据《公职人员政务处分法》第三十九条，给予政务记过处分' }
  expect(told(withRow(without, 'proposal', 'pr-r4', said))).toEqual([])
  expect(told(withRow(without, 'proposal', 'pr-r4', { category: 'exempt' }))).toEqual([])
})
