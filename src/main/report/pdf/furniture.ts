/** What stands around the text: page numbers, the mark in the header, the contents. */
import { page as geometry, MM_TO_TWIPS } from '../../../shared/report/style.ts'
import { type Box, frame, type Item, moved, type Page } from './page.ts'
import { baselineOf, lineItems, type Setter } from './setter.ts'
import { measure, styles } from './styles.ts'

export type Contents = {
  readonly text: string
  readonly level: 1 | 2
  readonly anchor: string
  readonly page: number | null
}

/** The upper edge of the dash is 7 mm below the type area (GB/T 9704-2012, 7.5). */
const BELOW_AREA = (7 * MM_TO_TWIPS) / 20

/** — 1 — : outer side, one character in; on landscape pages where it is when the page lies in the bound volume. */
export function pageNumberItems(page: Page, number: number, setter: Setter): readonly Item[] {
  const style = styles.footer
  const area = frame(page.orientation)
  const [line] = setter.lines([{ text: `— ${number} —` }], style, measure)
  if (line === undefined) return []
  const isOdd = number % 2 === 1
  const inset = style.size
  // the upper edge of the dash lies about 0.3 em above the baseline
  const baseline = BELOW_AREA + 0.3 * style.size
  if (page.orientation === 'portrait') {
    const x = isOdd ? area.x + area.width - inset - line.width : area.x + inset
    return lineItems(line, style, line.width, true, null).map((item) => ({
      ...item,
      x: item.x + x,
      baseline: area.y + area.height + baseline,
    }))
  }
  const y = isOdd ? area.y + area.height - inset - line.width : area.y + inset
  const words = line.characters.map((character) => character.text).join('')
  return [
    { kind: 'turned', text: words, font: setter.singleFont(style.role), size: style.size, x: area.x - baseline, y },
  ]
}

/** 草稿 in 黑体 at the right end of the header line. */
export function headerItems(page: Page, mark: string, setter: Setter): readonly Item[] {
  const area = frame(page.orientation)
  return setter
    .boxes([{ text: mark }], styles.headerMark, area.width, null)
    .flatMap((box) => box.items.map((item) => moved(item, area.x, geometry.header / 20)))
}

/** 目录 with dotted lines to the page numbers. Every entry leads to its heading. */
export function contentsBoxes(entries: readonly Contents[], setter: Setter): readonly Box[] {
  const title = setter.boxes([{ text: '目　录' }], styles.title, measure, null)
  const gap: Box = { height: styles.body.leading, items: [], isSpace: true }
  return [...title, gap, ...entries.flatMap((entry) => entryBoxes(entry, setter))]
}

const NUMBER_ROOM = 42

function entryBoxes(entry: Contents, setter: Setter): readonly Box[] {
  const style = styles.toc[entry.level]
  const lines = setter.lines([{ text: entry.text }], style, measure - NUMBER_ROOM)
  const number = entry.page === null ? '' : String(entry.page)
  return lines.map((line, index) => {
    const words = lineItems(line, style, measure, index === 0, null).map((item) => ({ ...item, goTo: entry.anchor }))
    if (index < lines.length - 1) return { height: style.leading, items: words, keepNext: true }
    const numberWidth = setter.width([{ text: number }], styles.tocNumber)
    const from = (index === 0 ? style.indent : style.hang) + line.width + 6
    const y = baselineOf(style) - 2
    const dots: Item = { kind: 'rule', x1: from, y1: y, x2: measure - numberWidth - 6, y2: y, width: 1, isDotted: true }
    const page = setter
      .lines([{ text: number }], styles.tocNumber, measure)
      .flatMap((one) => lineItems(one, styles.tocNumber, measure, true, null))
      .map((item) => ({ ...item, goTo: entry.anchor }))
    return { height: style.leading, items: [...words, dots, ...page] }
  })
}
