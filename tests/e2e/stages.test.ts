import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import type { Input, Method, Output } from '../../src/shared/contract.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { saved as allSaved, choose, formOf, openStage, press as pressIn, type } from '../support/by-hand.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

let host: TestHost
let browser: Browser
let caseId: string
let page: Page
let complaints: readonly string[]

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.app.call(method, input)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

const dossier = (): Promise<Dossier> => call('case.dossier', { caseId })

/** A busy machine takes seconds for what takes a moment. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })

const open = (stage: string) => openStage(page, caseId, stage)
const form = (label: string): Locator => formOf(page, label)
const press = (name: string) => pressIn(page.locator('.stagebody'), name)
const saved = () => allSaved(page)

beforeAll(async () => {
  host = await startTestHost()
  browser = await launchBrowser()
  caseId = (await call('case.create', { values: { name: '未命名事故' } })).caseId
  const opened = await openPage(browser, host.url)
  page = opened.page
  // the first place is chosen by the program; leaving before that would be overtaken
  await page.waitForURL(/#\/(start|cases)$/)
  complaints = opened.complaints
})
let told = 0
afterEach(() => {
  // those of an earlier test are its own
  const fresh = complaints.slice(told)
  told = complaints.length
  expect(fresh).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

describe('what is entered by the keyboard on a page is in the file, and there again after a reload', () => {
  test('概况: time, place, class, name by the formula, grade with a reason', async () => {
    await open('overview')
    const body = page.locator('.stagebody')
    await type(body, '发生时间', '2026年8月4日15时26分许')
    await type(body, '省、自治区、直辖市', '江苏省')
    await type(body, '市（州、盟）', '澜州市')
    await type(body, '区县', '汀泽市')
    await type(body, '行业（GB/T 4754）', 'C3670')
    await type(body, '事故地点', '锦帆路18号')
    await type(body, '现场情况', '泄爆片全部破裂。')
    await eventually(async () => (await dossier()).caseFile.typeStandard).toBe('GB6441-2025')
    await choose(body, '事故类别', '粉尘爆炸')
    await eventually(async () => (await dossier()).caseFile.typeCode).toBe('WSA10018')
    await press('按公式生成')
    await choose(body, '人工认定', '较大')
    await body.getByText('还没有保存：写明认定理由后保存').waitFor()
    await type(body, '认定理由', '重伤人员伤情仍在变化')
    await eventually(async () => (await dossier()).caseFile.grade).toBe(2)
    await saved()
    await page.reload()
    expect(await body.getByLabel('事故名称').inputValue()).toBe('汀泽市“8·4”粉尘爆炸事故')
    expect(await body.getByLabel('发生时间').inputValue()).toBe('2026年8月4日15时26分许')
    expect((await dossier()).caseFile).toMatchObject({
      name: '汀泽市“8·4”粉尘爆炸事故',
      nameSource: 'formula',
      occurredFrom: '2026-08-04T15:26:00+08:00',
      occurredPrecision: 'about',
      industryCode: 'C3670',
    })
    expect((await dossier()).accident).toMatchObject({ address: '锦帆路18号', siteConditions: '泄爆片全部破裂。' })
  })

  test('单位与人员: a wrong 统一社会信用代码 is pointed out beside its field', async () => {
    await open('parties')
    await press('添加单位')
    await choose(form('单位'), '在事故中的角色', '事故发生单位')
    await type(form('单位'), '单位名称（全称）', '汀泽朔澜轻合金制品有限公司')
    await type(form('单位'), '简称（以下简称）', '朔澜公司')
    await type(form('单位'), '统一社会信用代码', '91329981MA0UL7Q2XK')
    await form('单位').getByText('校验位不符').waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.type('J')
    await form('单位').getByText('校验位不符').waitFor({ state: 'detached' })
    await press('添加人员')
    await type(form('人员'), '姓名', '胡砚田')
    await choose(form('人员'), '单位', '汀泽朔澜')
    await type(form('人员'), '职务、工种（事故发生时）', '电焊工')
    await eventually(async () => (await dossier()).rows.person[0]?.position).toBe('电焊工')
    await saved()
    await page.reload()
    await page.getByRole('button', { name: '汀泽朔澜轻合金制品有限公司' }).waitFor()
    const { rows } = await dossier()
    expect(rows.unit).toHaveLength(1)
    expect(rows.unit[0]).toMatchObject({ kind: 'accident_unit', shortName: '朔澜公司', uscc: '91329981MA0UL7Q2XJ' })
    expect(rows.person[0]).toMatchObject({ name: '胡砚田', unitId: rows.unit[0]?.id })
  })

  test('信息报告 and 应急处置: a report with its hop, and the assessment of the rescue', async () => {
    await open('notice')
    await press('登记收到的报告')
    await choose(form('信息报告'), '种类', '电话快报')
    await choose(form('信息报告'), '接报或上报', '接报')
    await type(form('信息报告'), '报告人（单位）', '佘远航')
    await press('添加一次报送')
    await choose(form('报送记录'), '报送（抄告）哪一级', '县级部门')
    await choose(form('报送记录'), '方式', '电话')
    await type(form('报送记录'), '报出时间', '2026-08-04 16:02')
    await saved()
    await page.reload()
    await page.getByRole('cell', { name: '2026-08-04 16:02' }).waitFor()
    await open('response')
    await type(page.locator('.stagebody'), '应急处置评估', '响应及时。')
    await eventually(async () => (await dossier()).accident.rescueAssessment).toBe('响应及时。')
    const { rows } = await dossier()
    expect(rows.infoReport[0]).toMatchObject({ kind: 'phone', direction: 'received', reportedBy: '佘远航' })
    expect(rows.infoReportDelivery[0]).toMatchObject({ infoReportId: rows.infoReport[0]?.id, toLevel: 'county' })
  })

  test('伤亡与损失: counts, a late death with its sentence, and the ledger by the standard of the day', async () => {
    await open('casualties')
    await press('记一次变化')
    await choose(form('伤亡数字'), '来源', '调查认定')
    await type(form('伤亡数字'), '死亡', '1')
    await type(form('伤亡数字'), '重伤', '0')
    await press('添加人员')
    await choose(form('伤亡人员'), '姓名', '胡砚田')
    await choose(form('伤亡人员'), '结果', '死亡')
    await type(form('伤亡人员'), '死亡日期', '2026-09-10')
    await form('伤亡人员').getByText('期限于2026年9月3日届满').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('2026-08-04')
    await press('添加核定')
    await choose(form('损失核定'), '性质', '调查认定')
    await page.getByLabel('医疗费', { exact: true }).waitFor()
    await type(page.locator('.ledger'), '医疗费', '73.6')
    await type(page.locator('.ledger'), '固定资产损失', '214.8')
    await eventually(async () => (await dossier()).caseFile.directLossFen).toBe(288_400_000)
    await saved()
    await page.reload()
    await page.getByLabel('医疗费', { exact: true }).waitFor()
    expect(await page.getByLabel('医疗费', { exact: true }).inputValue()).toBe('73.60')
    const { rows } = await dossier()
    expect(rows.casualty[0]).toMatchObject({ personId: rows.person[0]?.id, outcome: 'death', diedOn: '2026-08-04' })
    expect(rows.lossItem.map(({ itemCode, isDirect, amountFen }) => [itemCode, isDirect, amountFen]).sort()).toEqual([
      ['Ed1.medical', true, 73_600_000],
      ['Ed2.fixed', true, 214_800_000],
    ])
  })

  test('经过: a bare clock time is read on the day of the accident; a clock that was fast', async () => {
    await open('timeline')
    await press('添加一件事')
    await form('经过').getByLabel('时间', { exact: true }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('15时18分')
    await type(form('经过'), '事件', '开始焊接支管法兰')
    await eventually(async () => (await dossier()).rows.timelineEvent.length).toBe(1)
    await type(form('经过'), '来源时钟的误差', '快3分18秒')
    await eventually(async () => (await dossier()).rows.timelineEvent[0]?.clockOffsetMs).toBe(198_000)
    await saved()
    await page.reload()
    await page.getByRole('cell', { name: '15:21:18，快3分18秒' }).waitFor()
    expect((await dossier()).rows.timelineEvent[0]).toMatchObject({
      tFrom: '2026-08-04T15:18:00+08:00',
      tPrecision: 'minute',
      tText: '15时18分',
      description: '开始焊接支管法兰',
    })
  })

  test('调查组: a member sent by the unit of the accident is refused at the field', async () => {
    await open('team')
    await press('添加调查组')
    await type(form('调查组'), '批准、授权或者委托机关', '澜州市人民政府')
    await press('添加成员')
    await type(form('调查组成员'), '姓名', '晏怀远')
    await type(form('调查组成员'), '派员单位', '朔澜公司')
    await form('调查组成员').getByText('与事故有直接利害关系，不能参加调查组').waitFor()
    // refused as a whole: what else is typed of it is not saved without its body
    await type(form('调查组成员'), '职务', '安全总监')
    await eventually(() => page.locator('.casehead [role=status]').textContent()).toMatch(/^未保存：派员单位：/)
    await type(form('调查组成员'), '电话', '0510-82100000')
    await page.waitForTimeout(1500)
    expect((await dossier()).rows.teamMember).toEqual([])
    expect(await page.locator('.stagenote').textContent()).toContain('调查组成员')
    await form('调查组成员').getByLabel('派员单位', { exact: true }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('澜州市应急管理局')
    await eventually(async () => (await dossier()).rows.teamMember[0]?.body).toBe('澜州市应急管理局')
    await press('添加技术鉴定')
    await type(form('技术鉴定'), '委托事项', '粉尘爆炸特性')
    await type(form('技术鉴定'), '受理日期', '2026-08-20')
    await type(form('技术鉴定'), '出具日期', '2026-09-10')
    await eventually(async () => (await dossier()).rows.appraisal[0]?.issuedOn).toBe('2026-09-10')
    await saved()
    await page.reload()
    await page.getByRole('button', { name: '晏怀远' }).waitFor()
    const { rows } = await dossier()
    expect(rows.team[0]).toMatchObject({ purpose: 'investigation', authorisedBy: '澜州市人民政府' })
    expect(rows.teamMember[0]).toMatchObject({ teamId: rows.team[0]?.id, name: '晏怀远', role: 'member' })
  })

  test('原因: a cause, a problem tied to it with its clause, the nature', async () => {
    await open('causes')
    await press('添加直接原因')
    await type(form('原因'), '陈述：主体、行为、后果', '焊渣引燃铝粉尘')
    await press('添加问题')
    await choose(form('问题'), '对象类别', '事故发生单位')
    await type(form('问题'), '问题：做了什么，没做什么', '作业时除尘系统未停机')
    await form('问题').getByText('说明的原因', { exact: true }).waitFor()
    await choose(form('问题'), '说明的原因', '焊渣引燃')
    await press('添加条款')
    await type(form('法条引用'), '法律法规名称和条款', '《安全生产法》第四十三条')
    await type(page.locator('.stagebody'), '性质的表述', '生产安全责任事故')
    await eventually(async () => (await dossier()).accident.natureText).toBe('生产安全责任事故')
    await saved()
    await page.reload()
    await page.getByRole('button', { name: '作业时除尘系统未停机' }).waitFor()
    const { rows } = await dossier()
    const [finding] = rows.finding
    expect(rows.cause[0]).toMatchObject({ kind: 'direct', description: '焊渣引燃铝粉尘' })
    expect(rows.findingCause).toMatchObject([{ findingId: finding?.id, causeId: rows.cause[0]?.id }])
    expect(rows.citation).toMatchObject([{ aboutTable: 'finding', aboutId: finding?.id, role: 'breach' }])
  })

  test('责任与处理: a subject with its proposal, counted by category, and the sentence of the report', async () => {
    await open('liability')
    await press('添加责任对象')
    await choose(form('责任认定'), '对象类型', '人员')
    await choose(form('责任认定'), '人员', '胡砚田')
    await type(form('责任认定'), '违法违规、失职事实', '无证动火')
    await press('添加处理建议')
    await choose(form('处理建议'), '处理类别', '免予追究责任')
    await type(form('处理建议'), '建议', '鉴于其已在事故中死亡，建议免予追究责任')
    await eventually(() => page.locator('.printed').textContent()).toContain('胡砚田')
    await eventually(() => page.locator('.printed').textContent()).toContain('无证动火')
    await saved()
    await page.reload()
    await eventually(() => page.locator('.heads').textContent()).toMatch(/免予追究责任\s*1人/)
    const { rows } = await dossier()
    expect(rows.liability[0]).toMatchObject({ subjectKind: 'person', personId: rows.person[0]?.id, facts: '无证动火' })
    expect(rows.proposal[0]).toMatchObject({ liabilityId: rows.liability[0]?.id, category: 'exempt' })
  })

  test('整改措施: a measure with unit, day and cause', async () => {
    await open('measures')
    await press('添加措施')
    await type(form('整改措施'), '措施内容', '重新设计除尘系统')
    await choose(form('整改措施'), '责任单位', '汀泽朔澜')
    await type(form('整改措施'), '完成时限', '2027年3月31日')
    await choose(form('整改措施'), '针对的原因', '焊渣引燃')
    await eventually(async () => (await dossier()).rows.measureCause.length).toBe(1)
    await saved()
    await page.reload()
    await page.getByRole('cell', { name: '2027-03-31' }).waitFor()
    const { rows } = await dossier()
    expect(rows.measure[0]).toMatchObject({ unitId: rows.unit[0]?.id, dueOn: '2027-03-31', isExtended: false })
    expect(rows.measureCause[0]).toMatchObject({ measureId: rows.measure[0]?.id, causeId: rows.cause[0]?.id })
  })
})
