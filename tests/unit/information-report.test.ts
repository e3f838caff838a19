/** V-05 and V-06 on a case: what is due, in time, doubtful; what is missing; what is printed. */
import { describe, expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { missingContents } from '../../src/shared/notice/contents.ts'
import { prefilledReport } from '../../src/shared/notice/prefill.ts'
import { infoReportDocument } from '../../src/shared/notice/print.ts'
import { beforeAccident, reportingOf } from '../../src/shared/notice/reporting.ts'
import {
  addressed,
  reportBefore,
  reportName,
  reportsInOrder,
  sentRelease,
  spanWords,
} from '../../src/shared/notice/reports.ts'
import { documentText } from '../../src/shared/report/plain.ts'
import { dossierOf, readSample, row, type SampleRow } from '../support/dossier.ts'

const at = (time: string, day = '2026-08-04') => `${day}T${time}:00+08:00`

const hop = (id: string, fromLevel: string, toLevel: string, sentAt: string | null, more: object = {}): SampleRow => ({
  id,
  infoReportId: 'r1',
  fromLevel,
  toLevel,
  channel: 'phone',
  sentAt,
  receivedAt: sentAt,
  ...more,
})

const grades = { 一般: 1, 较大: 2, 重大: 3 } as const

function caseOf(
  hops: readonly SampleRow[],
  more: { grade?: keyof typeof grades; rows?: Record<string, SampleRow[]> } = {},
): Dossier {
  const { grade = '一般', rows = {} } = more
  const dossier = dossierOf({
    caseFile: { id: 'c', name: '甲公司“8·4”触电事故', occurredFrom: at('09:30'), occurredPrecision: 'minute' },
    accident: { id: 'accident' },
    rows: {
      infoReport: [{ id: 'r1', kind: 'phone', direction: 'sent' }],
      infoReportDelivery: hops,
      ...rows,
    },
  })
  return { ...dossier, caseFile: { ...dossier.caseFile, grade: grades[grade] } }
}

const states = (dossier: Dossier, now: string) =>
  reportingOf(dossier, now).dues.map(({ from, to, channel, by, status, minutes }) =>
    [from.slice(0, 4), to.slice(0, 4), channel, by.slice(11, 16), status, minutes].join(' '),
  )

const knew = hop('k', 'scene', 'unit', at('09:35'))

describe('the clocks', () => {
  test.each([
    ['10:35', 'inTime', 0],
    ['10:36', 'suspectedLate', -1],
  ])('例1: a unit that knew at 09:35 and reported at %s', (sent, status, minutes) => {
    const dossier = caseOf([knew, hop('a', 'unit', 'county', at(sent))])
    expect(states(dossier, at('11:00'))[0]).toBe(`事故发生 事故发生 报告 10:35 ${status} ${minutes}`)
  })

  test('a report that is not made is due, then over', () => {
    const dossier = caseOf([knew])
    expect(states(dossier, at('10:05'))).toEqual(['事故发生 事故发生 报告 10:35 due 30'])
    expect(states(dossier, at('10:36'))).toEqual(['事故发生 事故发生 报告 10:35 notSeen -1'])
  })

  test('例3: of a 较大 accident the call to the province and the written report have clocks of their own', () => {
    const county = hop('a', 'unit', 'county', at('10:20'))
    const call = hop('b', 'county', 'province', at('11:21'))
    const dossier = caseOf([knew, county, call], { grade: '较大' })
    const now = at('11:30')
    expect(states(dossier, now)).toContain('县级应急 省级应急 电话快报 11:20 suspectedLate -1')
    expect(states(dossier, now)).toContain('事故发生 省级应急 报告 10:35 notSeen -55')
    expect(states(dossier, now)).toContain('县级应急 设区的市 逐级上报 12:20 due 50')
    expect(reportingOf(dossier, now).notes[0]).toContain('由人认定')
  })

  test('a call answers for the call, paper for the paper', () => {
    const hops = [
      knew,
      hop('a', 'unit', 'county', at('10:00')),
      hop('b', 'county', 'city', at('10:30')),
      hop('c', 'city', 'province', at('10:40')),
      hop('d', 'city', 'province', at('12:31'), { channel: 'written' }),
    ]
    const dossier = caseOf(hops, { grade: '较大' })
    expect(states(dossier, at('13:00'))).toContain('设区的市 省级应急 电话快报 11:30 inTime 50')
    expect(states(dossier, at('13:00'))).toContain('设区的市 省级应急 逐级上报 12:30 suspectedLate -1')
  })

  test('a 补报 is no 快报 that comes late, and a grade that rose later is pointed out', () => {
    const now = at('12:00', '2026-08-20')
    const reporting = reportingOf(dossierOf(readSample('shuolan')), now)
    const call = reporting.dues.find(({ from, channel }) => from.startsWith('县级') && channel === '电话快报')
    expect(call).toMatchObject({ status: 'notSeen', at: null })
    expect(reporting.notes.join()).toContain('按最初的伤亡数字为一般事故，现为较大事故')
  })

  test('without the time at the unit its own clock is not reckoned', () => {
    const reporting = reportingOf(caseOf([hop('a', 'unit', 'county', at('10:20'))]), at('11:00'))
    expect(reporting.unitKnewAt).toBeNull()
    expect(reporting.dues.map(({ from }) => from.slice(0, 2))).toEqual(['县级', '县级'])
  })

  test('例11: a report before the accident has no clocks but a sentence', () => {
    const dossier = caseOf([hop('k', 'scene', 'unit', at('09:20'))])
    expect(reportingOf(dossier, at('11:00'))).toMatchObject({
      dues: [],
      problem: expect.stringContaining('早于事故发生'),
    })
    expect(beforeAccident(dossier, at('09:29'))).toContain('早于事故发生时间 2026-08-04 09:30')
    expect(beforeAccident(dossier, at('09:30'))).toBeNull()
  })

  test('nothing known: no clocks, no fault', () => {
    expect(
      reportingOf(dossierOf({ caseFile: { id: 'c' }, accident: { id: 'accident' }, rows: {} }), at('11:00')),
    ).toMatchObject({
      dues: [],
      problem: null,
      followUps: null,
    })
  })
})

test('例10: bodies count when they were notified in writing', () => {
  const written = hop('p', 'county', 'police', at('12:00'), { channel: 'written' })
  const { bodies } = reportingOf(caseOf([knew, written, hop('u', 'county', 'union', at('12:00'))]), at('13:00'))
  expect(bodies.map(({ label, isWritten, at: when }) => [label, isWritten, when?.slice(11, 16) ?? null])).toEqual([
    ['公安机关', true, '12:00'],
    ['劳动保障行政部门', false, null],
    ['工会', false, '12:00'],
    ['人民检察院', false, null],
  ])
})

describe('follow-ups', () => {
  const first = hop('a', 'unit', 'county', at('10:00'))
  const followUp = (id: string, day: string, kind = 'follow_up') => ({
    report: { id, kind, direction: 'sent' },
    hop: hop(`h${id}`, 'county', 'city', at('16:00', day), { infoReportId: id }),
  })
  const withReports = (list: readonly ReturnType<typeof followUp>[], grade: keyof typeof grades = '一般') =>
    caseOf([knew, first, ...list.map((one) => one.hop)], {
      grade,
      rows: { infoReport: [{ id: 'r1', kind: 'phone', direction: 'received' }, ...list.map((one) => one.report)] },
    })

  test('例8: two days without one are one line; today is still due', () => {
    const { followUps } = reportingOf(withReports([followUp('f', '2026-08-05')]), at('09:00', '2026-08-08'))
    expect(followUps).toMatchObject({
      timesPerDay: 1,
      today: { times: 0, least: 1 },
      few: [{ from: '2026-08-06', to: '2026-08-07', times: 0 }],
    })
  })

  test('例9: a 重大 accident wants two a day', () => {
    const { followUps } = reportingOf(withReports([followUp('f', '2026-08-05')], '重大'), at('09:00', '2026-08-06'))
    expect(followUps?.few).toEqual([{ from: '2026-08-05', to: '2026-08-05', times: 1 }])
  })

  test('a 核报 ends them, and so does the end of the window', () => {
    const verified = withReports([followUp('f', '2026-08-05'), followUp('v', '2026-08-06', 'verified')])
    expect(reportingOf(verified, at('09:00', '2026-08-20')).followUps).toMatchObject({ today: null, few: [] })
    const silent = reportingOf(withReports([]), at('09:00', '2026-10-01')).followUps
    expect(silent).toMatchObject({ today: null, few: [{ from: '2026-08-05', to: '2026-09-03', times: 0 }] })
  })
})

describe('contents', () => {
  const lacks = (report: object, figures: object | null, kind = 'initial') => {
    const dossier = caseOf([], {
      rows: {
        infoReport: [{ id: 'r1', kind, direction: 'sent', ...report }],
        casualtyCount: figures === null ? [] : [{ id: 'n', basis: 'initial', infoReportId: 'r1', ...figures }],
      },
    })
    return missingContents(dossier, dossier.rows.infoReport[0] ?? row('infoReport', { id: 'x' }), at('11:00'))
  }
  const written = {
    unitProfile: '甲公司',
    timePlaceScene: '8月4日',
    scene: '现场',
    brief: '经过',
    estimatedLossFen: 0,
  }

  test('V-06 例1: measures are missing, the rest is there', () => {
    const { items, notes } = lacks(written, { deaths: 0, missing: 0, atRisk: 0 })
    expect(items.map(({ label, clause }) => [label, clause.includes('第五项')])).toEqual([['已采取的措施', true]])
    expect(notes.join()).toContain('先报后补')
  })

  test('V-06 例2: three items make a call complete', () => {
    expect(lacks(written, { deaths: 2, missing: 0, atRisk: 3 }, 'phone').items).toEqual([])
  })

  test('V-06 例3: 0 missing is an answer, nothing is none', () => {
    const { items, notes } = lacks(written, { deaths: 2, atRisk: 0 }, 'phone')
    expect(items.map(({ item }) => item)).toEqual(['missing'])
    expect(notes.join()).toContain('填 0')
  })
})

describe('the sample case', () => {
  const sample = dossierOf(readSample('shuolan'))
  const now = at('17:00', '2026-08-20')
  const begun = (kind: 'phone' | 'initial' | 'follow_up' | 'verified') => {
    const { report, figures } = prefilledReport(sample, kind, { now, bureau: '汀泽市应急管理局' })
    const own = row('infoReport', { id: 'new', ...report })
    const count = row('casualtyCount', { id: 'newCount', ...figures, infoReportId: 'new' })
    const rows = {
      ...sample.rows,
      infoReport: [...sample.rows.infoReport, own],
      casualtyCount: [...sample.rows.casualtyCount, count],
    }
    return { dossier: { ...sample, rows }, report: own, figures: count }
  }
  const printed = (kind: Parameters<typeof begun>[0]) => {
    const { dossier, report } = begun(kind)
    const sending = {
      fromLevel: 'county',
      toLevel: 'city',
      toBody: '澜州市应急管理局',
      channel: 'written' as const,
      sentAt: now,
      receivedAt: null,
    }
    return documentText(
      infoReportDocument(dossier, report, { bureau: '汀泽市应急管理局', sending, isDraft: false, now }),
    )
  }

  test('a report begins with what the case knows, and unknown stays unknown', () => {
    const { report, figures } = begun('initial')
    expect(report.unitProfile).toContain('汀泽朔澜轻合金制品有限公司')
    expect(report.timePlaceScene).toContain('2026年8月4日15时26分')
    expect(figures).toMatchObject({ missing: 0, atRisk: null, basis: 'initial' })
    expect(begun('verified').figures.basis).toBe('follow_up')
    expect(reportName(begun('follow_up').report)).toBe('续报（第2次）')
  })

  test('reports stand in the order of time, and a follow-up compares with the one before', () => {
    const { dossier, report } = begun('follow_up')
    expect(reportsInOrder(dossier).map(({ id }) => id)).toEqual(['ir1', 'ir2', 'ir3', 'ir4', 'ir5', 'new'])
    expect(reportBefore(dossier, report)?.id).toBe('ir5')
    expect(sentRelease(dossier, report)).toBeNull()
    // not the 检察院, which is only notified at the same minute
    expect(addressed(dossier, 'ir3')?.toBody).toBe('澜州市应急管理局')
  })

  test('a written report has the items of 第十二条 in their order', () => {
    const text = printed('initial')
    expect(text.match(/^[一二三四五六]、.+$/gm)).toEqual([
      '一、事故发生单位概况',
      '二、事故发生的时间、地点以及事故现场情况',
      '三、事故的简要经过',
      '四、事故已经造成或者可能造成的伤亡人数（包括下落不明、涉险的人数）和初步估计的直接经济损失',
      '五、已经采取的措施',
    ])
    expect(text).toContain('涉险人数正在核实')
    expect(text).not.toContain('待补')
  })

  test('a call has the three items of 21号令第十条', () => {
    expect(printed('phone').match(/^[一二三四五六]、.+$/gm)).toHaveLength(3 + 1)
    expect(printed('phone')).not.toContain('直接经济损失')
  })

  test('a follow-up sets what was beside what is', () => {
    expect(printed('follow_up')).toMatch(/项目\t前次（补报（第1次））\t本次/)
  })
})

test('spans in words', () => {
  expect([5, 60, 65, 1440, 1500].map(spanWords)).toEqual(['5分', '1小时', '1小时5分', '1日', '1日1小时'])
})
