import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { stages } from '../../src/shared/case/stage.ts'
import { axeFaults, goTo, launchBrowser, openPage, type PageOptions } from '../support/browser.ts'
import { openStage } from '../support/by-hand.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

/** ten pages with a full check of each; a busy machine takes its time */
const LONG_MS = 240_000

const pages = stages.filter(({ key }) => key !== 'report' && key !== 'records')
let host: TestHost
let browser: Browser
let sample: string
let empty: string

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
  const opened = await host.app.call('case.sample', {})
  const created = await host.app.call('case.create', { values: { name: '甲公司“8·4”一般触电事故' } })
  if (!opened.ok || !created.ok) throw new Error('no case')
  sample = opened.value.caseId
  empty = created.value.caseId
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

/** A window whose first place is chosen: leaving before that would be overtaken. */
async function openWindow(options: PageOptions = {}) {
  const opened = await openPage(browser, host.url, options)
  await opened.page.waitForURL(/#\/(start|cases)$/)
  return opened
}

/** Words of the program: what a person reads of it, without what stands in the case. */
const words = (page: Page) =>
  page.evaluate(() => {
    const parts = document.querySelectorAll('.stagebody :is(label, th, h3, .note, .help, .empty, button, .missing)')
    const placeholders = [...document.querySelectorAll('.stagebody :is(input, textarea)')].map((field) =>
      field.getAttribute('placeholder'),
    )
    return [...[...parts].map((part) => part.textContent), ...placeholders].filter((word) => word).join('\n')
  })

const isWider = (page: Page) =>
  page.evaluate(() => {
    const main = document.getElementById('main')
    return document.documentElement.scrollWidth > innerWidth || (main ? main.scrollWidth > main.clientWidth : true)
  })

describe('pages of a case', () => {
  test.each([
    { name: 'light', options: {} },
    { name: 'dark', options: { edition: 'dark' } },
    { name: 'at 200 % text', options: { text: 200 } },
    { name: 'on a large screen', options: { width: 1920, height: 1080 } },
  ] as const)(
    'have no accessibility fault with a row open and nothing wider than the window, $name',
    async ({ options }) => {
      const { page, complaints } = await openWindow(options)
      const faults: string[] = []
      for (const { key } of pages) {
        await openStage(page, sample, key)
        const row = page.locator('.stagebody .rowbtn').first()
        if ((await row.count()) > 0) {
          await row.click()
          await page.locator('.section.editing').first().waitFor()
        }
        faults.push(...(await axeFaults(page)).map((fault) => `${key} ${fault}`))
        if (await isWider(page)) faults.push(`${key} is wider than the window`)
      }
      expect(faults).toEqual([])
      expect(complaints).toEqual([])
    },
    LONG_MS,
  )

  test(
    'of an empty case say what belongs there, in Chinese only, without fault',
    async () => {
      const { page, complaints } = await openWindow()
      const faults: string[] = []
      for (const { key } of pages) {
        await openStage(page, empty, key)
        const text = await words(page)
        // names of standards, codes and keys are the only Latin letters
        const latin = text
          .replace(/GB(?:\/T)? \d+|Ctrl\+Enter|C3670|JPG/g, '')
          .match(/[A-Za-z]{2,}|undefined|null|NaN/g)
        if (latin) faults.push(`${key}: ${latin.join(' ')}`)
        faults.push(...(await axeFaults(page)).map((fault) => `${key} ${fault}`))
      }
      expect(faults).toEqual([])
      expect(complaints).toEqual([])
    },
    LONG_MS,
  )

  test('show an import with what had no place in the case file', async () => {
    const staged = await host.fetch('/stage?name=%E6%A1%88%E4%BE%8B.json', {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: await readFile(new URL('../fixtures/published/full.json', import.meta.url)),
    })
    const answer: { value: { token: string } } = await staged.json()
    const result = await host.app.call('case.import', { tokens: [answer.value.token] })
    const [outcome] = result.ok ? result.value.outcomes : []
    if (outcome?.state !== 'imported') throw new Error(JSON.stringify(result))
    const { page, complaints } = await openWindow()
    await goTo(page, `/case/${outcome.caseId}/overview`)
    const notes = page.getByRole('region', { name: '导入说明的内容' })
    await notes.waitFor()
    expect(await notes.locator('tbody tr').count()).toBe(outcome.notes)
    expect(await axeFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
