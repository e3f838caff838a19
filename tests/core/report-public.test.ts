/** The public edition as files: nothing that was planted is in the DOCX, whatever part of it, or in the PDF. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { openPackage } from '../support/docx-rules/package.ts'
import { pageTexts, tool } from './pdf-sample.ts'

const ID = '320525198001011234'
const PHONE = '13800000000'
const NAME = '闻小明'

let library: TestApp
let caseId: string
let personId: string

beforeAll(async () => {
  library = await testApp()
  caseId = (await library.ok('case.sample', {})).caseId
  const { rows } = await library.ok('case.dossier', { caseId })
  const [dead] = rows.casualty.filter(({ personId: id, outcome }) => id !== null && outcome === 'death')
  personId = dead?.personId ?? ''
  await library.ok('person.update', {
    caseId,
    id: personId,
    values: { name: NAME, publicName: null, idNumber: ID, phone: PHONE },
  })
  const path = join(library.dir, `死者${NAME}（身份证${ID}）倒地位置.png`)
  await sharp({ create: { width: 400, height: 300, channels: 3, background: 'grey' } })
    .png()
    .toFile(path)
  const token = library.app.staging.add({ path, name: `死者${NAME}（身份证${ID}）倒地位置.png`, isOwn: false })
  await library.ok('evidenceFile.attach', { caseId, files: [{ token, reportPlace: 'site' }] })
  await library.ok('accident.update', {
    caseId,
    values: { siteConditions: `死者${NAME}（电话${PHONE}）倒在除尘器旁，身份证号${ID}` },
  })
  await edition('internal')
  const { document } = await library.ok('report.get', { caseId, template: 'A' })
  const bound = document.blocks.find((block) => block.id === 'casualties')
  if (bound?.kind !== 'paragraph') throw new Error('no paragraph')
  await library.ok('report.reword', { caseId, blockId: bound.id, text: `重伤人员${NAME}于8月9日死亡，身份证${ID}。` })
})
afterAll(() => library.close())

const edition = (name: 'internal' | 'public') =>
  library.ok('report.setOptions', { caseId, template: 'A', options: { edition: name } })

async function file(format: 'docx' | 'pdf'): Promise<string> {
  const { jobId } = await library.ok('report.export', { caseId, template: 'A', format, isDraft: false })
  const job = await library.app.jobs.finished(jobId)
  expect(job.message).toBeNull()
  return library.app.staging.get(job.file?.token ?? '').path
}

async function docxParts(path: string): Promise<string> {
  const names = (await tool('unzip', '-Z1', path)).split('\n').filter((name) => /\.(xml|rels)$/.test(name))
  const parts = await Promise.all(names.map((name) => tool('unzip', '-p', path, name.replaceAll('[', '\\['))))
  return parts.join('\n')
}

const squeezed = (words: string) => words.replaceAll(/\s/g, '')

test('the public files hold no name, identity number or telephone number of the dead, and say what was masked', async () => {
  await edition('public')
  const { masked, document } = await library.ok('report.get', { caseId, template: 'A' })
  expect(masked).toContainEqual({ blockId: 'casualties', kind: 'idNumber', shown: '3205**********1234', count: 1 })
  expect(masked.some(({ blockId, kind }) => blockId.startsWith('figure:') && kind === 'name')).toBe(true)
  const docx = await file('docx')
  expect(openPackage(await readFile(docx))).toBeDefined()
  const xml = await docxParts(docx)
  const words = xml.replaceAll(/<[^>]*>/g, '')
  const pdf = squeezed((await pageTexts(await file('pdf'))).join(''))
  for (const secret of [NAME, ID, PHONE]) {
    expect(JSON.stringify(document).includes(secret)).toBe(false)
    expect([xml, words, pdf].map((text) => text.includes(secret))).toEqual([false, false, false])
  }
  expect(/descr="[^"]*死者闻某某（身份证3205\*{10}1234）倒地位置/.test(xml)).toBe(true)
  expect(words.includes('重伤人员闻某某于8月9日死亡，身份证3205**********1234。')).toBe(true)
  expect(pdf.includes('死者闻某某（身份证3205**********1234）倒地位置')).toBe(true)
  expect(pdf.includes('重伤人员闻某某于8月9日死亡')).toBe(true)
})

test('the internal edition of the same case prints them as they were written', async () => {
  await edition('internal')
  const { document, masked, publicProblem } = await library.ok('report.get', { caseId, template: 'A' })
  const all = JSON.stringify(document)
  expect(all).toContain(`死者${NAME}（身份证${ID}）倒地位置`)
  expect([masked, publicProblem]).toEqual([[], null])
})

test('own wording with the injury of a person is refused as final, with its place, and may leave as a draft', async () => {
  const { rows } = await library.ok('case.dossier', { caseId })
  const hurt = rows.casualty.find(({ personId: id }) => id === personId)
  await library.ok('casualty.update', { caseId, id: hurt?.id ?? '', values: { injury: '全身烧伤总面积百分之九十' } })
  await library.ok('report.reword', { caseId, blockId: 'casualties', text: `${NAME}全身烧伤总面积百分之九十，死亡。` })
  await edition('public')
  const formal = { caseId, template: 'A', format: 'docx', isDraft: false } as const
  expect((await library.refusal('report.export', formal)).message).toMatch(
    /^公开版改写的文字中有不能公开的内容：“闻某某全身.*”一段写有伤情“全身烧伤总面积百分之九十”。请改写/,
  )
  await library.ok('report.export', { ...formal, isDraft: true })
  await edition('internal')
  await library.ok('report.export', formal)
})
