import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/shared/rules/index.ts'
import { cli } from '../support/processes.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'anjuan-rules-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const evaluate = (rule: string, facts: unknown) =>
  cli(['rules', 'eval', rule, typeof facts === 'string' ? facts : JSON.stringify(facts)], home)

const ENVELOPE = ['rule', 'version', 'clause', 'arithmetic', 'ambiguous']

/** One input for each rule, and fields of its answer. */
const examples: readonly (readonly [(typeof ruleIds)[number], object, object])[] = [
  [
    'grade',
    { deaths: 2, seriousInjuries: 10, directLossWan: '50' },
    { grade: '较大', decidedBy: ['seriousInjuries'], provisional: false, notes: [] },
  ],
  ['casualtyWindow', { occurredOn: '2026-03-01', kind: 'fire' }, { lastDay: '2026-03-08' }],
  [
    'investigationDeadline',
    {
      occurredOn: '2026-03-01',
      kind: 'general',
      appraisals: [{ from: '2026-03-10', to: '2026-04-04' }],
      extensions: [],
    },
    { lastDay: '2026-05-25', excludedDays: 25, extendedDays: 0 },
  ],
  ['approvalDeadline', { grade: '一般', receivedOn: '2026-04-30' }, { lastDay: '2026-05-15' }],
  ['publicationDeadline', { approvedOn: '2026-05-15', holidays: [] }, { lastDay: '2026-06-12' }],
  ['assessmentWindow', { approvedOn: '2026-04-30' }, { from: '2027-02-28', to: '2027-04-30' }],
  [
    'unitFine',
    { deaths: 1, seriousInjuries: 0, directLossWan: '0', occurredOn: '2026-03-01' },
    { tier: '一般-2', minWan: 50, maxWan: 70 },
  ],
  [
    'personFine',
    { role: 'principal', grade: '一般', annualIncomeYuan: 320_000, acts: [{ act: 'failureOfDuty' }] },
    { minYuan: 128_000, maxYuan: 128_000, parts: [{ act: 'failureOfDuty', minYuan: 128_000, maxYuan: 128_000 }] },
  ],
  ['escalation', { occurredOn: '2026-03-01', grade: '一般', deaths: 2 }, { escalate: 'yes' }],
  [
    'supervision',
    { noticeReceivedOn: '2026-04-10', occurredOn: '2026-03-20', kind: 'general' },
    { supervisionLastDay: '2026-06-09', statutoryLastDay: '2026-05-19', earlier: '2026-05-19' },
  ],
  [
    'typeCode',
    { occurredOn: '2026-07-01', type: '高处坠落' },
    { standard: 'GB 6441—2025', code: 'WSA10010', name: '高处坠落' },
  ],
  ['followUps', { occurredOn: '2026-08-04', grade: '重大' }, { timesPerDay: 2 }],
  [
    'atRisk',
    { occurredOn: '2026-03-01', deaths: 0, missing: 3 },
    { atRisk: 'yes', grade: '一般', provisional: true, followUpsPerDay: 1, missingBeyond: null },
  ],
  [
    'countedCasualties',
    {
      occurredOn: '2026-03-01',
      directLossWan: '0',
      persons: [
        { diedOn: '2026-03-01', count: 2 },
        { injury: 'serious', diedOn: '2026-04-01' },
      ],
    },
    { deaths: 2, seriousInjuries: 1, afterWindowDeaths: 1, lastDay: '2026-03-31', grade: '一般' },
  ],
  [
    'investigatingBody',
    { occurredOn: '2026-03-01', grade: '较大', body: 'county' },
    { due: '设区的市级人民政府', acting: '县级人民政府', needsTransfer: true },
  ],
  [
    'reportContents',
    { form: 'phone', reportedOn: '2026-08-04', filled: ['unit', 'timePlace', 'casualties', 'inDanger'] },
    { complete: false, missingItems: [{ item: 'missing' }] },
  ],
  [
    'reportingCheck',
    {
      grade: '一般',
      unitKnewAt: '2026-08-04T09:35:00+08:00',
      reports: [
        {
          from: '事故发生单位',
          to: '事故发生地县级应急管理部门和负有职责的部门',
          channel: '报告',
          at: '2026-08-04T10:36:00+08:00',
        },
      ],
      notified: ['police', 'labour', 'union'],
    },
    { reports: [{ status: 'suspectedLate' }], notNotified: ['人民检察院'] },
  ],
  [
    'investigationTeam',
    {
      occurredOn: '2026-03-01',
      members: [{ name: '张三', role: 'leader' }],
      participants: [{ body: 'supervision', part: 'parallel' }],
    },
    { gaps: ['有关人民政府', '应急管理部门', '负有职责的有关部门', '公安机关', '工会', '人民检察院'] },
  ],
  [
    'escalationDecision',
    { occurredOn: '2026-03-01', decidingBody: '市人民政府', approvedOn: '2026-05-15' },
    { isAfterApproval: true },
  ],
  [
    'dateOrder',
    {
      today: '2026-04-23',
      occurredOn: '2026-03-01',
      approvedOn: '2026-05-15',
      publishedOn: '2026-05-14',
      deadlines: [{ name: '提交调查报告', lastDay: '2026-04-30' }],
    },
    { breaches: [{ weight: 'hold' }], deadlines: [{ remaining: 7, level: 7 }] },
  ],
  [
    'specialEquipmentService',
    { approvalReceivedOn: '2026-05-15' },
    { serviceLastDay: '2026-05-30', upwardLastDay: '2026-06-14' },
  ],
  ['fineAuthority', { grade: '重大' }, { authority: '省级应急管理部门', level: 'province' }],
  ['penaltyDeadline', { step: 'decision', on: '2026-05-20' }, { lastDay: '2026-08-18' }],
  [
    'latePayment',
    { fineWan: '60', receivedOn: '2026-08-20', paidOn: '2026-09-14' },
    { lastDay: '2026-09-04', daysLate: 10, surchargeWan: 18 },
  ],
  [
    'penaltyProcedure',
    { decidedOn: '2026-07-01', notifiedOn: '2026-06-20', isMajor: false, officers: 2 },
    { isComplete: true },
  ],
  [
    'criminalTransfer',
    { occurredOn: '2026-03-01', deaths: 1, seriousInjuries: 0, directLossWan: '0' },
    { mayReach: 'yes', mayAggravate: 'no' },
  ],
  [
    'criminalTransferClock',
    { reportReceivedOn: '2026-05-06', approvedAt: '2026-05-08T15:00:00+08:00' },
    { decisionLastDay: '2026-05-09', transferBy: '2026-05-09T15:00:00+08:00' },
  ],
  [
    'criminalTransferFile',
    { transferredOn: '2026-05-09', officers: 2, materials: ['案件移送书', '调查报告'], hasNoGoods: true },
    { materials: ['案件移送书', '调查报告', '无涉案物品'] },
  ],
  ['dishonesty', { occurredOn: '2026-03-01', grade: '重大' }, { mayList: 'yes' }],
  [
    'injuryCode',
    { occurredOn: '2026-07-01', deaths: 1, seriousInjuries: 3, minorInjuries: 0 },
    { code: 'WSA20004', name: '死亡', provisional: false },
  ],
  ['injuryDegree', { occurredOn: '2026-06-30', lostDays: 105 }, { degree: '重伤' }],
  ['industryCode', { occurredOn: '2026-07-01', industry: 'C3311' }, { code: 'WSA33311', section: '制造业' }],
  [
    'losses',
    {
      occurredOn: '2026-07-15',
      items: [
        { code: 'Ed1', amount: '180万元' },
        { code: 'Ei5', amount: '60万元' },
      ],
    },
    { directLossWan: '180', indirectLossWan: '60', totalWan: '240' },
  ],
  [
    'lossEstimate',
    { occurredOn: '2026-07-15', of: 'medical', paidWan: '12', elapsedDays: 60, furtherDays: 90 },
    { value: '30', unit: '万元' },
  ],
]

describe('rules eval', () => {
  test.each(examples)(
    '%s gives its result, its law and its arithmetic in one object',
    async (rule, facts, expected) => {
      const { stdout, stderr, code } = await evaluate(rule, facts)
      expect([code, stderr]).toEqual([0, ''])
      const answer = JSON.parse(stdout)
      expect(answer).toMatchObject({ ...expected, rule, ambiguous: false })
      expect(Object.keys(answer)).toEqual(expect.arrayContaining(ENVELOPE))
      expect(answer).not.toHaveProperty('question')
      expect(answer.clause).toMatch(/^《.+》/)
      expect(answer.arithmetic).not.toBe('')
    },
  )

  test('a list carries the law in each item', async () => {
    const { stdout } = await evaluate('reportingClock', { grade: '一般', unitKnewAt: '2026-08-04T09:35:00+08:00' })
    const [first] = JSON.parse(stdout)
    expect(first).toMatchObject({ by: '2026-08-04T10:35:00+08:00', channel: '报告', rule: 'reportingClock' })
    expect(Object.keys(first)).toEqual(expect.arrayContaining(['from', 'to', ...ENVELOPE]))
  })

  test('an open question is put with both answers side by side', async () => {
    const facts = { deaths: 1, seriousInjuries: 0, directLossWan: '0', occurredOn: '2026-03-01', multiple: true }
    const answer = JSON.parse((await evaluate('unitFine', facts)).stdout)
    expect(answer).toMatchObject({
      ambiguous: true,
      alternatives: [
        { basis: '按档', minWan: 100, maxWan: 350 },
        { basis: '按法定等级区间', minWan: 60, maxWan: 500 },
      ],
    })
    expect(answer.question).toContain('倍数的基数')
  })

  test.each([
    ['grade', '{"deaths": -1}', '人数应为非负整数'],
    ['grade', '{"deaths": ', 'JSON'],
    ['approvalDeadline', { grade: '较大', receivedOn: '2026-04-30', extensionDays: 30 }, '只允许特别重大'],
    ['noSuchRule', {}, '没有名为“noSuchRule”的规则'],
    ['__proto__', {}, '没有名为'],
  ])('%s %j is refused with 1 and one sentence', async (rule, facts, reason) => {
    const { stdout, stderr, code } = await evaluate(rule, facts)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。\n$/u)
    expect(stderr).toContain(reason)
  })

  test('opens no library', async () => {
    await evaluate('assessmentWindow', { approvedOn: '2026-04-30' })
    expect((await readdir(home, { recursive: true })).filter((name) => name.endsWith('anjuan.db'))).toEqual([])
  })

  test('every rule is asked above', () => {
    expect([...examples.map(([rule]) => rule), 'reportingClock'].toSorted()).toEqual([...ruleIds].toSorted())
  })
})
