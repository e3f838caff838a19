import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import { answerLines } from '../support/answers.ts'
import { caseFiles } from '../support/rule-book.ts'

/** A change here changes what users have been told: read each line before it is accepted. */
test('the whole answers to the worked cases are as they were', async () => {
  const lines = answerLines(shippedBook(), caseFiles())
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, '../fixtures/rules/answers.txt'))
})
