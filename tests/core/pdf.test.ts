import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FontSet } from '../../src/main/report/fonts.ts'
import { writePdf } from '../../src/main/report/pdf.ts'
import type { PrintImage } from '../../src/main/report/print-image.ts'
import type { Block, Document } from '../../src/shared/report/document.ts'
import { documentText } from '../../src/shared/report/plain.ts'
import {
  aDocument,
  body,
  everyBlock,
  heading,
  longText,
  now,
  outline,
  pageTexts,
  pageWords,
  shippedFonts,
  table,
  text,
  tool,
} from './pdf-sample.ts'

let folder = ''
let fonts: FontSet
let images: ReadonlyMap<string, PrintImage>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pdf-'))
  fonts = await shippedFonts()
  const path = join(folder, 'photo.jpg')
  await sharp({ create: { width: 900, height: 600, channels: 3, background: '#778899' } })
    .jpeg()
    .toFile(path)
  images = new Map([['photo', { path, type: 'jpg', widthPx: 900, heightPx: 600 }]])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function write(document: Document, name: string): Promise<string> {
  const target = join(folder, name)
  await writePdf(document, target, { images, now, fonts })
  return target
}

const squeezed = (words: string) => words.replaceAll(/\s/g, '')
const withoutNumber = (page: string) => squeezed(page).replace(/—\d+—/, '')

test('the words of the PDF are the words of the document, page numbers and contents apart', async () => {
  const document = aDocument(everyBlock('photo'))
  const pages = (await pageTexts(await write(document, 'words.pdf'))).map(withoutNumber)
  expect(pages[1]).toMatch(/^目录/)
  const words = [...pages.slice(0, 1), ...pages.slice(2)].join('')
  expect(words).toBe(squeezed(documentText(document)))
})

test('a full page has 22 lines of 28 characters inside the type area', async () => {
  const path = await write(
    aDocument([{ kind: 'paragraph', id: 'p', role: 'plain', children: [text('国'.repeat(28 * 50))] }]),
    'grid.pdf',
  )
  const lines = (await pageWords(path))[0]?.filter((word) => !word.text.includes('—') && !/^\d+$/.test(word.text)) ?? []
  expect(lines.map((line) => line.text.length)).toEqual(Array.from({ length: 22 }, () => 28))
  const pitches = lines.slice(1).map((line, index) => line.yMin - (lines[index]?.yMin ?? 0))
  for (const pitch of pitches) expect(pitch).toBeCloseTo(28.95, 2)
  for (const line of lines) {
    expect(line.xMin).toBeCloseTo(79.4, 1)
    expect(line.xMax).toBeCloseTo(79.4 + 442.2, 1)
  }
  expect(lines[0]?.yMin).toBeGreaterThanOrEqual(104.9)
  expect(lines.at(-1)?.yMax).toBeLessThanOrEqual(104.9 + 637.8)
})

test('body text begins two characters in, and no line passes the right edge', async () => {
  const path = await write(aDocument([body('p', longText.repeat(6))]), 'indent.pdf')
  const words = (await pageWords(path))[0] ?? []
  expect(words[0]?.xMin).toBeCloseTo(79.4 + 32, 0)
  expect(Math.max(...words.map((word) => word.xMax))).toBeLessThanOrEqual(79.4 + 442.2 + 0.5)
})

test('no line begins with a closing mark or ends with an opening one', async () => {
  const path = await write(aDocument([body('p', longText.repeat(12))]), 'marks.pdf')
  const lines = (await tool('pdftotext', '-layout', path, '-')).split('\n').map((line) => line.trim())
  expect(lines.filter((line) => /^[，。、；：？！）》”’】〕]/.test(line))).toEqual([])
  expect(lines.filter((line) => /[（《“‘【〔]$/.test(line))).toEqual([])
})

test('page numbers stand between dashes at the outer side, and cover and contents are not counted', async () => {
  const document = aDocument([...everyBlock('photo').slice(0, 3), body('p', longText.repeat(30))])
  const pages = await pageWords(await write(document, 'numbers.pdf'))
  const numberOf = (page: (typeof pages)[number] = []) => page.filter((word) => word.yMin > 740)
  expect(numberOf(pages[0])).toEqual([])
  expect(numberOf(pages[1])).toEqual([])
  expect(
    numberOf(pages[2])
      .map((word) => word.text)
      .join(''),
  ).toBe('—1—')
  expect(
    numberOf(pages[3])
      .map((word) => word.text)
      .join(''),
  ).toBe('—2—')
  expect(Math.max(...numberOf(pages[2]).map((word) => word.xMax))).toBeCloseTo(79.4 + 442.2 - 14, 0)
  expect(Math.min(...numberOf(pages[3]).map((word) => word.xMin))).toBeCloseTo(79.4 + 14, 0)
})

test('page 1 is a front side: contents of two pages after a cover get an empty page before it', async () => {
  const headings = Array.from({ length: 30 }, (_, index) => heading(`h${index}`, 1, `第${index + 1}项`))
  const document = aDocument([...everyBlock('photo').slice(0, 2), ...headings])
  const pages = (await pageTexts(await write(document, 'odd.pdf'))).map(squeezed)
  expect(pages[3]).toBe('')
  expect(pages[4]).toContain('—1—')
})

test('bookmarks are the numbered headings, nested, on their pages', async () => {
  const path = await write(aDocument(everyBlock('photo')), 'outline.pdf')
  expect(await outline(path)).toEqual([
    { depth: 1, text: '一、事故基本情况', page: 3 },
    { depth: 2, text: '（一）事故发生单位概况', page: 3 },
    { depth: 3, text: '1. 企业情况', page: 3 },
    { depth: 4, text: '（1）设备情况', page: 3 },
    { depth: 1, text: '二、对有关责任人员的处理建议', page: 4 },
    { depth: 1, text: '附注', page: 5 },
  ])
})

test('the contents name the true pages of headings of level 1 and 2', async () => {
  const parts = Array.from({ length: 12 }, (_, index): readonly Block[] => [
    heading(`h${index}`, 1, `第${index + 1}部分`),
    heading(`s${index}`, 2, `第${index + 1}部分的情况`),
    heading(`x${index}`, 3, '不进目录'),
    body(`b${index}`, longText.repeat(index + 1)),
  ]).flat()
  const path = await write(aDocument([...everyBlock('photo').slice(0, 3), ...parts]), 'contents.pdf')
  const pages = (await pageTexts(path)).map(squeezed)
  const first = pages.findIndex((page) => page.includes('—1—'))
  const contents = pages.slice(1, first).join('')
  const expected = Array.from({ length: 12 }, (_, index) => [`第${index + 1}部分`, `第${index + 1}部分的情况`]).flat()
  for (const words of expected) {
    const page = pages.findIndex(
      (candidate, index) => index >= first && new RegExp(`[、）]${words}(?!的情况)`).test(candidate),
    )
    expect(contents).toMatch(new RegExp(`[、）]${words}${page - first + 1}(?!\\d)`))
  }
  expect(contents).not.toContain('不进目录')
})

test('every font is embedded and cut down to what is used', async () => {
  const path = await write(aDocument(everyBlock('photo')), 'fonts.pdf')
  const rows = (await tool('pdffonts', path))
    .split('\n')
    .slice(2)
    .filter((row) => row !== '')
  expect(rows.length).toBeGreaterThanOrEqual(6)
  for (const row of rows) expect(row).toMatch(/[A-Z]{6}\+\S+ .*yes yes yes/)
  expect((await readFile(path)).length).toBeLessThan(600_000)
})

test('characters that 仿宋 lacks are taken from the next font; what no font has is printed as 〓 and reported', async () => {
  const target = join(folder, 'rare.pdf')
  const document = aDocument([
    body('p', '朱镕、喆某、䶮某，占地120㎡；㛃、䴙、𬭚；“引号”；孤\ud800字\u0007、\u{2fa1c}完。'),
  ])
  const result = await writePdf(document, target, { images, now, fonts })
  expect(result).toEqual({ pages: 1, lacking: ['\ufffd', '\u{2fa1c}'] })
  expect((await pageTexts(target)).map(withoutNumber)).toEqual([
    '朱镕、喆某、䶮某，占地120㎡；㛃、䴙、𬭚；“引号”；孤〓字、〓完。',
  ])
  expect(await tool('pdffonts', target)).toContain('NotoSerifSC-Regular')
})

test('Chinese quotation marks are full width', async () => {
  const path = await write(
    aDocument([{ kind: 'paragraph', id: 'p', role: 'plain', children: [text('“”‘’——')] }]),
    'quotes.pdf',
  )
  const [word] = (await pageWords(path))[0] ?? []
  expect((word?.xMax ?? 0) - (word?.xMin ?? 0)).toBeCloseTo(6 * 15.75, 0)
})

test('equal documents give equal bytes, and another instant gives others', async () => {
  const document = aDocument(everyBlock('photo'), { headerMark: '草稿' })
  const [one, two] = await Promise.all([write(document, 'one.pdf'), write(document, 'two.pdf')])
  const bytes = await readFile(one)
  expect(bytes.equals(await readFile(two))).toBe(true)
  const later = join(folder, 'later.pdf')
  await writePdf(document, later, { images, now: '2026-06-13T08:00:00+08:00', fonts })
  expect(bytes.equals(await readFile(later))).toBe(false)
})

test('the mark of a draft stands in the header of every page', async () => {
  const path = await write(aDocument(everyBlock('photo'), { headerMark: '草稿' }), 'draft.pdf')
  const pages = await pageWords(path)
  expect(pages.map((page) => page.filter((word) => word.text === '草稿' && word.yMin < 80).length)).toEqual(
    pages.map(() => 1),
  )
})

test('the header row of a table is printed again on every page, and no row is cut', async () => {
  const path = await write(aDocument([table('t', 60, false)]), 'table.pdf')
  const pages = (await pageTexts(path)).map(squeezed)
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toMatch(/^(表1责任人员处理建议)?序号职务处理建议\d+分管安全副总经理/)
  const rows = pages.join('').match(new RegExp(squeezed(longText.slice(0, 50)), 'g')) ?? []
  expect(rows.length).toBe(60)
})

test('a row higher than a page goes on over pages without losing a word', async () => {
  const wanted = '长'.repeat(3000)
  const columns = [{ title: '内容', width: 1, align: 'left' as const }]
  const rows = [{ id: 'r', cells: [{ children: [text(wanted)] }] }]
  const path = await write(
    aDocument([{ kind: 'table', id: 't', caption: null, isLandscape: false, columns, rows }]),
    'row.pdf',
  )
  const words = (await pageTexts(path)).map(withoutNumber).join('').replaceAll('内容', '')
  expect(words).toBe(wanted)
})

test('a landscape attachment lies on landscape pages, and the text before and after stands upright', async () => {
  const path = await write(aDocument(everyBlock('photo')), 'landscape.pdf')
  const sizes = (await tool('pdfinfo', '-l', '99', path)).match(/size: +[\d.]+ x [\d.]+/g) ?? []
  const isLandscape = sizes.map((size) => /size: +841.9 x 595.3/.test(size))
  expect(isLandscape).toEqual([false, false, false, false, false, true, false])
  // page 4 is even: its number is at the left edge, at the upper end, as when the page lies in the bound volume
  const number = ((await pageWords(path))[5] ?? []).filter((word) => word.xMax < 99.2)
  expect(number.map((word) => word.text).join('')).toBe('—4—')
  expect(Math.min(...number.map((word) => word.yMin))).toBeCloseTo(79.4 + 14, -1)
})

test('版记 ends on the lower edge of the type area of the last page', async () => {
  const pages = await pageWords(await write(aDocument(everyBlock('photo')), 'imprint.pdf'))
  const issued = pages.at(-1)?.find((word) => word.text.startsWith('江州市应急管理局办公室'))
  expect(issued?.yMax).toBeGreaterThan(104.9 + 637.8 - 12)
  expect(issued?.yMax).toBeLessThan(104.9 + 637.8)
})

test('落款 takes the last lines of the text with it instead of standing alone on a page', async () => {
  const sign: Block = { kind: 'signature', id: 's', name: [text('事故调查组')], date: [text('2026年6月12日')] }
  for (const lines of [20, 21, 22]) {
    const path = await write(aDocument([body('p', '国'.repeat(26 + 28 * (lines - 1))), sign]), `sign-${lines}.pdf`)
    const pages = (await pageTexts(path)).map(withoutNumber)
    expect(pages.at(-1)).toMatch(/国国事故调查组2026年6月12日$/)
  }
})

test('a heading stays with the line below it', async () => {
  const path = await write(
    aDocument([body('p', '国'.repeat(26 + 28 * 20)), heading('h', 1, '标题'), body('q', '正文')]),
    'keep.pdf',
  )
  const pages = (await pageTexts(path)).map(withoutNumber)
  expect(pages[1]).toBe('一、标题正文')
})

test('a picture is not enlarged over its pixels at 150 dpi, nor printed higher than the page', async () => {
  const tall = join(folder, 'tall.png')
  await sharp({ create: { width: 400, height: 4000, channels: 3, background: '#336699' } })
    .png()
    .toFile(tall)
  const pictures = new Map([...images, ['tall', { path: tall, type: 'png' as const, widthPx: 400, heightPx: 4000 }]])
  const target = join(folder, 'pictures.pdf')
  const blocks: readonly Block[] = [
    { kind: 'figure', id: 'f1', sha256: 'photo', caption: '小图', alt: '', widthMm: 156 },
    { kind: 'figure', id: 'f2', sha256: 'tall', caption: '长图', alt: '', widthMm: 156 },
  ]
  await writePdf(aDocument(blocks), target, { images: pictures, now, fonts })
  const dpi = (await tool('pdfimages', '-list', target))
    .split('\n')
    .slice(2)
    .filter((row) => row !== '')
    .map((row) => Number(row.trim().split(/\s+/)[12]))
  expect(dpi[0]).toBe(150)
  expect(dpi[1]).toBeGreaterThan(440)
})

test('a picture that is not there stops the export with a sentence and leaves no file', async () => {
  const target = join(folder, 'nothing', '..', 'no-picture.pdf')
  await expect(writePdf(aDocument(everyBlock('absent')), target, { images, now, fonts })).rejects.toMatchObject({
    code: 'not-found',
    message: '图1“受损厂房内部”的图片读不出来，请在附件页重新添加这张图片后再导出。',
  })
  expect((await readdir(folder)).filter((name) => name.includes('no-picture'))).toEqual([])
})

test('an export that is stopped leaves the old file and no other', async () => {
  const own = await mkdtemp(join(folder, 'stop-'))
  const target = join(own, 'report.pdf')
  await writeFile(target, 'old')
  for (const at of [0, 0.2, 0.8]) {
    const stop = new AbortController()
    if (at === 0) stop.abort()
    const onProgress = (share: number) => {
      if (share >= at) stop.abort()
    }
    const options = { images, now, fonts, signal: stop.signal, onProgress }
    await expect(writePdf(aDocument(everyBlock('photo')), target, options)).rejects.toMatchObject({ code: 'cancelled' })
    expect(await readdir(own)).toEqual(['report.pdf'])
    expect(await readFile(target, 'utf8')).toBe('old')
  }
})

test('progress only rises and ends at 1', async () => {
  const shares: number[] = []
  const onProgress = (share: number) => shares.push(share)
  await writePdf(aDocument(everyBlock('photo')), join(folder, 'progress.pdf'), { images, now, fonts, onProgress })
  expect(shares).toEqual(shares.toSorted((one, two) => one - two))
  expect(shares.at(-1)).toBe(1)
})

test('no text whatever breaks the writer', async () => {
  const target = join(folder, 'any.pdf')
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }))
  await fc.assert(
    fc.asyncProperty(anything, anything, async (one, two) => {
      const blocks: readonly Block[] = [
        { kind: 'title', id: 't', lines: [one] },
        { kind: 'toc', id: 'toc' },
        heading('h', 1, two),
        body('b', one + two),
        { ...table('x', 1, false), caption: two },
        { kind: 'signature', id: 's', name: [text(one)], date: [text(two)] },
        { kind: 'imprint', id: 'i', copyTo: one, issuer: two, date: one },
      ]
      const { pages } = await writePdf(aDocument(blocks, { title: two, headerMark: one }), target, {
        images,
        now,
        fonts,
      })
      expect(pages).toBeGreaterThan(0)
    }),
    { numRuns: 25 },
  )
})

test('an empty document is one empty page', async () => {
  expect(await writePdf(aDocument([]), join(folder, 'empty.pdf'), { images, now, fonts })).toEqual({
    pages: 1,
    lacking: [],
  })
})
