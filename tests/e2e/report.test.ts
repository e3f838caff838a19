import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Input, Method, Output } from '../../src/shared/contract.ts'
import { axeFaults, goTo, launchBrowser, openPage, type PageOptions } from '../support/browser.ts'
import { exported } from '../support/by-hand.ts'
import { openPackage } from '../support/docx-rules/package.ts'
import { docxLines } from '../support/docx-text.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

const SAMPLE = 'sample-shuolan'
const LEAD = 'lead:p1'
const PLACE = '苇荡镇汀泽高端装备产业园锦帆路18号'
let host: TestHost
let browser: Browser

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.app.call(method, input)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

/** A busy machine takes seconds for what takes a moment. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 })

async function openReport(caseId: string = SAMPLE, options: PageOptions = {}) {
  const opened = await openPage(browser, host.url, options)
  await goTo(opened.page, `/case/${caseId}/report`)
  await opened.page.locator('.flow [data-unit]').first().waitFor()
  return opened
}

const unit = (page: Page, id = LEAD): Locator => page.locator(`[data-unit="${id}"] .pwords`)
/** Without the places where a line may break. */
const wordsOf = async (words: Locator) => ((await words.textContent()) ?? '').replaceAll('\u200b', '')

async function chooseOutline(page: Page, template: 'A' | 'B' | 'C') {
  await page.getByRole('combobox', { name: '提纲' }).click()
  await page.locator('.ant-select-item-option', { hasText: `（${template}）` }).click()
}

/** Opens the paragraph by the keyboard and types its words anew. */
async function reword(page: Page, change: (words: string) => string): Promise<string> {
  await page.locator(`[data-unit="${LEAD}"]`).focus()
  await page.keyboard.press('F2')
  const area = page.getByRole('textbox', { name: '这一段的文字' })
  const words = change(await area.inputValue())
  await area.press('Control+A')
  await page.keyboard.insertText(words)
  return words
}

/** Changes a fact on the page where it is entered, and comes back. */
async function changePlace(page: Page, from: string, to: string) {
  await goTo(page, `/case/${SAMPLE}/overview`)
  const field = page.getByLabel('事故地点')
  const before = await field.inputValue()
  await field.fill(before.replace(from, to))
  await field.blur()
  await goTo(page, `/case/${SAMPLE}/report`)
}

const ownWords = async () => (await call('report.get', { caseId: SAMPLE })).wordings.map(({ own }) => own)

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
  await call('case.sample', {})
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

describe('the paper', () => {
  test('prints the chosen outline on numbered sheets, with cover and contents where the outline has them', async () => {
    const { page, complaints } = await openReport()
    await chooseOutline(page, 'A')
    await page.getByRole('heading', { level: 3, name: '三、事故原因分析' }).waitFor()
    expect(await page.locator('.pcover').count()).toBe(0)
    await chooseOutline(page, 'C')
    await page.getByRole('heading', { level: 3, name: '四、事故原因和性质' }).waitFor()
    await chooseOutline(page, 'B')
    const entry = page.locator('.ptoc button', { hasText: '事故等级和性质' })
    await entry.waitFor()
    // the contents give the number that stands on the sheet of the heading
    const printed = Number(/(\d+)$/.exec((await entry.textContent()) ?? '')?.[1])
    await entry.click()
    const numbers = page.locator('.pnumber')
    expect(await numbers.nth(printed - 1).textContent()).toBe(`— ${printed} —`)
    const sheet = await numbers.nth(printed - 1).evaluate((number) => {
      const box = number.parentElement?.getBoundingClientRect()
      return { top: box?.top ?? 0, bottom: box?.bottom ?? 0 }
    })
    const heading = await page
      .locator('[data-unit="chapter:nature"]')
      .evaluate((element) => element.getBoundingClientRect().top)
    expect(heading).toBeGreaterThan(sheet.top)
    expect(heading).toBeLessThan(sheet.bottom)
    expect((await call('report.get', { caseId: SAMPLE })).template).toBe('B')
    expect(complaints).toEqual([])
    await chooseOutline(page, 'A')
    await page.getByRole('heading', { level: 3, name: '三、事故原因分析' }).waitFor()
  })

  test('is set in the fonts of the program where the machine has none', async () => {
    const { page, complaints } = await openReport()
    await eventually(() =>
      page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)),
    ).toEqual(expect.arrayContaining(['ReportFang', 'ReportHei', 'ReportKai', 'ReportTitle']))
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'error').length)).toBe(0)
    expect(complaints).toEqual([])
  })

  test('holds 28 characters a line and 22 lines a page', async () => {
    const { page } = await openReport()
    const measures = await unit(page).evaluate((words) => {
      const { fontSize, letterSpacing, lineHeight } = getComputedStyle(words)
      const flow = getComputedStyle(words.closest('.flow') ?? words)
      const [width, height] = ['column-width', 'column-height'].map((name) => flow.getPropertyValue(name))
      return [fontSize, letterSpacing, lineHeight, width, height].map((length) => Number.parseFloat(length ?? ''))
    })
    const [size = 0, track = 0, pitch = 0, width = 0, height = 0] = measures
    expect(Math.floor(width / (size + track))).toBe(28)
    expect(Math.floor(height / pitch)).toBe(22)
  })

  test('leads from a fact to the page where it is entered', async () => {
    const { page } = await openReport()
    await page.locator('.flow .pfield', { hasText: PLACE }).first().click()
    await page.waitForURL(/\/case\/sample-shuolan\/overview/)
    await page.goBack()
    await unit(page).waitFor()
    await page.locator('[data-unit^="unit:"] .pfield').first().click()
    await page.waitForURL(/\/parties\?row=U1/)
  })
})

describe('rewording', () => {
  test('shows the difference, keeps following the case, and can be taken back', async () => {
    const { page, complaints } = await openReport()
    const generated = await wordsOf(unit(page))
    const own = await reword(page, (words) => words.replace('发生一起粉尘爆炸事故', '突发粉尘爆炸'))
    expect(own).not.toBe(generated)
    await page.locator('.difference ins', { hasText: '突发' }).waitFor()
    expect(await page.locator('.difference del').allTextContents()).not.toEqual([])
    await page.keyboard.press('Control+Enter')
    await eventually(() => wordsOf(unit(page))).toBe(own)
    await eventually(ownWords).toEqual([own])

    await changePlace(page, '锦帆路18号', '望潮路2号')
    await eventually(() => wordsOf(unit(page))).toBe(own.replace('锦帆路18号', '望潮路2号'))
    await changePlace(page, '望潮路2号', '锦帆路18号')
    await eventually(() => wordsOf(unit(page))).toBe(own)

    await page.getByRole('button', { name: '改写 1' }).click()
    await page.getByRole('button', { name: '恢复生成的文字' }).click()
    await eventually(() => wordsOf(unit(page))).toBe(generated)
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await eventually(() => wordsOf(unit(page))).toBe(own)
    await page.getByRole('button', { name: '恢复生成的文字' }).click()
    await eventually(() => wordsOf(unit(page))).toBe(generated)
    expect(complaints).toEqual([])
  })

  test('loses nothing that was typed when the page is left at once, and refuses an empty paragraph', async () => {
    const { page } = await openReport()
    const own = await reword(page, (words) => words.replace('位于', '地处'))
    await goTo(page, `/case/${SAMPLE}/overview`)
    await eventually(ownWords).toEqual([own])
    await goTo(page, `/case/${SAMPLE}/report`)
    await reword(page, () => ' ')
    await page.getByText('这一段不能改成空白').first().waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => wordsOf(unit(page))).toBe(own)
    expect(await ownWords()).toEqual([own])
    await call('report.reset', { caseId: SAMPLE, blockId: LEAD })
  })

  test('asks when the generated sentence changed after it was reworded', async () => {
    const { wordings, document } = await call('report.get', { caseId: SAMPLE })
    expect(wordings).toEqual([])
    const lead = document.blocks.find(({ id }) => id === LEAD)
    if (lead?.kind !== 'paragraph') throw new Error('no lead')
    const generated = lead.children.map((inline) => ('text' in inline ? inline.text : '')).join('')
    await call('report.reword', { caseId: SAMPLE, blockId: LEAD, text: generated.replace('发生一起', '突发') })
    const [count] = (await call('case.dossier', { caseId: SAMPLE })).rows.casualtyCount.slice(-1)
    if (!count) throw new Error('no count')
    await call('casualtyCount.update', { caseId: SAMPLE, id: count.id, values: { minorInjuries: 0 } })
    const { page } = await openReport()
    await page.getByRole('button', { name: '改写 1' }).click()
    await page.getByRole('button', { name: '核对' }).click()
    const question = page.getByRole('region', { name: '生成的文字变了' })
    expect(await question.locator('del').allTextContents()).toEqual([expect.stringContaining('轻伤')])
    expect(await axeFaults(page)).toEqual([])
    await question.getByRole('button', { name: '仍用我的文字' }).click()
    await question.waitFor({ state: 'detached' })
    expect((await call('report.get', { caseId: SAMPLE })).wordings).toMatchObject([{ isStale: false }])
    await call('casualtyCount.update', { caseId: SAMPLE, id: count.id, values: { minorInjuries: count.minorInjuries } })
    await call('report.reset', { caseId: SAMPLE, blockId: LEAD })
  })
})

describe('export', () => {
  test('can be cancelled and leaves no file', async () => {
    const { page } = await openReport()
    await page.getByRole('button', { name: '导出', exact: true }).click()
    await page.getByRole('button', { name: '导出 PDF' }).click()
    await page.getByRole('button', { name: '取消' }).click()
    await page.getByText('已取消，没有留下文件。').waitFor()
  })

  test('gives the own words as Word and PDF, formal and as a draft', async () => {
    const { page, complaints } = await openReport()
    const own = await reword(page, (words) => words.replace('发生一起粉尘爆炸事故', '突发粉尘爆炸'))
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '导出', exact: true }).click()

    const formal = await exported(page, '正式稿', 'Word')
    expect(formal.name).toBe('汀泽朔澜轻合金制品有限公司“8·4”较大粉尘爆炸事故调查报告.docx')
    const office = openPackage(formal.bytes)
    expect(docxLines(office)).toContain(own)
    const headers = (parts: ReadonlyMap<string, Buffer>) =>
      [...parts].filter(([name]) => name.startsWith('word/header')).map(([, data]) => data.toString('utf8'))
    expect(headers(office.parts).filter((header) => header.includes('草稿'))).toEqual([])

    const draft = await exported(page, '草稿', 'Word')
    expect(draft.name).toMatch(/（草稿）\.docx$/)
    const draftOffice = openPackage(draft.bytes)
    expect(docxLines(draftOffice)).toContain(own)
    expect(headers(draftOffice.parts).filter((header) => header.includes('草稿'))).not.toEqual([])

    const pdf = await exported(page, '正式稿', 'PDF')
    expect(pdf.name).toMatch(/调查报告\.pdf$/)
    expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(complaints).toEqual([])
    await call('report.reset', { caseId: SAMPLE, blockId: LEAD })
  })

  test('is a draft only while a statutory item is missing, says which, and leads to its page', async () => {
    const { caseId } = await call('case.create', { values: { name: '澜州市甲公司“11·20”触电事故' } })
    await call('report.setOptions', { caseId, template: 'C', options: {} })
    const { page } = await openReport(caseId)
    await page.getByRole('button', { name: '导出', exact: true }).click()
    const formal = page.getByRole('radio', { name: /^正式稿/ })
    expect(await formal.isDisabled()).toBe(true)
    await page.getByText(/还缺法定内容：.*死亡人数.*；补齐后才能导出正式稿。/).waitFor()
    const draft = await exported(page, '草稿', 'Word')
    expect(docxLines(openPackage(draft.bytes)).join('\n')).toContain('【待补：死亡人数】')
    await page.getByRole('link', { name: '去“伤亡与损失”填写' }).first().click()
    await page.waitForURL(/\/casualties/)
  })
})

describe('settings', () => {
  test('change the title of a chapter, the cover, the edition and the imprint', async () => {
    const { page } = await openReport()
    await page.getByRole('button', { name: '设置' }).click()
    await page.getByRole('combobox', { name: '教训章' }).click()
    await page.locator('.ant-select-item-option', { hasText: /^主要教训$/ }).click()
    await page.getByRole('heading', { level: 3, name: '六、主要教训' }).waitFor()
    await page.getByRole('switch', { name: '印版记' }).click()
    await page.getByLabel('印发机关').fill('汀泽市应急管理局办公室')
    await page.getByLabel('印发日期').fill('2026-11-20')
    await page.getByLabel('印发日期').blur()
    await page.locator('.pimprint', { hasText: '汀泽市应急管理局办公室2026年11月20日印发' }).waitFor()
    await page.getByRole('radiogroup', { name: '封面和目录' }).getByText('有', { exact: true }).click()
    await page.locator('.pcover').waitFor()
    const { options } = await call('report.get', { caseId: SAMPLE })
    expect(options).toMatchObject({
      titles: { lessons: '主要教训' },
      hasCover: true,
      imprint: { issuer: '汀泽市应急管理局办公室', date: '2026-11-20', copyTo: null },
    })
  })
})

describe('look', () => {
  test.for([
    { edition: 'light', text: 100, width: 1280 },
    { edition: 'dark', text: 100, width: 1920 },
    { edition: 'light', text: 200, width: 1280 },
  ] as const)('has no accessibility faults: $edition, $width, text $text %', async (options) => {
    const { page, complaints } = await openReport(SAMPLE, options)
    await reword(page, (words) => words.replace('位于', '地处'))
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(complaints).toEqual([])
  })
})
