import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Input, Method, Output } from '../../src/shared/contract.ts'
import { goTo, launchBrowser, openPage } from '../support/browser.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

let host: TestHost
let browser: Browser

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.app.call(method, input)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

async function openGaps(caseId: string): Promise<Page> {
  const { page } = await openPage(browser, host.url)
  await page.waitForURL(/#\/(start|cases)$/)
  await showGaps(page, caseId)
  return page
}

async function showGaps(page: Page, caseId: string): Promise<void> {
  await goTo(page, `/case/${caseId}/report`)
  await page.locator('.reportbar').waitFor()
  const gaps = page.getByRole('button', { name: /^缺项/, pressed: false })
  if ((await gaps.count()) > 0) await gaps.click()
  await page.locator('.finding').first().waitFor()
}

/** Where typing goes: the form, and the words of the field or button; null while it is not in sight. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document
    // a link that was clicked keeps the focus until its page is drawn
    if (!(element instanceof HTMLElement) || element === document.body || element.tagName === 'A') return null
    const { top, bottom } = element.getBoundingClientRect()
    if (top < 0 || bottom > innerHeight) return null
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : null
    const form = element.closest('.section.editing')?.getAttribute('aria-label') ?? ''
    return `${form} ${(label ?? element).textContent}`.trim()
  })

async function follow(page: Page, gap: string): Promise<void> {
  await page
    .locator('.finding')
    .filter({ has: page.getByRole('button', { name: gap, exact: true }) })
    .getByRole('link')
    .click()
}

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

describe('a link that leads to what is missing', () => {
  test('of an empty case: to the field, or to the button that adds the first row', async () => {
    const { caseId } = await call('case.create', { values: { name: '未命名事故' } })
    const page = await openGaps(caseId)
    const gaps = await page.locator('.finding .findtitle').allTextContents()
    const places: Record<string, string | null> = {}
    for (const gap of gaps) {
      await follow(page, gap)
      const reached = async () => {
        places[gap] = await focused(page)
        return places[gap]
      }
      await expect.poll(reached, { message: gap, timeout: 10_000 }).not.toBeNull()
      await showGaps(page, caseId)
    }
    expect(places).toEqual({
      事故发生时间: '发生时间',
      事故发生地点: '事故地点',
      事故等级: '人工认定',
      事故发生单位概况: '添加单位',
      事故发生经过: '添加一件事',
      事故救援情况: '应急处置与救援情况',
      应急处置评估: '应急处置评估',
      死亡人数: '记一次变化',
      直接经济损失: '添加核定',
      事故调查组的成立和组成情况: '添加调查组',
      事故直接原因: '添加直接原因',
      事故性质: '性质的表述',
      事故责任的认定和处理建议: '添加责任对象',
      事故防范和整改措施: '添加措施',
      成文日期: '成文日期',
    })
  })

  test('of a row that is there: opens it and goes to the field', async () => {
    const { caseId } = await call('case.create', { values: { name: '未命名事故' } })
    await call('unit.add', { caseId, values: { kind: 'accident_unit', name: '汀泽朔澜轻合金制品有限公司' } })
    await call('casualtyCount.add', { caseId, values: { basis: 'verified', seriousInjuries: 1 } })
    await call('measure.add', { caseId, values: { description: '停用除尘系统' } })
    await call('measure.add', { caseId, values: { description: '重新设计除尘系统' } })
    await call('liability.add', { caseId, values: { subjectKind: 'person', subjectText: '胡砚田' } })
    const page = await openGaps(caseId)
    for (const [gap, place] of [
      ['事故发生单位概况', '编辑单位 经营范围'],
      ['死亡人数', '编辑伤亡数字 死亡'],
      ['责任单位', '编辑整改措施 责任单位的原词'],
    ] as const) {
      await follow(page, gap)
      await expect.poll(() => focused(page), { timeout: 10_000 }).toBe(place)
      await showGaps(page, caseId)
    }
    await goTo(page, `/case/${caseId}/liability?table=proposal&field=description`)
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('编辑责任认定 添加处理建议')
    await showGaps(page, caseId)
    await follow(page, '责任单位')
    await page.getByLabel('责任单位的原词', { exact: true }).fill('朔澜公司')
    await page.getByLabel('措施内容', { exact: true }).focus()
    // the second measure lacks its unit now; nobody asked to open it
    await expect
      .poll(async () => (await call('case.dossier', { caseId })).rows.measure[0]?.responsibleText, { timeout: 15_000 })
      .toBe('朔澜公司')
    await page.getByText('责任单位', { exact: true }).first().waitFor()
    expect(await page.getByRole('region', { name: '编辑整改措施' }).getByText('1 停用除尘系统').count()).toBe(1)
  })

  test('from the paper, also where the place is beside it', async () => {
    const { caseId } = await call('case.create', { values: { name: '未命名事故' } })
    const page = await openGaps(caseId)
    await page.locator('.flow .pmissing', { hasText: '成文日期' }).first().click()
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('成文日期')
    await page.locator('.flow .pmissing', { hasText: '事故直接原因' }).first().click()
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('添加直接原因')
  })
})
