/** Heads of the rows and of the laws against an index typed a second time: a wrong article, day, mark or source fails. */
import type { RuleBook } from '../../src/shared/rules/index.ts'
import { isRuleId } from '../../src/shared/rules/index.ts'
import { printed } from './printed.ts'

/** What of rows and laws is not as in the index, and what of the index has no row. */
export function indexFaults(book: RuleBook): string[] {
  return [...compared(rowsOf(book), rowsPrinted(book)), ...compared(lawsOf(book), lawsPrinted())]
}

function compared(found: readonly string[], expected: readonly string[]): string[] {
  return [
    ...found.filter((line) => !expected.includes(line)).map((line) => `not in the index: ${line}`),
    ...expected.filter((line) => !found.includes(line)).map((line) => `only in the index: ${line}`),
  ]
}

function rowsOf(book: RuleBook): string[] {
  return Object.entries(book.rules).flatMap(([rule, { rows }]) =>
    rows.rows.map((row) =>
      [
        rule,
        row.kinds.toSorted().join(' '),
        row.from,
        row.to ?? '',
        row.law,
        row.clause,
        row.mark,
        row.source,
        row.region,
        row.rev,
        row.recordedOn,
      ].join(' | '),
    ),
  )
}

/** Since when the program knows the rows; a correction has another day and its own column then. */
const RECORDED = '2026-11-24'

function rowsPrinted(book: RuleBook): string[] {
  return printed('index')
    .filter(({ 规则: rule = '' }) => isRuleId(rule) && book.rules[rule] !== undefined)
    .map((line) =>
      [
        line.规则,
        (line.种类 ?? '').split(' ').toSorted().join(' '),
        line.自,
        line.至,
        line.法,
        line.条,
        line.标记,
        line.来源,
        line.地区 || 'CN',
        1,
        line.收录 || RECORDED,
      ].join(' | '),
    )
}

function lawsOf(book: RuleBook): string[] {
  return book.laws.map(({ key, title, documentNo, from, to }) =>
    [key, title, documentNo ?? '', from ?? '', to ?? ''].join(' | '),
  )
}

function lawsPrinted(): string[] {
  return printed('laws').map((line) => [line.键, line.名称, line.文号, line.施行, line.废止].join(' | '))
}
