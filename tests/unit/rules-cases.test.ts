import { describe, expect, test } from 'vitest'
import { faultsOf, runCase } from '../../src/shared/rules/cases.ts'
import { shippedSettings } from '../../src/shared/rules/index.ts'
import { caseFiles, shippedBook } from '../support/rule-book.ts'

const book = shippedBook()

describe.each(caseFiles())('$name', ({ rule, lines }) => {
  test.each(lines.map((line) => [line.例 ?? '', line] as const))('例 %s', (_number, line) => {
    const outcome = runCase(line, book.rules[rule], shippedSettings)
    expect(faultsOf(line, outcome)).toEqual([])
  })
})
