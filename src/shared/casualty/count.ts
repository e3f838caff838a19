/** Head counts out of the list of casualties, by the window of 第十三条: the day of death decides, not the day of the report. */
import { chineseDay, type DayText } from '../dates.ts'
import type { z } from '../schema.ts'
import { casualtyWindowEnd, type Regime } from '../statutes/casualty-window.ts'
import type { CasualtyFields } from './fields.ts'

export type CountableCasualty = Readonly<Pick<z.output<typeof CasualtyFields>, 'headCount' | 'outcome' | 'diedOn'>>

export type CasualtyHeadCounts = {
  readonly deaths: number
  readonly missing: number
  /** with those who died after the window (期后死亡), without 急性工业中毒 */
  readonly seriousInjuries: number
  readonly acutePoisonings: number
  readonly minorInjuries: number
  /** 受伤 or 住院 without a degree */
  readonly unspecifiedInjuries: number
  /** 期后死亡: within `seriousInjuries`, not within `deaths` */
  readonly lateDeaths: number
  /** persons whose outcome is not stated */
  readonly undecided: number
  /** last day on which a death counts, included; null when the day of the accident is not known */
  readonly windowEnd: DayText | null
  readonly notes: readonly string[]
}

/**
 * Counts the list for the grade. A person who died after the window stays a 重伤 (V-03 例8); a death without a day counts as a
 * death and is pointed out.
 */
export function countCasualties(
  casualties: readonly CountableCasualty[],
  occurredOn: DayText | null,
  regime: Regime,
): CasualtyHeadCounts {
  const windowEnd = occurredOn === null ? null : casualtyWindowEnd(occurredOn, regime)
  const dead = casualties.filter((casualty) => casualty.outcome === 'death')
  const late = dead.filter(({ diedOn }) => windowEnd !== null && diedOn !== null && diedOn > windowEnd)
  const undated = dead.filter(({ diedOn }) => diedOn === null)
  const before = dead.filter(({ diedOn }) => occurredOn !== null && diedOn !== null && diedOn < occurredOn)
  const heads = (outcome: CountableCasualty['outcome']) =>
    total(casualties.filter((casualty) => casualty.outcome === outcome))
  const lateDeaths = total(late)

  const notes: string[] = []
  if (lateDeaths > 0 && windowEnd !== null) {
    notes.push(`${lateDeaths}人于${chineseDay(windowEnd)}之后死亡，属期后死亡，定级时仍按重伤统计。`)
  }
  if (undated.length > 0)
    notes.push(`${total(undated)}名死亡人员没有填写死亡日期，暂计入死亡，请补填后核对是否在期限内。`)
  if (before.length > 0) notes.push(`${total(before)}名死亡人员的死亡日期早于事故发生日期，请核对。`)

  return {
    deaths: heads('death') - lateDeaths,
    missing: heads('missing'),
    seriousInjuries: heads('serious') + lateDeaths,
    acutePoisonings: heads('acute_poisoning'),
    minorInjuries: heads('minor'),
    unspecifiedInjuries: heads('unspecified') + heads('hospitalised'),
    lateDeaths,
    undecided: heads(null),
    windowEnd,
    notes,
  }
}

function total(casualties: readonly CountableCasualty[]): number {
  return casualties.reduce((sum, casualty) => sum + casualty.headCount, 0)
}
