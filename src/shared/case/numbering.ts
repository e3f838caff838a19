/** 案号: the numbering rule of the bureau, a setting such as `{prefix}〔{year}〕{no}号`. */
import { AppError } from '../result.ts'

/** `{no:3}` pads with zeros to three digits. `prefix` is the 机关代字. */
export type CaseNumberRule = {
  readonly pattern: string
  readonly prefix: string
}

export const defaultCaseNumberRule: CaseNumberRule = { pattern: '{prefix}〔{year}〕{no}号', prefix: '事调' }

const placeholder = /\{(prefix|year|no)(?::([1-6]))?\}/g

/** A sentence that says why the rule cannot be used; null when it can. */
export function caseNumberRuleProblem({ pattern, prefix }: CaseNumberRule): string | null {
  if (pattern.length + prefix.length > 100) return '案号规则过长，请控制在100字以内。'
  const names = [...pattern.matchAll(placeholder)].map((match) => match[1])
  if (count(names, 'year') !== 1 || count(names, 'no') !== 1 || count(names, 'prefix') > 1) {
    return '案号规则中{year}和{no}应各出现一次，{prefix}至多一次，例如 {prefix}〔{year}〕{no}号。'
  }
  if (/\{(?:prefix|year):/.test(pattern)) return '案号规则中只有{no}可以写位数，例如 {no:3}。'
  if (/[{}]/.test(pattern.replace(placeholder, ''))) return '案号规则中只能使用{prefix}、{year}、{no}（或{no:3}）。'
  if (/[{}\r\n]/.test(prefix)) return '机关代字中不能有大括号或换行。'
  if (names.includes('prefix') && prefix.trim() === '') return '案号规则用了{prefix}，请填写机关代字。'
  return null
}

/** The case number of a year and a running number (both whole, `no` from 1). Refuses a rule that cannot be used. */
export function formatCaseNo(rule: CaseNumberRule, year: number, no: number): string {
  const problem = caseNumberRuleProblem(rule)
  if (problem !== null) throw new AppError('invalid-input', problem)
  if (!Number.isInteger(year) || year < 1000 || year > 9999)
    throw new AppError('invalid-input', '案号的年份应为四位数字。')
  if (!Number.isSafeInteger(no) || no < 1) throw new AppError('invalid-input', '案号的序号应为从1开始的整数。')
  return rule.pattern.replace(placeholder, (_, name: string, width?: string) => {
    if (name === 'prefix') return rule.prefix
    return name === 'year' ? String(year) : String(no).padStart(Number(width ?? 1), '0')
  })
}

/** Year and running number of a case number made by this rule; null for any other text. */
export function parseCaseNo(rule: CaseNumberRule, text: string): { readonly year: number; readonly no: number } | null {
  if (caseNumberRuleProblem(rule) !== null) return null
  const source = rule.pattern.split(/(\{[^}]*\})/).map((part) => {
    if (part === '{prefix}') return literal(rule.prefix)
    if (part === '{year}') return '(?<year>[1-9]\\d{3})'
    return part.startsWith('{no') ? '(?<no>\\d{1,15})' : literal(part)
  })
  const groups = new RegExp(`^${source.join('')}$`).exec(text.trim())?.groups
  if (!groups) return null
  const found = { year: Number(groups.year), no: Number(groups.no) }
  return found.no >= 1 && formatCaseNo(rule, found.year, found.no) === text.trim() ? found : null
}

/** A sentence when a case number was not made by the rule (typed by hand, or taken over); null when it was. */
export function caseNoProblem(rule: CaseNumberRule, text: string): string | null {
  if (parseCaseNo(rule, text) !== null) return null
  const problem = caseNumberRuleProblem(rule)
  if (problem !== null) return problem
  return `案号“${text}”不符合本单位的编号规则，应写成“${formatCaseNo(rule, 2026, 1)}”的样子。`
}

/** The running number after the highest one used in a year; 1 when none was. Numbers of other rules are passed over. */
export function nextCaseNo(rule: CaseNumberRule, year: number, used: readonly string[]): number {
  const numbers = used.map((text) => parseCaseNo(rule, text)).filter((found) => found?.year === year)
  return 1 + numbers.reduce((highest, found) => Math.max(highest, found?.no ?? 0), 0)
}

function count(names: readonly (string | undefined)[], name: string): number {
  return names.filter((other) => other === name).length
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
