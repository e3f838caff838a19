/** Where the reader is: place at the upper edge of the desk, kept per case for the return. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { gapPt, PX_PER_PT, pagePt } from './paper-size.ts'
import type { Zoom } from './use-zoom.ts'

const PITCH = (pagePt.height + gapPt) * PX_PER_PT
const left = new Map<string, number>()

/** Counted as in `Places.at`: `place` at the upper edge, `middle` where the eyes are. */
export type Reading = { readonly place: number; readonly middle: number }

export function useReading(caseId: string, desk: RefObject<HTMLElement | null>, zoom: Zoom): Reading {
  const [rows, setRows] = useState({ top: 0, middle: 0 })
  const { factor, across } = zoom
  useLayoutEffect(() => {
    const element = desk.current
    const before = left.get(caseId)
    if (element && before !== undefined) element.scrollTop = before * PITCH * factor
  }, [caseId, desk, factor])
  useEffect(() => {
    const element = desk.current
    if (!element) return
    const read = () => {
      const { scrollTop, clientHeight } = element
      left.set(caseId, scrollTop / (PITCH * factor))
      const [top, middle] = [scrollTop, scrollTop + clientHeight / 3].map(
        (height) => Math.round((height / (PITCH * factor)) * 50) / 50,
      )
      setRows((before) =>
        before.top === top && before.middle === middle ? before : { top: top ?? 0, middle: middle ?? 0 },
      )
    }
    element.addEventListener('scroll', read, { passive: true })
    return () => element.removeEventListener('scroll', read)
  }, [caseId, desk, factor])
  const placeOf = (down: number) => Math.floor(down) * across + (down - Math.floor(down))
  return { place: placeOf(rows.top), middle: placeOf(rows.middle) }
}
