import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useCall } from '../api.ts'

const places = [
  ['/cases', '案卷'],
  ['/board', '期限'],
  ['/rules', '规则'],
  ['/settings', '设置'],
] as const

/** How many last days have passed: the only number in the bar. */
function Overdue() {
  const { data } = useCall('clock.board', { filter: { groups: ['overdue'] }, limit: 0 }, { everyMs: 600_000 })
  const count = data?.counts.overdue ?? 0
  if (count === 0) return null
  return (
    <b className="overdue">
      <span className="vh">已逾期</span>
      {count}
      <span className="vh">项</span>
    </b>
  )
}

/** One bar is title bar and navigation at once; the window buttons of the system lie over its right end. */
export function Shell({ isStart, children }: { readonly isStart: boolean; readonly children: ReactNode }) {
  const { data: status } = useCall('library.status', {})
  // one case belongs to 案卷: /case/… and /cases begin alike
  const here = `/${useLocation().pathname.split('/')[1] ?? ''}`
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        跳到内容
      </button>
      <header className="bar">
        <span className="brand">
          <b aria-hidden>案</b>案卷
        </span>
        {isStart ? null : (
          <nav aria-label="主要位置">
            {places.map(([to, name]) => (
              <Link key={to} to={to} aria-current={to.startsWith(here) ? 'page' : undefined}>
                {name}
                {to === '/board' ? <Overdue /> : null}
              </Link>
            ))}
          </nav>
        )}
        {!isStart && status ? (
          <span className="who">
            {status.bureau.name}
            <i />
            {status.user.name}
          </span>
        ) : (
          <span className="who" />
        )}
        {status?.host === 'electron' ? <span className="caption" aria-hidden /> : null}
      </header>
      <main id="main" tabIndex={-1} className="page">
        {children}
      </main>
    </div>
  )
}
