import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '../../src/main/report/docx/context.ts'
import { countLines } from '../../src/main/report/docx/line-breaks.ts'
import { estimatePages } from '../../src/main/report/docx/pages.ts'
import { cellMargin, columnWidths, tableFontSize } from '../../src/main/report/docx/table-geometry.ts'
import { bodyType } from '../../src/main/report/docx/text.ts'
import { writeDocx } from '../../src/main/report/docx.ts'
import type { PrintImage } from '../../src/main/report/print-image.ts'
import type { Block, Document } from '../../src/shared/report/document.ts'
import { reportOptions } from '../../src/shared/report/investigation/options.ts'
import { buildInvestigationReport } from '../../src/shared/report/investigation.ts'
import { inlinesText } from '../../src/shared/report/numbering.ts'
import { typeArea } from '../../src/shared/report/style.ts'
import { samplePictures } from '../support/docx-pictures.ts'
import { column, documentOf, longReport, paragraph, table, text } from '../support/docx-sample.ts'
import { dossierOf, readSample } from '../support/dossier.ts'

const run = promisify(execFile)
let folder = ''
let images: ReadonlyMap<string, PrintImage> = new Map()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anjuan-docx-layout-'))
  await mkdir(join(folder, 'pictures'))
  images = await samplePictures(join(folder, 'pictures'), 6)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Lines of every page as LibreOffice prints them, without blanks. */
async function print(document: Document, name: string): Promise<readonly (readonly string[])[]> {
  const target = join(folder, `${name}.docx`)
  await writeDocx(document, target, { images, now: '2026-07-10T08:00:00+08:00' })
  const profile = pathToFileURL(join(folder, `profile-${name}`)).href
  await run('soffice', [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    target,
  ])
  const { stdout } = await run('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { maxBuffer: 1 << 26 })
  const pages = stdout.split('\f').slice(0, -1)
  return pages.map((page) =>
    page
      .split('\n')
      .map((line) => line.replaceAll(/\s/g, ''))
      .filter((line) => line !== ''),
  )
}

const isPageNumber = (line: string) => /^—\d+—$/.test(line)

test('a full page has 22 lines of 28 characters', async () => {
  const characters = '安全生产事故调查处理' // ten characters, none of which may not begin a line
  const pages = await print(documentOf([paragraph('p', characters.repeat(200))]), 'full')
  const [first = [], second = []] = pages
  const lengths = (page: readonly string[]) => page.filter((line) => !isPageNumber(line)).map((line) => line.length)
  expect(lengths(first)).toEqual([26, ...Array.from({ length: 21 }, () => 28)])
  expect(lengths(second)).toEqual(Array.from({ length: 22 }, () => 28))
  expect(first.at(-1)).toBe('—1—')
  expect(second.at(-1)).toBe('—2—')
}, 180_000)

test('the contents name the pages on which the headings are printed', async () => {
  const document = longReport({ chapters: 7, sections: 3, paragraphs: 3 }, 6, true)
  const context = createContext(document, images)
  const pages = await print(document, 'contents')
  const start = pages.findIndex((lines) => lines.includes('—1—'))
  const printed = document.blocks.flatMap((block) => {
    if (block.kind !== 'heading') return []
    const words = `${context.numbers.get(block.id)}${inlinesText(block.children, context.numbers, context.blocks)}`
    const at = pages.findIndex((lines, page) => page >= start && lines.includes(words))
    return [[block.id, at - start + 1] as const]
  })
  expect(printed.length).toBe(28)
  expect([...estimatePages(document, context)]).toEqual(printed)
}, 180_000)

test('lines keep 避头尾, hanging marks and words together', () => {
  const lines = (text: string) => countLines(text, 8844, 8844, bodyType)
  expect(lines('一'.repeat(28))).toBe(1)
  expect(lines('一'.repeat(29))).toBe(2)
  expect(lines(`${'一'.repeat(28)}。`)).toBe(1)
  expect(lines(`${'一'.repeat(27)}（一`)).toBe(2)
  expect(lines(`${'一'.repeat(28)}”。`)).toBe(2)
  expect(lines(`${'一'.repeat(26)}2026年`)).toBe(2)
  expect(lines('甲\n乙')).toBe(2)
  expect(lines('A'.repeat(200))).toBeGreaterThan(3)
  expect(lines('')).toBe(1)
})

test('without contents no page is counted', () => {
  const document = longReport({ chapters: 1, sections: 1, paragraphs: 1 }, 0, false)
  expect(estimatePages(document, createContext(document, images)).size).toBe(0)
})

const annexes = (count: number): Block => ({
  kind: 'attachmentList',
  id: 'list',
  items: Array.from({ length: count }, (_, index) => ({ id: `a${index}`, children: text(`名单${index + 1}号`) })),
})
const sign: Block = { kind: 'signature', id: 's', name: text('事故调查组'), date: text('2026年6月12日') }
const withoutNumber = (page: readonly string[]) => page.filter((line) => !isPageNumber(line)).join('')

test('the list of annexes stays on one page with 落款; a longer one goes on over pages', async () => {
  const before = paragraph('p', '国'.repeat(26 + 28 * 17))
  const short = await print(documentOf([before, annexes(4), sign]), 'annexes')
  expect(short.map(withoutNumber).at(-1)).toBe('附件：1.名单1号2.名单2号3.名单3号4.名单4号事故调查组2026年6月12日')
  const long = (await print(documentOf([before, annexes(50), sign]), 'annexes-long')).map(withoutNumber)
  expect(long.join('').match(/名单\d+号/g)).toHaveLength(50)
  expect(long.at(-1)).toMatch(/名单50号事故调查组2026年6月12日$/)
}, 180_000)

test('the last row of a table takes the row before it to the next page; rows higher than a page lose nothing', async () => {
  const columns = [column('序号', 1), column('内容', 8, 'left')]
  const rows = Array.from({ length: 4 }, (_, at) => [`行${at + 1}`, '长'.repeat(60)])
  const document = documentOf([paragraph('p', '国'.repeat(26 + 28 * 15)), table('t', '名单', columns, rows)])
  const printed = (await print(document, 'last-row')).map(withoutNumber)
  expect(printed.map((page) => page.match(/行\d/g)?.length ?? 0)).toEqual([2, 2])
  const lower = documentOf([paragraph('p', '国'.repeat(26 + 28 * 17)), table('t', '名单', columns, rows)])
  const below = (await print(lower, 'first-row')).map(withoutNumber)
  expect(below.map((page) => page.match(/行\d/g)?.length ?? 0)).toEqual([0, 4])
  for (const lengths of [
    [700, 700],
    [20, 3000],
  ]) {
    const tall = lengths.map((length, at) => [`行${at + 1}`, '长'.repeat(length)])
    const document = documentOf([paragraph('p', '国'.repeat(26 + 28 * 18)), table('t', '名单', columns, tall)])
    const pages = (await print(document, `tall-${lengths.join('-')}`)).map(withoutNumber)
    expect(pages.join('').match(/长/g)).toHaveLength(lengths.reduce((sum, length) => sum + length, 0))
  }
}, 180_000)

test('the heads of the usual tables are broken nowhere but before a bracket', () => {
  const sample = dossierOf(readSample('shuolan'))
  for (const template of ['A', 'B', 'C'] as const)
    for (const block of buildInvestigationReport(sample, reportOptions({ template })).blocks) {
      if (block.kind !== 'table') continue
      const widths = columnWidths(block.columns, typeArea.width)
      const type = { size: tableFontSize(block.columns, typeArea.width), spacing: 0 }
      const broken = block.columns.filter(({ title }, at) => {
        const inner = (widths[at] ?? 0) - 2 * cellMargin
        return countLines(title, inner, inner, type) > (title.includes('（') ? 2 : 1)
      })
      expect(broken.map(({ title }) => title)).toEqual([])
      const day = block.columns.findIndex(({ title }) => title === '死亡日期')
      const inner = (widths[day] ?? typeArea.width) - 2 * cellMargin
      expect(countLines('10月13日', inner, inner, type)).toBe(1)
    }
})
