import type { ReactNode } from 'react'

/** A table that may be wider than its place: it scrolls by itself, also by keys. */
export function ScrollBox({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
    <section className="scrollbox" aria-label={name} tabIndex={0}>
      {children}
    </section>
  )
}
