/** Where the blocks lie: the browser breaks the text into pages, this reads off on which page each block begins. */
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { gapPt, pagePt } from './paper-size.ts'

export type Places = {
  readonly pages: number
  /** block id → page from 0, with the height on it as fraction: 3.5 is the middle of the fourth sheet */
  readonly at: ReadonlyMap<string, number>
}

/** The browser rounds each length to 1/64 px, which adds up over many rows; margins part the pages by more than this. */
const SLACK = 0.1
const none: Places = { pages: 1, at: new Map() }

/** Places of all blocks inside `flow`, read again when its size or `content` changes. `across`: sheets side by side. */
export function usePages(flow: RefObject<HTMLElement | null>, across: number, content: unknown): Places {
  const [places, setPlaces] = useState(none)
  const read = useCallback(() => {
    if (!flow.current) return
    const next = readPlaces(flow.current, across)
    setPlaces((before) => (isSame(before, next) ? before : next))
  }, [flow, across])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content moves the blocks
  useLayoutEffect(() => {
    read()
    if (!flow.current) return
    const watcher = new ResizeObserver(read)
    watcher.observe(flow.current)
    return () => watcher.disconnect()
  }, [read, content])
  return places
}

function readPlaces(flow: HTMLElement, across: number): Places {
  const box = flow.getBoundingClientRect()
  const point = box.width / (across * pagePt.typeWidth + (across - 1) * (pagePt.width - pagePt.typeWidth + gapPt))
  const placeOf = (x: number, y: number): number => {
    const column = Math.floor((x - box.left) / point / (pagePt.width + gapPt) + SLACK)
    const down = (y - box.top) / point / (pagePt.height + gapPt)
    const row = Math.floor(down + SLACK)
    return row * across + Math.min(Math.max(column, 0), across - 1) + Math.max(0, down - row)
  }
  const at = new Map<string, number>()
  let last = 0
  for (const element of flow.querySelectorAll<HTMLElement>('[data-block]')) {
    const rects = element.getClientRects()
    const first = rects[0]
    const end = rects[rects.length - 1]
    if (!first || !end) continue
    at.set(element.dataset.block ?? '', placeOf(first.left, first.top))
    last = Math.max(last, Math.floor(placeOf(end.left, end.bottom - 1)))
  }
  return { pages: last + 1, at }
}

function isSame(a: Places, b: Places): boolean {
  if (a.pages !== b.pages || a.at.size !== b.at.size) return false
  return [...b.at].every(([id, place]) => Math.abs((a.at.get(id) ?? -1) - place) < 0.001)
}
