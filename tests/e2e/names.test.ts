import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stages } from '../../src/shared/case/stage.ts'
import { goTo, launchBrowser, openPage } from '../support/browser.ts'
import { openStage } from '../support/by-hand.ts'
import { startTestHost, type TestHost } from '../support/host.ts'
import { englishNames } from '../support/names.ts'

let host: TestHost
let browser: Browser
let page: Page
let caseId: string

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
  // by default the user has the name of the account of the computer
  await host.app.call('library.setUp', {
    bureau: { name: '汀泽市应急管理局', level: 'county', province: '江苏省', city: '澜州市', district: '汀泽市' },
    userName: '周明',
    position: null,
  })
  const opened = await host.app.call('case.sample', {})
  if (!opened.ok) throw new Error(opened.error.message)
  caseId = opened.value.caseId
  page = (await openPage(browser, host.url)).page
  await page.waitForURL(/#\/(start|cases)$/)
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

/** Every list of the page gets a new row, whose form shows all fields; with it the first row that is there. */
async function openForms(): Promise<void> {
  for (const button of await page.locator('.stagebody > * [data-add], .stagebody > [data-add]').all())
    if (await button.isVisible()) await button.click()
  const row = page.locator('.stagebody .rowbtn').first()
  if ((await row.count()) > 0) await row.click()
}

/** The first field of its kind with what it opens. */
async function openPopups(): Promise<string[]> {
  const names: string[] = []
  for (const opener of [
    '.stagebody .ant-select:not(.ant-select-disabled)',
    '.stagebody button[aria-label="打开日历"]',
  ]) {
    const first = page.locator(opener).first()
    if ((await first.count()) === 0) continue
    await first.click()
    await page.waitForTimeout(300)
    names.push(...(await englishNames(page)))
    await page.keyboard.press('Escape')
  }
  return names
}

test('no page has a name in English, seen or heard, with forms, lists of choices and calendars open', async () => {
  const faults: string[] = []
  const look = async (place: string) => {
    faults.push(...(await englishNames(page)).map((name) => `${place}: ${name}`))
  }
  for (const { key } of stages.filter((stage) => stage.key !== 'report')) {
    await openStage(page, caseId, key)
    await openForms()
    await look(key)
    faults.push(...(await openPopups()).map((name) => `${key}: ${name}`))
  }
  expect([...new Set(faults)]).toEqual([])
}, 240_000)

test('nor has the report, its panels, the register, the settings, the start page and the dialogs', async () => {
  const faults: string[] = []
  const look = async (place: string) => {
    faults.push(...(await englishNames(page)).map((name) => `${place}: ${name}`))
  }
  await goTo(page, `/case/${caseId}/report`)
  await page.locator('.flow [data-unit]').first().waitFor()
  for (const panel of [/^缺项/, /^改写/, /^设置$/, /^导出$/]) {
    const button = page.locator('.reportbar').getByRole('button', { name: panel })
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
    await look(`report ${panel.source}`)
  }
  await page.getByRole('combobox', { name: '提纲' }).click()
  await look('report outline')
  await page.keyboard.press('Escape')
  await goTo(page, '/cases')
  await page.locator('main :is(h1, h2)').first().waitFor()
  await look('cases')
  await page.getByRole('button', { name: '新建案卷' }).first().click()
  await page.getByRole('dialog').waitFor()
  await look('new case')
  await page.keyboard.press('Escape')
  await goTo(page, '/settings')
  await page.locator('main :is(h1, h2)').first().waitFor()
  await page.getByLabel('格式', { exact: true }).waitFor()
  expect(await page.getByLabel('格式', { exact: true }).inputValue()).toBe('{代字}〔{年}〕{序号}号')
  await page.getByLabel('格式', { exact: true }).fill('{代字}〔{年}〕{序号:3}号之{序号}')
  await page.getByText('{年}和{序号}应各出现一次').waitFor()
  await page.getByLabel('格式', { exact: true }).fill('{代字}〔{年}〕{序号:3}号')
  await page.getByLabel('依据', { exact: true }).fill('本局档案管理规定')
  await page.getByRole('button', { name: '保存规则' }).click()
  await page.getByText('已保存案号规则。').waitFor()
  await look('settings')
  const rule = await host.app.call('setting.get', { key: 'case.numbering' })
  expect(rule).toMatchObject({ ok: true, value: { value: { pattern: '{prefix}〔{year}〕{no:3}号' } } })
  await goTo(page, '/start')
  await page.locator('main h1').waitFor()
  await look('start')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  await look('keys')
  await page.keyboard.press('Escape')
  await openStage(page, caseId, 'parties')
  await page.getByRole('button', { name: '粘贴多行' }).first().click()
  await page.getByRole('dialog').waitFor()
  await look('paste')
  expect([...new Set(faults)]).toEqual([])
}, 120_000)
