/** Proposed fines against the brackets of the law, in the hint of the row and before an export. */
import { expect, test } from 'vitest'
import type { Dossier, Row } from '../../src/shared/case/tables.ts'
import { fineProblem } from '../../src/shared/liability/fine-bracket.ts'
import { exportWarnings } from '../../src/shared/report/export-warnings.ts'
import { row, sampleDossier, withRow, withRows } from '../support/dossier.ts'

const sample = sampleDossier()
const wan = 1_000_000
const problemOf = (dossier: Dossier, id: string, values: Partial<Row<'proposal'>> = {}) => {
  const changed = withRow(dossier, 'proposal', id, values)
  const proposal = changed.rows.proposal.find((one) => one.id === id)
  return proposal === undefined ? null : fineProblem(changed, proposal)
}

test('the fines of the sample lie within their brackets', () => {
  for (const { id } of sample.rows.proposal) expect(problemOf(sample, id)).toBeNull()
})

test('a unit by the figures of the case', () => {
  expect(problemOf(sample, 'pr-r10', { fineFen: 100 * wan })).toBeNull()
  expect(problemOf(sample, 'pr-r10', { fineFen: 60 * wan })).toMatch(
    /^拟罚 60 万元，低于 100–120 万元（《.+》.*第.+条.*）；减轻处罚须有法定理由（《行政处罚法》.*第三十二条、第三十三条），由人决定。$/,
  )
  expect(problemOf(sample, 'pr-r10', { fineFen: 300 * wan })).toMatch(
    /^拟罚 300 万元，高于 100–120 万元（.+），超出法定幅度，请核对。$/,
  )
  // three times the fine
  expect(problemOf(sample, 'pr-r10', { fineFen: 330 * wan, fineMultiplePermille: 3000 })).toBeNull()
  expect(problemOf(sample, 'pr-r10', { fineFen: 900 * wan, fineMultiplePermille: 3000 })).toMatch(/高于/)
})

test('a person by grade and income', () => {
  expect(problemOf(sample, 'pr-r14', { fineFen: 10 * wan })).toMatch(
    /^拟罚 100000 元，低于 291600 元（《生产安全事故罚款处罚规定》.*第十九条）；减轻处罚须有法定理由/,
  )
  expect(problemOf(sample, 'pr-r15', { fineFen: 20 * wan })).toMatch(/高于 96000–128000 元（.*第二十条）/)
  expect(problemOf(sample, 'pr-r14', { fineFen: 10 * wan, fineBaseFen: null })).toBeNull()
  expect(problemOf(sample, 'pr-r14', { fineFen: 10 * wan, fineBaseSource: 'estimated' })).toBeNull()
})

test('nothing is said where the case does not say whose fine it is', () => {
  // 安全评价机构 by 第九十二条
  expect(problemOf(sample, 'pr-r13', { fineFen: 900 * wan })).toBeNull()
  const without = withRows(sample, { citation: sample.rows.citation.filter((one) => one.aboutId !== 'pr-r10') })
  expect(problemOf(without, 'pr-r10', { fineFen: wan })).toBeNull()
  const cited = (lawText: string) =>
    withRows(sample, {
      citation: [
        ...sample.rows.citation,
        row('citation', { id: 'more', aboutTable: 'proposal', aboutId: 'pr-r14', role: 'basis', lawText }),
      ],
    })
  const little = { fineFen: 10 * wan }
  expect(problemOf(cited('《生产安全事故罚款处罚规定》第十一条第一项'), 'pr-r14', little)).toBeNull()
  expect(problemOf(cited('《中华人民共和国行政处罚法》第三十三条'), 'pr-r14', little)).toMatch(/低于/)
  expect(problemOf({ ...sample, caseFile: { ...sample.caseFile, regime: 'rail' } }, 'pr-r14', little)).toBeNull()
  expect(problemOf({ ...sample, caseFile: { ...sample.caseFile, grade: 1 } }, 'pr-r10', { fineFen: wan })).toBeNull()
})

test('where the loss is not known the tier is a lowest one', () => {
  const open = withRows(sample, { lossAssessment: [], lossItem: [] })
  expect(problemOf(open, 'pr-r10', { fineFen: 300 * wan })).toBeNull()
  expect(problemOf(open, 'pr-r10', { fineFen: 60 * wan })).toMatch(/低于/)
})

test('before an export it is a warning that leads to the subject', () => {
  const low = withRow(sample, 'proposal', 'pr-r10', { fineFen: 60 * wan })
  expect(exportWarnings(low)).toEqual([
    {
      key: 'fine:pr-r10',
      sentence: expect.stringMatching(/^汀泽朔澜轻合金制品有限公司：拟罚 60 万元，低于 /),
      stage: 'liability',
      fact: { table: 'liability', id: 'li-r10', column: 'facts' },
    },
  ])
})
