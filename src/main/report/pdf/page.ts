/** Pages of set type: absolute positions in points, from the upper left corner. What the flow fills and pdfmake draws. */
import { page as geometry, typeArea } from '../../../shared/report/style.ts'
import type { OpenFont } from './open-font.ts'

export type TextItem = {
  readonly kind: 'text'
  readonly text: string
  readonly font: OpenFont
  readonly size: number
  /** added after every character */
  readonly spacing: number
  readonly x: number
  readonly baseline: number
  /** this text is the place a bookmark or an entry of the contents leads to */
  readonly anchor?: string
  /** a click leads to this anchor */
  readonly goTo?: string
}
export type RuleItem = {
  readonly kind: 'rule'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly width: number
  readonly isDotted?: boolean
}
export type ImageItem = {
  readonly kind: 'image'
  readonly path: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** Text turned a quarter clockwise about its start: the page number of a landscape page. */
export type TurnedItem = {
  readonly kind: 'turned'
  readonly text: string
  readonly font: OpenFont
  readonly size: number
  readonly x: number
  readonly y: number
}
export type Item = TextItem | RuleItem | ImageItem | TurnedItem

/** A piece of a page that is never cut: one line, one row of a table, one figure. Items count from its upper left corner. */
export type Box = {
  readonly height: number
  readonly items: readonly Item[]
  /** stays on the page of the next box */
  readonly keepNext?: boolean
  /** blank height: dropped at the top of a page */
  readonly isSpace?: boolean
  /** printed again when this box opens a page: the header row of its table */
  readonly repeat?: Box
}

export type Orientation = 'portrait' | 'landscape'
export type Page = {
  readonly orientation: Orientation
  /** cover and contents are not counted */
  readonly isCounted: boolean
  readonly items: readonly Item[]
}

const pt = (twips: number) => twips / 20

export const paper = { width: pt(geometry.width), height: pt(geometry.height) } as const

/**
 * Type area of a page. A landscape page is the upright one turned to the left (GB/T 9704-2012, 8): what was its left
 * edge is now on top.
 */
export function frame(orientation: Orientation) {
  return orientation === 'portrait'
    ? { x: pt(geometry.left), y: pt(geometry.top), width: pt(typeArea.width), height: pt(typeArea.height) }
    : { x: pt(geometry.bottom), y: pt(geometry.left), width: pt(typeArea.height), height: pt(typeArea.width) }
}

export function moved<T extends Item>(item: T, x: number, y: number): T {
  switch (item.kind) {
    case 'text':
      return { ...item, x: item.x + x, baseline: item.baseline + y }
    case 'rule':
      return { ...item, x1: item.x1 + x, y1: item.y1 + y, x2: item.x2 + x, y2: item.y2 + y }
    case 'image':
    case 'turned':
      return { ...item, x: item.x + x, y: item.y + y }
  }
}
