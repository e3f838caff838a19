/** The shipped rules and their worked cases, read from resources. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CaseLine, parseCases } from '../../src/shared/rules/cases.ts'
import { openRuleBook, type RuleBook, type RuleId, ruleIds, type StatuteFiles } from '../../src/shared/rules/index.ts'

export const statutesDir = fileURLToPath(new URL('../../resources/statutes', import.meta.url))

const json = (name: string): unknown => JSON.parse(readFileSync(join(statutesDir, name), 'utf8'))

/** A fresh copy each time, for a test to spoil. */
export function statuteFiles(): StatuteFiles {
  const rules = Object.fromEntries(ruleIds.map((id) => [id, json(`rules/${id}.json`)]))
  // one file per id: the loop ran over them
  return { laws: json('laws.json'), rules: rules as StatuteFiles['rules'] }
}

export function shippedBook(): RuleBook {
  return openRuleBook(statuteFiles())
}

export type CaseFile = { readonly rule: RuleId; readonly name: string; readonly lines: readonly CaseLine[] }

/** `unitFine.V-17.csv`: the rule, then the table of worked cases it comes from. */
export function caseFiles(): CaseFile[] {
  return readdirSync(join(statutesDir, 'cases'))
    .toSorted()
    .map((name) => {
      const rule = ruleIds.find((id) => name.startsWith(`${id}.`))
      if (rule === undefined) throw new Error(`cases of no rule: ${name}`)
      return { rule, name, lines: parseCases(readFileSync(join(statutesDir, 'cases', name), 'utf8')) }
    })
}
