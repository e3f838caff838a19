/** The public edition: no name and no number of a person gets out, wherever it was typed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseTables, type Dossier, type ListTable } from '../../src/shared/case/tables.ts'
import type { Block, Document, Inline } from '../../src/shared/report/document.ts'
import { maskedNumber } from '../../src/shared/report/identifiers.ts'
import { documentText } from '../../src/shared/report/plain.ts'
import { publicEdition } from '../../src/shared/report/public-edition.ts'
import { leakRefusal, publicLeaks } from '../../src/shared/report/public-leaks.ts'
import { row, sampleDossier, withRow, withRows } from '../support/dossier.ts'
import { report } from '../support/report-text.ts'

const sample = sampleDossier()
const ID = '320506199001011234'
const ID_X = '32052519800101123X'
const PHONE = '13800000000'

const text = (words: string): Inline => ({ kind: 'text', text: words })
const paragraph = (id: string, ...children: readonly Inline[]): Block => ({
  kind: 'paragraph',
  id,
  role: 'body',
  children,
})
const documentOf = (...blocks: readonly Block[]): Document => ({ ...report(sample), blocks })
const shown = (...children: readonly Inline[]) =>
  documentText(publicEdition(documentOf(paragraph('p', ...children)), sample).document).trim()

/** The sample with one more dead person, whose name and numbers are known. */
const li = row('person', {
  id: 'li',
  name: '李四',
  idNumber: ID_X,
  phone: PHONE,
  homeAddress: '澜州市汀泽区柳巷7号402室',
})
const dead = row('casualty', {
  id: 'dead',
  personId: 'li',
  outcome: 'death',
  headCount: 1,
  injury: '全身大面积烧伤后感染',
})
const withLi = withRows(sample, {
  person: [...sample.rows.person, li],
  casualty: [...sample.rows.casualty, dead],
})

test('numbers of persons are masked as the law notes have it, codes of units and amounts are not', () => {
  expect(maskedNumber(ID)).toBe('3205**********1234')
  expect(maskedNumber(PHONE)).toBe('138****0000')
  expect(shown(text(`身份证${ID}，电话${PHONE}。`))).toBe('身份证3205**********1234，电话138****0000。')
  expect(shown(text(`证号T${ID_X}、320525 19800101 123x`))).toBe('证号T3205**********123X、3205**********123x')
  expect(shown(text('＋８６１３８０００００００0，138-0000-0000'))).toBe(
    '＋86138****0000，138****0000'.replace('＋', '+'),
  )
  expect(shown(text('账号6222020200001234567，病历号为Z2026-118，住院号：004512'))).toBe(
    '账号（略），病历号为（略），住院号：（略）',
  )
  const kept =
    '统一社会信用代码91320506MA1XY2K35X，罚款13800000元，2026年8月4日13时，编号20260804，C3205002009011220001234'
  expect(shown(text(kept))).toBe(kept)
})

test('a number or name that is half typed and half bound is found', () => {
  const fact = { table: 'person', id: 'li', column: 'name' }
  const run = [text('320506'), { kind: 'field', text: '19900101', fact } as const, text('1234号')]
  expect(shown(...run)).toBe('3205**********1234号')
  const edition = publicEdition(documentOf(paragraph('p', text('重伤人员李'), text('四于8月9日死亡'))), withLi)
  expect(documentText(edition.document).trim()).toBe('重伤人员李某某于8月9日死亡')
})

test('names are masked in own words, bound and typed, and in captions, alt texts, headings and annexes', () => {
  const fact = { table: 'person', id: 'li', column: 'name' }
  const document: Document = {
    ...documentOf(
      paragraph('p', text('重伤人员'), { kind: 'field', text: '李四', fact }, text('（李　四，李某某）死亡')),
      { kind: 'heading', id: 'h', level: 1, isNumbered: true, children: [text('李四之死')] },
      { kind: 'figure', id: 'f', sha256: '0', caption: `死者李四（身份证${ID}）`, alt: `李四 ${PHONE}`, widthMm: 1 },
      {
        kind: 'table',
        id: 't',
        caption: '李四的时间线',
        columns: [{ title: '李四', width: 1, align: 'left' }],
        rows: [{ id: 'r', cells: [{ children: [text(`《关于李四${ID}的鉴定》`)] }] }],
        isLandscape: false,
      },
      { kind: 'attachment', id: 'a', item: 'x', title: `李四${PHONE}` },
      { kind: 'cover', id: 'c', lines: ['李', `四${ID}`], body: '李四', date: [text('李四')] },
      { kind: 'title', id: 'tt', lines: [`李四${ID}`] },
      { kind: 'attachmentList', id: 'al', items: [{ id: 'ali', children: [text('李四')] }] },
      { kind: 'signature', id: 's', name: [text('李四')], date: [text(PHONE)] },
      { kind: 'imprint', id: 'i', copyTo: '李四', issuer: '李四', date: ID },
    ),
    title: '李四',
    headerMark: null,
    properties: { author: '李四', subject: ID, keywords: PHONE },
  }
  const { document: edition, masked } = publicEdition(document, withLi)
  const all = JSON.stringify(edition)
  for (const secret of ['李四', '李　四', ID, PHONE]) expect(all).not.toContain(secret)
  expect(documentText(edition)).toContain('重伤人员李某某（李某某，李某某）死亡')
  expect(masked).toContainEqual({ blockId: 'p', kind: 'name', shown: '李某某', count: 2 })
  expect(masked).toContainEqual({ blockId: 'f', kind: 'idNumber', shown: '3205**********1234', count: 1 })
  // a second pass finds nothing more to change
  expect(publicEdition(edition, withLi).document).toEqual(edition)
})

test('two persons of one name keep their own public names where they are bound', () => {
  const other = row('person', { id: 'li2', name: '李四', publicName: '李某（乙）' })
  const dossier = withRows(withLi, { person: [...withLi.rows.person, other] })
  const bound = (id: string): Inline => ({ kind: 'field', text: '李四', fact: { table: 'person', id, column: 'name' } })
  const { document } = publicEdition(documentOf(paragraph('p', bound('li'), text('和'), bound('li2'))), dossier)
  expect(documentText(document).trim()).toBe('李某某和李某（乙）')
})

test('a number that is registered with a person is masked whatever its form', () => {
  const dossier = withRows(sample, { person: [{ ...li, idNumber: 'E12345678', phone: '0512-65551234' }] })
  const words = text('护照E12345678，电话0512-65551234')
  const { document } = publicEdition(documentOf(paragraph('p', words)), dossier)
  expect(documentText(document)).not.toMatch(/E12345678|65551234/)
})

test('evidence in own words made in the internal edition is not cited in the public one', () => {
  expect(shown(text('属实'), { kind: 'cite', text: '〔证据1〕', evidenceId: 'e' })).toBe('属实')
})

test('health and homes in own words keep the public edition from leaving as final, with the place', () => {
  const generated = report(withLi, { edition: 'public' })
  const document = {
    ...generated,
    blocks: [paragraph('p', text('李某某因全身大面积烧伤后感染死亡，家住澜州市汀泽区柳巷7号402室'))],
  }
  const leaks = publicLeaks({ document, generated }, withLi, ['p', 'gone'])
  expect(leaks.map(({ what, words }) => [what, words])).toEqual([
    ['伤情', '全身大面积烧伤后感染'],
    ['家庭住址', '澜州市汀泽区柳巷7号402室'],
  ])
  expect(leakRefusal(leaks)).toMatch(
    /^公开版改写的文字中有不能公开的内容：“李某某因全身大面积烧伤后感染死亡，家……”一段写有伤情/,
  )
  expect(leakRefusal([])).toBeNull()
})

test('the internal edition prints everything as it was typed', () => {
  const dossier: Dossier = {
    ...withLi,
    accident: { ...sample.accident, siteConditions: `死者李四（身份证${ID}，电话${PHONE}）倒地` },
  }
  expect(documentText(report(dossier))).toContain(`死者李四（身份证${ID}，电话${PHONE}）倒地`)
  expect(documentText(report(dossier, { edition: 'public' }))).toContain(
    '死者李某某（身份证3205**********1234，电话138****0000）倒地',
  )
})

test.each([
  [`GB6721-2025${ID}`, 'GB6721-20253205**********1234'],
  [`2025${ID_X}`, `2025${ID_X.slice(0, 4)}**********${ID_X.slice(-4)}`],
  [`${ID}2025`, '3205**********12342025'],
  [`2025${PHONE}`, '2025138****0000'],
  [`${PHONE}2025`, '138****00002025'],
  ['91329981MA0UL7Q2XJ', '91329981MA0UL7Q2XJ'],
  ['320500000012345', '320500000012345'],
])('a number of a person stuck to another one is masked: %s', (given, shown) => {
  const dossier = withRow(sample, 'lossAssessment', 'la1', { standard: given })
  expect(documentText(report(dossier, { edition: 'public' }))).toContain(shown)
})

type Cell = { readonly table: ListTable | 'accident' | 'caseFile'; readonly id: string; readonly column: string }

const tables = Object.keys(sample.rows).filter((table): table is ListTable => Object.hasOwn(sample.rows, table))
const takesWords = (table: ListTable | 'accident', column: string): boolean => {
  const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> =
    caseTables[table].fields.shape
  return shape[column]?.safeParse(`电话${PHONE}`).success === true
}
const cells: readonly Cell[] = [
  ...tables.flatMap((table) =>
    sample.rows[table].flatMap((one) =>
      Object.keys(one)
        .filter((column) => takesWords(table, column) && !/Id$|^kind$/.test(column))
        .map((column) => ({ table, id: one.id, column })),
    ),
  ),
  ...Object.keys(sample.accident)
    .filter((column) => takesWords('accident', column))
    .map((column) => ({ table: 'accident' as const, id: 'accident', column })),
  ...['name', 'occurredText', 'district', 'city', 'province'].map((column) => ({
    table: 'caseFile' as const,
    id: 'case',
    column,
  })),
]

function planted(places: readonly Cell[], words: string, isWhole: boolean): Dossier {
  let dossier = sample
  for (const { table, id, column } of places) {
    const value = (now: unknown) => (isWhole || typeof now !== 'string' ? words : `${now}${words}`)
    if (table === 'accident')
      dossier = {
        ...dossier,
        accident: { ...dossier.accident, [column]: value(Reflect.get(dossier.accident, column)) },
      }
    else if (table === 'caseFile')
      dossier = {
        ...dossier,
        caseFile: { ...dossier.caseFile, [column]: value(Reflect.get(dossier.caseFile, column)) },
      }
    else {
      const now = dossier.rows[table].find((one) => one.id === id)
      dossier = withRow(dossier, table, id, { [column]: value(Reflect.get(now ?? {}, column)) })
    }
  }
  return dossier
}

/** Ids and references are never printed. */
const printedOnly = (key: string, value: unknown) => (/^(id|fact|target|item|blockId|sequence)$/.test(key) ? '' : value)

test('no planted number survives anywhere in the public document, whatever field it is planted in', () => {
  const words = fc.constantFrom(ID, ID_X, PHONE, `身份证${ID}，电话${PHONE}`, `电话：${PHONE}（本人）`)
  fc.assert(
    fc.property(
      fc.subarray([...cells], { maxLength: 300 }),
      words,
      fc.boolean(),
      fc.constantFrom('A', 'B', 'C'),
      (places, secret, isWhole, template) => {
        const document = report(planted(places, secret, isWhole), { template, edition: 'public', hasCover: true })
        const all = `${documentText(document)}${JSON.stringify(document, printedOnly)}`
        // not `toContain`: a whole report as a difference helps nobody
        const at = [ID, ID_X, PHONE].map((number) => all.indexOf(number)).find((found) => found >= 0)
        expect(at === undefined ? '' : all.slice(Math.max(0, at - 30), at + 30)).toBe('')
      },
    ),
    { numRuns: 60 },
  )
})
