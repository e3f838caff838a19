/** Size of the paper on the desk: fits the width unless the person chose another. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import { useFold, usePreferences } from '../../preferences.ts'
import { canBreakPages, gapPt, PX_PER_PT, pagePt } from './paper-size.ts'

const STEPS = [0.5, 0.66, 0.75, 0.84, 1, 1.25, 1.5, 2] as const
const DESK_PADDING = 28
const SHEET = pagePt.width * PX_PER_PT
const GAP = gapPt * PX_PER_PT
/** Two sheets side by side below this size cannot be read. */
const LEAST_FOR_TWO = 0.6

export type Zoom = {
  readonly factor: number
  /** sheets side by side */
  readonly across: number
  readonly words: string
  readonly step: (direction: 1 | -1) => void
  readonly fit: () => void
}

export function useZoom(desk: RefObject<HTMLElement | null>): Zoom {
  const [width, setWidth] = useState(0)
  const [chosen, setChosen] = useState<number | null>(null)
  const isWide = useFold() === 'wide'
  const scale = usePreferences().textPercent / 100
  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const read = () => setWidth(element.clientWidth)
    read()
    const watcher = new ResizeObserver(read)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [desk])
  const fitFor = (sheets: number) => (width - DESK_PADDING - (sheets - 1) * GAP) / (sheets * SHEET)
  const mayBeTwo = isWide && canBreakPages()
  const across = mayBeTwo && (chosen === null ? fitFor(2) >= LEAST_FOR_TWO : fitFor(2) >= chosen) ? 2 : 1
  const fitted = Math.min(Math.max(fitFor(across), 0.3), 1.1 * scale)
  const factor = chosen ?? Math.floor(fitted * 1000) / 1000
  return {
    factor,
    across,
    words: chosen === null ? '适合宽度' : `${Math.round(chosen * 100)}%`,
    step: (direction) => {
      const next =
        direction === 1 ? STEPS.find((one) => one > factor + 0.01) : STEPS.findLast((one) => one < factor - 0.01)
      if (next !== undefined) setChosen(next)
    },
    fit: () => setChosen(null),
  }
}
