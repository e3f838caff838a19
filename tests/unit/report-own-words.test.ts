/** What a person types in a natural way must not print twice or vanish. */
import { expect, test } from 'vitest'
import { natureText } from '../../src/shared/case/nature.ts'
import { statutoryItems } from '../../src/shared/case/statutory-items.ts'
import { reportOptions } from '../../src/shared/report/investigation/options.ts'
import { buildInvestigationReport } from '../../src/shared/report/investigation.ts'
import { documentText } from '../../src/shared/report/plain.ts'
import { sampleDossier } from '../support/dossier.ts'

const sample = sampleDossier()
const textOf = (dossier: typeof sample, template: 'A' | 'B' | 'C' = 'A') =>
  documentText(buildInvestigationReport(dossier, reportOptions({ template })))

test('a chosen nature without words prints what the choice says, and counts as said', () => {
  const accident = { ...sample.accident, nature: 'liability', natureText: null, natureStatement: null }
  const dossier = { ...sample, accident }
  expect(natureText(accident)).toEqual({ text: '生产安全责任事故', column: 'nature' })
  for (const template of ['A', 'B', 'C'] as const) {
    expect(textOf(dossier, template)).not.toContain('【待补：事故性质】')
    expect(textOf(dossier, template)).toContain('生产安全责任事故')
  }
  expect(statutoryItems(dossier).flatMap(({ missing }) => missing.map(({ label }) => label))).not.toContain('事故性质')
  const other = { ...sample, accident: { ...accident, nature: 'other' } }
  expect(textOf(other)).toContain('【待补：事故性质】')
  expect(statutoryItems(other).flatMap(({ missing }) => missing.map(({ label }) => label))).toContain('事故性质')
})

test('a unit that names itself in its own words is not named twice', () => {
  const unit = sample.rows.unit.map((row, at) =>
    at === 0 ? { ...row, licences: null, safetyManagement: '该公司设安全员1名，负责日常检查' } : row,
  )
  const text = textOf({ ...sample, rows: { ...sample.rows, unit } })
  expect(text).toContain('该公司设安全员1名，负责日常检查')
  expect(text).not.toContain('该公司该公司')
})

test('a measure entered as a whole sentence keeps its unit and its day', () => {
  const measure = sample.rows.measure.map((row, at) =>
    at === 0 ? { ...row, responsibleText: null, description: '朔澜公司应当停用1号除尘系统' } : row,
  )
  const text = textOf({ ...sample, rows: { ...sample.rows, measure } })
  expect(text).toMatch(/朔澜公司应当于2027年3月31日前停用1号除尘系统。/)
  expect(text).not.toContain('应当应当')
})

test('a unit without words for its role stands in the table of the brief form with its kind', () => {
  const unit = sample.rows.unit.map((row, at) => (at === 0 ? { ...row, roleText: null, kind: 'accident_unit' } : row))
  const line = textOf({ ...sample, rows: { ...sample.rows, unit } }, 'C')
    .split('\n')
    .find((words) => words.startsWith('1\t汀泽朔澜'))
  expect(line).toContain('事故发生单位')
})
