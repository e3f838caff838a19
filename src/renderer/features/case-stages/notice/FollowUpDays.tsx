import type { FollowUps } from '../../../../shared/notice/contract.ts'
import { Section } from '../../../ui/Section.tsx'

/** 续报 day by day: what is due today, and the days with fewer than they should have. */
export function FollowUpDays({ followUps }: { readonly followUps: FollowUps | null }) {
  if (followUps === null)
    return (
      <Section title="续报">
        <p className="dim">报出第一份报告后，从次日起每日提示续报。</p>
      </Section>
    )
  const { timesPerDay, clause, today, few, lastDay, verifiedOn } = followUps
  return (
    <Section title="续报" note={`每日至少 ${timesPerDay} 次`}>
      <div className="followups">
        {today === null ? (
          <p>{verifiedOn === null ? `补报期已于 ${lastDay} 届满。` : `已于 ${verifiedOn} 核报。`}</p>
        ) : (
          <p>
            今日已续报 {today.times} 次，
            {today.times >= today.least ? '已够。' : <b>还应续报 {today.least - today.times} 次。</b>}
          </p>
        )}
        {few.length > 0 ? (
          <ul>
            {few.map(({ from, to, times }) => (
              <li key={from}>
                <span className="num">{from === to ? from : `${from} 至 ${to}`}</span>　{from === to ? '' : '每日'}续报{' '}
                {times} 次
              </li>
            ))}
          </ul>
        ) : null}
        <p className="help">
          {clause}。补报期到 {lastDay}，其间伤亡人数有变化的当日续报。
        </p>
      </div>
    </Section>
  )
}
