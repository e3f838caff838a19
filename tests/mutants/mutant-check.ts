/** All that can notice a wrong line of the rules, from the cheapest to the dearest. Loaded anew for each mutant. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRuleBook, type RuleBook, ruleIds } from '../../src/shared/rules/index.ts'
import { answerText } from '../support/answers.ts'
import { dayFault } from '../support/date-checks.ts'
import { bookFault, choiceFault, figureFault, rowOrderFault } from '../support/law-checks.ts'
import { indexFaults } from '../support/law-index.ts'
import { printedFaults } from '../support/printed-law.ts'
import { caseFiles, statuteFiles } from '../support/rule-book.ts'

const stored = readFileSync(join(import.meta.dirname, '../fixtures/rules/answers.txt'), 'utf8')
  .trimEnd()
  .split('\n')
const files = caseFiles()

/** The first thing that is not as it should be, or null. A throw is a fault too. */
export function firstFault(path: string): string | null {
  try {
    const book = openRuleBook(statuteFiles())
    return (
      answerFault(book) ??
      figureFault() ??
      rowOrderFault() ??
      choiceFault() ??
      bookFault(book) ??
      indexFaults(book)[0] ??
      // dates are dear, and only their own files can spoil them
      (/(?:days|moments)\.ts$|^$/.test(path) ? dayFault() : null) ??
      printedFault(book)
    )
  } catch (error) {
    return String(error)
  }
}

function answerFault(book: RuleBook): string | null {
  let at = 0
  for (const { rule, name, lines } of files)
    for (const line of lines) {
      const text = `${name} ${line.例}: ${answerText(book, rule, line)}`
      if (text !== stored[at]) return text
      at += 1
    }
  return at === stored.length ? null : 'fewer answers'
}

function printedFault(book: RuleBook): string | null {
  for (const rule of ruleIds) {
    const [fault] = printedFaults(book, rule)
    if (fault !== undefined) return fault
  }
  return null
}
