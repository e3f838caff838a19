import { expect, test } from 'vitest'
import { chineseNumber, numberDocument, referenceText } from '../../src/shared/report/numbering.ts'

test('Chinese ordinals are written as in official documents', () => {
  expect([1, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九'])
  expect(() => chineseNumber(0)).toThrow(RangeError)
})

test('lists of one sequence count on across headings, others start anew', () => {
  const numbers = numberDocument({
    blocks: [
      { kind: 'heading', id: 'h1', level: 1, isNumbered: true, children: [] },
      { kind: 'heading', id: 'h1a', level: 2, isNumbered: true, children: [] },
      { kind: 'list', id: 'l1', level: 3, sequence: 'm', items: [{ id: 'a', children: [] }] },
      { kind: 'heading', id: 'h1b', level: 2, isNumbered: true, children: [] },
      { kind: 'list', id: 'l2', level: 3, sequence: 'm', items: [{ id: 'b', children: [] }] },
      { kind: 'list', id: 'l3', level: 3, sequence: 'n', items: [{ id: 'c', children: [] }] },
      { kind: 'heading', id: 'h2', level: 1, isNumbered: true, children: [] },
      { kind: 'heading', id: 'h2a', level: 2, isNumbered: true, children: [] },
    ],
  })
  expect(Object.fromEntries(numbers)).toEqual({
    h1: '一、',
    h1a: '（一）',
    a: '1.',
    h1b: '（二）',
    b: '2.',
    c: '1.',
    h2: '二、',
    h2a: '（一）',
  })
  const blocks = [{ kind: 'heading', id: 'h2', level: 1, isNumbered: true, children: [] }] as const
  expect(referenceText('h2', numbers, blocks)).toBe('第二章')
  expect(referenceText('b', numbers, [])).toBe('第2项')
})
