/** Every sample, in every template, as files: the format holds, and DOCX, PDF and text say the same. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeDocx } from '../../src/main/report/docx.ts'
import { writePdf } from '../../src/main/report/pdf.ts'
import { preparePrintImages } from '../../src/main/report/print-images.ts'
import { buildReport, statutoryGapsOf } from '../../src/main/report/view.ts'
import type { Document } from '../../src/shared/report/document.ts'
import { documentLines, documentText } from '../../src/shared/report/plain.ts'
import { NOW, resourcesDir, type TestApp, testApp } from '../support/app.ts'
import { openPackage } from '../support/docx-rules/package.ts'
import { checkReport } from '../support/docx-rules/report.ts'
import { docxLines } from '../support/docx-text.ts'
import { pageTexts, shippedFonts } from './pdf-sample.ts'

const PUBLISHED = ['sijikaiyuan-2021', 'jinshi-2024', 'puteng-2022']
const TEMPLATES = ['A', 'B', 'C'] as const

let library: TestApp
const cases = new Map<string, string>()

beforeAll(async () => {
  library = await testApp()
  cases.set('shuolan', (await library.ok('case.sample', {})).caseId)
  for (const name of PUBLISHED) {
    const path = join(resourcesDir, 'samples', 'published', `${name}.json`)
    const token = library.app.staging.add({ path, name: `${name}.json`, isOwn: false })
    const [outcome] = (await library.ok('case.import', { tokens: [token] })).outcomes
    if (outcome?.state !== 'imported') throw new Error(JSON.stringify(outcome))
    cases.set(name, outcome.caseId)
  }
})
afterAll(() => library.close())

function documentOf(name: string, template: 'A' | 'B' | 'C'): Document {
  const { statements } = library.app.library()
  const caseId = cases.get(name) ?? ''
  const draft = buildReport(statements, caseId, { template, isDraft: true }).document
  return statutoryGapsOf(draft).length > 0 ? draft : buildReport(statements, caseId, { template }).document
}

async function imagesOf(document: Document) {
  const figures = document.blocks.filter((block) => block.kind === 'figure')
  const { images, failures } = await preparePrintImages(
    figures,
    library.app.library().files.pathOf,
    join(library.dir, 'print'),
    { concurrency: 2 },
  )
  expect(failures).toEqual([])
  return images
}

const squeezed = (words: string) => words.replaceAll(/\s/g, '')

/** The words of the pages without contents, page numbers, the mark in the header and table heads printed again on a new page. */
function printedWords(document: Document, pages: readonly string[]): string {
  const heads = document.blocks.flatMap((block) =>
    block.kind === 'table' ? [block.columns.map(({ title }) => squeezed(title)).join('')] : [],
  )
  const counted = pages.map(squeezed).filter((page, at) => /—\d+—/.test(page) || (at === 0 && !page.includes('目录')))
  const plain = counted.map((page) => page.replace(/—\d+—/, '').replace(document.headerMark ?? '', ''))
  return plain
    .map((page) => {
      const head = heads.find((words) => page.startsWith(words))
      return head === undefined ? page : page.slice(head.length)
    })
    .join('')
}

/** Some words around the first difference; '' when there is none. */
function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a === b ? '' : `${a.slice(Math.max(0, at - 20), at + 20)} / ${b.slice(Math.max(0, at - 20), at + 20)}`
}

describe.each(['shuolan', ...PUBLISHED])('%s', (name) => {
  test.each(TEMPLATES)('template %s', async (template) => {
    const document = documentOf(name, template)
    const images = await imagesOf(document)
    const docx = join(library.dir, `${name}-${template}.docx`)
    await writeDocx(document, docx, { images, now: NOW })
    const office = openPackage(await readFile(docx))
    expect(checkReport(office)).toEqual([])
    expect(docxLines(office).map(squeezed)).toEqual(documentLines(document).map(squeezed))

    const pdf = join(library.dir, `${name}-${template}.pdf`)
    const { lacking } = await writePdf(document, pdf, { images, now: NOW, fonts: await shippedFonts() })
    expect(lacking).toEqual([])
    const printed = printedWords(document, await pageTexts(pdf))
    const wanted = squeezed(documentText(document))
    // not `toBe`: a report of thirty pages as a difference helps nobody
    expect(firstDifference(printed, wanted)).toBe('')
  })
})

test('only the complete sample may leave the house as more than a draft', () => {
  const gaps = Object.fromEntries(
    [...cases.keys()].map((name) => [name, statutoryGapsOf(documentOf(name, 'A')).length > 0]),
  )
  expect(gaps).toEqual({ shuolan: false, 'sijikaiyuan-2021': true, 'jinshi-2024': true, 'puteng-2022': true })
})
