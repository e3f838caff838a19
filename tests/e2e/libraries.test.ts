import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults, goTo, launchBrowser, openPage } from '../support/browser.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

let host: TestHost
let browser: Browser

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
  await host.app.call('library.setUp', {
    bureau: { name: '汀泽市应急管理局', level: 'county', province: '江苏省', city: '澜州市', district: '汀泽市' },
    userName: '周明',
    position: null,
  })
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

const shownPath = (page: Page) => page.locator('.kvline .path').textContent()

async function openFolder(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: '打开…' }).click()
  await page.getByLabel('文件夹的完整路径').fill(path)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect.poll(() => shownPath(page), { timeout: 15_000 }).toBe(path)
}

test('a library that was left is among the recent ones and opens with a click; one that is gone is not made anew', async () => {
  const first = join(host.dir, 'library')
  const [second, third] = [join(host.dir, '第二处'), join(host.dir, '第三处')]
  const { page, complaints } = await openPage(browser, host.url)
  await page.waitForURL(/#\/cases$/)
  await goTo(page, '/start')
  const recent = page.getByRole('region', { name: '最近打开的案卷库' })
  expect(await recent.count()).toBe(0)
  await openFolder(page, second)
  // a new library asks for its bureau first, with the way back to the one before
  await page.waitForURL(/#\/start$/)
  await openFolder(page, third)
  expect(await recent.getByRole('button').allTextContents()).toEqual([second, first])
  expect(await axeFaults(page)).toEqual([])

  await rm(second, { recursive: true })
  await recent.getByRole('button', { name: second }).click()
  await recent.getByText(`“${second}”现在找不到`).waitFor()
  expect(await shownPath(page)).toBe(third)

  await recent.getByRole('button', { name: first }).click()
  await page.waitForURL(/#\/cases$/)
  await goTo(page, '/settings')
  await page.getByText(first, { exact: true }).waitFor()
  expect(await recent.getByRole('button').allTextContents()).toEqual([third, second])
  expect(await axeFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})
