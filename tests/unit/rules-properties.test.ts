/** What holds for every accident, not only for the worked cases. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedSettings } from '../../src/shared/rules/index.ts'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import type { Fields } from '../support/printed.ts'
import { resultOf } from '../support/printed.ts'
import { countedOnce, plusDaysSlowly } from '../support/slow-days.ts'

const book = shippedBook()
const GRADES = ['一般', '较大', '重大', '特别重大']
const rank = (result: Fields) => GRADES.indexOf(String(result.grade))

const deaths = fc.integer({ min: 0, max: 60 })
const injuries = fc.integer({ min: 0, max: 200 })
const loss = fc.integer({ min: 0, max: 30_000_000 }).map((cents) => String(cents / 1000))
const figures = fc.record({ deaths, seriousInjuries: injuries, directLossWan: loss })
const day = fc.integer({ min: 0, max: 5000 }).map((count) => plusDaysSlowly('2014-02-01', count))

describe('grade', () => {
  test('never falls when a figure rises', () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom('deaths', 'seriousInjuries'),
        fc.integer({ min: 1, max: 30 }),
        (facts, name, more) => {
          const before = rank(resultOf(book, 'grade', facts))
          expect(
            rank(resultOf(book, 'grade', { ...facts, [name]: facts[name as 'deaths'] + more })),
          ).toBeGreaterThanOrEqual(before)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('with an unknown figure is never above what any value of it gives, and says that it is provisional', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom('deaths', 'seriousInjuries', 'directLossWan'), (facts, name) => {
        const open = resultOf(book, 'grade', { ...facts, [name]: null })
        const closed = resultOf(book, 'grade', facts)
        expect(rank(open)).toBeLessThanOrEqual(rank(closed))
        expect(open.provisional).toBe(rank(open) < GRADES.length - 1)
        expect(closed.provisional).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('fines', () => {
  test('of units lie in order, and their tier is of the grade', () => {
    fc.assert(
      fc.property(figures, day, fc.constantFrom('none', 'basic', 'aggravated'), (facts, occurredOn, concealment) => {
        const fine = resultOf(book, 'unitFine', { ...facts, occurredOn, concealment })
        expect(Number(fine.minWan)).toBeGreaterThan(0)
        expect(Number(fine.minWan)).toBeLessThanOrEqual(Number(fine.maxWan))
        const grade = resultOf(book, 'grade', { ...facts, occurredOn })
        expect(String(fine.tier).split('-')[0]).toBe(grade.grade)
        const alone = resultOf(book, 'unitFine', { ...facts, occurredOn })
        expect(Number(fine.minWan)).toBeGreaterThanOrEqual(Number(alone.minWan))
      }),
      { numRuns: 2000 },
    )
  })

  test('of persons lie in order and grow with each act', () => {
    const acts = ['failureOfDuty', 'noRescue', 'absence', 'concealment', 'omission', 'destroyScene'] as const
    fc.assert(
      fc.property(
        fc.subarray([...acts], { minLength: 1 }),
        fc.constantFrom(...GRADES),
        fc.integer({ min: 1, max: 9_999_999 }),
        (names, grade, annualIncomeYuan) => {
          const facts = { role: 'principal', grade, annualIncomeYuan, occurredOn: '2026-03-01' }
          const sum = resultOf(book, 'personFine', { ...facts, acts: names.map((act) => ({ act })) })
          expect(Number(sum.minYuan)).toBeLessThanOrEqual(Number(sum.maxYuan))
          const [first] = names
          const one = resultOf(book, 'personFine', { ...facts, acts: [{ act: first }] })
          expect(Number(sum.maxYuan)).toBeGreaterThanOrEqual(Number(one.maxYuan))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

const occurredOn = '2026-03-01'
/** Inside the sixty days, so that none is refused or pointed out. */
const span = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 30 })).map(([start, length]) => ({
  from: plusDaysSlowly(occurredOn, start),
  to: plusDaysSlowly(occurredOn, start + length),
}))

describe('the investigation', () => {
  const deadline = (facts: Fields) => resultOf(book, 'investigationDeadline', { occurredOn, kind: 'general', ...facts })

  test('counts no day of a stoppage twice', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), (appraisals) => {
        const excluded = countedOnce(appraisals)
        const answer = deadline({ appraisals, extensions: [] })
        expect(answer.excludedDays).toBe(excluded)
        expect(answer.lastDay).toBe(plusDaysSlowly(occurredOn, 60 + excluded))
      }),
      { numRuns: 500 },
    )
  })

  test('ends later by the length of an extension, never earlier', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 3 }), fc.integer({ min: 1, max: 60 }), (appraisals, days) => {
        const plain = deadline({ appraisals, extensions: [] })
        const longer = deadline({ appraisals, extensions: [{ days, approvedOn: '2026-04-20' }] })
        expect(longer.lastDay).toBe(plusDaysSlowly(String(plain.lastDay), days))
        expect(longer.extendedDays).toBe(days)
      }),
      { numRuns: 300 },
    )
  })
})

test('no clock ends before it starts', () => {
  fc.assert(
    fc.property(
      day.filter((on) => on >= '2022-03-01'),
      fc.constantFrom('A', 'B'),
      fc.constantFrom('general', 'fire', 'road', 'special'),
      (on, plan, kind) => {
        const last = (
          rule: 'casualtyWindow' | 'investigationDeadline' | 'publicationDeadline' | 'approvalDeadline',
          facts: Fields,
        ) => expect(String(resultOf(book, rule, facts).lastDay) > on).toBe(true)
        last('casualtyWindow', { occurredOn: on, kind, plan })
        last('investigationDeadline', { occurredOn: on, kind, plan, teamFormedOn: on })
        last('approvalDeadline', { grade: '一般', receivedOn: on })
        last('publicationDeadline', { approvedOn: on })
        const window = resultOf(book, 'assessmentWindow', { approvedOn: on })
        expect(on < String(window.from) && String(window.from) < String(window.to)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('an answer is the same whenever it is asked', () => {
  fc.assert(
    fc.property(figures, (facts) => {
      const once = book.evaluate('unitFine', { ...facts, occurredOn }, shippedSettings)
      expect(book.evaluate('unitFine', { ...facts, occurredOn }, shippedSettings)).toEqual(once)
    }),
    { numRuns: 100 },
  )
})
