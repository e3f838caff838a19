/** Extensions of the investigation against the law of the kind of accident. */
import { expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { extensionProblem, typedExtensionProblem } from '../../src/shared/clock/extension-limit.ts'
import { row, sampleDossier, withRow, withRows } from '../support/dossier.ts'

const sample = sampleDossier()
const days = (...list: readonly number[]): Dossier =>
  withRows(sample, {
    extension: list.map((count, at) =>
      row('extension', { id: `x${at}`, clock: 'investigation', days: count, approvedBy: '澜州市人民政府' }),
    ),
  })
const kind = (dossier: Dossier, regime: Dossier['caseFile']['regime']): Dossier => ({
  ...dossier,
  caseFile: { ...dossier.caseFile, regime },
})

test('sixty days in all, however many extensions they are', () => {
  expect(extensionProblem(days(60))).toBeNull()
  expect(extensionProblem(days(30, 30))).toBeNull()
  for (const dossier of [days(61), days(30, 31)])
    expect(extensionProblem(dossier)).toMatch(
      /^延期合计 61 日，超过最长 60 日（《生产安全事故报告和调查处理条例》.*第二十九条.*），请核对延期天数。$/,
    )
  // applied for and not approved, or of another period: not printed
  expect(extensionProblem(withRow(days(61), 'extension', 'x0', { approvedBy: null }))).toBeNull()
  expect(extensionProblem(withRow(days(61), 'extension', 'x0', { clock: 'penalty' }))).toBeNull()
})

test('the law of the kind of accident, and none where it is not at hand', () => {
  expect(extensionProblem(kind(days(61), 'special'))).toMatch(/第三十条/)
  expect(extensionProblem(kind(days(60), 'power'))).toBeNull()
  expect(extensionProblem(kind(days(61), 'power'))).toMatch(/第二十三条.*没有收录延期 61 日的依据/)
  expect(extensionProblem(kind(days(1), 'rail'))).toMatch(/第二十七条/)
  expect(extensionProblem(kind(days(61), 'coal'))).toBeNull()
  const { caseFile } = sample
  expect(extensionProblem({ ...days(61), caseFile: { ...caseFile, occurredFrom: null } })).toBeNull()
  const old = { ...caseFile, occurredFrom: '2006-01-01T08:00:00+08:00', occurredOn: '2006-01-01' }
  expect(extensionProblem({ ...days(61), caseFile: old })).toBeNull()
})

test('what is typed counts beside the others, not beside itself', () => {
  const typed = { id: 'x0', clock: 'investigation' }
  expect(typedExtensionProblem(days(30), 60, typed)).toBeNull()
  expect(typedExtensionProblem(days(30), 61, typed)).toMatch(/^延期合计 61 日/)
  expect(typedExtensionProblem(days(30), 31, { clock: 'investigation' })).toMatch(/^延期合计 61 日/)
  expect(typedExtensionProblem(days(30), 61, { clock: 'supervision' })).toBeNull()
})
