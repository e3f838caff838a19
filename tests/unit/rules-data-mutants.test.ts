/**
 * Every wrong number, day, article, mark and missing row of the shipped data is noticed: it does not load, a worked case
 * fails, or it disagrees with the printed tables or the index.
 */
import { describe, expect, test } from 'vitest'
import { faultsOf, runCase } from '../../src/shared/rules/cases.ts'
import { openRuleBook, type RuleBook, type RuleId, ruleIds, shippedSettings } from '../../src/shared/rules/index.ts'
import { shippedFiles } from '../../src/shared/rules/shipped.ts'
import { mutantsOf } from '../support/data-mutants.ts'
import { indexFaults } from '../support/law-index.ts'
import { printedFaults } from '../support/printed-law.ts'
import { caseFiles } from '../support/rule-book.ts'

const cases = caseFiles()

function isNoticed(rule: RuleId, file: unknown): boolean {
  const book = opened(rule, file)
  if (book === null) return true
  return hasIndexFault(book) || hasCaseFault(book, rule) || hasPrintedFault(book, rule)
}

function opened(rule: RuleId, file: unknown): RuleBook | null {
  try {
    return openRuleBook({ ...shippedFiles, rules: { ...shippedFiles.rules, [rule]: file } })
  } catch {
    return null
  }
}

const hasIndexFault = (book: RuleBook) => indexFaults(book).length > 0

function hasPrintedFault(book: RuleBook, rule: RuleId): boolean {
  try {
    return printedFaults(book, rule).length > 0
  } catch {
    return true
  }
}

/** The worked cases of the rule, and of those that ask it. */
function hasCaseFault(book: RuleBook, rule: RuleId): boolean {
  try {
    return cases
      .filter((file) => file.rule === rule || (rule === 'investigationDeadline' && file.rule === 'supervision'))
      .some((file) =>
        file.lines.some((line) => faultsOf(line, runCase(line, book.rules[file.rule], shippedSettings)).length > 0),
      )
  } catch {
    return true
  }
}

describe('a wrong copy of the data is noticed', () => {
  test.each(ruleIds)('%s', (rule) => {
    const mutants = mutantsOf(shippedFiles.rules[rule])
    const survivors = mutants.filter(({ file }) => !isNoticed(rule, file)).map(({ what }) => what)
    expect(mutants.length).toBeGreaterThan(5)
    expect(survivors).toEqual([])
  })

  test('the laws', () => {
    const survivors = mutantsOf(shippedFiles.laws)
      .filter(({ what }) => !/\.(?:mark|source|hasText) /.test(what))
      .filter(({ file }) => {
        try {
          return indexFaults(openRuleBook({ ...shippedFiles, laws: file })).length === 0
        } catch {
          return false
        }
      })
    expect(survivors.map(({ what }) => what)).toEqual([])
  })
})
