import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCase, type TestApp, testApp } from '../support/app.ts'

let library: TestApp

beforeEach(async () => {
  library = await testApp()
})
afterEach(() => library.close())

test('the classification follows the day of the accident until a type is chosen', async () => {
  const caseId = await aCase(library, { occurredFrom: '2026-06-30T10:00:00+08:00' })
  const standard = async () => (await library.ok('case.dossier', { caseId })).caseFile.typeStandard
  expect(await standard()).toBe('GB6441-1986')
  await library.ok('case.update', { caseId, values: { occurredFrom: '2026-07-01T10:00:00+08:00' } })
  expect(await standard()).toBe('GB6441-2025')
  await library.ok('case.update', { caseId, values: { typeCode: 'WSA10018' } })
  await library.ok('case.update', { caseId, values: { occurredFrom: '2026-06-30T10:00:00+08:00' } })
  expect(await standard()).toBe('GB6441-2025')
})
