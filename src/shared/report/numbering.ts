/** Numbers of a document: headings, lists, tables, figures, attachments. The only place that counts; every writer asks here. */
import type { Block, Document, Inline } from './document.ts'

/** Printed number in front of a block or list item (`一、` `（二）` `3.` `（4）` `表1` `图2` `附件3`), by id. */
export type Numbers = ReadonlyMap<string, string>

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 in Chinese: 一, 十, 十一, 二十, 九十九. Throws outside. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no Chinese ordinal for ${n}`)
  const tens = Math.floor(n / 10)
  const ones = n % 10
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`
}

/** Number as printed at heading or list level 1–4: 一、 （一） 1. （1）. GB/T 9704-2012, 7.3.3. */
export function levelNumber(level: 1 | 2 | 3 | 4, n: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(n)}、`
    case 2:
      return `（${chineseNumber(n)}）`
    case 3:
      return `${n}.`
    case 4:
      return `（${n}）`
  }
}

/** Counts a whole document once. References ask the result by the target's id. */
export function numberDocument(document: Pick<Document, 'blocks'>): Numbers {
  const numbers = new Map<string, string>()
  const headings = [0, 0, 0, 0]
  const sequences = new Map<string, number>()
  let tables = 0
  let figures = 0
  for (const block of document.blocks) {
    switch (block.kind) {
      case 'heading': {
        if (!block.isNumbered) break
        const at = block.level - 1
        headings[at] = (headings[at] ?? 0) + 1
        headings.fill(0, block.level)
        numbers.set(block.id, levelNumber(block.level, headings[at] ?? 1))
        break
      }
      case 'list':
        for (const item of block.items) {
          const n = (sequences.get(block.sequence) ?? 0) + 1
          sequences.set(block.sequence, n)
          numbers.set(item.id, levelNumber(block.level, n))
        }
        break
      case 'table':
        if (block.caption !== null) numbers.set(block.id, `表${++tables}`)
        break
      case 'figure':
        numbers.set(block.id, `图${++figures}`)
        break
      case 'attachmentList':
        block.items.forEach((item, index) => {
          numbers.set(item.id, block.items.length === 1 ? '附件' : `附件${index + 1}`)
        })
        break
      default:
        break
    }
  }
  for (const block of document.blocks)
    if (block.kind === 'attachment') numbers.set(block.id, numbers.get(block.item) ?? '附件')
  return numbers
}

/** What a `ref` prints: 表1, 图2, 附件3; for a heading 第五章 (level 1) or its bare number （二）; for an item 第3项. */
export function referenceText(target: string, numbers: Numbers, blocks: readonly Block[]): string {
  const number = numbers.get(target)
  if (number === undefined) return ''
  const heading = blocks.find((block) => block.id === target && block.kind === 'heading')
  if (heading?.kind === 'heading') return heading.level === 1 ? `第${number.replace('、', '')}章` : number
  const item = /^(\d+)\.$/.exec(number)
  return item ? `第${item[1]}项` : number
}

/** The words of an inline as every writer prints them. */
export function inlineText(inline: Inline, numbers: Numbers, blocks: readonly Block[]): string {
  switch (inline.kind) {
    case 'text':
    case 'field':
    case 'redact':
    case 'cite':
      return inline.text
    case 'missing':
      return `【待补：${inline.label}】`
    case 'ref':
      return referenceText(inline.target, numbers, blocks)
  }
}

/** The words of a run of inlines. */
export function inlinesText(inlines: readonly Inline[], numbers: Numbers, blocks: readonly Block[]): string {
  return inlines.map((inline) => inlineText(inline, numbers, blocks)).join('')
}
