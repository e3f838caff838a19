import type { ReactNode } from 'react'

/**
 * A ruled block: title, note in small letters, tools at the right. `isFlush` for tables that touch the frame; `isEditing` draws
 * the accent bar of what is being edited.
 */
export function Section(props: {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly tools?: ReactNode
  readonly children: ReactNode
  readonly isFlush?: boolean
  readonly isEditing?: boolean
  readonly label?: string
}) {
  const { title, note, tools, children, isFlush, isEditing, label } = props
  return (
    <section className={isEditing ? 'section editing' : 'section'} {...(label ? { 'aria-label': label } : {})}>
      <header>
        <h3>{title}</h3>
        {note ? <span className="note">{note}</span> : null}
        {tools ? <span className="tools">{tools}</span> : null}
      </header>
      <div className={isFlush ? 'flush' : 'inner'}>{children}</div>
    </section>
  )
}
