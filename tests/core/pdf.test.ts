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
    { numRuns: 12 },
  )
})

test('an empty document is one empty page', async () => {
  expect(await writePdf(aDocument([]), join(folder, 'empty.pdf'), { images, now, fonts })).toEqual({
    pages: 1,
    lacking: [],
  })
})
