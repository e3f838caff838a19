/** 伤亡变化的续报: a death after the day of the accident is reported on the same day, of special equipment within hours. */
import { dayFrom } from '../days.ts'

const HOURS_OF_DAY = 24

type Change = { readonly diedOn: string | null; readonly reportedOn: string | null; readonly count: number }

/** What to point out of each change within the window; by days only, so an hour that cannot be told is left to a person. */
export function followUpNotes(
  changes: readonly Change[],
  { occurredOn, lastDay }: { readonly occurredOn: string; readonly lastDay: string },
  { law, clause, hours }: { readonly law: string; readonly clause: string; readonly hours: number | null },
  lawOf: (law: string, clause: string) => string,
): string[] {
  const due = hours === null ? '当日续报' : `在 ${hours} 小时内续报`
  return changes.flatMap(({ diedOn, reportedOn, count }) => {
    if (diedOn === null || diedOn <= occurredOn || diedOn > lastDay || reportedOn === diedOn) return []
    const who = `${diedOn} 死亡 ${count} 人`
    const basis = lawOf(law, clause)
    if (reportedOn === null) return [`${who}，应当${due}（${basis}）。`]
    const late = (dayFrom(reportedOn) - dayFrom(diedOn)) * HOURS_OF_DAY
    if (hours !== null && late <= hours) return [`${who}，${reportedOn} 上报，请核对是否${due}（${basis}）。`]
    return [`${who}，${reportedOn} 才上报，未${due}（${basis}）。`]
  })
}
