import { expect, test } from 'vitest'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import { indexFaults } from '../support/law-index.ts'
import { concealmentFaults, multipleFaults, shareFaults, tierFaults } from '../support/printed.ts'
import { clockFaults, periodFaults } from '../support/printed-times.ts'

const book = shippedBook()

test.each([
  ['grades and fines of units', tierFaults],
  ['concealment', concealmentFaults],
  ['multiples', multipleFaults],
  ['shares of the income and fixed sums', shareFaults],
  ['lengths of periods', periodFaults],
  ['hours of reports', clockFaults],
])('%s are as printed in the law', (_name, faults) => {
  expect(faults(book)).toEqual([])
})

test('laws, articles, days, marks and sources are those of the index', () => {
  expect(indexFaults(book)).toEqual([])
})
