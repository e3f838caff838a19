import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Input, Method, Output } from '../../src/shared/contract.ts'
import { axeFaults, goTo, launchBrowser, openPage } from '../support/browser.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

const SAMPLE = 'sample-shuolan'
let host: TestHost
let browser: Browser

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.app.call(method, input)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

const firstUnit = async () => {
  const [unit] = (await call('case.dossier', { caseId: SAMPLE })).rows.unit
  if (!unit) throw new Error('the sample has no unit')
  return unit
}

/** A busy machine takes seconds for what takes a moment. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })

const saveState = (page: Page): Locator => page.locator('.casehead [role=status]')

async function openFirstUnit() {
  const opened = await openPage(browser, host.url)
  await goTo(opened.page, `/case/${SAMPLE}/parties`)
  await opened.page.locator('.rowbtn').first().click()
  return opened
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

describe('first start', () => {
  test('asks for the bureau, takes the token out of the address and leads to the empty register', async () => {
    const { page, complaints } = await openPage(browser, host.url)
    await page.waitForURL(/#\/start$/)
    expect(page.url()).not.toContain(host.token)
    await page.getByRole('button', { name: '新建', exact: true }).click()
    await page.getByLabel('单位全称').fill('汀泽市应急管理局')
    await page.getByLabel('使用人姓名').fill('周明')
    await page.getByLabel('市（州、盟）').fill('澜州市')
    await page.getByRole('button', { name: '建立案卷库' }).click()
    await page.getByText('这里登记本单位调查处理的每一起生产安全事故').waitFor()
    expect((await call('library.status', {})).bureau).toMatchObject({ name: '汀泽市应急管理局', city: '澜州市' })
    expect(complaints).toEqual([])
  })

  test('a new case gets its name by the formula and its number by the rule', async () => {
    const { page, complaints } = await openPage(browser, host.url)
    await page.getByRole('button', { name: '新建案卷' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('发生时间').fill('2026年7月12日15时33分许')
    await dialog.getByLabel('事故发生单位').fill('悦湖餐饮管理有限公司')
    await dialog.getByRole('button', { name: '建立案卷' }).click()
    await page.locator('.casehead h1').waitFor()
    expect(await page.locator('.casehead h1').textContent()).toBe('澜州市悦湖餐饮管理有限公司“7·12”事故')
    const [row] = (await call('case.list', { filter: {}, limit: 1 })).rows
    expect(row).toMatchObject({ caseNo: '事调〔2026〕1号', occurredOn: '2026-07-12' })
    expect(complaints).toEqual([])
  })

  test('the sample opens from the start page', async () => {
    const { page } = await openPage(browser, host.url)
    await goTo(page, '/start')
    await page.getByRole('button', { name: '打开示例' }).click()
    await page.waitForURL(new RegExp(`#/case/${SAMPLE}/`))
  })
})

describe('saving by itself', () => {
  test('what is typed is in the file when the page is left at once, and «saved» is said only then', async () => {
    const { page } = await openFirstUnit()
    await page.getByLabel('职工人数').fill('187')
    expect(await saveState(page).textContent()).toBe('正在保存…')
    await goTo(page, '/cases')
    await eventually(async () => (await firstUnit()).staffCount).toBe(187)
    await goTo(page, `/case/${SAMPLE}/parties`)
    await eventually(() => saveState(page).textContent()).toMatch(/^已保存 \d\d:\d\d$/)
  })

  test('text that is no number is kept, marked and not sent, also when the page is left', async () => {
    const before = (await firstUnit()).staffCount
    const { page } = await openFirstUnit()
    await page.getByLabel('职工人数').fill('18o')
    await goTo(page, `/case/${SAMPLE}/records`)
    expect(await saveState(page).textContent()).toContain('职工人数：请填写整数')
    await goTo(page, `/case/${SAMPLE}/parties`)
    await page.locator('.rowbtn').first().click()
    expect(await page.getByLabel('职工人数').inputValue()).toBe('18o')
    expect(await page.getByLabel('职工人数').getAttribute('aria-invalid')).toBe('true')
    expect((await firstUnit()).staffCount).toBe(before)
  })

  test('nothing is saved while an input method composes', async () => {
    const { page } = await openFirstUnit()
    const before = (await firstUnit()).actualController
    await page.getByLabel('实际控制人').fill('')
    await page.getByLabel('实际控制人').focus()
    const input = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'she', selectionStart: 3, selectionEnd: 3 })
    await page.waitForTimeout(1500)
    expect((await firstUnit()).actualController).toBe(before)
    await input.send('Input.insertText', { text: '佘远航' })
    await eventually(async () => (await firstUnit()).actualController).toBe('佘远航')
  })

  test('closing the window a moment after typing loses nothing', async () => {
    const { page } = await openFirstUnit()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByLabel('职工人数').fill('188')
    await page.close({ runBeforeUnload: true })
    await eventually(async () => (await firstUnit()).staffCount).toBe(188)
  })

  test('without an answer of the host the text stays, the reason is said and 重试 saves it', async () => {
    const { page } = await openFirstUnit()
    await page.context().setOffline(true)
    await page.getByLabel('职工人数').fill('189')
    await eventually(() => saveState(page).textContent()).toContain('未保存：与本机的案卷程序失去联系')
    await page.context().setOffline(false)
    await saveState(page).getByRole('button', { name: '重试' }).click()
    await eventually(async () => (await firstUnit()).staffCount).toBe(189)
  })

  test('another person in another field is no conflict, in the same field it is asked', async () => {
    const { page } = await openFirstUnit()
    const { id } = await firstUnit()
    await call('unit.update', { caseId: SAMPLE, id, values: { legalRep: '韩青' } })
    const readAgain = page.waitForResponse((response) => response.url().endsWith('/call/case.dossier'))
    await page.getByLabel('职工人数').fill('190')
    await eventually(async () => (await firstUnit()).staffCount).toBe(190)
    // the page knows 190 now: what comes after it is news to it
    await (await readAgain).finished()
    expect((await firstUnit()).legalRep).toBe('韩青')
    await call('unit.update', { caseId: SAMPLE, id, values: { staffCount: 191 } })
    await page.getByLabel('职工人数').fill('192')
    const question = page.locator('.failure')
    await question.waitFor()
    expect(await question.textContent()).toContain('职工人数“191”')
    expect((await firstUnit()).staffCount).toBe(191)
    await question.getByRole('button', { name: '仍用我填的' }).click()
    await eventually(async () => (await firstUnit()).staffCount).toBe(192)
  })
})

describe('lists', () => {
  test('a new row is saved when it has what it needs; a row put away comes back by 撤销', async () => {
    const { page, complaints } = await openPage(browser, host.url)
    await goTo(page, `/case/${SAMPLE}/parties`)
    const names = page.locator('table').first().locator('.rowbtn')
    await names.first().waitFor()
    const count = await names.count()
    await page.getByRole('button', { name: '添加单位', exact: true }).click()
    await page.getByLabel('单位名称（全称）').fill('汀泽捷安劳务有限公司')
    await page.getByText('还没有保存：填写在事故中的角色后保存').waitFor()
    await page.getByLabel('在事故中的角色').click()
    await page.keyboard.type('劳务')
    await page.keyboard.press('Enter')
    await eventually(async () => (await call('case.dossier', { caseId: SAMPLE })).rows.unit.length).toBe(count + 1)
    await page.getByRole('button', { name: '移走' }).click()
    await page.getByText('已移走单位“汀泽捷安劳务有限公司”').waitFor()
    await eventually(() => names.count()).toBe(count)
    await page.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
    await eventually(() => names.count()).toBe(count + 1)
    expect(complaints).toEqual([])
  })

  test('rows pasted from a spreadsheet become records; a row that cannot be read stays to be mended', async () => {
    const { page } = await openPage(browser, host.url)
    await goTo(page, `/case/${SAMPLE}/parties`)
    await page.getByRole('button', { name: '粘贴多行' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('textbox')
      .first()
      .fill('单位名称\t在事故中的角色\t职工人数\n汀泽恒运物流有限公司\t其他单位\t1,204\n汀泽某厂\t其他单位\t许多')
    await dialog.getByText('职工人数“许多”没有看懂').waitFor()
    await dialog.getByRole('button', { name: '添加 1 行' }).click()
    await eventually(async () =>
      (await call('case.dossier', { caseId: SAMPLE })).rows.unit.find(({ name }) => name === '汀泽恒运物流有限公司'),
    ).toMatchObject({ kind: 'other', staffCount: 1204 })
    await eventually(() => dialog.getByRole('textbox').first().inputValue()).toBe(
      '单位名称\t在事故中的角色\t职工人数\n汀泽某厂\t其他单位\t许多',
    )
  })

  test('Ctrl+Z undoes the last change of the case, but not while typing', async () => {
    const { page } = await openFirstUnit()
    const { id } = await firstUnit()
    await call('unit.update', { caseId: SAMPLE, id, values: { staffCount: 200 } })
    await page.getByLabel('职工人数').focus()
    await page.keyboard.press('Control+z')
    await page.waitForTimeout(300)
    expect((await firstUnit()).staffCount).toBe(200)
    await page.locator('.rowbtn').first().focus()
    await page.keyboard.press('Control+z')
    await eventually(async () => (await firstUnit()).staffCount).toBe(192)
  })
})

describe('register', () => {
  test('import tells what became of each file, refused ones with their sentence', async () => {
    const { page } = await openPage(browser, host.url)
    await goTo(page, '/cases')
    const broken = join(host.dir, '坏文件.json')
    await writeFile(broken, '{"schemaVersion":')
    const good = join(import.meta.dirname, '..', 'fixtures', 'published', 'small.json')
    const choose = async () => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: '导入案例' }).click()
      await (await chooser).setFiles([good, broken])
      const rows = page.getByRole('dialog').locator('tbody tr')
      await rows.first().waitFor()
      const texts = await rows.allInnerTexts()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      return texts
    }
    const [first, refused] = await choose()
    expect(first).toContain('已导入')
    expect(refused).toMatch(/未导入[\s\S]*坏文件\.json[\s\S]*。/)
    expect((await choose())[0]).toContain('已有')
  })

  test('the list fills the window and shows more columns where there is room', async () => {
    const { page } = await openPage(browser, host.url, { width: 1920, height: 1080 })
    await goTo(page, '/cases')
    await page.getByText('地点', { exact: true }).first().waitFor()
    const room = await page
      .locator('.ant-table-tbody-virtual-holder')
      .first()
      .evaluate((list) => Number.parseFloat(getComputedStyle(list).maxHeight))
    expect(room).toBeGreaterThan(800)
  })

  test('a case put away is found among 已移走 and comes back', async () => {
    const { page } = await openPage(browser, host.url)
    await goTo(page, '/cases')
    const name = '澜州市悦湖餐饮管理有限公司“7·12”事故'
    await page.getByRole('button', { name: `移走：${name}` }).click()
    await page.getByRole('button', { name: `移走：${name}` }).waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: '已移走' }).click()
    await page.getByRole('button', { name: `恢复：${name}` }).click()
    await page.getByText('没有移走的案卷').waitFor()
  })
})

describe('for everybody', () => {
  const places = ['/start', '/cases', '/settings', `/case/${SAMPLE}/parties`, `/case/${SAMPLE}/records`]

  test.each([
    { name: 'light', options: {} },
    { name: 'dark', options: { edition: 'dark' } },
    { name: 'at 200 % text', options: { text: 200 } },
    { name: 'on a large screen', options: { width: 1920, height: 1080 } },
  ] as const)('no accessibility fault and nothing cut off $name', async ({ options }) => {
    const { page, complaints } = await openPage(browser, host.url, options)
    const faults: string[] = []
    for (const place of places) {
      await goTo(page, place)
      await page.locator('main :is(h1, h2)').first().waitFor()
      faults.push(...(await axeFaults(page)).map((fault) => `${place} ${fault}`))
      const isCut = await page.evaluate(() => {
        const main = document.getElementById('main')
        return document.documentElement.scrollWidth > innerWidth || (main ? main.scrollWidth > main.clientWidth : true)
      })
      if (isCut) faults.push(`${place} is wider than the window`)
    }
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
  })

  test('? shows the keys, Alt+3 goes to the third stage', async () => {
    const { page } = await openPage(browser, host.url)
    await goTo(page, `/case/${SAMPLE}/records`)
    await page.locator('.rail a').first().waitFor()
    await page.keyboard.press('Alt+3')
    await page.waitForURL(/\/response$/)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    expect(await page.locator('.keyhelp kbd').allInnerTexts()).toEqual(expect.arrayContaining(['F2', 'Ctrl+P']))
    expect(await axeFaults(page)).toEqual([])
  })
})
