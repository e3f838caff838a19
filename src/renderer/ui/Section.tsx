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
  /** 3 under the heading of a stage, 2 where the page has its title only */
  readonly level?: 2 | 3
}) {
  const { title, note, tools, children, isFlush, isEditing, label, level } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={isEditing ? 'section editing' : 'section'} {...(label ? { 'aria-label': label } : {})}>
      <header>
        <Heading>{title}</Heading>
        {note ? <span className="note">{note}</span> : null}
        {tools ? <span className="tools">{tools}</span> : null}
      </header>
      <div className={isFlush ? 'flush' : 'inner'}>{children}</div>
    </section>
  )
}
