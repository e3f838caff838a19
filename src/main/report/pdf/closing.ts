/** How a document ends: 附件说明, 落款 and 版记. GB/T 9704-2012, 7.3.4–7.3.7 and 7.4. */
import type { Block } from '../../../shared/report/document.ts'
import { type Box, type Item, moved } from './page.ts'
import type { Setter, Words } from './setter.ts'
import { bodyLeading, measure, styles } from './styles.ts'

/** 附件：1. … two characters in, further lines under the first character of the name; on one page where it fits. */
export function attachmentListBoxes(items: readonly Words[], setter: Setter): readonly Box[] {
  const start = styles.body.indent
  const label = setter.width([{ text: '附件：' }], styles.plain) - styles.plain.spacing
  const boxes = items.flatMap((words, index) => {
    const number = items.length === 1 ? '' : `${index + 1}. `
    const first = index === 0 ? start : start + label
    const numberWidth = number === '' ? 0 : setter.width([{ text: number }], styles.plain) + styles.plain.spacing
    const style = { ...styles.plain, align: 'left' as const, indent: first, hang: start + label + numberWidth }
    const text = `${index === 0 ? '附件：' : ''}${number}`
    return setter.boxes([{ text }, ...words], style, measure, null)
  })
  return keptTogether(boxes)
}

/**
 * 落款 without a seal: the name two characters from the right, the date two characters further right than the name; a
 * date longer than the name stands two characters from the right itself (7.3.5.2).
 */
export function signatureBoxes(name: Words, date: Words, setter: Setter): readonly Box[] {
  const two = styles.body.indent
  const nameWidth = setter.width(name, styles.plain)
  const dateWidth = setter.width(date, styles.plain)
  const room = measure - two
  if (nameWidth > room) {
    // lines of equal length, not a single word on the last one
    const character = styles.plain.size + styles.plain.spacing
    const share = nameWidth / Math.ceil(nameWidth / room)
    const width = Math.min(room, (Math.ceil(share / character) + 1) * character)
    const indent = room - width
    const nameStyle = { ...styles.plain, align: 'right' as const, indent, hang: indent }
    const start = Math.max(0, Math.min(indent + two, measure - dateWidth))
    const dateStyle = { ...styles.plain, align: 'left' as const, indent: start, hang: 0 }
    return keptTogether([...setter.boxes(name, nameStyle, room, null), ...setter.boxes(date, dateStyle, measure, null)])
  }
  const dateStart =
    dateWidth > nameWidth ? measure - two - dateWidth : Math.min(measure - nameWidth, measure - dateWidth)
  const nameStart = Math.max(0, dateWidth > nameWidth ? dateStart - two : measure - two - nameWidth)
  const at = (words: Words, indent: number) =>
    setter.boxes(words, { ...styles.plain, align: 'left', indent, hang: 0 }, measure, null)
  return keptTogether([...at(name, nameStart), ...at(date, Math.max(0, dateStart))])
}

function keptTogether(boxes: readonly Box[]): readonly Box[] {
  return boxes.map((box, index) => (index < boxes.length - 1 ? { ...box, keepNext: true } : box))
}

const THICK = 0.99
const THIN = 0.71

/** 版记: thick line, 抄送, thin line, 印发机关 and date, thick line on the lower edge of the type area. */
export function imprintBox(block: Extract<Block, { kind: 'imprint' }>, setter: Setter): Box {
  const inset = styles.imprint.size
  const items: Item[] = []
  let y = 0
  const rule = (width: number) => items.push({ kind: 'rule', x1: 0, y1: y, x2: measure, y2: y, width })
  const put = (boxes: readonly Box[]) => {
    for (const box of boxes) {
      for (const item of box.items) items.push(moved(item, inset, y))
      y += box.height
    }
  }
  rule(THICK)
  if (block.copyTo !== null) {
    const label = setter.width([{ text: '抄送：' }], styles.imprint)
    const style = { ...styles.imprint, align: 'justify' as const, hang: label }
    put(setter.boxes([{ text: `抄送：${block.copyTo}` }], style, measure - 2 * inset, null))
    rule(THIN)
  }
  const date: Words = [{ text: `${block.date}印发` }]
  const dateWidth = setter.width(date, styles.imprint)
  const issuer = setter.boxes([{ text: block.issuer }], styles.imprint, measure - 3 * inset - dateWidth, null)
  put(issuer.slice(0, -1))
  const lastTop = y
  put(issuer.slice(-1))
  const dateStyle = { ...styles.imprint, align: 'right' as const }
  for (const box of setter.boxes(date, dateStyle, measure - 2 * inset, null))
    for (const item of box.items) items.push(moved(item, inset, lastTop))
  if (issuer.length === 0) y += styles.imprint.leading
  rule(THICK)
  return { height: y, items }
}

export const blankLine: Box = { height: bodyLeading, items: [], isSpace: true }
