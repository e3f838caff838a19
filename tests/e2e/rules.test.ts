import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/shared/rules/index.ts'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import { axeFaults, goTo, launchBrowser, openPage } from '../support/browser.ts'
import { openStage } from '../support/by-hand.ts'
import { startTestHost, type TestHost } from '../support/host.ts'
import { englishNames } from '../support/names.ts'
import { caseFiles } from '../support/rule-book.ts'

/** every rule with a check of each page; a busy machine takes its time */
const LONG_MS = 240_000

let host: TestHost
let browser: Browser
let sample: string

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
  sample = opened.value.caseId
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

const rules = shippedBook().rules
const casesOf = (id: string) =>
  caseFiles()
    .filter(({ rule }) => rule === id)
    .flatMap(({ lines }) => lines)

async function openRules(options: Parameters<typeof openPage>[2] = {}) {
  const opened = await openPage(browser, host.url, options)
  await goTo(opened.page, '/rules')
  await opened.page.getByRole('heading', { name: '规则', exact: true }).waitFor()
  return opened
}

const isWider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

async function openRule(page: Page, id: (typeof ruleIds)[number]): Promise<void> {
  await goTo(page, `/rules/${id}`)
  await page.getByRole('heading', { level: 1, name: rules[id].rows.title, exact: true }).waitFor()
  await page.getByRole('heading', { level: 2, name: '实例', exact: true }).waitFor()
}

describe('page 规则', () => {
  test('lists every rule, finds one by its article, by a law and by a mark, and says when there is none', async () => {
    const { page, complaints } = await openRules()
    const titles = page.locator('.ruletable tbody th')
    expect((await titles.allTextContents()).toSorted()).toEqual(
      Object.values(rules)
        .map(({ rows }) => rows.title)
        .toSorted(),
    )
    await page.getByText(/^刚刚核对了 \d+ 个实例，全部相符$/).waitFor()
    await page.keyboard.press('/')
    const find = async (words: string) => {
      await page.getByLabel('查找规则').fill(words)
      await expect.poll(() => page.url()).toContain(new URLSearchParams({ words }).toString())
      return titles.allTextContents()
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('查找规则')
    expect(await find('第三十二条')).toContain('批复期限')
    // a digit, and an article inside of 第十四条至第十八条
    expect(await find('第16条')).toContain('事故发生单位的罚款')
    expect(await find('6441')).toContain('事故类别代码')
    expect(await find('6441')).not.toContain('批复期限')
    expect(await find('第九百条')).toEqual([])
    await page.getByText('没有符合条件的规则。').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByRole('combobox', { name: '核对情况' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '推定，待确认' }).click()
    await expect.poll(() => titles.allTextContents()).toContain('提级调查的触发情形')
    expect(await titles.allTextContents()).not.toContain('事故类别代码')
    expect(complaints).toEqual([])
  })

  test('is found in the navigation and opens a rule by the keyboard', async () => {
    const { page } = await openPage(browser, host.url)
    await page.getByRole('navigation', { name: '主要位置' }).getByRole('link', { name: '规则' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '事故等级' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/rules\/grade$/)
    await page.getByRole('heading', { level: 1, name: '事故等级' }).waitFor()
  })

  test(
    'the page of every rule shows all of its cases as they are expected, in Chinese, without fault',
    async () => {
      const { page, complaints } = await openRules()
      const faults: string[] = []
      for (const id of ruleIds) {
        await openRule(page, id)
        const count = casesOf(id).length
        const rows = await page.locator('.ruleworked tbody tr').count()
        const right = await page.getByRole('img', { name: '相符', exact: true }).count()
        if (count === 0 || rows !== count || right !== count)
          faults.push(`${id}: ${right} of ${rows}, ${count} in the files`)
        // a case gives a word of a program in place of a number, to be refused; items of losses have codes like D2.fine
        const names = (await englishNames(page)).filter((name) => !/“true”$|\b(?:D|Ed)\d\.[a-z]/.test(name))
        faults.push(...names.map((name) => `${id}: ${name}`))
        if (await isWider(page)) faults.push(`${id} is wider than the window`)
      }
      expect(faults).toEqual([])
      expect(complaints).toEqual([])
    },
    LONG_MS,
  )

  test.each([{ width: 1920, height: 1080, edition: 'light' }, { edition: 'dark' }, { text: 200 }] as const)(
    'list and ladders hold in a window of %o',
    async (options) => {
      const { page, complaints } = await openRules(options)
      const faults: string[] = []
      for (const place of ['/rules', '/rules/unitFine', '/rules/investigatingBody', '/rules/nothing']) {
        await goTo(page, place)
        await page.locator('main h1').waitFor()
        faults.push(...(await axeFaults(page)).map((fault) => `${place}: ${fault}`))
        if (await isWider(page)) faults.push(`${place} is wider than the window`)
      }
      expect(faults).toEqual([])
      expect(complaints).toEqual([])
    },
  )
})

describe('own figures', () => {
  test('give the whole answer; what is missing or wrong is said in one sentence; nothing is written', async () => {
    const before = await host.app.call('library.status', {})
    const { page, complaints } = await openRules()
    await openRule(page, 'grade')
    const answer = page.getByRole('region', { name: '试算结果' })
    const sentence = async () => (await answer.textContent())?.trim()
    await page.getByLabel('死亡', { exact: true }).fill('3')
    await page.keyboard.press('Enter')
    await expect.poll(sentence).toBe('没有计算：请填写“重伤”、“损失（万元）”；尚不掌握的填“未知”。')
    await page.getByLabel('重伤', { exact: true }).fill('2')
    await page.getByLabel('损失（万元）', { exact: true }).fill('未知')
    await page.getByRole('button', { name: '计算' }).click()
    await answer.getByRole('heading', { name: '初判：较大' }).waitFor()
    const words = await answer.textContent()
    for (const part of [
      '《生产安全事故报告和调查处理条例》（国务院令第493号）第三条',
      '已核对原文',
      '死亡 3 人，不少于 3 人、少于 10 人，较大',
      '按本单位设定：三项分别比对，取最高',
      '缺：损失',
      '死亡达到 10 人：重大',
    ])
      expect(words).toContain(part)
    await page.getByLabel('死亡', { exact: true }).fill('三')
    await page.keyboard.press('Enter')
    await expect.poll(sentence).toBe('没有计算：“死亡”人数应为非负整数，请核对。')
    // the rule's own refusal: no law of that day is at hand
    await page.getByLabel('死亡', { exact: true }).fill('3')
    await page.getByLabel('发生日', { exact: true }).fill('1999-01-01')
    await page.keyboard.press('Enter')
    await expect.poll(sentence).toBe('“事故等级”在 1999-01-01 没有收录适用的规定，请人工确定依据。')
    await page.getByRole('button', { name: '清空' }).click()
    await answer.getByText('填写后按“计算”或回车').waitFor()
    expect(await host.app.call('library.status', {})).toEqual(before)
    expect(complaints).toEqual([])
  })

  test('a question of the law comes with its answers side by side, and the other plan of the bureau with its result', async () => {
    const { page } = await openRules()
    await openRule(page, 'unitFine')
    await page.getByRole('region', { name: '实例：例表 V-19' }).getByRole('button', { name: '例 1，带入试算' }).click()
    const answer = page.getByRole('region', { name: '试算结果' })
    await answer.getByRole('heading', { name: '一般-2：100–350 万元' }).waitFor()
    expect(await answer.locator('.answeralts li').count()).toBe(2)
    expect(await page.getByLabel('死亡', { exact: true }).inputValue()).toBe('1')
    await openRule(page, 'casualtyWindow')
    await page.getByLabel('发生日', { exact: true }).fill('2026-03-01')
    await page.keyboard.press('Enter')
    await answer.getByText(/另一方案的结果为 2026-03-30。/).waitFor()
  })

  test('a list of answers shows every one of them', async () => {
    const { page, complaints } = await openRules()
    await openRule(page, 'reportingClock')
    await page.locator('.rulecase').nth(1).click()
    const answer = page.getByRole('region', { name: '试算结果' })
    await expect.poll(() => answer.locator('.answeritem').count()).toBeGreaterThan(1)
    expect(await axeFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

test('the card in a case has its facts, leads to the rule with them, and back', async () => {
  const { page, complaints } = await openPage(browser, host.url)
  await openStage(page, sample, 'overview')
  const open = page.getByRole('button', { name: '依据规则' })
  await open.focus()
  await page.keyboard.press('Enter')
  expect(await open.getAttribute('aria-expanded')).toBe('true')
  const card = page.locator('.caserule')
  const dossier = await host.app.call('case.dossier', { caseId: sample })
  if (!dossier.ok) throw new Error(dossier.error.message)
  const { deaths, occurredOn } = dossier.value.caseFile
  expect(await card.textContent()).toContain(`死亡${deaths}`)
  expect(await card.textContent()).toContain(`发生日${occurredOn}`)
  expect(await axeFaults(page)).toEqual([])
  await card.getByRole('link', { name: '查看规则“事故等级”' }).click()
  await page.waitForURL(/#\/rules\/grade\?/)
  expect(await page.getByLabel('死亡', { exact: true }).inputValue()).toBe(String(deaths))
  expect(await page.getByLabel('发生日', { exact: true }).inputValue()).toBe(occurredOn)
  expect(await page.getByRole('region', { name: '试算结果' }).textContent()).toContain('采用的事实')
  await page.getByRole('link', { name: /^回到“/ }).click()
  await page.waitForURL(new RegExp(`#/case/${sample}/overview$`))
  expect(complaints).toEqual([])
})
