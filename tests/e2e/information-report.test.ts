/** The first report of a case as a person writes it: the clock beside it, sent, frozen; a late one marked; the DOCX printed. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import type { Input, Method, Output } from '../../src/shared/contract.ts'
import { axeFaults, launchBrowser, openPage } from '../support/browser.ts'
import { choose, formOf, openStage, press as pressIn, saved, type } from '../support/by-hand.ts'
import { openPackage } from '../support/docx-rules/package.ts'
import { checkReport } from '../support/docx-rules/report.ts'
import { docxLines } from '../support/docx-text.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

const SLOW_MS = 30_000
const at = (time: string) => `2026-08-04T${time}:00+08:00`

let host: TestHost
let browser: Browser
let page: Page
let caseId: string
let complaints: readonly string[]

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.app.call(method, input)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

const dossier = (): Promise<Dossier> => call('case.dossier', { caseId })
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: SLOW_MS })
const stage = () => page.locator('.stagebody')
const press = (name: string) => pressIn(stage(), name)
const form = () => formOf(page, '信息报告')
const clock = (to: string) => stage().locator('.clocks tr').filter({ hasText: to })

beforeAll(async () => {
  host = await startTestHost({ now: at('11:30') })
  browser = await launchBrowser()
  const bureau = { name: '汀泽市应急管理局', level: 'county', province: null, city: null, district: null } as const
  await call('library.setUp', { bureau, userName: '贺临川', position: null })
  const values = { name: '甲公司“8·4”触电事故', occurredFrom: at('09:30'), occurredTo: at('09:30') }
  caseId = (await call('case.create', { values: { ...values, occurredPrecision: 'minute' } })).caseId
  await call('unit.add', { caseId, values: { kind: 'accident_unit', name: '甲公司', address: '一号路1号' } })
  const opened = await openPage(browser, host.url)
  page = opened.page
  complaints = opened.complaints
})
afterEach(() => expect(complaints).toEqual([]))
afterAll(async () => {
  await browser.close()
  await host.close()
})

test('a call that came in late is marked, and the next clock runs to the minute', async () => {
  await openStage(page, caseId, 'notice')
  await press('登记收到的报告')
  await choose(form(), '种类', '电话快报')
  await type(form(), '报告人（单位）', '佘远航')
  for (const [from, to, time] of [
    ['事故现场', '事故发生单位', '09:35'],
    ['事故发生单位', '县级部门', '10:36'],
  ] as const) {
    await press('添加一次报送')
    const hop = formOf(page, '报送记录')
    await choose(hop, '由哪一级报出', from)
    await choose(hop, '报送（抄告）哪一级', to)
    await choose(hop, '方式', '电话')
    await type(hop, '报出时间', `2026-08-04 ${time}`)
    await type(hop, '收到时间', `2026-08-04 ${time}`)
    await saved(page)
  }
  await clock('事故发生地县级').getByText('疑似迟报，超 1分').waitFor()
  await clock('设区的市级').getByText('2026-08-04 12:36').waitFor()
  await clock('设区的市级').getByText('余 1小时6分').waitFor()
  await stage().getByText('是否迟报由人认定').waitFor()
})

test('the first written report is prefilled, names what it lacks, and 0 is not a blank', async () => {
  await press('写文字快报')
  await eventually(() => form().getByLabel('事故发生单位：名称、地址、性质等概况').inputValue()).toContain(
    '甲公司；地址：一号路1号',
  )
  for (const [label, count] of [
    ['死亡', '1'],
    ['下落不明', '0'],
    ['涉险', '2'],
  ] as const)
    await type(form(), label, count)
  await type(form(), '已采取的措施', '已断电，人员已撤离。')
  await saved(page)
  const lacking = form().locator('.lacking')
  await eventually(() => lacking.textContent()).toContain('可先报后补')
  await eventually(() => lacking.textContent()).not.toContain('下落不明')
  expect(await lacking.textContent()).toContain('简要经过')
  expect(await axeFaults(page)).toEqual([])
})

test('sent, it is frozen and its DOCX is printed as it was sent', async () => {
  await pressIn(form(), '发出')
  const dialog = page.getByRole('dialog', { name: '发出文字快报' })
  await type(dialog, '接收单位', '澜州市应急管理局')
  await pressIn(dialog, '确认发出')
  await dialog.waitFor({ state: 'detached', timeout: SLOW_MS })
  await form().getByText('内容和文件已经固定').waitFor()
  expect(await form().getByLabel('简要经过（续报写新的情况）').isDisabled()).toBe(true)
  await clock('设区的市级').getByText('按时').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: SLOW_MS }),
    form().getByRole('button', { name: '打印 Word', exact: true }).click(),
  ])
  const office = openPackage(await readFile(await download.path()))
  expect(checkReport(office)).toEqual([])
  expect(docxLines(office)).toContain('死亡1人，下落不明0人，涉险2人。')
  expect((await dossier()).rows.documentRelease).toHaveLength(1)
  await page.reload()
  await stage().getByText('已发出').first().waitFor()
})

test('a body is ticked with the time, and the day wants a follow-up from the next day on', async () => {
  const police = stage().getByRole('checkbox', { name: '公安机关' })
  await police.focus()
  await page.keyboard.press('Space')
  await stage().getByLabel('公安机关通知时间').waitFor()
  const { rows } = await dossier()
  expect(rows.infoReportDelivery.find(({ toLevel }) => toLevel === 'police')).toMatchObject({
    channel: 'written',
    sentAt: at('11:30'),
  })
  await stage().getByText('还有 3 家没有书面通知').waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('at twice the size of the text who reports to whom is read in words, not in a column of letters', async () => {
  const { page: large } = await openPage(browser, host.url, { text: 200 })
  await openStage(large, caseId, 'notice')
  const cell = large.locator('.clocks tbody td').first()
  await cell.waitFor()
  const { width, height } = (await cell.boundingBox()) ?? { width: 0, height: 0 }
  expect(width).toBeGreaterThan(250)
  expect(height).toBeLessThan(width)
  expect(await axeFaults(large)).toEqual([])
  await large.close()
})
