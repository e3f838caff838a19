/** What a person does on the pages of a case, by keyboard and mouse only: no value is set past the keyboard. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { stages } from '../../src/shared/case/stage.ts'
import { goTo } from './browser.ts'

const SLOW_MS = 15_000

/** The stage as it is drawn: the page before stands there until then. */
export async function stageShown(page: Page, stage: string): Promise<void> {
  const label = stages.find(({ key }) => key === stage)?.label
  await page.locator(`.stagebody[aria-label="${label}"] .section`).first().waitFor()
}

export async function openStage(page: Page, caseId: string, stage: string): Promise<void> {
  await goTo(page, `/case/${caseId}/${stage}`)
  await stageShown(page, stage)
}

/** The form of the chosen row of a table, by its label. */
export const formOf = (page: Page, label: string): Locator =>
  page.getByRole('region', { name: `编辑${label}`, exact: true })

/** Types into a field that has the focus. */
export async function type(where: Locator, label: string, text: string): Promise<void> {
  await where.getByLabel(label, { exact: true }).focus()
  await where.page().keyboard.type(text)
}

/** Chooses by typing the word and Enter. */
export async function choose(where: Locator, label: string, word: string): Promise<void> {
  const page = where.page()
  await type(where, label, word)
  const shown = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active')
  await shown.filter({ hasText: word, visible: true }).waitFor()
  await page.keyboard.press('Enter')
}

/** Presses a button by the keyboard. */
export async function press(where: Locator, name: string): Promise<void> {
  await where.getByRole('button', { name, exact: true }).first().focus()
  await where.page().keyboard.press('Enter')
}

/** Everything typed is in the file, and the head of the case says so. */
export const saved = (page: Page): Promise<void> =>
  expect.poll(() => page.locator('.casehead [role=status]').textContent(), { timeout: SLOW_MS }).toMatch(/^已保存/)

/** Chooses the edition and the format on the report page, and takes the file that comes. */
export async function exported(page: Page, kind: '正式稿' | '草稿', format: 'Word' | 'PDF') {
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: `导出 ${format}` }).click(),
  ])
  await page.getByText('已导出').waitFor()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
