import type { ReactNode } from 'react'

/** What belongs here, which clause wants it, and the first step. Stands inside a section, left-aligned, no picture. */
export function EmptyState(props: { readonly what: ReactNode; readonly law?: ReactNode; readonly action?: ReactNode }) {
  const { what, law, action } = props
  return (
    <div className="empty">
      <p>{what}</p>
      {law ? <p className="dim">{law}</p> : null}
      {action ? <p className="empty-act">{action}</p> : null}
    </div>
  )
}
