/** The rule book in the renderer: rules are pure and the law is part of the program. */
import { type RuleBook, shippedSettings } from '../../../shared/rules/index.ts'
import type { LoadedRule } from '../../../shared/rules/rule.ts'
import { shippedBook } from '../../../shared/rules/shipped.ts'

export type { LoadedRule, RuleBook }
export { shippedBook, shippedSettings }

/** A rule by the name in an address, which may be typed; null where there is none. */
export function ruleNamed(name: string): LoadedRule | null {
  return Object.entries(shippedBook().rules).find(([id]) => id === name)?.[1] ?? null
}

/** The day on the clock of this computer. */
export function todayText(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
