import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobStatus } from '../../src/shared/job/contract.ts'
import { documentText } from '../../src/shared/report/plain.ts'
import { aCase, type TestApp, testApp } from '../support/app.ts'
import { openPackage } from '../support/docx-rules/package.ts'
import { checkReport } from '../support/docx-rules/report.ts'
import { docxLines } from '../support/docx-text.ts'

let library: TestApp
let sample: string

beforeAll(async () => {
  library = await testApp()
  sample = (await library.ok('case.sample', {})).caseId
})
afterAll(() => library.close())

async function exported(caseId: string, format: 'docx' | 'pdf', isDraft: boolean): Promise<JobStatus> {
  const { jobId } = await library.ok('report.export', { caseId, template: 'A', format, isDraft })
  return library.app.jobs.finished(jobId)
}

test('own wording survives regeneration, shows what changed, and one call returns to the generated text', async () => {
  const caseId = (await library.ok('case.sample', {})).caseId
  const before = await library.ok('report.get', { caseId, template: 'A' })
  const lead = before.document.blocks.find((block) => block.kind === 'paragraph')
  if (lead?.kind !== 'paragraph') throw new Error('no paragraph')
  const generated = documentText({ ...before.document, blocks: [lead] }).trim()
  const own = `${generated.slice(0, -1)}，教训极为深刻。`
  await library.ok('report.reword', { caseId, blockId: lead.id, text: own })
  const after = await library.ok('report.get', { caseId, template: 'A' })
  expect(after.wordings).toEqual([{ blockId: lead.id, generated, own, base: generated, isStale: false }])
  expect(documentText(after.document)).toContain('教训极为深刻')
  await library.ok('report.reset', { caseId, blockId: lead.id })
  const reset = await library.ok('report.get', { caseId, template: 'A' })
  expect(documentText(reset.document)).toBe(documentText(before.document))
  await library.ok('case.undo', { caseId })
  expect(documentText((await library.ok('report.get', { caseId, template: 'A' })).document)).toContain('教训极为深刻')
  await library.ok('case.undo', { caseId })
  expect((await library.ok('report.get', { caseId, template: 'A' })).wordings).toEqual([])
})

test('a case without any choice made has its report', async () => {
  const view = await library.ok('report.get', { caseId: await aCase(library) })
  expect(view.template).toBe('A')
  expect(view.statutoryGaps.length).toBeGreaterThan(3)
})

test('rewording refuses an empty text and a block that is not there', async () => {
  expect(
    (await library.refusal('report.reword', { caseId: sample, blockId: 'nothing', text: '一' })).message,
  ).toContain('报告中已没有这一段')
  const { document } = await library.ok('report.get', { caseId: sample })
  const id = document.blocks.find((block) => block.kind === 'paragraph')?.id ?? ''
  expect((await library.refusal('report.reword', { caseId: sample, blockId: id, text: '  ' })).message).toContain(
    '空白',
  )
})

test('a case that lacks statutory items gives a draft only, and the sentence names them', async () => {
  const caseId = await aCase(library)
  const refusal = await library.refusal('report.export', { caseId, template: 'A', format: 'docx', isDraft: false })
  expect(refusal.message).toMatch(/^报告还缺法定内容（.*直接经济损失.*），只能导出草稿/)
  const draft = await exported(caseId, 'docx', true)
  expect(draft.state).toBe('done')
  expect(draft.file?.name).toMatch(/（草稿）\.docx$/)
})

test('no report with 【待补】 leaves as final, whatever is missing and whoever wrote it', async () => {
  const other = await testApp()
  try {
    const { caseId } = await other.ok('case.sample', {})
    const formal = { caseId, template: 'A', format: 'docx', isDraft: false } as const
    const { document } = await other.ok('report.get', { caseId })
    const block = document.blocks.find(({ id }) => id === 'lead:p2')?.id ?? ''
    await other.ok('report.reword', { caseId, blockId: block, text: '【待补：批示情况】。' })
    expect((await other.refusal('report.export', formal)).message).toBe(
      '报告还有待补内容（批示情况），正式稿不能印【待补】，只能导出草稿；请补齐后再导出正式稿，或选择导出草稿。',
    )
    await other.ok('report.reset', { caseId, blockId: block })
    const team = (await other.ok('case.dossier', { caseId })).rows.document.find(
      ({ kind }) => kind === 'investigation_report',
    )
    await other.ok('document.update', { caseId, id: team?.id ?? '', values: { datedOn: null } })
    expect((await other.refusal('report.export', formal)).message).toMatch(/^报告还有待补内容（成文日期），正式稿/)
    const { jobId } = await other.ok('report.export', { ...formal, isDraft: true })
    const { file } = await other.app.jobs.finished(jobId)
    const office = openPackage(await readFile(other.app.staging.get(file?.token ?? '').path))
    expect(docxLines(office).join('')).toContain('【待补：成文日期】')
    expect(checkReport(office)).toEqual([])
  } finally {
    await other.close()
  }
})

test('an extension that is longer than the law allows leaves in a draft only', async () => {
  const other = await testApp()
  try {
    const { caseId } = await other.ok('case.sample', {})
    await other.ok('extension.update', { caseId, id: 'ex1', values: { days: 61 } })
    const formal = { caseId, template: 'A', format: 'docx', isDraft: false } as const
    expect((await other.refusal('report.export', formal)).message).toMatch(
      /^延期合计 61 日，超过最长 60 日（.*第二十九条.*），请核对延期天数；改正前只能导出草稿。$/,
    )
    await other.ok('report.export', { ...formal, isDraft: true })
    await other.ok('extension.update', { caseId, id: 'ex1', values: { days: 60 } })
    await other.ok('report.export', formal)
  } finally {
    await other.close()
  }
})

test.each(['docx', 'pdf'] as const)(
  '%s is rendered in a worker with the case name and equal bytes twice',
  async (format) => {
    const [first, second] = [await exported(sample, format, false), await exported(sample, format, false)]
    expect(first.message).toBe(null)
    expect(first.file?.name).toBe(`汀泽朔澜轻合金制品有限公司“8·4”较大粉尘爆炸事故调查报告.${format}`)
    const bytes = await Promise.all(
      [first, second].map((job) => readFile(library.app.staging.get(job.file?.token ?? '').path)),
    )
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true)
  },
)

test('rendering costs the serving thread nothing but the start, and cancelling leaves no file', async () => {
  const { jobId } = await library.ok('report.export', { caseId: sample, template: 'B', format: 'pdf', isDraft: false })
  // CPU of this thread alone: a busy machine does not change it, the wall clock would
  const before = process.threadCpuUsage()
  await library.app.jobs.finished(jobId)
  const { user, system } = process.threadCpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(300)
  const cancelled = await library.ok('report.export', { caseId: sample, template: 'B', format: 'pdf', isDraft: false })
  await library.ok('job.cancel', { jobId: cancelled.jobId })
  expect(await library.app.jobs.finished(cancelled.jobId)).toMatchObject({ state: 'cancelled', file: null })
})

test('the template and its options are kept with the case', async () => {
  await library.ok('report.setOptions', { caseId: sample, template: 'C', options: {} })
  expect((await library.ok('report.get', { caseId: sample })).template).toBe('C')
  const refusal = await library.refusal('report.setOptions', {
    caseId: sample,
    template: 'A',
    options: { nonsense: 1 },
  })
  expect(refusal.message).toContain('报告设置不正确')
})
