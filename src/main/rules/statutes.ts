/** The shipped law: resources/statutes, read and checked once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRuleBook, type RuleBook, ruleIds } from '../../shared/rules/index.ts'

const books = new Map<string, RuleBook>()

/** The rule book of the shipped law. Throws an Error with every fault of the data: it is ours. */
export function ruleBook(resourcesDir: string): RuleBook {
  const known = books.get(resourcesDir)
  if (known !== undefined) return known
  const json = (name: string): unknown => JSON.parse(readFileSync(join(resourcesDir, 'statutes', name), 'utf8'))
  const book = openRuleBook({
    laws: json('laws.json'),
    rules: Object.fromEntries(ruleIds.map((id) => [id, json(`rules/${id}.json`)])),
  })
  books.set(resourcesDir, book)
  return book
}
