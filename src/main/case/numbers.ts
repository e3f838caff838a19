/** 案号: given out from the series of the bureau, never «highest + 1» over what happens to lie here. */
import { type CaseNumberRule, defaultCaseNumberRule, formatCaseNo, parseCaseNo } from '../../shared/case/numbering.ts'
import { AppError } from '../../shared/result.ts'
import type { CommandContext } from '../context.ts'
import { readSetting } from '../library/settings.ts'

type Series = 'case' | 'reference'

/** Published cases kept for comparison are numbered apart from the bureau's own files. */
const REFERENCE_RULE: CaseNumberRule = { pattern: '{prefix}〔{year}〕{no}号', prefix: '案例' }

/** The bureau's rule, or the shipped one until it sets its own. */
export function caseNumberRule(context: Pick<CommandContext, 'statements'>): CaseNumberRule {
  const value = readSetting(context.statements, 'case.numbering')?.value
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return defaultCaseNumberRule
  const { pattern, prefix } = value
  return typeof pattern === 'string' && typeof prefix === 'string' ? { pattern, prefix } : defaultCaseNumberRule
}

/** The next free number of the year of `on`. The series moves on in this transaction. */
export function takeCaseNo(context: CommandContext, on: string, isReference: boolean): string {
  const rule = isReference ? REFERENCE_RULE : caseNumberRule(context)
  const series = isReference ? 'reference' : 'case'
  const year = Number(on.slice(0, 4))
  for (let no = nextNo(context, series, year); ; no++) {
    const caseNo = formatCaseNo(rule, year, no)
    if (!isFree(context, caseNo, null)) continue
    saveNextNo(context, series, year, no + 1)
    return caseNo
  }
}

/** Takes a number that a person typed or a file brought; the series moves on past it. Throws `conflict`. */
export function reserveCaseNo(context: CommandContext, caseNo: string, ownCaseId: string | null): void {
  if (!isFree(context, caseNo, ownCaseId)) {
    const message = `案号“${caseNo}”已被另一个案卷使用；请换一个案号。`
    throw new AppError('conflict', message, { fields: { 'values.caseNo': message } })
  }
  const parsed = parseCaseNo(caseNumberRule(context), caseNo)
  if (parsed !== null && parsed.no >= nextNo(context, 'case', parsed.year))
    saveNextNo(context, 'case', parsed.year, parsed.no + 1)
}

function isFree(context: CommandContext, caseNo: string, ownCaseId: string | null): boolean {
  const row = context.statements.get('select id from case_file where owner_bureau_id = ? and case_no = ?', [
    context.bureauId,
    caseNo,
  ])
  return row === undefined || row.id === ownCaseId
}

function nextNo(context: CommandContext, series: Series, year: number): number {
  const row = context.statements.get(
    'select next_no from number_series where bureau_id = ? and series = ? and year = ?',
    [context.bureauId, series, year],
  )
  return row === undefined ? 1 : Number(row.next_no)
}

function saveNextNo(context: CommandContext, series: Series, year: number, next: number): void {
  context.statements.run(
    `insert into number_series (bureau_id, series, year, next_no) values (?, ?, ?, ?)
     on conflict (bureau_id, series, year) do update set next_no = max(next_no, excluded.next_no)`,
    [context.bureauId, series, year, next],
  )
}
