/** Where the reader is: place at the upper edge of the desk, kept per case for the return. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { gapPt, PX_PER_PT, pagePt } from './paper-size.ts'
import type { Zoom } from './use-zoom.ts'

const PITCH = (pagePt.height + gapPt) * PX_PER_PT
const left = new Map<string, number>()

/** `place` is counted as in `Places.at`. */
export function useReading(
  caseId: string,
  desk: RefObject<HTMLElement | null>,
  zoom: Zoom,
): { readonly place: number } {
  const [rows, setRows] = useState(0)
  const { factor, across } = zoom
  useLayoutEffect(() => {
    const element = desk.current
    const before = left.get(caseId)
    if (element && before !== undefined) element.scrollTop = before * PITCH * factor
    // only on return; a change of size keeps the place by itself below
  }, [caseId, desk, factor])
  useEffect(() => {
    const element = desk.current
    if (!element) return
    const read = () => {
      const down = element.scrollTop / (PITCH * factor)
      left.set(caseId, down)
      setRows(Math.round(down * 50) / 50)
    }
    element.addEventListener('scroll', read, { passive: true })
    return () => element.removeEventListener('scroll', read)
  }, [caseId, desk, factor])
  const row = Math.floor(rows)
  return { place: row * across + (rows - row) }
}
