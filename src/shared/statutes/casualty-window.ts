/** 伤亡人数变化的补报窗口, 493号令第十三条、第二十条: which deaths count for the grade. */
import { addDays, type DayText } from '../dates.ts'
import type { RuleRow } from './rule-row.ts'

/** 适用的事故种类, as on `case_file.regime`. */
export type Regime = 'general' | 'fire' | 'road' | 'special' | 'coal' | 'rail' | 'power'

export type CasualtyWindow = RuleRow & { readonly regimes: readonly Regime[]; readonly days: number }

const head = { clause: '《生产安全事故报告和调查处理条例》第十三条、第二十条', from: '2007-06-01', to: null } as const

export const casualtyWindows: readonly CasualtyWindow[] = [
  { ...head, confidence: 'verified', regimes: ['general'], days: 30 },
  { ...head, confidence: 'verified', regimes: ['fire', 'road'], days: 7 },
  {
    clause: '《特种设备事故报告和调查处理规定》第十六条',
    from: '2022-03-01',
    to: null,
    confidence: 'verified',
    regimes: ['special'],
    days: 30,
  },
  // 煤矿、铁路、电力 have regulations of their own (第四十五条); their windows are not at hand, the general one is taken.
  { ...head, confidence: 'inferred', regimes: ['coal', 'rail', 'power'], days: 30 },
]

/** The window of a regime. */
export function casualtyWindowOf(regime: Regime): CasualtyWindow {
  const window = casualtyWindows.find((row) => row.regimes.includes(regime))
  if (!window) throw new RangeError(`no casualty window for ${regime}`)
  return window
}

/** Last day of the window, included: day of the accident plus N calendar days, the first day not counted (民法典第二百零一条; 推定). */
export function casualtyWindowEnd(occurredOn: DayText, regime: Regime): DayText {
  return addDays(occurredOn, casualtyWindowOf(regime).days)
}
