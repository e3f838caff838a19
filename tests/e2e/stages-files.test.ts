import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import type { Input, Method, Output } from '../../src/shared/contract.ts'
import { axeFaults, goTo, launchBrowser, openPage } from '../support/browser.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

let host: TestHost
let browser: Browser
let page: Page
let caseId: string

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.app.call(method, input)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

const rows = async (): Promise<Dossier['rows']> => (await call('case.dossier', { caseId })).rows
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })
const places = async () => (await rows()).evidenceFile.map(({ reportPlace }) => reportPlace)
const titles = async () => (await rows()).evidence.map(({ title }) => title)

async function aPicture(name: string, background: string): Promise<string> {
  const path = join(host.dir, name)
  await sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .jpeg()
    .toFile(path)
  return path
}

async function aFile(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(host.dir, name)
  await writeFile(path, bytes)
  return path
}

async function addFiles(paths: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([...paths])
}

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
  caseId = (await call('case.create', { values: { name: '甲公司“8·4”一般触电事故' } })).caseId
  page = (await openPage(browser, host.url)).page
  await goTo(page, `/case/${caseId}/evidence`)
  await page.locator('.dropzone').waitFor()
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

describe('attachments', () => {
  test('several files at once: what became of each is told by its name', async () => {
    await addFiles([
      await aPicture('泄爆片破裂.jpg', '#8a6d5a'),
      await aPicture('钢结构受损.jpg', '#5a6d8a'),
      await aFile('空文件.jpg', new Uint8Array()),
    ])
    await page.getByText('“空文件.jpg”是空文件').waitFor()
    await page.getByText('已添加2个文件').waitFor()
    expect(await titles()).toEqual(['泄爆片破裂', '钢结构受损'])
    await eventually(() => page.locator('img.thumb').count()).toBe(2)
    expect(await places()).toEqual(['site', 'site'])
    await page.getByRole('button', { name: '知道了' }).click()
  })

  test('the same content again is recognised and not added twice', async () => {
    await addFiles([await aPicture('泄爆片破裂（副本）.jpg', '#8a6d5a')])
    await page.getByText('与已有附件内容相同').waitFor()
    expect(await titles()).toEqual(['泄爆片破裂', '钢结构受损'])
    await page.getByRole('button', { name: '知道了' }).click()
  })

  test('a dropped file is added like a chosen one', async () => {
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#123456' } })
      .png()
      .toBuffer()
    const transfer = await page.evaluateHandle((base64) => {
      const data = new DataTransfer()
      const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      data.items.add(new File([content], '除尘系统示意图.png', { type: 'image/png' }))
      return data
    }, bytes.toString('base64'))
    await page.dispatchEvent('.dropzone', 'drop', { dataTransfer: transfer })
    await eventually(titles).toEqual(['泄爆片破裂', '钢结构受损', '除尘系统示意图'])
    await page.getByRole('button', { name: '知道了' }).click()
  })

  test('caption and place in the report are kept; the picture opens large and closes by Esc', async () => {
    await page.getByRole('button', { name: '泄爆片破裂', exact: true }).focus()
    await page.keyboard.press('Enter')
    const form = page.getByRole('region', { name: '编辑证据' })
    await form.getByLabel('图名').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('布袋除尘器箱体泄爆片破裂')
    await form.getByLabel('在报告中的位置').focus()
    await page.keyboard.type('原因')
    await page.keyboard.press('Enter')
    await eventually(async () => (await rows()).evidenceFile[0]).toMatchObject({
      caption: '布袋除尘器箱体泄爆片破裂',
      reportPlace: 'cause',
    })
    await form.getByRole('button', { name: '放大查看：布袋除尘器箱体泄爆片破裂' }).focus()
    await page.keyboard.press('Enter')
    const viewer = page.getByRole('dialog')
    await viewer.locator('img.large').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'hidden' })
  })

  test('order by buttons, putting away with a way back', async () => {
    await page.getByRole('region', { name: '编辑证据' }).getByRole('button', { name: '下移' }).click()
    await eventually(titles).toEqual(['钢结构受损', '泄爆片破裂', '除尘系统示意图'])
    await page.getByRole('region', { name: '编辑证据' }).getByRole('button', { name: '移走' }).click()
    await eventually(titles).toEqual(['钢结构受损', '除尘系统示意图'])
    await page.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
    await eventually(titles).toEqual(['钢结构受损', '泄爆片破裂', '除尘系统示意图'])
  })

  test('HEIC and damaged pictures are kept, with the sentence that says what to do', async () => {
    const heic = Buffer.from('000000246674797068656963000000006d6966316865696368656978', 'hex')
    const broken = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')
    await addFiles([
      await aFile('IMG_2231.HEIC', Buffer.concat([heic, Buffer.alloc(400)])),
      await aFile('DSC_0007.jpg', Buffer.concat([broken, Buffer.alloc(400, 7)])),
    ])
    await page.getByText('已添加2个文件').waitFor()
    await page.getByText('“IMG_2231.HEIC”是 HEIC 照片').waitFor()
    await page.getByText('“DSC_0007.jpg”打不开，可能已损坏').waitFor()
    await expect.poll(async () => (await places()).slice(-2), { timeout: 15_000 }).toEqual([null, null])
    await page.getByRole('button', { name: '知道了' }).click()
    await page.getByRole('button', { name: 'IMG_2231', exact: true }).click()
    await page.getByText('请在手机或电脑上转为 JPG').waitFor()
    await page.getByRole('button', { name: 'DSC_0007', exact: true }).click()
    await page.getByText('这张图片打不开，可能已损坏').waitFor()
    await expect.poll(async () => (await rows()).evidenceFile.length, { timeout: 15_000 }).toBe(5)
    await addFiles([await aFile('DSC_0008.jpg', Buffer.concat([broken, Buffer.alloc(400, 8)]))])
    await page.getByText('已添加1个文件').waitFor()
    await page.getByText('这张图片打不开').waitFor()
    await expect.poll(() => page.getByText('可能已损坏').count(), { timeout: 15_000 }).toBe(1)
  })

  test('where the pictures stand in the report is chosen once for all that were added together', async () => {
    await addFiles([
      await aPicture('管道.jpg', '#30343a'),
      await aPicture('阀门.jpg', '#4a343a'),
      await aFile('鉴定报告.txt', Buffer.from('鉴定报告')),
    ])
    const choice = page.getByRole('radiogroup', { name: '这2张图片写入报告的位置' })
    await choice.waitFor()
    expect(await choice.getByRole('radio', { name: '现场情况' }).isChecked()).toBe(true)
    expect((await places()).slice(-3)).toEqual(['site', 'site', null])
    await choice.getByText('原因分析').click()
    await eventually(async () => (await places()).slice(-3)).toEqual(['cause', 'cause', null])
    await eventually(() => choice.getByRole('radio', { name: '原因分析' }).isChecked()).toBe(true)
    await choice.getByText('不写入报告').click()
    await eventually(async () => (await places()).slice(-3)).toEqual([null, null, null])
    expect(await axeFaults(page)).toEqual([])
  })
})
