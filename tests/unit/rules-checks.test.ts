import { expect, test } from 'vitest'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import { dayFault } from '../support/date-checks.ts'
import { bookFault, choiceFault, figureFault, rowOrderFault } from '../support/law-checks.ts'

test.each([
  ['days, months, working days, spans and hours', dayFault],
  ['figures and amounts', figureFault],
  ['rows that follow each other', rowOrderFault],
  ['the row of a day', choiceFault],
  ['what must not load', () => bookFault(shippedBook())],
])('%s', (_name, fault) => {
  expect(fault()).toBeNull()
})
