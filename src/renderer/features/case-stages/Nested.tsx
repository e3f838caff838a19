import type { ReactNode } from 'react'

/** Lists inside the form of a row: their Ctrl+Enter is theirs and does not close the form around them. */
export function Nested({ children }: { readonly children: ReactNode }) {
  return (
    // the keys belong to the fields inside; the element itself takes no focus
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps Ctrl+Enter from the outer form
    <div
      className="nested stack"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.stopPropagation()
      }}
    >
      {children}
    </div>
  )
}
