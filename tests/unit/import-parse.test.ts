import { expect, test } from 'vitest'
import { parsePublishedCase } from '../../src/shared/import/parse.ts'
import full from '../fixtures/published/full.json' with { type: 'json' }
import small from '../fixtures/published/small.json' with { type: 'json' }

/** The full case with the value at a path replaced. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(full))
  let at: unknown = copy
  for (const step of path.slice(0, -1)) at = Object.getOwnPropertyDescriptor(at, step)?.value
  if (typeof at !== 'object' || at === null) throw new Error('no such place')
  Object.defineProperty(at, path.at(-1) ?? '', { value, enumerable: true, configurable: true, writable: true })
  return copy
}

function sentence(value: unknown): string {
  const parsed = parsePublishedCase(value)
  return parsed.ok ? 'accepted' : parsed.message
}

test('a full case and one with hardly any field are accepted as they are', () => {
  for (const json of [full, small]) expect(parsePublishedCase(json)).toEqual({ ok: true, value: json })
})

test('a wrong type is named in Chinese with its path and what stands there', () => {
  expect([
    sentence(changed(['units', 2, 'name'], 5)),
    sentence(changed(['accident', 'deaths'], '三')),
    sentence(changed(['accident', 'deaths'], 1.5)),
    sentence(changed(['accident', 'deaths'], -1)),
    sentence(changed(['causes', 'direct', 0], null)),
    sentence(changed(['causes', 'direct'], { text: '一' })),
    sentence(changed(['units'], '没有')),
    sentence(changed(['units', 0, 'anonymised'], 'yes')),
    sentence(changed(['responsibility', 1, 'legalBasis'], [1])),
    sentence(changed(['rectification', 0, 'responsible'], ['岚桥公司'])),
    sentence(changed(['rectification', 1], 7)),
    sentence(changed(['accident', 'name'], '  ')),
    sentence(changed(['accident'], undefined)),
    sentence(changed(['casualties', 0, 'age'], 200)),
  ]).toEqual([
    '第3个单位的名称（units[2].name）应为文字，现为5。',
    '死亡人数（accident.deaths）应为数字，现为“三”。',
    '死亡人数（accident.deaths）应为整数，现为1.5。',
    '死亡人数（accident.deaths）不能是负数，现为-1。',
    '第1条直接原因（causes.direct[0]）应为文字，现为空。',
    '直接原因（causes.direct）应为列表，现为一组字段。',
    '单位（units）应为列表，现为“没有”。',
    '第1个单位的是否隐名（units[0].anonymised）应为 true 或 false，现为“yes”。',
    '第2条责任认定的依据（responsibility[1].legalBasis[0]）应为文字，现为1。',
    '第1条整改措施的责任单位（rectification[0].responsible）应为文字，现为列表。',
    '第2条整改措施（rectification[1]）应为文字或一组字段，现为7。',
    '事故名称（accident.name）不能为空，现为“ ”。',
    '事故（accident）应为一组字段，没有这个字段。',
    '第1条伤亡人员的年龄（casualties[0].age）不能大于150，现为200。',
  ])
})

test('another version and what is no case at all are refused', () => {
  expect([
    sentence(changed(['schemaVersion'], '2.0')),
    sentence(changed(['schemaVersion'], 1.2)),
    sentence({ caseId: 'a' }),
    sentence([full]),
    sentence(null),
    sentence('案例'),
  ]).toEqual([
    '格式版本（schemaVersion）应为“1.2”，现为“2.0”，请转换为 1.2 版后再导入。',
    '格式版本（schemaVersion）应为“1.2”，现为1.2，请转换为 1.2 版后再导入。',
    '文件没有格式版本（schemaVersion），只能导入 1.2 版的案例，请核对。',
    '文件内容应为一个案例（一组字段），现为列表，请选择案例文件。',
    '文件内容应为一个案例（一组字段），现为空，请选择案例文件。',
    '文件内容应为一个案例（一组字段），现为“案例”，请选择案例文件。',
  ])
})

test('days that do not exist are refused with their field, wherever a date stands', () => {
  const impossible = '不是真实存在的日期，请核对'
  expect([
    sentence(changed(['accident', 'occurredAt'], '2024-02-30T09:20')),
    sentence(changed(['accident', 'occurredAt'], '2024-03-16T25:20')),
    sentence(changed(['timeline', 1, 'time'], '2023-02-29')),
    sentence(changed(['report', 'publishDate'], '2024年13月')),
    sentence(changed(['rectification', 0, 'deadline'], '2024-11-31')),
    sentence(changed(['units', 0, 'establishedDate'], '2011-00')),
    sentence(changed(['accident', 'occurredAt'], '三月十六日')),
  ]).toEqual([
    `事故发生时间（accident.occurredAt）${impossible}，现为“2024-02-30T09:20”。`,
    `事故发生时间（accident.occurredAt）${impossible}，现为“2024-03-16T25:20”。`,
    `第2条事故经过的时间（timeline[1].time）${impossible}，现为“2023-02-29”。`,
    `公布日期（report.publishDate）${impossible}，现为“2024年13月”。`,
    `第1条整改措施的完成时限（rectification[0].deadline）${impossible}，现为“2024-11-31”。`,
    `第1个单位的成立日期（units[0].establishedDate）${impossible}，现为“2011-00”。`,
    '事故发生时间（accident.occurredAt）应写成 2026-08-04T15:26、2026-08-04、2026-08 的样子，现为“三月十六日”。',
  ])
  expect(sentence(changed(['rectification', 0, 'deadline'], '2024年底前'))).toBe('accepted')
  expect(sentence(changed(['timeline', 1, 'time'], '2024-02-29'))).toBe('accepted')
})

test('characters and numbers that cannot be kept are refused with their field', () => {
  expect([
    sentence(changed(['units', 0, 'name'], '岚桥\u0000公司')),
    sentence(changed(['sources', 0, 'title'], '\ud800虚构')),
    sentence(changed(['lessons', 0], '一\u001b[31m')),
    sentence(changed(['extra'], { 'a\u0007': 1 })),
    sentence(changed(['accident', 'deaths'], Number.POSITIVE_INFINITY)),
    sentence(changed(['extra'], [2 ** 60])),
  ]).toEqual([
    '第1个单位的名称（units[0].name）含有不能保存的字符（U+0000，第3个字），请在原文件中删去后再导入。',
    '第1条来源的字段（sources[0].title）含有不能保存的字符（U+D800，第1个字），请在原文件中删去后再导入。',
    '第1条事故教训（lessons[0]）含有不能保存的字符（U+001B，第2个字），请在原文件中删去后再导入。',
    '字段名（extra["a\\u0007"]）含有不能保存的字符（U+0007，第2个字），请在原文件中删去后再导入。',
    '死亡人数（accident.deaths）的数字过大，无法准确保存，请核对。',
    '字段（extra[0]）的数字过大，无法准确保存，请核对。',
  ])
  expect(sentence(changed(['lessons', 0], '𠮷野\t家\r\n😀'))).toBe('accepted')
})

test('too many levels, items and values are refused without exhausting the stack', () => {
  let deep: unknown = '底'
  for (let level = 0; level < 10_000; level += 1) deep = { a: deep }
  expect(sentence(changed(['extra'], deep))).toMatch(/^字段（extra\.a\..*）嵌套超过64层，不像一个案例，请检查文件。$/)
  expect(
    sentence(
      changed(
        ['units'],
        Array.from({ length: 100_000 }, () => ({ name: '岚桥公司' })),
      ),
    ),
  ).toBe('单位（units）有100000项，超过一个案例能容纳的5000项，请检查文件或拆分后再导入。')
  const many = Array.from({ length: 4_000 }, () => Array.from({ length: 200 }, () => 1))
  expect(sentence(changed(['extra'], many))).toBe('文件的内容超过50万项，不像一个案例，请拆分后再导入。')
  expect(sentence(changed(['extra'], { ['长'.repeat(300)]: 1 }))).toContain('字段名过长')
})
