import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stages } from '../../src/shared/case/stage.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { saved as allSaved, choose, exported, formOf, press as pressIn, stageShown, type } from '../support/by-hand.ts'
import { openPackage } from '../support/docx-rules/package.ts'
import { checkReport } from '../support/docx-rules/report.ts'
import { docxLines } from '../support/docx-text.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

let host: TestHost
let browser: Browser
let page: Page
let complaints: readonly string[]

const form = (label: string): Locator => formOf(page, label)
const body = (): Locator => page.locator('.stagebody')
const press = (name: string) => pressIn(body(), name)
const saved = () => allSaved(page)

/** By the rail, as a person goes. */
async function go(key: string): Promise<void> {
  const label = stages.find((stage) => stage.key === key)?.label ?? key
  await page.getByRole('navigation', { name: '办理阶段' }).getByRole('link', { name: label }).click()
  if (key !== 'report') await stageShown(page, key)
}

const railWords = (key: string) =>
  page.locator(`.rail a[href$="/${key}"]`).evaluate((link) => link.getAttribute('title') ?? '')

async function newLibrary(): Promise<void> {
  await page.getByRole('button', { name: '新建', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await type(dialog, '单位全称', '汀泽市应急管理局')
  await type(dialog, '使用人姓名', '周明')
  await type(dialog, '市（州、盟）', '澜州市')
  await dialog.getByRole('button', { name: '建立案卷库' }).click()
  await page.waitForURL(/#\/cases$/)
}

async function newCase(): Promise<void> {
  await page.getByRole('button', { name: '新建案卷' }).first().click()
  const dialog = page.getByRole('dialog')
  await type(dialog, '发生时间', '2026年8月4日15时26分许')
  await type(dialog, '事故发生单位', '汀泽朔澜轻合金制品有限公司')
  await choose(dialog, '省、自治区、直辖市', '江苏省')
  await type(dialog, '区县', '汀泽市')
  await choose(dialog, '事故类别', '粉尘爆炸')
  await type(dialog, '详细地点', '苇荡镇锦帆路18号')
  await dialog.getByRole('button', { name: '建立案卷' }).click()
  await page.locator('.casehead h1').waitFor()
}

/** What is done on each page, and the words of it that the report must print. */
const work: Readonly<Record<string, { readonly fill: () => Promise<void>; readonly printed: readonly string[] }>> = {
  overview: {
    fill: async () => {
      await type(body(), '行业（GB/T 4754）', 'C3670')
      await type(body(), '现场情况', '泄爆片全部破裂，东墙外倾。')
      await press('按公式生成')
    },
    printed: ['汀泽朔澜轻合金制品有限公司“8·4”', '8月4日15时26分许', '苇荡镇锦帆路18号', '泄爆片全部破裂，东墙外倾'],
  },
  notice: {
    fill: async () => {
      await press('登记收到的报告')
      await choose(form('信息报告'), '种类', '电话快报')
      await choose(form('信息报告'), '接报或上报', '接报')
      await type(form('信息报告'), '报告人（单位）', '佘远航')
      await type(body(), '信息报告情况', '朔澜公司于16时02分向汀泽市应急管理局报告。')
    },
    printed: ['16时02分向汀泽市应急管理局报告'],
  },
  response: {
    fill: async () => {
      await type(body(), '应急处置与救援情况', '消防救援大队于15时41分到场扑救。')
      await type(body(), '应急处置评估', '先期处置及时，疏散有序。')
    },
    printed: ['15时41分到场扑救', '先期处置及时，疏散有序。'],
  },
  parties: {
    fill: async () => {
      await body().getByRole('button', { name: '汀泽朔澜轻合金制品有限公司' }).click()
      await type(form('单位'), '简称（以下简称）', '朔澜公司')
      await type(form('单位'), '统一社会信用代码', '91329981MA0UL7Q2XJ')
      await type(form('单位'), '法定代表人', '佘成岳')
      await type(form('单位'), '经营范围', '轻合金轮毂的铸造和打磨')
      await press('添加人员')
      await type(form('人员'), '姓名', '胡砚田')
      await choose(form('人员'), '单位', '汀泽朔澜')
      await type(form('人员'), '职务、工种（事故发生时）', '电焊工')
    },
    printed: ['以下简称朔澜公司', '91329981MA0UL7Q2XJ', '佘成岳', '轻合金轮毂的铸造和打磨', '胡砚田，朔澜公司电焊工'],
  },
  casualties: {
    fill: async () => {
      await press('记一次变化')
      await type(form('伤亡数字'), '截至', '2026-09-03 08:00')
      await choose(form('伤亡数字'), '来源', '调查认定')
      await type(form('伤亡数字'), '死亡', '1')
      await type(form('伤亡数字'), '重伤', '0')
      await press('添加人员')
      await choose(form('伤亡人员'), '姓名', '胡砚田')
      await choose(form('伤亡人员'), '结果', '死亡')
      await type(form('伤亡人员'), '死亡日期', '2026-08-04')
      await type(form('伤亡人员'), '诊断、死因', '爆炸致颅脑损伤')
      await press('添加核定')
      await choose(form('损失核定'), '性质', '调查认定')
      await page.getByLabel('医疗费', { exact: true }).waitFor()
      await type(page.locator('.ledger'), '医疗费', '73.6')
      await type(page.locator('.ledger'), '固定资产损失', '214.87')
    },
    printed: ['死亡1人', '288.47万元', '爆炸致颅脑损伤'],
  },
  evidence: {
    fill: async () => {
      const path = join(host.dir, '泄爆片.jpg')
      await sharp({ create: { width: 800, height: 600, channels: 3, background: '#8a6d5a' } })
        .jpeg()
        .toFile(path)
      const chooser = page.waitForEvent('filechooser')
      await press('选择文件')
      await (await chooser).setFiles([path])
      await form('证据').getByLabel('图名', { exact: true }).focus()
      await page.keyboard.press('Control+a')
      await page.keyboard.type('除尘器箱体泄爆片破裂')
    },
    printed: ['除尘器箱体泄爆片破裂'],
  },
  timeline: {
    fill: async () => {
      for (const [time, words, kind] of [
        ['15时18分', '胡砚田开始焊接支管法兰', '经过'],
        ['15时41分', '救援人员进入打磨车间', '救援'],
      ] as const) {
        await press('添加一件事')
        await form('经过').getByLabel('时间', { exact: true }).focus()
        await page.keyboard.press('Control+a')
        await page.keyboard.type(time)
        await choose(form('经过'), '阶段', kind)
        await type(form('经过'), '事件', words)
        await saved()
      }
    },
    printed: ['15时18分', '胡砚田开始焊接支管法兰', '救援人员进入打磨车间'],
  },
  team: {
    fill: async () => {
      await press('添加调查组')
      await type(form('调查组'), '名称', '汀泽市“8·4”粉尘爆炸事故调查组')
      await type(form('调查组'), '批准、授权或者委托机关', '汀泽市人民政府')
      await type(form('调查组'), '成立日期', '2026-08-05')
      await press('添加成员')
      await choose(form('调查组成员'), '身份', '组长')
      await type(form('调查组成员'), '派员单位', '汀泽市应急管理局')
      await type(form('调查组成员'), '姓名', '晏怀远')
    },
    printed: ['汀泽市人民政府依据', '于8月5日成立', '汀泽市应急管理局晏怀远任组长'],
  },
  causes: {
    fill: async () => {
      await press('添加直接原因')
      await type(form('原因'), '陈述：主体、行为、后果', '焊渣落入除尘管道引燃铝粉尘')
      await press('添加问题')
      await choose(form('问题'), '对象类别', '事故发生单位')
      await choose(form('问题'), '单位', '汀泽朔澜')
      await type(form('问题'), '问题：做了什么，没做什么', '动火作业时除尘系统未停机清灰')
      await form('问题').getByText('说明的原因', { exact: true }).waitFor()
      await choose(form('问题'), '说明的原因', '焊渣')
      await press('添加条款')
      await type(form('法条引用'), '法律法规名称和条款', '《工贸企业粉尘防爆安全规定》第十六条')
      await type(body(), '性质的表述', '生产安全责任事故')
    },
    printed: ['焊渣落入除尘管道引燃铝粉尘', '动火作业时除尘系统未停机清灰', '第十六条', '生产安全责任事故'],
  },
  liability: {
    fill: async () => {
      await press('添加责任对象')
      await choose(form('责任认定'), '对象类型', '人员')
      await choose(form('责任认定'), '人员', '胡砚田')
      await type(form('责任认定'), '违法违规、失职事实', '未办理动火审批即在除尘管道上焊接')
      await press('添加处理建议')
      await choose(form('处理建议'), '处理类别', '免予追究责任')
      await type(form('处理建议'), '建议', '鉴于其已在事故中死亡，建议免予追究责任')
    },
    printed: ['未办理动火审批即在除尘管道上焊接', '鉴于其已在事故中死亡，建议免予追究责任'],
  },
  measures: {
    fill: async () => {
      await press('添加教训')
      await type(form('教训'), '教训', '对粉尘作业动火的风险认识不足')
      await press('添加措施')
      await type(form('整改措施'), '措施内容', '重新设计除尘系统并加装火花探测')
      await choose(form('整改措施'), '责任单位', '汀泽朔澜')
      await type(form('整改措施'), '完成时限', '2027年3月31日')
      await choose(form('整改措施'), '针对的原因', '焊渣')
    },
    printed: ['对粉尘作业动火的风险认识不足', '重新设计除尘系统并加装火花探测'],
  },
}

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
  const opened = await openPage(browser, host.url)
  page = opened.page
  complaints = opened.complaints
  await page.waitForURL(/#\/start$/)
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

test('from an empty library to the formal report in Word, by hand: every page is filled and what was typed is printed', async () => {
  await newLibrary()
  await newCase()
  expect(
    await page
      .locator('.rail a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1))),
  ).toEqual([...Object.keys(work), 'report', 'approval', 'records'])
  for (const [key, { fill }] of Object.entries(work)) {
    await go(key)
    await fill()
    await saved()
    await expect.poll(() => railWords(key), { timeout: 15_000 }).toMatch(/齐全$/)
  }
  await go('report')
  await page.locator('.flow [data-unit]').first().waitFor()
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await type(page.locator('.reportside'), '成文日期', '2026-10-20')
  await page.getByText('2026年10月20日').first().waitFor()
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByText('报告中没有缺项。').waitFor()
  const { name, bytes } = await exported(page, '正式稿', 'Word')
  expect(name).toBe('汀泽朔澜轻合金制品有限公司“8·4”粉尘爆炸事故调查报告.docx')
  const office = openPackage(bytes)
  const text = docxLines(office).join('\n')
  const lost = Object.entries(work).flatMap(([key, { printed }]) =>
    printed.filter((words) => !text.includes(words)).map((words) => `${key}: ${words}`),
  )
  expect(lost).toEqual([])
  expect(text).toContain('2026年10月20日')
  expect(text).not.toContain('待补')
  expect(checkReport(office)).toEqual([])
  await go('records')
  await page.getByText('周明').first().waitFor()
  expect(complaints).toEqual([])
}, 180_000)
