import { mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import validate from '@ooxml-tools/validate'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDocx } from '../../src/main/report/docx.ts'
import type { PrintImage } from '../../src/main/report/print-image.ts'
import { writeZip } from '../../src/main/report/zip.ts'
import type { Block, BlockKind, Document, Inline } from '../../src/shared/report/document.ts'
import { documentLines } from '../../src/shared/report/plain.ts'
import { samplePictures } from '../support/docx-pictures.ts'
import { openPackage, withPart } from '../support/docx-rules/package.ts'
import { checkReport } from '../support/docx-rules/report.ts'
import { all, child, type Element, textOf, w } from '../support/docx-rules/xml.ts'
import { readZip } from '../support/docx-rules/zip.ts'
import {
  documentOf,
  everyKind,
  figure,
  heading,
  list,
  longReport,
  paragraph,
  table,
  text,
} from '../support/docx-sample.ts'
import { docxLines } from '../support/docx-text.ts'

const now = '2026-07-10T08:00:00+08:00'
let folder = ''
let images: ReadonlyMap<string, PrintImage> = new Map()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anjuan-docx-'))
  await mkdir(join(folder, 'pictures'))
  images = await samplePictures(join(folder, 'pictures'), 6)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
async function write(document: Document): Promise<Buffer> {
  const target = join(folder, `${++count}.docx`)
  await writeDocx(document, target, { images, now })
  return readFile(target)
}

const expectedLines = (document: Document) => documentLines(document).map((line) => line.replace(/^　+/, ''))

test('the sample has every kind of block', () => {
  const kinds = {
    title: 0,
    cover: 0,
    toc: 0,
    heading: 0,
    paragraph: 0,
    list: 0,
    table: 0,
    figure: 0,
    attachmentList: 0,
    signature: 0,
    attachment: 0,
    pageBreak: 0,
    imprint: 0,
  } satisfies Record<BlockKind, number>
  expect(new Set(everyKind().blocks.map((block) => block.kind))).toEqual(new Set(Object.keys(kinds)))
})

test.each([
  ['every kind of block', everyKind()],
  ['a report with contents', longReport({ chapters: 4, sections: 3, paragraphs: 2 }, 6, true)],
  ['a report without contents', longReport({ chapters: 3, sections: 2, paragraphs: 2 }, 3, false)],
])('%s keeps every format rule and says what the document says', async (_, document) => {
  const bytes = await write(document)
  expect(readZip(bytes).problems).toEqual([])
  const office = openPackage(bytes)
  expect(checkReport(office)).toEqual([])
  expect(docxLines(office)).toEqual(expectedLines(document))
})

test('Open XML SDK finds nothing to object to', async () => {
  const reports = [everyKind(), longReport({ chapters: 2, sections: 2, paragraphs: 1 }, 2, true)]
  for (const document of reports) expect(await validate(await write(document), 'docx', 'Office2019')).toEqual([])
}, 180_000)

test('Open XML SDK objects to a paragraph whose properties are out of order', async () => {
  const whole = openPackage(await write(documentOf([paragraph('p', '正文。')])))
  const broken = withPart(whole, 'word/styles.xml', (xml) =>
    xml.replace('<w:keepNext/><w:keepLines/>', '<w:keepLines/><w:keepNext/>'),
  )
  const target = join(folder, 'broken.docx')
  const file = await open(target, 'wx')
  await writeZip(
    file,
    [...broken.parts].map(([name, data]) => ({ name, text: data.toString('utf8') })),
  )
  await file.close()
  expect((await validate(await readFile(target), 'docx', 'Office2019')).length).toBeGreaterThan(0)
})

test('document properties carry title, author, subject and keywords', async () => {
  const document = documentOf([heading('h', 1, '概况')], {
    title: '“5·12”事故调查报告 & <附件>',
    properties: { author: '江川市应急管理局', subject: '调查报告', keywords: '爆炸;动火' },
  })
  const core = openPackage(await write(document)).xml('docProps/core.xml')
  const values = ['dc:title', 'dc:creator', 'cp:lastModifiedBy', 'dc:subject', 'cp:keywords'].map((name) =>
    all(core, name).map(textOf).join(),
  )
  expect(values).toEqual([
    '“5·12”事故调查报告 & <附件>',
    '江川市应急管理局',
    '江川市应急管理局',
    '调查报告',
    '爆炸;动火',
  ])
})

test('any text gives a file that opens and still says it', async () => {
  const strings = fc.string({ unit: 'binary', maxLength: 40 })
  const nasty = fc.oneof(
    strings,
    fc.constantFrom(
      '\ud800',
      'a\u0000b',
      '</w:t>',
      '<w:raw>&lt;</w:raw>',
      '{outline-0}',
      ']]>',
      '&amp;',
      '\u0085',
      '\ufffe',
      '"\'<&>',
    ),
  )
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, async (a, b, c) => {
      const document = documentOf(
        [
          { kind: 'title', id: 't', lines: [a] },
          heading('h', 1, `概况${b}`),
          paragraph('p', `甲${a}乙${b}丙`),
          table('table', `表${c}`, [{ title: a, width: 1, align: 'left' }], [[b], [c]]),
          { ...figure(1, `图${a}`), alt: b },
          { kind: 'attachmentList', id: 'l', items: [{ id: 'a', children: text(`名${c}`) }] },
          { kind: 'attachment', id: 'at', item: 'a', title: `名${c}` },
          { kind: 'imprint', id: 'i', copyTo: `送${a}`, issuer: `印${b}`, date: '2026年7月1日' },
        ],
        { title: a, properties: { author: b, subject: c, keywords: a }, headerMark: c },
      )
      const office = openPackage(await write(document))
      const words = docxLines(office).join('')
      for (const name of office.parts.keys()) if (/\.(xml|rels)$/.test(name)) office.xml(name)
      const kept = (value: string) => value.replaceAll(/[\t\n\r]/g, ' ').replaceAll(/\p{Cc}|\p{Cs}|\ufffe|\uffff/gu, '')
      const flat = (value: string) => kept(value).replaceAll(/\s/g, '')
      expect(words.replaceAll(/\s/g, '')).toContain(`甲${flat(a)}乙${flat(b)}丙`)
    }),
    { numRuns: 60, seed: 20260710 },
  )
})

test('a list goes on over other blocks, and one that changes its level goes on at its number', async () => {
  const items = (id: string, level: 3 | 4, words: readonly string[]) =>
    ({
      kind: 'list',
      id,
      level,
      sequence: 'one',
      items: words.map((word, at) => ({ id: `${id}${at}`, children: text(word) })),
    }) as const
  const document = documentOf([
    items('a', 3, ['甲', '乙']),
    paragraph('p', '丙'),
    items('b', 3, ['丁']),
    items('c', 4, ['戊']),
    { ...items('d', 3, ['己']), sequence: 'two' },
  ])
  const lines = docxLines(openPackage(await write(document)))
  expect(lines).toEqual(['1. 甲', '2. 乙', '丙', '3. 丁', '（4）戊', '1. 己'])
  expect(lines).toEqual(expectedLines(document))
})

test('a heading without a number has none and leaves the count alone', async () => {
  const free = { ...heading('b', 1, '前言'), isNumbered: false }
  const lines = docxLines(openPackage(await write(documentOf([heading('a', 1, '甲'), free, heading('c', 1, '乙')]))))
  expect(lines).toEqual(['一、甲', '前言', '二、乙'])
})

test('the date of an unsealed report begins two characters to the right of the body', async () => {
  const sign = (name: string, date: string) =>
    documentOf([{ kind: 'signature', id: 's', name: text(name), date: text(date) }])
  const indents = async (name: string, date: string) => {
    const root = openPackage(await write(sign(name, date))).xml('word/document.xml')
    return all(root, 'w:p').map((one) => Number(child(child(one, 'w:pPr'), 'w:ind')?.attributes['w:right'] ?? 0))
  }
  const dateWidth = 7 * 155 + 3 * 315
  const [, name, date] = await indents('江川市人民政府事故调查组', '2026年7月18日')
  expect([name, date]).toEqual([640, 12 * 315 - dateWidth])
  const [, shortName, longDate] = await indents('调查组', '2026年7月18日')
  expect([longDate, shortName]).toEqual([640, 640 + dateWidth + 640 - 3 * 315])
})

test('a name too long for one line is signed in lines of equal length, and the date keeps its place', async () => {
  const name = '江川市远山精细化工股份有限公司“5·12”较大爆炸火灾事故调查组织委员会'
  const block = { kind: 'signature', id: 's', name: text(name), date: text('2026年7月8日') } as const
  const root = openPackage(await write(documentOf([block]))).xml('word/document.xml')
  const indents = all(root, 'w:p').map((one) => child(child(one, 'w:pPr'), 'w:ind')?.attributes)
  const left = Number(indents[1]?.['w:left'])
  const dateWidth = 6 * 155 + 3 * 315
  expect((8844 - 640 - left) / 315).toBe(19)
  expect(Number(indents[2]?.['w:right'])).toBe(8844 - 640 - left - dateWidth)
})

test('the head count behind the name of a group is not bold', async () => {
  const group = { kind: 'paragraph', id: 'g', role: 'group' } as const
  const bold = async (children: readonly Inline[]) => {
    const root = openPackage(await write(documentOf([{ ...group, children }]))).xml('word/document.xml')
    return all(root, 'w:r').map((run) => [
      all(run, 'w:t').map(textOf).join(''),
      child(child(run, 'w:rPr'), 'w:b') !== undefined,
    ])
  }
  expect(await bold(text('市应急管理局（2人）'))).toEqual([
    ['市应急管理局', true],
    ['（2人）', false],
  ])
  expect(await bold([...text('镇政府（'), ...text('3'), ...text('人）')])).toEqual([
    ['镇政府', true],
    ['（', false],
    ['3', false],
    ['人）', false],
  ])
  expect(await bold(text('其他人员'))).toEqual([['其他人员', true]])
})

test('what stands before the signature goes with it to the next page', async () => {
  const sign = { kind: 'signature', id: 's', name: text('调查组'), date: text('2026年7月8日') } as const
  const before: readonly Block[] = [
    paragraph('p', '正文。'),
    list('l', 3, 'l', ['甲', '乙']),
    { kind: 'attachmentList', id: 'a', items: [{ id: 'a1', children: text('名册') }] },
  ]
  for (const block of before) {
    const root = openPackage(await write(documentOf([block, sign]))).xml('word/document.xml')
    const keepNext = (one: Element) => child(child(one, 'w:pPr'), 'w:keepNext')
    const kept = all(root, 'w:p').map((one) => keepNext(one) !== undefined && w(keepNext(one)) !== 'false')
    expect(kept.slice(-4)).toEqual([true, true, true, false])
  }
})
