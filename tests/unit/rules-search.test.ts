import { describe, expect, test } from 'vitest'
import { chineseArticle, isFound } from '../../src/renderer/features/rules/citations.ts'
import { byTopic } from '../../src/renderer/features/rules/topics.ts'
import { cellsFrom, ruleAddress, tryCells } from '../../src/renderer/features/rules/try-cells.ts'
import { ruleIds, shippedSettings } from '../../src/shared/rules/index.ts'
import { shippedBook } from '../../src/shared/rules/shipped.ts'

const book = shippedBook()
const found = (words: string) => ruleIds.filter((id) => isFound(book.rules[id], book.laws, words))

describe('a rule is found', () => {
  test.each([
    ['第三十二条', 'approvalDeadline'],
    ['第32条', 'approvalDeadline'],
    ['32条', 'approvalDeadline'],
    ['32', 'approvalDeadline'],
    ['批复期限', 'approvalDeadline'],
    ['493 第九条', 'reportingClock'],
    // within 第十四条至第十八条
    ['第16条', 'unitFine'],
    ['第十六条', 'unitFine'],
    // beside a number inside of a row
    ['14号 第十三条', 'unitFine'],
    ['安全生产法第一百一十四条', 'unitFine'],
    ['gb/t6441', 'typeCode'],
  ] as const)('by %s: %s', (words, id) => expect(found(words)).toContain(id))

  test('by nothing: all; by what is in none: none; a law with an article of another one: none', () => {
    expect(found(' ')).toEqual([...ruleIds])
    expect(found('第九百条')).toEqual([])
    expect(found('民法典第九条')).toEqual([])
  })

  test('articles are counted as the laws count them', () => {
    expect([1, 10, 29, 100, 105, 110, 114, 120].map(chineseArticle)).toEqual([
      ...['一', '十', '二十九', '一百', '一百零五', '一百一十', '一百一十四', '一百二十'],
    ])
  })
})

test('every rule stands under one topic', () => {
  const shown = byTopic(book).flatMap(({ rules }) => rules.map(({ id }) => id))
  expect(shown.toSorted()).toEqual([...ruleIds].toSorted())
})

describe('own figures', () => {
  test.each(ruleIds)('%s: nothing given, or nonsense everywhere, is an answer or one Chinese sentence', (id) => {
    const { heads } = book.rules[id]
    for (const odd of ['', 'x', '；', '，', '→', '×', '未知', '2026-13-01', 'A→B，C，D']) {
      const cells = Object.fromEntries(Object.keys(heads).map((head) => [head, odd]))
      const tried = tryCells(book.rules[id], cells, shippedSettings)
      if (tried.ok) continue
      expect(tried.sentence).toMatch(/。$/)
      expect(tried.sentence.replaceAll(odd === '' ? '。' : odd, '')).not.toMatch(/[a-z]{2}|undefined|\n/)
    }
  })

  test('an address gives back what it was made from, and nothing that the rule does not ask for', () => {
    const cells = { 死亡: '3', '损失（万元）': '857.48', 事故种类: '' }
    const search = new URLSearchParams(ruleAddress('grade', cells).split('?')[1])
    search.set('别的', '1')
    expect(cellsFrom(search, book.rules.grade.heads)).toEqual({ 死亡: '3', '损失（万元）': '857.48' })
  })
})
