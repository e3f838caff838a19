import { expect, test } from 'vitest'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import { bookFault, choiceFault, dayFault, figureFault, periodFault } from '../support/fault-checks.ts'

test.each([
  ['days, months, working days, spans and hours', dayFault],
  ['figures and amounts', figureFault],
  ['rows that follow each other', periodFault],
  ['the row of a day', choiceFault],
  ['what must not load', () => bookFault(shippedBook())],
])('%s', (_name, fault) => {
  expect(fault()).toBeNull()
})
