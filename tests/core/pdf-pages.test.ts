import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FontSet } from '../../src/main/report/fonts.ts'
import { writePdf } from '../../src/main/report/pdf.ts'
import type { PrintImage } from '../../src/main/report/print-image.ts'
import type { Block, Document } from '../../src/shared/report/document.ts'
import {
  aDocument,
  body,
  everyBlock,
  heading,
  longText,
  now,
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

const annexes = (count: number): Block => ({
  kind: 'attachmentList',
  id: 'list',
  items: Array.from({ length: count }, (_, index) => ({ id: `a${index}`, children: [text(`名单${index + 1}号`)] })),
})
const sign: Block = { kind: 'signature', id: 's', name: [text('事故调查组')], date: [text('2026年6月12日')] }

test('the list of annexes stays on one page with 落款; a longer one goes on over pages', async () => {
  const before = body('p', '国'.repeat(26 + 28 * 17))
  const short = await pageTexts(await write(aDocument([before, annexes(4), sign]), 'annexes.pdf'))
  expect(short.map(withoutNumber).at(-1)).toBe('附件：1.名单1号2.名单2号3.名单3号4.名单4号事故调查组2026年6月12日')
  const long = (await pageTexts(await write(aDocument([before, annexes(50), sign]), 'annexes-long.pdf'))).map(
    withoutNumber,
  )
  expect(long.join('').match(/名单\d+号/g)).toHaveLength(50)
  expect(long.at(-1)).toMatch(/名单50号事故调查组2026年6月12日$/)
})

test('neither the first nor the last row of a table stands alone on a page', async () => {
  for (const lines of [10, 11, 12, 13, 14, 15, 16, 17, 18]) {
    const path = await write(
      aDocument([body('p', '国'.repeat(26 + 28 * lines)), table('t', 4, false)]),
      `last-row-${lines}.pdf`,
    )
    const rows = (await pageTexts(path)).map((page) => page.match(/分管安全副总经理/g)?.length ?? 0)
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(4)
    expect(rows).not.toContain(1)
  }
})

test('a table of one row and one of two rows that are together higher than a page lose nothing', async () => {
  const columns = [{ title: '内容', width: 1, align: 'left' as const }]
  const tableOf = (id: string, lengths: readonly number[]): Block => ({
    kind: 'table',
    id,
    caption: `甲${id}`,
    isLandscape: false,
    columns,
    rows: lengths.map((length, at) => ({ id: `${id}-${at}`, cells: [{ children: [text('长'.repeat(length))] }] })),
  })
  for (const lengths of [[700], [700, 700], [20, 3000], [3000, 20], [20, 700, 700], [700, 20, 700], [700, 700, 700]]) {
    const before = body('p', '国'.repeat(26 + 28 * 18))
    const path = await write(aDocument([before, tableOf('t', lengths)]), `rows-${lengths.join('-')}.pdf`)
    const pages = (await pageTexts(path)).map(withoutNumber)
    expect(pages.join('').match(/长/g)).toHaveLength(lengths.reduce((sum, length) => sum + length, 0))
    // the caption goes with the first row, not alone at the foot of the page
    expect(pages.find((page) => page.includes('甲t'))).toContain('表1甲t内容长')
  }
})

test('a name too long for one line is set in lines of equal length, the date below it as elsewhere', async () => {
  const name = '汀泽朔澜轻合金制品有限公司“8·4”较大粉尘爆炸事故调查组'
  const block: Block = { kind: 'signature', id: 's', name: [text(name)], date: [text('2026年11月6日')] }
  const [page = ''] = await pageTexts(await write(aDocument([body('p', '国'), block]), 'long-name.pdf'))
  const lines = page.split('\n').map(squeezed)
  const at = lines.findIndex((line) => line.startsWith('汀泽'))
  const [first = '', second = '', date] = lines.slice(at)
  expect(first + second).toBe(name)
  expect(Math.abs(first.length - second.length)).toBeLessThan(4)
  expect(date).toBe('2026年11月6日')
})
