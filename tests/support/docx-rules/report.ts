/** All format rules of a report, by name. */
import { captions, contents, imprint, pictures, tables } from './object-rules.ts'
import { modelOf, type OfficePackage } from './package.ts'
import { properties, soundFields, uniqueIds, wholePackage } from './package-rules.ts'
import { draftMark, geometry, pageNumbers } from './page-rules.ts'
import type { Rule } from './rule.ts'
import { faces, headings, leftovers, measure, pitch, sizes } from './text-rules.ts'

export const rules = {
  wholePackage,
  uniqueIds,
  soundFields,
  properties,
  geometry,
  pageNumbers,
  draftMark,
  faces,
  sizes,
  pitch,
  measure,
  headings,
  leftovers,
  tables,
  pictures,
  captions,
  contents,
  imprint,
} as const satisfies Readonly<Record<string, Rule>>

export type RuleName = keyof typeof rules

/** «rule: what is wrong», for every rule that is broken. */
export function checkReport(office: OfficePackage): readonly string[] {
  const model = modelOf(office)
  return Object.entries(rules).flatMap(([name, rule]) => rule(model).map((problem) => `${name}: ${problem}`))
}
