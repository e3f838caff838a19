import { useMemo } from 'react'
import { difference } from './difference.ts'

/** Two texts in one: what was taken out is struck through, what was put in is underlined twice; both are said to a reader. */
export function Difference({ from, to }: { readonly from: string; readonly to: string }) {
  const changes = useMemo(() => difference(from, to), [from, to])
  return (
    <p className="difference">
      {changes.map(({ kind, text }, at) => {
        const key = `${at}${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'added' ? (
          <ins key={key}>
            <span className="vh">加：</span>
            {text}
          </ins>
        ) : (
          <del key={key}>
            <span className="vh">删：</span>
            {text}
          </del>
        )
      })}
    </p>
  )
}
