import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseTables, isCaseTable } from '../../src/shared/case/tables.ts'
import { contentProblem } from '../../src/shared/import/content.ts'
import { importRows, originalOf } from '../../src/shared/import/import-rows.ts'
import { cloneJson, isObject, isSameJson, setOwn } from '../../src/shared/import/json.ts'
import { noteKind, unplacedValues, withNotes } from '../../src/shared/import/notes.ts'
import { parsePublishedCase } from '../../src/shared/import/parse.ts'
import type { CaseRows } from '../../src/shared/import/row.ts'
import { publishedFromRows } from '../../src/shared/import/rows.ts'

const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647)
console.info(`import-lossless: FC_SEED=${seed}`)

const load = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
const cases = [
  'tests/fixtures/published/full.json',
  'tests/fixtures/published/small.json',
  'resources/samples/published/sijikaiyuan-2021.json',
  'resources/samples/published/jinshi-2024.json',
  'resources/samples/published/puteng-2022.json',
].map(load)

function imported(json: unknown): CaseRows {
  const parsed = parsePublishedCase(json)
  if (!parsed.ok) throw new Error(parsed.message)
  let made = 0
  return importRows(parsed.value, {
    newId: () => {
      made += 1
      return `r${made}`
    },
    fileSha256: '0'.repeat(64),
    fileName: 'case.json',
    importedAt: '2026-08-04T10:00:00+08:00',
    ownerBureauId: 'bureau',
    registeredOn: '2026-08-04',
  })
}

/** The case again from rows that went through text and whose notes come back in another order, as a database keeps them. */
function again(rows: CaseRows): unknown {
  const kept: CaseRows = JSON.parse(JSON.stringify(rows))
  return originalOf({ ...kept, rows: { ...kept.rows, importNote: kept.rows.importNote?.toReversed() ?? [] } })
}

/** All objects and lists of a value. */
function containers(value: unknown): readonly object[] {
  if (Array.isArray(value)) return [value, ...value.flatMap(containers)]
  return isObject(value) ? [value, ...Object.values(value).flatMap(containers)] : []
}

/** All places of a value: a container with one of its keys. */
function places(value: unknown): readonly (readonly [object, string])[] {
  return containers(value).flatMap((at) => Object.keys(at).map((key) => [at, key] as const))
}

const json = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)))
const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'a/b', 'a~1', '', '0', '字段', 'id', 'order'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const word = fc.oneof(
  fc.constantFrom(
    '',
    '死亡',
    '下落不明',
    '3人',
    '2人死亡',
    'U9',
    'U1',
    'constructor',
    '__proto__',
    '2024',
    '无',
    ' 空格 ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constant('长'.repeat(2_500)),
)

type Change =
  | { readonly kind: 'add'; readonly at: number; readonly key: string; readonly value: unknown }
  | { readonly kind: 'reword'; readonly at: number; readonly value: string }
  | { readonly kind: 'replace'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'drop'; readonly at: number }
  | { readonly kind: 'repeat'; readonly at: number }

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(), key, value: json }),
  fc.record({ kind: fc.constant('reword' as const), at: fc.nat(), value: word }),
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), value: json }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat() }),
)

/** Applies a change somewhere in the case. */
function mutate(target: unknown, { at, ...one }: Change): void {
  const all = one.kind === 'add' || one.kind === 'repeat' ? [] : places(target)
  const texts =
    one.kind === 'reword' ? all.filter(([where, name]) => typeof Reflect.get(where, name) === 'string') : all
  const [where, name] = texts[at % Math.max(texts.length, 1)] ?? []
  if (one.kind === 'add') {
    const objects = containers(target).filter((container) => !Array.isArray(container))
    const container = objects[at % objects.length]
    if (container) setOwn(container, one.key, cloneJson(one.value))
  } else if (one.kind === 'repeat') {
    const lists = containers(target).filter((container) => Array.isArray(container))
    const list = lists[at % Math.max(lists.length, 1)]
    if (Array.isArray(list) && list.length > 0) list.push(cloneJson(list[at % list.length]))
  } else if (where && name !== undefined) {
    if (one.kind !== 'drop') setOwn(where, name, cloneJson(one.value))
    else if (!Array.isArray(where)) Reflect.deleteProperty(where, name)
  }
}

test('every case is given back exactly by its rows and notes', () => {
  for (const value of cases) expect(again(imported(value))).toEqual(value)
})

test('a case changed anywhere is either refused with a sentence or given back exactly', () => {
  let kept = 0
  let refused = 0
  fc.assert(
    fc.property(fc.nat({ max: cases.length - 1 }), fc.array(change, { minLength: 1, maxLength: 4 }), (at, changes) => {
      const value = cloneJson(cases[at])
      for (const one of changes) mutate(value, one)
      const parsed = parsePublishedCase(value)
      if (!parsed.ok) {
        refused += 1
        expect(parsed.message).toMatch(/^[^\n]{6,400}。$/)
        return
      }
      kept += 1
      expect(isSameJson(again(imported(value)), value)).toBe(true)
    }),
    { seed, numRuns: 600 },
  )
  // both outcomes must have been met, or the property says nothing
  expect(kept).toBeGreaterThan(150)
  expect(refused).toBeGreaterThan(50)
})

test('unknown keys at any depth are never refused, hostile names included', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: cases.length - 1 }),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a/b~c', '字段'),
          json.filter((extra) => contentProblem(extra) === null),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      (at, added) => {
        const value = cloneJson(cases[at])
        for (const [where, name, extra] of added) mutate(value, { kind: 'add', at: where, key: name, value: { extra } })
        expect(parsePublishedCase(value).ok).toBe(true)
        expect(isSameJson(again(imported(value)), value)).toBe(true)
        expect(Reflect.get({}, 'extra')).toBeUndefined()
      },
    ),
    { seed, numRuns: 200 },
  )
})

test('rows of changed cases still fit their tables', () => {
  fc.assert(
    fc.property(fc.nat({ max: cases.length - 1 }), fc.array(change, { minLength: 1, maxLength: 4 }), (at, changes) => {
      const value = cloneJson(cases[at])
      for (const one of changes) mutate(value, one)
      fc.pre(parsePublishedCase(value).ok)
      for (const [table, rows] of Object.entries(imported(value).rows)) {
        if (!isCaseTable(table)) throw new Error(table)
        for (const { id, ...values } of rows) {
          expect(id).not.toBe('')
          expect(caseTables[table].fields.safeParse(values).error).toBeUndefined()
        }
      }
    }),
    { seed, numRuns: 100 },
  )
})

test('a column that loses its value shows in the rebuilt case', () => {
  const rows = imported(cases[0])
  const whole = publishedFromRows(rows)
  const silent: string[] = []
  let seen = 0
  for (const [table, list] of Object.entries(rows.rows)) {
    if (!isCaseTable(table) || table === 'accident' || table === 'importBatch' || table === 'importNote') continue
    const nullable = Object.entries(caseTables[table].fields.shape).filter(
      ([, schema]) => schema.safeParse(null).success,
    )
    for (const at of list.keys())
      for (const [column] of nullable) {
        const damaged: CaseRows = JSON.parse(JSON.stringify(rows))
        const row = damaged.rows[table]?.[at]
        if (!row || Reflect.get(row, column) === null) continue
        setOwn(row, column, null)
        seen += 1
        if (isSameJson(publishedFromRows(damaged), whole)) silent.push(`${table}.${column}`)
      }
  }
  expect(seen).toBeGreaterThan(120)
  // what the app classifies, links or computes from words that stand in another column has no place in the file
  expect([...new Set(silent)].sort()).toEqual([
    'approval.decision',
    'assessmentItem.measureId',
    'assessmentItem.proposalId',
    'casualty.isWorker',
    'casualty.outcome',
    'document.aboutId',
    'document.aboutTable',
    'escalation.decision',
    'liability.headCount',
    'liability.personId',
    'lossAssessment.excludesFine',
    'person.name',
    'person.position',
    'person.unitId',
    'proposal.decidingBody',
    'proposal.fineFen',
    'supervision.level',
    'team.level',
    'timelineEvent.tTo',
  ])
})

test('the difference of any two values, written over the second, gives the first', () => {
  fc.assert(
    fc.property(json, json, (want, have) => {
      const { values, absent } = unplacedValues(want, have)
      expect(isSameJson(withNotes(have, values, absent), want)).toBe(true)
      if (isSameJson(want, have)) expect([values, absent]).toEqual([[], []])
      for (const one of values)
        expect(['source', 'remark', 'no_column', 'not_parsed', 'conflict']).toContain(noteKind(one))
    }),
    { seed, numRuns: 500 },
  )
})
