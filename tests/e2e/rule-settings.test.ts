import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults, goTo, launchBrowser, openPage, type PageOptions } from '../support/browser.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

const BASIS = '汀应急〔2026〕12号'
let host: TestHost
let other: TestHost
let browser: Browser
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'anjuan-test-'))
  host = await startTestHost()
  other = await startTestHost()
  browser = await launchBrowser()
  for (const { app } of [host, other])
    await app.call('library.setUp', {
      bureau: { name: '汀泽市应急管理局', level: 'county', province: '江苏省', city: '澜州市', district: '汀泽市' },
      userName: '周明',
      position: null,
    })
})
afterAll(async () => {
  await browser.close()
  await host.close()
  await other.close()
  await rm(dir, { recursive: true })
})

async function openSettings({ url }: TestHost, options: PageOptions = {}) {
  const opened = await openPage(browser, url, options)
  await opened.page.waitForURL(/#\/cases$/)
  await goTo(opened.page, '/settings/rules')
  await opened.page.getByRole('heading', { name: '首日方案' }).waitFor()
  return opened
}

async function answerOf({ app }: TestHost, rule: string, facts: Record<string, string | null>) {
  const answered = await app.call('rules.eval', { rule, facts })
  if (!answered.ok) throw new Error(answered.error.message)
  const [answer] = answered.value.answers
  return { result: answer?.result, bases: answer?.assumptions.map(({ basis }) => basis) }
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function choose(page: Page, button: string, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles(file)
}

test('the plan is changed by the keyboard: the last day moves by one and the answer names the basis', async () => {
  const facts = { occurredOn: '2026-08-04' }
  expect(await answerOf(host, 'investigationDeadline', facts)).toMatchObject({ result: { lastDay: '2026-10-03' } })
  const { page, complaints } = await openPage(browser, host.url)
  await page.waitForURL(/#\/cases$/)
  await goTo(page, '/settings')
  await page.getByRole('link', { name: '查看和修改规则设定' }).click()
  const firstDay = card(page, '首日方案')
  await firstDay.getByText('推：推定，待本单位确认').waitFor()
  await page.getByText('不是法律规定').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await firstDay.getByRole('button', { name: '修改首日方案' }).press('Enter')
  const save = firstDay.getByRole('button', { name: '保存为新版本' })
  await firstDay.getByRole('radio', { name: /方案A/ }).press('ArrowRight')
  expect(await save.isDisabled()).toBe(true)
  expect(await axeFaults(page)).toEqual([])
  await firstDay.getByLabel('依据').fill(BASIS)
  await firstDay.getByLabel('依据').press('Enter')
  await firstDay.getByText('本单位设定，自 2026-11-06 起施行').waitFor()
  await firstDay.getByText('历史版本（1）').press('Enter')
  await firstDay.getByText('周明 录入').waitFor()
  expect(await answerOf(host, 'investigationDeadline', facts)).toMatchObject({
    result: { lastDay: '2026-10-02' },
    bases: [`${BASIS}（本单位设定，2026-11-06 录入）`],
  })
  expect(complaints).toEqual([])
})

test('holidays of a year from a file: bad lines are named and nothing is saved; the publication deadline moves', async () => {
  const facts = { approvedOn: '2026-09-20' }
  expect((await answerOf(host, 'publicationDeadline', facts)).result).toEqual({ lastDay: '2026-10-16' })
  const file = join(dir, '放假.csv')
  await writeFile(file, '日期,节日,类型\n2026-10-01至2026-10-07,国庆节,休\n2026-10-08,,班\n')
  const { page, complaints } = await openSettings(host)
  await card(page, '放假调休表').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '导入一年的放假调休表' }).click()
  await choose(page, '选择 CSV 文件…', file)
  await page.getByText('第3行“2026-10-08,,班”：2026-10-08 是周四，本来就上班，请核对。').waitFor()
  await page.getByLabel('依据').fill('国办发明电〔2025〕7号')
  expect(await page.getByRole('button', { name: '保存为新版本' }).isDisabled()).toBe(true)
  await page.getByLabel('放假和调休的日子').fill('10月1日至7日 休\n10月10日 班')
  await page.getByText('读到放假 7 天：10-01至10-07；调休上班 1 天：10-10。').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await card(page, '2026年放假调休表').getByText('国办发明电〔2025〕7号').first().waitFor()
  const { result, bases } = await answerOf(host, 'publicationDeadline', facts)
  expect(result).toEqual({ lastDay: '2026-10-22' })
  expect(bases).toContain('国办发明电〔2025〕7号（本单位设定，2026-11-06 录入）')
  expect(complaints).toEqual([])
})

test('triggers and warnings are edited in a form; Escape leaves without saving', async () => {
  const { page, complaints } = await openSettings(host)
  const triggers = card(page, '提级触发情形')
  await triggers.getByRole('button', { name: '修改提级触发情形' }).click()
  await triggers.getByLabel('E1 死亡人数').fill('1')
  await triggers.getByLabel('E8 启用').uncheck()
  await triggers.getByRole('button', { name: '移除 E7' }).click()
  await triggers.getByRole('button', { name: '添加情形' }).click()
  await triggers.getByText('E9 没有填写名称').waitFor()
  await triggers.getByLabel('E9 名称').fill('居民住宅内发生')
  expect(await axeFaults(page)).toEqual([])
  await triggers.getByLabel('依据').fill(BASIS)
  await triggers.getByRole('button', { name: '保存为新版本' }).click()
  await triggers.getByText('一般事故死亡 1 人以上').first().waitFor()
  const warnings = card(page, '预警级别')
  await warnings.getByRole('button', { name: '修改预警级别' }).click()
  await warnings.getByLabel('剩余多少日时预警').fill('7、15')
  await warnings.getByText('预警天数应从大到小，不重复。').waitFor()
  await warnings.getByLabel('剩余多少日时预警').press('Escape')
  await warnings.getByText('剩余 15、7、3、0 日').waitFor()
  const { result } = await answerOf(host, 'escalation', {
    occurredOn: '2026-08-04',
    grade: '一般',
    deaths: null,
  })
  expect(result).toMatchObject({ triggers: expect.arrayContaining([expect.objectContaining({ id: 'E9' })]) })
  expect(complaints).toEqual([])
})

test('exported here and imported there: the differences first, then the same answers; a damaged file is refused', async () => {
  const { page, complaints } = await openSettings(host)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出设定' }).click()
  const file = join(dir, '设定.json')
  await (await download).saveAs(file)

  const there = await openSettings(other)
  const panel = card(there.page, '导出和导入')
  const damaged = join(dir, '坏.json')
  await writeFile(damaged, (await readFile(file, 'utf8')).replace('"B"', '"A"'))
  await choose(there.page, '导入设定…', damaged)
  await panel.getByText('文件的内容与校验值不符，可能已损坏或被改动，没有导入；请重新取得文件。').waitFor()
  await choose(there.page, '导入设定…', file)
  const differences = panel.getByRole('region', { name: '与本库的差别' })
  await differences.getByText('3 项不同，0 项相同').waitFor()
  await differences.getByText('首日不计入（方案A）（随软件发布）').waitFor()
  expect(await axeFaults(there.page)).toEqual([])
  const facts = { occurredOn: '2026-08-04' }
  expect(await answerOf(other, 'investigationDeadline', facts)).toMatchObject({ result: { lastDay: '2026-10-03' } })
  await differences.getByRole('button', { name: '导入这 3 项' }).click()
  await card(there.page, '首日方案').getByText(`${BASIS}（导入自汀泽市应急管理局`).first().waitFor()
  expect(await answerOf(other, 'investigationDeadline', facts)).toMatchObject({ result: { lastDay: '2026-10-02' } })
  expect([...complaints, ...there.complaints]).toEqual([])
})

test.each([
  { edition: 'light', width: 1280, height: 800 },
  { edition: 'dark', width: 1280, height: 800 },
  { edition: 'light', width: 1920, height: 1080 },
  { edition: 'dark', width: 1280, height: 800, text: 200 },
] as const)('nothing runs out of the window: %j', async (options) => {
  const { page, complaints } = await openSettings(host, options)
  await card(page, '提级触发情形').getByRole('button', { name: '修改提级触发情形' }).click()
  const wide = await page.evaluate(
    () =>
      [...document.querySelectorAll('.rulesettings *')].filter(
        (node) => node.getBoundingClientRect().right > window.innerWidth + 1 && node.getBoundingClientRect().width > 0,
      ).length,
  )
  expect(wide).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})
