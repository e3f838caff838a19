import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CaseNumberRule,
  caseNoProblem,
  caseNumberRuleProblem,
  defaultCaseNumberRule,
  formatCaseNo,
  nextCaseNo,
  parseCaseNo,
} from '../../src/shared/case/numbering.ts'

const bureau: CaseNumberRule = { pattern: '{prefix}〔{year}〕{no}号', prefix: '澜事调' }
const padded: CaseNumberRule = { pattern: '{prefix}-{year}-{no:3}', prefix: 'SZ' }

test('numbers are written by the rule of the bureau', () => {
  expect(formatCaseNo(bureau, 2026, 3)).toBe('澜事调〔2026〕3号')
  expect(formatCaseNo(padded, 2025, 18)).toBe('SZ-2025-018')
  expect(formatCaseNo(padded, 2025, 1018)).toBe('SZ-2025-1018')
})

test('only what the rule would write is a number of the rule', () => {
  expect(parseCaseNo(bureau, ' 澜事调〔2026〕3号 ')).toEqual({ year: 2026, no: 3 })
  expect(
    ['澜事调〔2026〕03号', '澜事调〔2026〕0号', '澜事调[2026]3号', '吴事调〔2026〕3号', ''].map((text) =>
      parseCaseNo(bureau, text),
    ),
  ).toEqual([null, null, null, null, null])
  expect(parseCaseNo(padded, 'SZ-2025-18')).toBeNull()
})

test('a number of another form is refused with an example', () => {
  expect(caseNoProblem(bureau, '澜事调〔2026〕3号')).toBeNull()
  expect(caseNoProblem(bureau, '3号')).toBe('案号“3号”不符合本单位的编号规则，应写成“澜事调〔2026〕1号”的样子。')
})

test.each<[Partial<CaseNumberRule>, string]>([
  [
    { pattern: '{prefix}{no}号' },
    '案号规则中{year}和{no}应各出现一次，{prefix}至多一次，例如 {prefix}〔{year}〕{no}号。',
  ],
  [
    { pattern: '{year}{no}{no}' },
    '案号规则中{year}和{no}应各出现一次，{prefix}至多一次，例如 {prefix}〔{year}〕{no}号。',
  ],
  [{ pattern: '{year:4}{no}' }, '案号规则中只有{no}可以写位数，例如 {no:3}。'],
  [{ pattern: '{year}{no}{month}' }, '案号规则中只能使用{prefix}、{year}、{no}（或{no:3}）。'],
  [{ prefix: ' ' }, '案号规则用了{prefix}，请填写机关代字。'],
  [{ prefix: '{no}' }, '机关代字中不能有大括号或换行。'],
  [{ prefix: '甲'.repeat(100) }, '案号规则过长，请控制在100字以内。'],
])('a rule that cannot be used is refused: %j', (given, sentence) => {
  const rule = { ...bureau, ...given }
  expect(caseNumberRuleProblem(rule)).toBe(sentence)
  expect(() => formatCaseNo(rule, 2026, 1)).toThrow(sentence)
  expect(parseCaseNo(rule, '澜事调〔2026〕3号')).toBeNull()
})

test('years and numbers that cannot be are refused', () => {
  expect(() => formatCaseNo(bureau, 26, 1)).toThrow('案号的年份应为四位数字。')
  expect(() => formatCaseNo(bureau, 2026, 0)).toThrow('案号的序号应为从1开始的整数。')
})

test('the next number follows the highest of the year; other years and other rules do not count', () => {
  const used = ['澜事调〔2026〕3号', '澜事调〔2026〕11号', '澜事调〔2025〕40号', '旧案12号']
  expect([2026, 2025, 2027].map((year) => nextCaseNo(bureau, year, used))).toEqual([12, 41, 1])
})

test('what was written is read back, whatever stands around it', () => {
  const literal = fc.string({ unit: fc.constantFrom('〔', '〕', '号', '-', '1', '.', '(', '*', 'A', ' ', '案') })
  const rules = fc.record({
    head: literal,
    middle: literal,
    tail: literal,
    width: fc.integer({ min: 0, max: 6 }),
    prefix: literal.map((text) => `澜${text}`),
  })
  fc.assert(
    fc.property(rules, fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 99_999 }), (parts, year, no) => {
      const width = parts.width === 0 ? '{no}' : `{no:${parts.width}}`
      const pattern = `案${parts.head}{prefix}{year}${parts.middle}${width}${parts.tail}号`
      const rule = { pattern, prefix: parts.prefix }
      fc.pre(caseNumberRuleProblem(rule) === null)
      expect(parseCaseNo(rule, formatCaseNo(rule, year, no))).toEqual({ year, no })
    }),
  )
})

test('the rule that comes with the program can be used', () => {
  expect(caseNumberRuleProblem(defaultCaseNumberRule)).toBeNull()
})
