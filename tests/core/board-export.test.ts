import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BoardFilter } from '../../src/shared/clock/contract.ts'
import { aCase, type TestApp, testApp } from '../support/app.ts'
import { eventsOf, unfolded } from '../support/calendar.ts'
import { readZip } from '../support/docx-rules/zip.ts'
import { dayOfSerial, sheetRows } from '../support/sheet.ts'

let library: TestApp

beforeEach(async () => {
  library = await testApp({ now: '2026-04-20T09:00:00+08:00' })
})
afterEach(() => library.close())

const NAME = '甲\\乙;丙,公司“3·1”较大𠮷塌事故，名称很长很长很长很长很长很长很长很长很长 & <x> =1+1'

async function someCases(): Promise<string> {
  const at = (day: string) => ({ occurredFrom: `${day}T09:30:00+08:00`, occurredPrecision: 'minute' as const })
  const caseId = await aCase(library, { name: NAME, ...at('2026-03-01') })
  await library.ok('supervision.add', { caseId, values: { byBody: '省安委会', receivedOn: '2026-03-10' } })
  await aCase(library, { name: '乙公司“2·1”事故', ...at('2026-02-01'), secrecy: 'secret' })
  await aCase(library, { name: '日期不明的事故' })
  return caseId
}

async function exported(format: 'ics' | 'xlsx', filter: BoardFilter = {}) {
  const { jobId } = await library.ok('clock.export', { filter, format })
  const { state, file, message } = await library.app.jobs.finished(jobId)
  if (state !== 'done' || file === null) throw new Error(message ?? state)
  return { ...file, data: await readFile(library.app.staging.get(file.token).path) }
}

describe('the calendar', () => {
  test('is a calendar by RFC 5545: lines end with CRLF, none is longer than 75 octets, no character is cut', async () => {
    await someCases()
    const { name, data } = await exported('ics')
    expect(name).toBe('期限（2026-04-20）.ics')
    const text = data.toString('utf8')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = text.split('\r\n')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    expect(text).not.toContain('\ufffd')
    expect(unfolded(text).slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', expect.stringMatching(/^PRODID:/)])
  })

  test('has an event for the whole last day of each period that has one, read back as it was', async () => {
    const caseId = await someCases()
    const { rows } = await library.ok('clock.board', { filter: {}, limit: 100 })
    const events = eventsOf((await exported('ics')).data.toString('utf8'))
    expect(events.map(({ start }) => start)).toEqual(rows.flatMap(({ lastDay }) => lastDay ?? []))
    expect(events).toContainEqual(
      expect.objectContaining({
        uid: `${caseId}.investigation@anjuan`,
        start: '2026-04-30',
        end: '2026-05-01',
        summary: `提交调查报告：${NAME}`,
        stamp: '20260420T010000Z',
      }),
    )
    expect(events.find(({ uid }) => uid.includes('.supervision.'))?.description).toContain('督办机关：省安委会\n')
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  })

  test('names the same period the same in the next export, when its day has moved as well', async () => {
    const caseId = await someCases()
    const before = eventsOf((await exported('ics')).data.toString('utf8'))
    await library.ok('extension.add', {
      caseId,
      values: { clock: 'investigation', days: 30, approvedBy: '某市人民政府', approvedOn: '2026-04-18' },
    })
    const after = eventsOf((await exported('ics')).data.toString('utf8'))
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort())
    expect(after.find(({ uid }) => uid === `${caseId}.investigation@anjuan`)?.start).toBe('2026-05-30')
  })

  test('warns of secrets and of what has no last day, and is not written when nothing has one', async () => {
    await someCases()
    const { warnings } = await exported('ics')
    expect(warnings.join()).toContain('1 起案卷标有密级')
    expect(warnings.join()).toContain('2 项没有末日')
    const refusal = await library.refusal('clock.export', { filter: { groups: ['unknown'] }, format: 'ics' })
    expect(refusal.message).toContain('没有末日')
    expect((await library.refusal('clock.export', { filter: { words: '没有' }, format: 'xlsx' })).code).toBe('refused')
  })
})

describe('the sheet', () => {
  test('is a sound package with a line for every row, days as days, and no text as a formula', async () => {
    await someCases()
    const { rows } = await library.ok('clock.board', { filter: {}, limit: 100 })
    const { name, data } = await exported('xlsx')
    expect(name).toBe('期限（2026-04-20）.xlsx')
    const [head = [], ...lines] = sheetRows(data)
    expect(head.map(({ value }) => value).slice(0, 5)).toEqual(['状态', '末日', '余日', '剩余或办结', '事项'])
    const read = lines.map((line) => {
      const cell = (column: string) => line.find((one) => one.column === column)
      const day = cell('B')
      return {
        lastDay: typeof day?.value === 'number' && day.isDay ? dayOfSerial(day.value) : null,
        daysLeft: cell('C')?.value ?? null,
        caseName: cell('G')?.value,
        arithmetic: cell('L')?.value ?? '',
      }
    })
    expect(read).toEqual(
      rows.map(({ lastDay, daysLeft, caseName, arithmetic }) => ({ lastDay, daysLeft, caseName, arithmetic })),
    )
    expect(read.map(({ caseName }) => caseName)).toContain(NAME)
    const sheet = readZip(data).parts.find((part) => part.name === 'xl/worksheets/sheet1.xml')
    expect(sheet?.data.toString('utf8')).not.toContain('<f>')
  })
})
