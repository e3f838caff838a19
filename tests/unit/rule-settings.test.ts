import { describe, expect, test } from 'vitest'
import { historyOf, holidayTables, settingsOf, versionOn } from '../../src/shared/rule-settings/choose.ts'
import { RuleSetting, type RuleSettingVersion } from '../../src/shared/rule-settings/fields.ts'
import { readHolidays } from '../../src/shared/rule-settings/holidays-text.ts'
import { settingWords } from '../../src/shared/rule-settings/labels.ts'
import { shippedSetting } from '../../src/shared/rule-settings/shipped.ts'
import { shippedSettings } from '../../src/shared/rules/index.ts'
import type { Settings } from '../../src/shared/rules/rule.ts'
import { shippedBook } from '../../src/shared/rules/shipped.ts'

const version = (
  id: string,
  setting: RuleSetting,
  [from, to, recordedOn]: readonly [string, string | null, string],
): RuleSettingVersion => ({ id, setting, from, to, basis: `依据${id}`, by: '周明', recordedOn })

const plan = (value: 'A' | 'B'): RuleSetting => ({ key: 'counting.firstDay', value: { plan: value } })
const table = (year: number, off: string[], working: string[] = []): RuleSetting => ({
  key: 'holidays',
  value: { year, off, working },
})

const answer = (rule: string, facts: object, settings: Settings) => {
  const given = shippedBook().evaluate(rule, facts, settings)
  if (!('result' in given)) throw new Error('a list')
  return given
}

describe('which version holds', () => {
  const versions = [
    version('1', plan('B'), ['2026-01-01', '2026-06-30', '2026-01-10']),
    version('2', plan('A'), ['2027-01-01', null, '2026-03-01']),
    version('3', plan('B'), ['2026-12-01', null, '2026-12-05']),
  ]
  const at = (on: string, knownOn?: string) =>
    versionOn(versions, 'counting.firstDay', { on, ...(knownOn === undefined ? {} : { knownOn }) })?.id ?? '无'

  test('its first and last day are in force, the days before and after are not', () => {
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((on) => at(on))).toEqual(['无', '1', '1', '无'])
  })
  test('the one recorded last holds where two are in force; what was not yet known does not count', () => {
    expect(at('2027-01-01')).toBe('3')
    expect(at('2027-01-01', '2026-12-04')).toBe('2')
    expect(at('2027-01-01', '2026-12-05')).toBe('3')
    expect(at('2026-03-01', '2026-01-09')).toBe('无')
    expect(at('2026-03-01', '2026-01-10')).toBe('1')
  })
  test('nothing settled is what is shipped', () => {
    expect(settingsOf([], { on: '2026-11-06' }).firstDay).toEqual(shippedSettings.firstDay)
    expect(settingsOf(versions, { on: '2026-08-01' }).firstDay).toEqual(shippedSettings.firstDay)
  })
  test('a later table of a year replaces the earlier one as a whole, and the history keeps both', () => {
    const tables = [
      version('1', table(2026, ['2026-10-01', '2026-10-02']), ['2026-01-01', '2026-12-31', '2025-11-10']),
      version('2', table(2027, ['2027-01-01']), ['2027-01-01', '2027-12-31', '2026-11-01']),
      version('3', table(2026, ['2026-10-01']), ['2026-01-01', '2026-12-31', '2026-11-02']),
    ]
    const { calendar } = settingsOf(tables, { on: '2026-11-06' })
    expect([...calendar.off].sort()).toEqual(['2026-10-01', '2027-01-01'])
    expect([...calendar.years].sort()).toEqual([2026, 2027])
    expect(holidayTables(tables, '2026-11-01').map(({ id }) => id)).toEqual(['1', '2'])
    expect(historyOf(tables, 'holidays.2026').map(({ id }) => id)).toEqual(['3', '1'])
  })
})

describe('what the rules do with them', () => {
  test('the plan moves the last day by one and names its basis', () => {
    const facts = { occurredOn: '2026-08-04' }
    const shipped = answer('investigationDeadline', facts, settingsOf([], { on: '2026-11-06' }))
    const versions = [version('1', plan('B'), ['2026-01-01', null, '2026-01-10'])]
    const own = answer('investigationDeadline', facts, settingsOf(versions, { on: '2026-11-06' }))
    expect([shipped.result, own.result]).toMatchObject([{ lastDay: '2026-10-03' }, { lastDay: '2026-10-02' }])
    expect(own.assumptions).toMatchObject([
      { key: 'counting.firstDay', value: '首日计入（方案B）', basis: '依据1（本单位设定，2026-01-10 录入）' },
    ])
  })
  test('a table of holidays moves the publication and is named, also for the fine; given days are not', () => {
    const off = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']
    const versions = [version('1', table(2026, off, ['2026-10-10']), ['2026-01-01', '2026-12-31', '2025-11-10'])]
    const settings = settingsOf(versions, { on: '2026-11-06' })
    const facts = { approvedOn: '2026-09-20' }
    const before = answer('publicationDeadline', facts, shippedSettings)
    const after = answer('publicationDeadline', facts, settings)
    expect([before.result, after.result]).toEqual([{ lastDay: '2026-10-16' }, { lastDay: '2026-10-22' }])
    expect(before.assumptions.map(({ key }) => key)).toEqual(['publication.start'])
    expect(after.assumptions).toContainEqual({
      key: 'holidays.2026',
      value: '按2026年的放假调休表计算工作日',
      basis: '依据1（本单位设定，2025-11-10 录入）',
      otherwise: null,
    })
    expect(after.notes).toEqual([])
    const given = answer('publicationDeadline', { ...facts, holidays: off }, settings)
    expect(given.assumptions.map(({ key }) => key)).toEqual(['publication.start'])
    const nextYear = answer('publicationDeadline', { approvedOn: '2026-12-20' }, settings)
    expect(nextYear.assumptions.map(({ key }) => key)).toEqual(['publication.start', 'holidays.2026'])
    expect(nextYear.notes[0]).toContain('没有导入2027年的放假调休表')
  })
  test('only the triggers that are on are asked, with the parameters of the bureau', () => {
    const value = [
      { id: 'E1', label: '一般事故死亡1人', when: { kind: 'deathsAtLeast', n: 1, grade: '一般' }, isOn: true },
      { id: 'E2', label: '社会影响大', when: { kind: 'flag', flag: 'publicImpact' }, isOn: false },
    ]
    const setting = RuleSetting.parse({ key: 'escalation.triggers', value })
    const settings = settingsOf([version('1', setting, ['2026-01-01', null, '2026-01-10'])], { on: '2026-11-06' })
    const facts = { occurredOn: '2026-08-04', grade: '一般', deaths: 1 }
    expect(answer('escalation', facts, settings).result).toMatchObject({
      escalate: 'yes',
      triggers: [{ id: 'E1', answer: 'yes' }],
    })
    expect(answer('escalation', facts, settings).assumptions).toMatchObject([
      { key: 'escalation.triggers', value: '本单位设定的情形', basis: '依据1（本单位设定，2026-01-10 录入）' },
    ])
    expect(answer('escalation', facts, shippedSettings).result).toMatchObject({ escalate: 'unknown' })
  })
  test('the warnings of the bureau are reached and named', () => {
    const setting = RuleSetting.parse({ key: 'deadline.warnings', value: [30, 10] })
    const settings = settingsOf([version('1', setting, ['2026-01-01', null, '2026-01-10'])], { on: '2026-11-06' })
    const facts = { today: '2026-11-06', deadlines: [{ name: '批复', lastDay: '2026-11-26' }] }
    expect(answer('dateOrder', facts, settings).result).toMatchObject({ deadlines: [{ level: 30 }] })
    expect(answer('dateOrder', facts, settings).assumptions).toMatchObject([{ value: '剩余 30、10 日分级预警' }])
    expect(answer('dateOrder', facts, shippedSettings).result).toMatchObject({ deadlines: [{ level: null }] })
  })
  test('what is shipped is a setting that could be saved', () => {
    for (const key of ['counting.firstDay', 'escalation.triggers', 'deadline.warnings'] as const)
      expect(RuleSetting.parse(shippedSetting(key).setting)).toEqual(shippedSetting(key).setting)
    expect(settingWords(shippedSetting('deadline.warnings').setting)).toBe('剩余 15、7、3、0 日')
  })
})

describe('a table of holidays', () => {
  test('CSV and pasted notices read alike', () => {
    const csv = '\uFEFF日期,节日,类型\r\n2026-10-01至2026-10-07,国庆节,休\r\n2026/10/10,,班\r\n'
    const pasted = '10月1日至7日 放假\n\n2026年10月10日（星期六） 调休上班'
    const value = {
      year: 2026,
      off: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
      working: ['2026-10-10'],
    }
    expect(readHolidays(csv, 2026)).toEqual({ ok: true, value })
    expect(readHolidays(pasted, 2026)).toEqual({ ok: true, value })
    expect(readHolidays('2026-10-01--2026-10-07 休\n2026.10.10 班', 2026)).toEqual({ ok: true, value })
  })
  test('every bad line is named by its number, and nothing is taken', () => {
    const lines = [
      '2026-10-01,休',
      '国庆节,休',
      '2026-02-30,休',
      '2026-10-08,班',
      '2027-01-01,休',
      '2026-10-01,班',
      '2026-10-02',
      '2026-10-03,休,班',
      '2026-10-07至2026-10-05,休',
      '2026-01-01至2026-12-31,休',
      '2026-10-01,休',
    ]
    expect(readHolidays(lines.join('\n'), 2026)).toEqual({
      ok: false,
      faults: [
        '第2行“国庆节,休”：没有读到日期，应写成 2026-10-01 的样子。',
        '第3行“2026-02-30,休”：没有这一天。',
        '第4行“2026-10-08,班”：2026-10-08 是周四，本来就上班，请核对。',
        '第5行“2027-01-01,休”：2027-01-01 不是2026年的日子，请放入当年的表。',
        '第6行“2026-10-01,班”：2026-10-01 是周四，本来就上班，请核对。',
        '第7行“2026-10-02”：没有写明是“休”还是“班”。',
        '第8行“2026-10-03,休,班”：既写了休又写了班。',
        '第9行“2026-10-07至2026-10-05,休”：后一个日期早于前一个。',
        '第10行“2026-01-01至2026-12-31,休”：一次放假超过 31 天。',
        '第11行“2026-10-01,休”：2026-10-01 前面已写过。',
      ],
    })
    expect(readHolidays('2026-10-10,休\n2026-10-10,班', 2026)).toMatchObject({
      faults: ['第2行“2026-10-10,班”：2026-10-10 前面写的是休。'],
    })
    expect(readHolidays('', 2026)).toEqual({ ok: false, faults: ['没有2026年的放假日，请核对。'] })
    expect(readHolidays('2026-10-10 班', 2026)).toEqual({ ok: false, faults: ['没有2026年的放假日，请核对。'] })
  })
})

describe('what cannot be set', () => {
  const problem = (setting: unknown) => RuleSetting.safeParse(setting).error?.issues[0]?.message
  const flag = { kind: 'flag', flag: 'publicImpact' }
  test.each([
    [{ key: 'counting.firstDay', value: { plan: 'C' } }, '首日方案应为 A 或 B'],
    [{ key: 'deadline.warnings', value: [7, 15] }, '预警天数应从大到小，不重复'],
    [{ key: 'deadline.warnings', value: [7, 7] }, '预警天数应从大到小，不重复'],
    [{ key: 'deadline.warnings', value: [] }, '至少应有一级预警'],
    [{ key: 'escalation.triggers', value: [] }, '至少应有一项情形'],
    [{ key: 'escalation.triggers', value: [{ id: 'E1', label: '甲', when: flag, isOn: false }] }, '至少启用一项情形'],
    [
      {
        key: 'escalation.triggers',
        value: [
          { id: 'E1', label: '甲', when: flag, isOn: true },
          { id: 'E1', label: '乙', when: flag, isOn: true },
        ],
      },
      '两项情形的编号相同',
    ],
    [table(2026, ['2026-10-01', '2026-10-01']), '2026-10-01 写了两次'],
    [table(2026, ['2025-10-01']), '2025-10-01 不是2026年的日子，请放入当年的表'],
  ])('%j', (setting, sentence) => {
    expect(problem(setting)).toBe(sentence)
  })
  test('a number of the law', () => {
    expect(problem({ key: 'investigationDeadline.days', value: 90 })).toBeDefined()
    const bad = [{ id: 'E1', label: '甲', when: { kind: 'expression', text: 'deaths > 1' }, isOn: true }]
    expect(problem({ key: 'escalation.triggers', value: bad })).toBeDefined()
  })
})
