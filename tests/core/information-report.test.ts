/** Information reports on a real database: begun, sent, frozen against every way of changing them, printed again as sent. */
import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCase, type TestApp, testApp } from '../support/app.ts'
import { openPackage } from '../support/docx-rules/package.ts'
import { checkReport } from '../support/docx-rules/report.ts'
import { docxLines } from '../support/docx-text.ts'

let library: TestApp
let caseId = ''

const at = (time: string) => `2026-08-04T${time}:00+08:00`
const toCity = { fromLevel: 'county', toLevel: 'city', toBody: '澜州市应急管理局', channel: 'written' } as const

const bureau = {
  name: '汀泽市应急管理局',
  level: 'county',
  province: '江苏省',
  city: '澜州市',
  district: '汀泽市',
} as const

beforeEach(async () => {
  library = await testApp({ now: at('12:00') })
  await library.ok('library.setUp', { bureau, userName: '贺临川', position: null })
  caseId = await aCase(library, { occurredFrom: at('09:30'), occurredTo: at('09:30'), occurredPrecision: 'minute' })
  await library.ok('unit.add', {
    caseId,
    values: { kind: 'accident_unit', name: '甲公司', address: '一号路1号', enterpriseType: '有限责任公司' },
  })
})
afterEach(() => library.close())

const dossier = () => library.ok('case.dossier', { caseId })
const begin = async (kind: 'phone' | 'initial' | 'follow_up' | 'verified') =>
  (await library.ok('infoReport.begin', { caseId, kind })).id
const send = (id: string, sentAt = at('11:50')) => library.ok('infoReport.send', { caseId, id, ...toCity, sentAt })
const bytesOf = async (id: string, format: 'docx' | 'pdf') => {
  const { token, name } = await library.ok('infoReport.print', { caseId, id, format })
  return { name, bytes: await readFile(library.app.staging.get(token).path) }
}

test('a report begins prefilled with its own figures; undo takes both away again', async () => {
  const id = await begin('initial')
  const { rows } = await dossier()
  expect(rows.infoReport).toMatchObject([
    { id, direction: 'sent', unitProfile: '甲公司；地址：一号路1号；性质：有限责任公司。' },
  ])
  expect(rows.casualtyCount).toMatchObject([{ infoReportId: id, deaths: null, missing: null, asOf: at('12:00') }])
  expect((await library.ok('case.undoState', { caseId })).undo).toBe('写文字快报')
  await library.ok('case.undo', { caseId })
  expect((await dossier()).rows).toMatchObject({ infoReport: [], casualtyCount: [] })
})

test('what is sent is frozen: fields, figures, archiving and undo are refused, and nothing changed', async () => {
  const id = await begin('initial')
  const figures = (await dossier()).rows.casualtyCount[0]?.id ?? ''
  await library.ok('infoReport.update', { caseId, id, values: { brief: '断电前触电。' } })
  await library.ok('casualtyCount.update', { caseId, id: figures, values: { deaths: 1, missing: 0, atRisk: 0 } })
  await send(id)
  const sent = await dossier()
  const change = { caseId, id, values: { brief: '改写' } }
  expect(await library.refusal('infoReport.update', change)).toMatchObject({
    code: 'sealed',
    message: expect.stringContaining('续报'),
  })
  const noDeaths = { caseId, id: figures, values: { deaths: 0 } }
  expect((await library.refusal('casualtyCount.update', noDeaths)).code).toBe('sealed')
  expect((await library.refusal('casualtyCount.archive', { caseId, id: figures })).code).toBe('sealed')
  expect((await library.refusal('infoReport.archive', { caseId, id })).code).not.toBe('internal')
  expect((await library.refusal('infoReport.send', { caseId, id, ...toCity, sentAt: at('11:55') })).code).toBe('sealed')
  expect((await library.refusal('case.undo', { caseId })).message).toContain('不能撤销')
  expect(await dossier()).toEqual(sent)
  expect(sent.rows).toMatchObject({
    document: [{ kind: 'initial_report', status: 'final', aboutTable: 'infoReport', aboutId: id }],
    documentRelease: [{ name: '发出稿', releasedBy: expect.any(String) }],
    infoReportDelivery: [{ infoReportId: id, toLevel: 'city', sentAt: at('11:50') }],
  })
  expect((await library.ok('library.verify', {})).faults).toEqual([])
})

test('what came after is undone up to the sending and not past it; a hop may still be noted', async () => {
  const id = await begin('phone')
  await send(id)
  const hop = (await dossier()).rows.infoReportDelivery[0]?.id ?? ''
  await library.ok('infoReportDelivery.update', { caseId, id: hop, values: { receivedAt: at('11:52') } })
  await library.ok('case.undo', { caseId })
  expect((await library.refusal('case.undo', { caseId })).message).toContain('发出电话快报')
  expect((await dossier()).rows.infoReport).toHaveLength(1)
})

test('the sent text stays what it was when the case goes on', async () => {
  const id = await begin('initial')
  const draft = await library.ok('case.infoReportText', { caseId, id })
  expect(draft).toMatchObject({ sentAt: null, sentBy: null })
  await send(id)
  const sent = await library.ok('case.infoReportText', { caseId, id })
  const first = { docx: await bytesOf(id, 'docx'), pdf: await bytesOf(id, 'pdf') }
  await library.ok('case.update', { caseId, values: { name: '改名以后的事故' } })
  expect(await library.ok('case.infoReportText', { caseId, id })).toEqual(sent)
  expect(sent).toMatchObject({ sentAt: at('12:00') })
  expect((await bytesOf(id, 'docx')).bytes.equals(first.docx.bytes)).toBe(true)
  expect((await bytesOf(id, 'pdf')).bytes.equals(first.pdf.bytes)).toBe(true)
  expect(first.docx.name).toBe('关于甲公司“8·4”一般触电事故的快报.docx')
})

test('a correction is a follow-up that sets the old figures beside the new', async () => {
  const first = await begin('initial')
  await library.ok('casualtyCount.update', {
    caseId,
    id: (await dossier()).rows.casualtyCount[0]?.id ?? '',
    values: { deaths: 1, missing: 1, atRisk: 4 },
  })
  await send(first)
  const second = await begin('follow_up')
  const { rows } = await dossier()
  const own = rows.casualtyCount.find(({ infoReportId }) => infoReportId === second)
  expect(own).toMatchObject({ deaths: 1, missing: 1, atRisk: 4, basis: 'follow_up' })
  await library.ok('casualtyCount.update', { caseId, id: own?.id ?? '', values: { deaths: 2, missing: 0 } })
  const { lines } = await library.ok('case.infoReportText', { caseId, id: second })
  expect(lines).toContain('死亡（人）\t1\t2')
  expect(lines).toContain('下落不明（人）\t1\t0')
})

test('figures of a 核报 are verified only once it is sent', async () => {
  const id = await begin('verified')
  expect((await dossier()).rows.casualtyCount[0]?.basis).toBe('follow_up')
  await send(id)
  expect((await dossier()).rows.casualtyCount[0]?.basis).toBe('verified')
})

test('refused: sent before the accident, a report that came in, one that is not there', async () => {
  const id = await begin('phone')
  const early = { caseId, id, ...toCity, sentAt: at('09:29') }
  expect((await library.refusal('infoReport.send', early)).message).toContain('早于事故发生时间')
  await library.ok('infoReport.update', { caseId, id, values: { reportedBy: null } })
  expect((await library.ok('case.infoReportText', { caseId, id })).lines).toContain('汀泽市应急管理局')
  const values = { kind: 'phone', direction: 'received' } as const
  const received = await library.ok('infoReport.add', { caseId, values })
  const wrong = { caseId, id: received.id, ...toCity, sentAt: at('11:00') }
  expect((await library.refusal('infoReport.send', wrong)).code).toBe('refused')
  expect((await library.refusal('infoReport.print', { caseId, id: 'none', format: 'docx' })).code).toBe('not-found')
  expect((await dossier()).rows.documentRelease).toEqual([])
})

test('a late report is marked, and the clock of the next one runs', async () => {
  const id = await begin('phone')
  const hops = [
    { fromLevel: 'scene', toLevel: 'unit', receivedAt: at('09:35') },
    { fromLevel: 'unit', toLevel: 'county', sentAt: at('10:36'), receivedAt: at('10:40') },
  ]
  for (const hop of hops)
    await library.ok('infoReportDelivery.add', { caseId, values: { infoReportId: id, channel: 'phone', ...hop } })
  const { dues } = await library.ok('case.reporting', { caseId })
  expect(dues.map(({ by, status, minutes }) => [by, status, minutes])).toEqual([
    [at('10:35'), 'suspectedLate', -1],
    [at('12:40'), 'due', 40],
    [at('12:40'), 'due', 40],
  ])
})

const kinds = ['phone', 'initial', 'follow_up', 'verified'] as const
test.each(kinds)('%s as a file keeps the rules of DOCX and says what is shown', async (kind) => {
  const first = await begin('initial')
  if (kind === 'initial') await send(first)
  const id = kind === 'initial' ? first : await begin(kind)
  const office = openPackage((await bytesOf(id, 'docx')).bytes)
  expect(checkReport(office)).toEqual([])
  const { lines } = await library.ok('case.infoReportText', { caseId, id })
  const squeezed = (line: string) => line.replaceAll(/\s/g, '')
  expect(docxLines(office).map(squeezed)).toEqual(lines.map(squeezed))
})

test('a report that says nobody is its sender is not sent', async () => {
  const blank = await testApp({ now: at('12:00') })
  const own = await aCase(blank)
  const { id } = await blank.ok('infoReport.begin', { caseId: own, kind: 'phone' })
  const where = { caseId: own, id, ...toCity, sentAt: at('11:50') }
  expect((await blank.refusal('infoReport.send', where)).message).toContain('报告人（单位）')
  await blank.close()
})
