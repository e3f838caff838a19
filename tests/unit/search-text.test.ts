import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexTokens, matchExpression } from '../../src/main/db/search-text.ts'

function index(text: string) {
  const db = new Database(':memory:')
  db.exec(`create virtual table f using fts5(body, content='', contentless_delete=1, tokenize='unicode61')`)
  db.prepare('insert into f (rowid, body) values (1, ?)').run(indexTokens(text))
  return (words: string) => {
    const expression = matchExpression(words)
    return expression !== null && db.prepare('select count(*) from f where f match ?').pluck().get(expression) === 1
  }
}

test('words of two characters, names, single characters and both widths are found', () => {
  const finds = index('汀泽市朔澜公司打磨车间发生粉尘爆炸，电焊工胡砚田死亡；使用液氨。ＡＢＣ-12')
  for (const words of ['爆炸', '胡砚田', '砚田', '氨', '朔澜公司 爆炸', 'abc', 'ＡＢＣ', '12', '死亡'])
    expect(finds(words), words).toBe(true)
  for (const words of ['触电', '炸爆', '爆炸 触电', '田砚']) expect(finds(words), words).toBe(false)
})

test('the words of the user never reach the query language', () => {
  const finds = index('爆炸')
  for (const words of ['"', '爆炸" OR "x', 'NEAR(', '*', 'a:b', '-', '()', "'"])
    expect(() => finds(words)).not.toThrow()
  expect(matchExpression('，。！')).toBe(null)
})

test('every piece of two characters or more inside a run is found', () => {
  const han = fc.string({
    unit: fc.constantFrom(...'汀泽朔澜公司打磨车间粉尘爆炸甲乙丙12ab'),
    minLength: 2,
    maxLength: 30,
  })
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
      const from = a % (text.length - 1)
      const to = from + 2 + (b % (text.length - from - 1))
      expect(index(text)(text.slice(from, to))).toBe(true)
    }),
    { numRuns: 200 },
  )
})
