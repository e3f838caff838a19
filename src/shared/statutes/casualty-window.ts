/** 伤亡人数变化的补报窗口, 493号令第十三条、第二十条: which deaths count for the grade. */
import { addDays, type DayText } from '../dates.ts'
import { casualtyWindowRule } from '../rules/law/casualty-window.ts'
import { shippedRows } from '../rules/shipped.ts'
import { isInForce, type RuleRow } from './rule-row.ts'
import { headOf } from './shipped-row.ts'

/** 适用的事故种类, as on `case_file.regime`. */
export type Regime = 'general' | 'fire' | 'road' | 'special' | 'coal' | 'rail' | 'power'

export type CasualtyWindow = RuleRow & { readonly regimes: readonly Regime[]; readonly days: number }

let windows: readonly CasualtyWindow[] | null = null

function casualtyWindows(): readonly CasualtyWindow[] {
  windows ??= shippedRows(casualtyWindowRule)
    .rows.filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .map((row) => ({ ...headOf(row), regimes: row.kinds, days: row.params.days }))
  return windows
}

/** The window of a regime by the law of the day; the newest one where no day is known or none is at hand for it. */
export function casualtyWindowOf(regime: Regime, on: DayText | null): CasualtyWindow {
  const ofRegime = casualtyWindows().filter((row) => row.regimes.includes(regime))
  const window = ofRegime.find((row) => on !== null && isInForce(row, on)) ?? ofRegime.at(-1)
  if (!window) throw new RangeError(`no casualty window for ${regime}`)
  return window
}

/** Last day of the window, included: day of the accident plus N calendar days, the first day not counted (民法典第二百零一条; 推定). */
export function casualtyWindowEnd(occurredOn: DayText, regime: Regime): DayText {
  return addDays(occurredOn, casualtyWindowOf(regime, occurredOn).days)
}
