/** 首日方案: whether the day on which a period begins counts. The law of these periods does not say; the bureau decides once. */
import type { Assumption } from './answer.ts'
import type { Plan } from './facts.ts'
import type { Settings } from './rule.ts'
import type { DaysTerm } from './steps.ts'

/** A: the first day does not count. B: it does, and the period ends a day earlier. */
export function firstDayTerms(term: DaysTerm, plan: Plan): readonly DaysTerm[] {
  return plan === 'A' ? [term] : [term, { days: -1, why: '首日计入（方案B）' }]
}

/** The plan in force and what the other one gives. `other(shift)`: the result moved by so many days. */
export function firstDayAssumption<R>(
  settings: Settings,
  chosen: Plan | undefined,
  other: (shift: number) => R,
): readonly Assumption<R>[] {
  const plan = chosen ?? settings.firstDay.plan
  return [
    {
      key: 'counting.firstDay',
      value: plan === 'A' ? '首日不计入（方案A）' : '首日计入（方案B）',
      basis: chosen === undefined ? settings.firstDay.basis : '本次计算指定',
      otherwise: other(plan === 'A' ? -1 : 1),
    },
  ]
}
