import { afterEach, beforeEach, expect, test } from 'vitest'
import { references } from '../../src/main/case/references.ts'
import { aCase, type TestApp, testApp } from '../support/app.ts'

let library: TestApp

beforeEach(async () => {
  library = await testApp()
})
afterEach(() => library.close())

test('references are those of the database; links that go with their owner are left out', () => {
  const found = references(library.app.library().statements)
  const columnsTo = (table: string) => (found.get(table) ?? []).map(({ from, column }) => `${from}.${column}`)
  expect(columnsTo('liability')).toEqual(['proposal.liability_id'])
  expect(columnsTo('cause')).toEqual(['cause.parent_id', 'findingCause.cause_id', 'measureCause.cause_id'])
  expect(columnsTo('document')).toContain('team.authority_document_id')
  expect(columnsTo('document')).not.toContain('documentBlock.document_id')
  expect(columnsTo('finding')).toEqual([])
})

test('a document that the team stands on is not moved out of the case', async () => {
  const caseId = await aCase(library)
  const document = await library.ok('document.add', {
    caseId,
    values: { kind: 'team_notice', direction: 'received', title: '关于成立事故调查组的通知' },
  })
  const team = await library.ok('team.add', {
    caseId,
    values: { purpose: 'investigation', authorityDocumentId: document.id },
  })
  expect(await library.refusal('document.archive', { caseId, id: document.id })).toEqual({
    code: 'refused',
    message: '这条文书仍被引用（调查组1条），没有移走；请先改掉或移走引用它的记录。',
  })
  await library.ok('team.update', { caseId, id: team.id, values: { authorityDocumentId: null } })
  await library.ok('document.archive', { caseId, id: document.id })
})
