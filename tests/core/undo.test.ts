import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { aCase, type TestApp, testApp } from '../support/app.ts'

let library: TestApp

beforeEach(async () => {
  library = await testApp()
})
afterEach(() => library.close())

/** What a person sees: rows without versions and times. */
async function seen(caseId: string): Promise<unknown> {
  const dossier: Dossier = await library.ok('case.dossier', { caseId })
  const rows = Object.entries(dossier.rows).map(([name, list]) => [name, list.map(({ rev: _rev, ...row }) => row)])
  const { rev: _rev, updatedAt: _at, ...caseFile } = dossier.caseFile
  const { rev: _accidentRev, ...accident } = dossier.accident
  return { caseFile, accident, rows }
}

test('undo and redo walk through adding, editing, moving and archiving', async () => {
  const caseId = await aCase(library)
  const states = [await seen(caseId)]
  const { id } = await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  states.push(await seen(caseId))
  await library.ok('unit.add', { caseId, values: { kind: 'regulator', name: '乙局' } })
  states.push(await seen(caseId))
  await library.ok('unit.update', { caseId, id, values: { legalRep: '张三' } })
  states.push(await seen(caseId))
  await library.ok('accident.update', { caseId, values: { address: '一号路' } })
  states.push(await seen(caseId))
  await library.ok('unit.archive', { caseId, id })
  states.push(await seen(caseId))
  expect(await library.ok('case.undoState', { caseId })).toEqual({ undo: '移走单位', redo: null })
  for (const state of states.slice(0, -1).reverse()) {
    await library.ok('case.undo', { caseId })
    expect(await seen(caseId)).toEqual(state)
  }
  for (const state of states.slice(1)) {
    await library.ok('case.redo', { caseId })
    expect(await seen(caseId)).toEqual(state)
  }
  expect(await library.ok('case.undoState', { caseId })).toEqual({ undo: '移走单位', redo: null })
  expect((await library.ok('library.verify', {})).faults).toEqual([])
})

test('a new command ends the chance to redo', async () => {
  const caseId = await aCase(library)
  await library.ok('lesson.add', { caseId, values: { description: '一' } })
  await library.ok('case.undo', { caseId })
  await library.ok('lesson.add', { caseId, values: { description: '二' } })
  expect(await library.ok('case.undoState', { caseId })).toEqual({ undo: '增加教训', redo: null })
  expect(await library.refusal('case.redo', { caseId })).toEqual({ code: 'refused', message: '没有可以重做的操作。' })
})

test('what was undone before a new command stays undone, also after that command is undone and redone', async () => {
  const caseId = await aCase(library)
  await library.ok('lesson.add', { caseId, values: { description: '一' } })
  await library.ok('case.undo', { caseId })
  await library.ok('lesson.add', { caseId, values: { description: '二' } })
  await library.ok('case.undo', { caseId })
  await library.ok('case.redo', { caseId })
  expect((await library.refusal('case.redo', { caseId })).message).toBe('没有可以重做的操作。')
  expect((await library.ok('case.dossier', { caseId })).rows.lesson.map(({ description }) => description)).toEqual([
    '二',
  ])
})

test('creating the case is a wall', async () => {
  const caseId = await aCase(library)
  expect((await library.refusal('case.undo', { caseId })).message).toContain('不能撤销')
})

test('a row that others point to can be neither archived nor un-added', async () => {
  const caseId = await aCase(library)
  const { id } = await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  await library.ok('person.add', { caseId, values: { name: '张三', unitId: id } })
  expect((await library.refusal('unit.archive', { caseId, id })).message).toContain('仍被引用（人员1条）')
})

test('an edit by someone else in between refuses the step with who and when', async () => {
  const caseId = await aCase(library)
  const { id } = await library.ok('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司' } })
  await library.ok('unit.update', { caseId, id, values: { legalRep: '张三' } })
  const { statements, bureauId } = library.app.library()
  statements.run(`insert into user_account (id, bureau_id, name) values ('0', ?, '李四')`, [bureauId])
  await library.ok('unit.update', { caseId, id, values: { legalRep: '王五' } })
  statements.run(`update user_account set disabled_at = '2026-11-06T09:00:00+08:00' where id = '0'`, [])
  expect((await library.refusal('case.undo', { caseId })).message).toMatch(/^李四已在2026-11-06 09:00“修改单位”/)
})

test('random sessions: every undo and redo gives the recorded state', async () => {
  const seed = Date.now()
  const step = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), text: fc.string({ minLength: 1, maxLength: 5 }) }),
    fc.record({ kind: fc.constant('edit' as const), at: fc.nat(5), text: fc.string({ minLength: 1, maxLength: 5 }) }),
    fc.record({ kind: fc.constant('archive' as const), at: fc.nat(5) }),
    fc.record({ kind: fc.constant('move' as const), at: fc.nat(5) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const caseId = await aCase(library)
      const states = [await seen(caseId)]
      for (const { kind, ...rest } of steps) {
        const lessons = (await library.ok('case.dossier', { caseId })).rows.lesson
        const lesson = 'at' in rest ? lessons[rest.at % Math.max(1, lessons.length)] : undefined
        if (kind === 'add')
          await library.ok('lesson.add', { caseId, values: { description: `${'text' in rest ? rest.text : ''}一` } })
        else if (lesson === undefined) continue
        else if (kind === 'archive') await library.ok('lesson.archive', { caseId, id: lesson.id })
        else if (kind === 'move') await library.ok('lesson.move', { caseId, id: lesson.id, afterId: null })
        else
          await library.ok('lesson.update', {
            caseId,
            id: lesson.id,
            values: { description: `${'text' in rest ? rest.text : ''}二` },
          })
        const state = await seen(caseId)
        if (JSON.stringify(state) !== JSON.stringify(states.at(-1))) states.push(state)
      }
      for (const state of states.slice(0, -1).reverse()) {
        await library.ok('case.undo', { caseId })
        expect(await seen(caseId)).toEqual(state)
      }
      for (const state of states.slice(1)) {
        await library.ok('case.redo', { caseId })
        expect(await seen(caseId)).toEqual(state)
      }
    }),
    { numRuns: 25, seed },
  )
})
