/** Puts boxes on pages: what belongs together stays together, header rows of tables are printed again on every page. */
import { type Box, frame, type Item, moved, type Orientation, type Page } from './page.ts'

export type Flow = {
  /** a new page, unless the present one is empty and of the same kind */
  turnPage(orientation: Orientation, isCounted: boolean): void
  place(boxes: readonly Box[]): void
  /** at the foot of the present page, or of the next where it does not fit; nothing follows on that page */
  placeAtFoot(box: Box): void
  readonly orientation: () => Orientation
  finish(): readonly Page[]
}

type OpenPage = { orientation: Orientation; isCounted: boolean; items: Item[] }

export function createFlow(): Flow {
  const pages: OpenPage[] = []
  let page: OpenPage = { orientation: 'portrait', isCounted: true, items: [] }
  let used = 0
  let isOpen = false

  const open = (orientation: Orientation, isCounted: boolean) => {
    page = { orientation, isCounted, items: [] }
    pages.push(page)
    used = 0
    isOpen = true
  }
  const room = () => frame(page.orientation).height - used
  const paint = (box: Box) => {
    const area = frame(page.orientation)
    for (const item of box.items) page.items.push(moved(item, area.x, area.y + used))
    used += box.height
  }

  const place = (boxes: readonly Box[]) => {
    if (!isOpen) open('portrait', true)
    boxes.forEach((box, index) => {
      if (box.isSpace === true) {
        if (used > 0) used = Math.min(used + box.height, frame(page.orientation).height)
        return
      }
      const needed = heightOfGroup(boxes, index, frame(page.orientation).height)
      if (needed > room() + 0.01 && used > 0) {
        open(page.orientation, page.isCounted)
        if (box.repeat !== undefined) paint(box.repeat)
      }
      paint(box)
    })
  }

  return {
    turnPage: (orientation, isCounted) => {
      const isFresh = isOpen && used === 0 && page.items.length === 0
      if (isFresh && page.orientation === orientation && page.isCounted === isCounted) return
      if (isFresh) pages.pop()
      open(orientation, isCounted)
    },
    place,
    placeAtFoot: (box) => {
      if (!isOpen || box.height > room()) open('portrait', true)
      used = frame(page.orientation).height - box.height
      paint(box)
    },
    orientation: () => page.orientation,
    finish: () => pages,
  }
}

/**
 * Height of a box with everything it must share a page with. Where that is more than a page the rest breaks where it
 * may, so only the box itself counts.
 */
function heightOfGroup(boxes: readonly Box[], from: number, most: number): number {
  const own = boxes[from]?.height ?? 0
  let height = 0
  for (let index = from; index < boxes.length; index++) {
    const box = boxes[index]
    height += box?.height ?? 0
    if (height > most) return own
    if (box?.keepNext !== true && box?.isSpace !== true) break
  }
  return height
}
