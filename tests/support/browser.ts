/** The system's Chromium on the real loopback host. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type PageOptions = {
  readonly width?: number
  readonly height?: number
  readonly edition?: 'light' | 'dark'
  /** text size in per cent */
  readonly text?: number
}

export type OpenedPage = {
  readonly page: Page
  /** errors of the console and of the page: a test ends with none */
  readonly complaints: readonly string[]
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A window of its own (own session storage) on an address of the host. */
export async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<OpenedPage> {
  const { width = 1280, height = 800, edition = 'light', text = 100 } = options
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: edition, locale: 'zh-CN' })
  if (text !== 100)
    await context.addInitScript(
      (percent) => localStorage.setItem('anjuan.look', JSON.stringify({ edition: 'system', textPercent: percent })),
      text,
    )
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  await page.locator('main').waitFor()
  // the first place is chosen by the program; leaving before that would be overtaken
  await page.waitForURL(/#\/(cases|start)/)
  return { page, complaints }
}

/** Goes to a place of the program (`/cases`) by its address. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((path) => {
    location.hash = path
  }, place)
  await page.waitForURL((url) => url.hash.startsWith(`#${place}`))
}

/** Accessibility faults of what is shown. The script is evaluated: our CSP allows no script tag. */
export async function axeFaults(page: Page): Promise<string[]> {
  // colours in transition are measured between two states
  await page.waitForTimeout(300)
  return page.evaluate(`${axeSource};
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`)
}
