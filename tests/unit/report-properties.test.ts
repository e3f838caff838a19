import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseTable, caseTables, type Dossier, type ListTable } from '../../src/shared/case/tables.ts'
import type { Document } from '../../src/shared/report/document.ts'
import { chineseNumber, numberDocument } from '../../src/shared/report/numbering.ts'
import { documentText } from '../../src/shared/report/plain.ts'
import type { z } from '../../src/shared/schema.ts'
import { sampleDossier } from '../support/dossier.ts'
import { blocksOf, report } from '../support/report-text.ts'

const sample = sampleDossier()

type Place = { readonly table: ListTable; readonly id: string; readonly column: string | null }

const isEmptiable = (table: CaseTable, column: string): boolean => {
  const shape: Readonly<Record<string, z.ZodType>> = caseTables[table].fields.shape
  return shape[column]?.safeParse(null).success === true
}

/** Every row, and every cell that may be empty, of the lists of the sample case. */
const tables = Object.keys(sample.rows).filter((table): table is ListTable => Object.hasOwn(sample.rows, table))
const places: readonly Place[] = tables.flatMap((table) =>
  sample.rows[table].flatMap((row): readonly Place[] => [
    { table, id: row.id, column: null },
    ...Object.keys(row)
      .filter((column) => isEmptiable(table, column) && Reflect.get(row, column) !== null)
      .map((column) => ({ table, id: row.id, column })),
  ]),
)
const registerFacts = [
  'occurredFrom',
  'occurredOn',
  'occurredText',
  'province',
  'city',
  'district',
  'typeStandard',
  'typeCode',
  'grade',
  'deaths',
  'directLossFen',
]
const longFacts = Object.keys(sample.accident).filter((column) => isEmptiable('accident', column))

/** What is taken away: cells and rows, long facts of the accident, whole tables. */
type Taken = {
  readonly places: readonly Place[]
  readonly facts: readonly string[]
  readonly register: readonly string[]
  readonly tables: readonly ListTable[]
}

function without({ places: taken, facts, register, tables: gone }: Taken): Dossier {
  const rows: Record<string, unknown> = { ...sample.rows }
  for (const table of new Set(taken.map((place) => place.table))) {
    const own = taken.filter((place) => place.table === table)
    rows[table] = sample.rows[table]
      .filter((row) => !own.some((place) => place.id === row.id && place.column === null))
      .map((row) => {
        const empty = own.filter((place) => place.id === row.id).map((place) => [place.column ?? '', null])
        return { ...row, ...Object.fromEntries(empty) }
      })
  }
  for (const table of gone) rows[table] = []
  const caseFile = { ...sample.caseFile, ...Object.fromEntries(register.map((column) => [column, null])) }
  const accident = { ...sample.accident, ...Object.fromEntries(facts.map((column) => [column, null])) }
  // the columns are the same, some of them empty where their schema allows it
  return { ...sample, caseFile, accident, rows: rows as unknown as Dossier['rows'] }
}

const options = fc.record({
  template: fc.constantFrom('A', 'B', 'C'),
  edition: fc.constantFrom('internal', 'public'),
} as const)
const anyTaken: fc.Arbitrary<Taken> = fc.record({
  places: fc.subarray([...places], { maxLength: 400 }),
  facts: fc.subarray(longFacts),
  register: fc.subarray(registerFacts),
  tables: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...tables]) }),
})

/** Chapters, and sections in each, count on without a gap; the first one is one. */
function expectConsecutiveHeadings(document: Document): void {
  const numbers = numberDocument(document)
  const counts = [0, 0]
  for (const block of blocksOf(document, 'heading')) {
    if (block.level > 2) continue
    const at = block.level - 1
    counts[at] = (counts[at] ?? 0) + 1
    if (block.level === 1) counts[1] = 0
    const ordinal = chineseNumber(counts[at] ?? 0)
    expect(numbers.get(block.id)).toBe(block.level === 1 ? `${ordinal}、` : `（${ordinal}）`)
  }
}

/** After a title comes text or the first title of a lower level, never another title or the end. */
function expectNoEmptyHeadings(document: Document): void {
  document.blocks.forEach((block, at) => {
    if (block.kind !== 'heading') return
    const next = document.blocks[at + 1]
    const isFollowed =
      next?.kind === 'heading' ? next.level > block.level : next !== undefined && next.kind !== 'signature'
    expect(isFollowed, `nothing under ${block.id}`).toBe(true)
  })
}

function expectUniqueIds(document: Document): void {
  const ids = document.blocks.flatMap((block) =>
    block.kind === 'list' || block.kind === 'attachmentList'
      ? [block.id, ...block.items.map((item) => item.id)]
      : [block.id],
  )
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
}

function expectKnownReferences(document: Document): void {
  const numbers = numberDocument(document)
  const targets = JSON.stringify(document.blocks).matchAll(/"kind":"ref","target":"([^"]+)"/g)
  for (const [, target = ''] of targets) expect(numbers.has(target), `no block ${target}`).toBe(true)
}

test('a case from which anything is taken away still gives a readable report', () => {
  fc.assert(
    fc.property(anyTaken, options, (taken, given) => {
      const document = report(without(taken), given)
      const text = documentText(document)
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
      expect(text).not.toMatch(/[，、；。：][，、；。]/)
      expect(text).not.toMatch(/（）|“”|《》|^[，。；、]/m)
      expect(text).not.toMatch(/(是|为|依据|违反了|由|经|至|于)[。；]/)
      expectConsecutiveHeadings(document)
      expectNoEmptyHeadings(document)
      expectUniqueIds(document)
      expectKnownReferences(document)
    }),
    { numRuns: 300 },
  )
})

test('words that lead to a list are never left without it', () => {
  fc.assert(
    fc.property(anyTaken, options, (taken, given) => {
      const { blocks } = report(without(taken), given)
      blocks.forEach((block, at) => {
        if (block.kind !== 'paragraph') return
        const last = block.children.at(-1)
        if (last === undefined || !('text' in last) || !last.text.endsWith('：')) return
        expect(['list', 'heading']).toContain(blocks[at + 1]?.kind)
      })
    }),
    { numRuns: 150 },
  )
})

test('numbers of persons and units in titles are those of the items under them', () => {
  fc.assert(
    fc.property(anyTaken, (taken) => {
      const dossier = without(taken)
      const document = report(dossier)
      const subjects = new Set(dossier.rows.proposal.map((proposal) => proposal.liabilityId))
      const liable = dossier.rows.liability.filter((row) => subjects.has(row.id))
      // a group of unknown size: its number is a gap, which another test looks for
      const isUnknown = liable.some(
        (row) =>
          row.subjectKind.endsWith('group') && row.headCount === null && (row.subjectText ?? row.identityText) === null,
      )
      if (isUnknown) return
      const heads = (isUnit: boolean) =>
        liable
          .filter((row) => row.subjectKind.startsWith('unit') === isUnit)
          .reduce((sum, row) => sum + (row.subjectKind.endsWith('group') ? (row.headCount ?? 2) : 1), 0)
      const text = documentText(document)
      if (liable.length === 0) return
      const persons = /建议对(\d+)名责任人员/.exec(text)?.[1] ?? '0'
      const units = /[对、](\d+)个责任单位作出处理/.exec(text)?.[1] ?? '0'
      expect([Number(persons), Number(units)]).toEqual([heads(false), heads(true)])
      const titles = blocksOf(document, 'heading').filter((block) => block.id.startsWith('section:proposals:'))
      const counted = titles
        .flatMap((block) => block.children)
        .flatMap((inline) => ('text' in inline && /^\d+$/.test(inline.text) ? [Number(inline.text)] : []))
      if (titles.length > 0) expect(counted.reduce((sum, count) => sum + count, 0)).toBe(heads(false) + heads(true))
    }),
    { numRuns: 150 },
  )
})

test('every gap that is printed is listed with the page where it is filled', () => {
  fc.assert(
    fc.property(anyTaken, options, (taken, given) => {
      const document = report(without(taken), given)
      const printed = new Set([...documentText(document).matchAll(/【待补：([^】]+)】/g)].map((match) => match[1]))
      expect(new Set(document.missing.map((fact) => fact.printed))).toEqual(printed)
    }),
    { numRuns: 150 },
  )
})
