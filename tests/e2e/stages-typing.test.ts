import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { goTo, launchBrowser, openPage } from '../support/browser.ts'
import { openStage } from '../support/by-hand.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

let host: TestHost
let browser: Browser
let caseId: string
let page: Page

async function dossier(): Promise<Dossier> {
  const result = await host.app.call('case.dossier', { caseId })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** A busy machine takes seconds for what takes a moment. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })

const open = (stage: string) => openStage(page, caseId, stage)

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
  const created = await host.app.call('case.create', { values: { name: '未命名事故' } })
  if (!created.ok) throw new Error(created.error.message)
  caseId = created.value.caseId
  page = (await openPage(browser, host.url)).page
  // the first place is chosen by the program; leaving before that would be overtaken
  await page.waitForURL(/#\/(start|cases)$/)
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

describe('typing on the pages of a case', () => {
  test('an input method that composes in a field of a page saves no half word', async () => {
    await open('notice')
    const field = page.getByLabel('信息报告情况', { exact: true })
    await field.focus()
    const input = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'jingcha', selectionStart: 7, selectionEnd: 7 })
    await page.waitForTimeout(1500)
    expect((await dossier()).accident.reportingSummary).toBeNull()
    await input.send('Input.insertText', { text: '经查，未发现迟报。' })
    await eventually(async () => (await dossier()).accident.reportingSummary).toBe('经查，未发现迟报。')
  })

  test('typing without a rest is saved while it goes on', async () => {
    await open('timeline')
    const field = page.getByLabel('一段话说明经过', { exact: true })
    await field.focus()
    let saved = ''
    // never a second of rest: what is in the file by then came while typing
    for (let count = 0; count < 200 && saved === ''; count++) {
      await page.keyboard.type('写')
      await page.waitForTimeout(100)
      saved = (await dossier()).accident.brief ?? ''
    }
    expect(saved).toMatch(/^写+$/)
    await field.fill('')
    await eventually(async () => (await dossier()).accident.brief ?? '').toBe('')
  })

  test.each([
    ['timeline', '一段话说明经过', async () => (await dossier()).accident.brief],
    ['overview', '领导批示', async () => (await dossier()).accident.leadersInstructions],
    ['causes', '定性句', async () => (await dossier()).accident.natureStatement],
  ] as const)('leaving %s at once after typing loses nothing', async (stage, label, read) => {
    await open(stage)
    await page.getByLabel(label, { exact: true }).focus()
    await page.keyboard.type('最后一个字')
    await goTo(page, '/cases')
    await eventually(read).toBe('最后一个字')
  })
})
