/** The figures of pages and reports and the answers of the rules are the same law. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeOf } from '../../src/shared/case/grade.ts'
import { shippedSettings } from '../../src/shared/rules/index.ts'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import { wanText } from '../../src/shared/rules/sums.ts'
import { casualtyWindowEnd, type Regime } from '../../src/shared/statutes/casualty-window.ts'
import { gradeLabel } from '../../src/shared/statutes/grade-thresholds.ts'

const book = shippedBook()
const figure = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { nil: null })

describe('the rules and the pages', () => {
  test('give the same grade', () => {
    fc.assert(
      fc.property(figure(40), figure(120), figure(20_000_000_000), (deaths, seriousInjuries, directLossFen) => {
        const own = gradeOf({ deaths, seriousInjuries, directLossFen }, '2026-03-01')
        const facts = {
          deaths,
          seriousInjuries,
          directLossWan: directLossFen === null ? null : wanText(directLossFen),
          occurredOn: '2026-03-01',
        }
        const answer = book.evaluate('grade', facts, shippedSettings)
        // a page with no figure at all says «未定», the rule says the lowest
        const isBlank = deaths === null && seriousInjuries === null && directLossFen === null
        expect(answer).toMatchObject({
          result: { grade: isBlank ? '一般' : gradeLabel(own.grade), provisional: own.isProvisional },
        })
      }),
      { numRuns: 2000 },
    )
  })

  const kinds: readonly Regime[] = ['general', 'fire', 'road', 'special', 'coal', 'rail', 'power']
  test.each(kinds)('give the same casualty window for %s', (kind) => {
    for (const occurredOn of ['2021-12-31', '2022-02-28', '2022-03-01', '2026-03-01']) {
      const answer = book.evaluate('casualtyWindow', { occurredOn, kind }, shippedSettings)
      expect(answer).toMatchObject({ result: { lastDay: casualtyWindowEnd(occurredOn, kind) } })
    }
  })
})
