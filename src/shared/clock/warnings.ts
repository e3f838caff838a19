/** 预警: at how many days left a deadline is pointed out, the earliest first; as the bureau has set it, else as the rule of the dates has it. */
import type { DayText } from '../dates.ts'
import type { RuleBook } from '../rules/index.ts'
import { dateOrderRule } from '../rules/law/date-order.ts'
import type { Settings } from '../rules/rule.ts'

export function warningDays(book: RuleBook, settings: Settings, today: DayText): readonly number[] {
  if (settings.warnings !== undefined) return settings.warnings.value
  const row = book.rules.dateOrder.rows.rows.find(({ from, to }) => from <= today && (to === null || today <= to))
  // the rows were read with the parameters of the same rule
  return row === undefined ? [] : dateOrderRule.params.parse(row.params).warnings
}
