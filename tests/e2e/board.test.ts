import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Input, Method, Output } from '../../src/shared/contract.ts'
import { axeFaults, goTo, launchBrowser, openPage } from '../support/browser.ts'
import { choose, formOf, openStage, press, saved, type } from '../support/by-hand.ts'
import { eventsOf } from '../support/calendar.ts'
import { startTestHost, type TestHost } from '../support/host.ts'
import { sheetRows } from '../support/sheet.ts'

const LONG_MS = 180_000
const TODAY = '2026-04-20'
let host: TestHost
let browser: Browser
let caseId: string

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.app.call(method, input)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

const caseOn = async (day: string, name: string, more: object = {}): Promise<string> => {
  const occurred = { occurredFrom: `${day}T09:30:00+08:00`, occurredPrecision: 'minute' as const }
  return (await call('case.create', { values: { name, ...occurred, ...more } })).caseId
}

beforeAll(async () => {
  host = await startTestHost({ now: `${TODAY}T09:00:00+08:00` })
  browser = await launchBrowser()
  await call('library.setUp', {
    bureau: { name: '汀泽市应急管理局', level: 'county', province: '江苏省', city: '澜州市', district: '汀泽市' },
    userName: '周明',
    position: null,
  })
  caseId = await caseOn('2026-03-01', '甲公司“3·1”一般触电事故')
  const late = await caseOn('2026-02-01', '乙公司“2·1”较大火灾事故', { regime: 'fire' })
  await call('supervision.add', { caseId: late, values: { byBody: '江苏省安全生产委员会', receivedOn: '2026-02-20' } })
  const stopped = await caseOn('2026-03-10', '丙公司“3·10”一般坍塌事故')
  await call('appraisal.add', { caseId: stopped, values: { subject: '结构检测', commissionedOn: '2026-03-20' } })
  await caseOn('2026-04-01', '丁矿“4·1”一般运输事故', { regime: 'coal' })
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

async function openBoard(options: Parameters<typeof openPage>[2] = {}) {
  const opened = await openPage(browser, host.url, options)
  await goTo(opened.page, '/board')
  await opened.page.locator('.deadlines').waitFor()
  return opened
}

const line = (page: Page, name: string, what: string) =>
  page.locator('.duelist tr', { hasText: name }).filter({ has: page.getByRole('link', { name: what, exact: true }) })

const groupOf = (page: Page, name: string, what: string) =>
  line(page, name, what).evaluate((row) => row.parentElement?.querySelector('th')?.textContent ?? '')

const isWider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

describe('the board', () => {
  test('shows a case with its last day and arithmetic, and an extension entered by hand moves it', async () => {
    const { page, complaints } = await openBoard()
    const due = line(page, '甲公司', '提交调查报告')
    await expect.poll(() => due.textContent()).toContain('2026-04-30')
    expect(await due.textContent()).toContain('2026-03-01 + 60 日')
    expect(await due.textContent()).toContain('余 10 日')
    expect(await groupOf(page, '甲公司', '提交调查报告')).toMatch(/^15日内/)

    await due.getByRole('button', { name: /^为什么/ }).focus()
    const card = page.getByRole('dialog', { name: /提交调查报告：2026-04-30/ })
    await card.waitFor()
    expect(await card.textContent()).toContain('第二十九条')

    await openStage(page, caseId, 'team')
    await press(page.locator('.stagebody'), '添加延期')
    await type(formOf(page, '延期'), '延长日数', '30')
    await type(formOf(page, '延期'), '批准日期', '2026-04-18')
    await page.keyboard.press('Tab')
    await type(formOf(page, '延期'), '批准机关', '汀泽市人民政府')
    await page.keyboard.press('Tab')
    await saved(page)
    await page.getByRole('link', { name: /^期限/ }).click()
    await expect.poll(() => due.textContent()).toContain('2026-05-30')
    expect(await due.textContent()).toContain('+ 30 日（批准延期）')
    expect(await groupOf(page, '甲公司', '提交调查报告')).toMatch(/^以后/)
    expect(complaints).toEqual([])
  })

  test('marks what is overdue, stopped or open to a question', async () => {
    const { page, complaints } = await openBoard()
    const late = line(page, '乙公司', '提交调查报告')
    expect(await late.textContent()).toContain('已逾期 18 日')
    expect(await groupOf(page, '乙公司', '提交调查报告')).toMatch(/^已逾期 1$/)
    await expect.poll(() => page.getByRole('link', { name: /^期限/ }).textContent()).toContain('1项')
    const stopped = line(page, '丙公司', '提交调查报告')
    expect(await groupOf(page, '丙公司', '提交调查报告')).toMatch(/^暂停计时/)
    expect(await stopped.textContent()).toContain('已扣除 31 日')
    const coal = line(page, '丁矿', '提交调查报告')
    expect(await groupOf(page, '丁矿', '提交调查报告')).toMatch(/^缺事实/)
    expect(await coal.textContent()).toContain('本案的期限依据是什么？')
    expect(await coal.locator('.dl-day').textContent()).toBe('—')
    expect(complaints).toEqual([])
  })

  test('leads to the field in which the missing fact is entered, and what is entered there ends the period', async () => {
    const { page, complaints } = await openBoard()
    await line(page, '丙公司', '提交调查报告').getByRole('link', { name: '缺：鉴定出具日期' }).click()
    await page.waitForURL(/\/team\?/)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-fact]')?.getAttribute('data-fact')))
      .toBe('appraisal.issuedOn')
    await goTo(page, '/board')
    await line(page, '乙公司', '提交调查报告').getByRole('link', { name: '提交调查报告' }).click()
    await page.waitForURL(/\/approval\?/)
    await press(page.locator('.stagebody'), '登记报送')
    await choose(formOf(page, '报送与批复'), '报送的报告', '事故调查报告')
    await type(formOf(page, '报送与批复'), '报送日期', '2026-04-20')
    await page.keyboard.press('Tab')
    await saved(page)
    await page.getByRole('link', { name: /^期限/ }).click()
    await expect.poll(() => groupOf(page, '乙公司', '批复')).toMatch(/^缺事实/)
    await page.goto(`${page.url().split('#')[0]}#/board?state=done`)
    await expect.poll(() => line(page, '乙公司', '提交调查报告').textContent()).toContain('逾期 18 日提交')
    expect(complaints).toEqual([])
  })

  test('goes through the lines and the days by the keyboard', async () => {
    const { page, complaints } = await openBoard()
    await page.locator('.duewhat').first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.querySelectorAll('.duewhat')[1] === document.activeElement)).toBe(true)
    await page.locator(`[data-day="${TODAY}"]`).focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.locator(':focus').getAttribute('data-day')).toBe('2026-04-27')
    await page.keyboard.press('PageDown')
    await page.getByRole('heading', { name: '2026 年 5 月' }).waitFor()
    expect(page.url()).toContain('month=2026-05')
    expect(complaints).toEqual([])
  })

  test('gives both files, of what the filter shows', async () => {
    const { page, complaints } = await openBoard()
    await page.goto(`${page.url().split('#')[0]}#/board?kind=casualtyWindow&state=in15`)
    await expect.poll(() => page.locator('.filters .count').textContent()).toBe('共 1 项')
    const download = async (button: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        page.getByRole('button', { name: button }).click(),
      ])
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
    }
    const calendar = await download('导出日历')
    expect(calendar.name).toBe(`期限（${TODAY}）.ics`)
    expect(eventsOf(calendar.bytes.toString('utf8')).map(({ summary }) => summary)).toEqual([
      '伤亡补报期：丁矿“4·1”一般运输事故',
    ])
    await page.getByText('已导出').waitFor()
    const sheet = await download('导出表格')
    expect(sheet.name).toBe(`期限（${TODAY}）.xlsx`)
    expect(sheetRows(sheet.bytes)).toHaveLength(2)
    expect(complaints).toEqual([])
  })

  test('says what belongs there when nothing matches or nothing is open', async () => {
    const { page } = await openBoard()
    await page.goto(`${page.url().split('#')[0]}#/board?scope=training`)
    await page.getByText('没有符合条件的期限').waitFor()
    await page.locator('.filters').getByText('清除', { exact: true }).click()
    await page.locator('.duelist').waitFor()
  })
})

test('the page of a case shows its own deadlines in the same form', async () => {
  const { page, complaints } = await openBoard()
  await openStage(page, caseId, 'overview')
  const own = page.locator('.stagebody .deadlines')
  await own.waitFor()
  expect(await own.locator('tbody tr').count()).toBe(2)
  expect(await own.textContent()).toContain('2026-03-01 + 60 日')
  expect(complaints).toEqual([])
})

describe('how it looks', () => {
  test.each([
    { name: 'light', options: {} },
    { name: 'dark', options: { edition: 'dark' } },
    { name: 'at 200 % text', options: { text: 200 } },
    { name: 'on a large screen', options: { width: 1920, height: 1080 } },
  ] as const)(
    'no accessibility fault and nothing wider than the window, $name',
    async ({ options }) => {
      const { page, complaints } = await openBoard(options)
      const faults = await axeFaults(page)
      await page.locator('.whybtn').first().focus()
      await page.getByRole('dialog').waitFor()
      faults.push(...(await axeFaults(page)))
      expect(faults).toEqual([])
      expect(await isWider(page)).toBe(false)
      expect(complaints).toEqual([])
    },
    LONG_MS,
  )
})
