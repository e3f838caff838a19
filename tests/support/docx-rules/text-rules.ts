/** Type, pitch, indents, numbers and words of the text. */
import type { Model } from './package.ts'
import { paragraphsOf, runsOf, wordsOf } from './package.ts'
import { HAN, type Rule } from './rule.ts'
import { child, type Element, w } from './xml.ts'

const FACES: Readonly<Record<string, string>> = {
  GwBody: '仿宋_GB2312',
  GwFlush: '仿宋_GB2312',
  Heading1: '黑体',
  Heading2: '楷体_GB2312',
  Heading3: '仿宋_GB2312',
  Heading4: '仿宋_GB2312',
  Title: '方正小标宋简体',
  Caption: '黑体',
  GwFigureCaption: '黑体',
  GwHeadCell: '黑体',
  GwCell: '仿宋_GB2312',
}
const isBody = (style: string) => style === 'GwBody' || style === 'GwFlush' || style.startsWith('Heading')
const isHeading = (style: string) => /^Heading[1-4]$/.test(style)

const each = (model: Model, check: (paragraph: Element, style: string) => readonly string[]) =>
  paragraphsOf(model.body).flatMap((paragraph) =>
    check(paragraph, model.styleOf(paragraph)).map((problem) => `${problem}: «${wordsOf(paragraph).slice(0, 16)}»`),
  )

/** Every run says its Chinese face itself, with the hint that makes “ ” full-width; the face is that of its place. */
export const faces: Rule = (model) =>
  each(model, (paragraph, style) =>
    runsOf(paragraph).flatMap((run) => {
      const text = wordsOf({ name: 'w:p', attributes: {}, children: [run] })
      if (!HAN.test(text)) return []
      const direct = child(child(run, 'w:rPr'), 'w:rFonts')
      const face = w(direct, 'eastAsia')
      const wanted = FACES[style]
      // «附件2» and group lines are set in another face than their paragraph
      const isLabel = style === 'GwFlush' && /^附件\d*$/.test(text)
      return [
        ...(face === undefined ? ['a run has no Chinese face'] : []),
        ...(w(direct, 'hint') === 'eastAsia' ? [] : ['a run has no hint']),
        ...(w(direct, 'ascii') === 'Times New Roman' ? [] : ['latin face is not Times New Roman']),
        ...(wanted !== undefined && face !== undefined && face !== wanted && !isLabel
          ? [`face ${face}, not ${wanted}`]
          : []),
      ]
    }),
  )

/** Body and headings are 3号, titles 2号. */
export const sizes: Rule = (model) =>
  each(model, (paragraph, style) =>
    runsOf(paragraph).flatMap((run) => {
      const size = w(model.run(paragraph, run)('w:sz'))
      const isCover = sectionIndex(model, paragraph) === 0 && model.body.some((one) => one.name === 'w:sdt')
      if (isBody(style) && size !== '32') return [`size ${size}, not 3号`]
      return style === 'Title' && size !== '44' && !isCover ? [`size ${size}, not 2号`] : []
    }),
  )

function sectionIndex(model: Model, paragraph: Element): number {
  let index = 0
  for (const block of model.body) {
    if (block === paragraph) return index
    if (child(child(block, 'w:pPr'), 'w:sectPr') !== undefined) index++
  }
  return index
}

/** 22 lines a page: an exact pitch of 579 twips without space around it; 580 prints 21. */
export const pitch: Rule = (model) =>
  each(model, (paragraph, style) => {
    if (!isBody(style)) return []
    const spacing = model.paragraph(paragraph)('w:spacing')
    const line = Number(w(spacing, 'line'))
    const around = Number(w(spacing, 'before') ?? 0) + Number(w(spacing, 'after') ?? 0)
    // one point high: it carries a break or an anchor; the body of a cover stands far down
    const isSliver = line === 20 && wordsOf(paragraph) === ''
    const isFront = sectionIndex(model, paragraph) === 0 && around > 0
    if (isSliver || isFront) return []
    const count = w(spacing, 'lineRule') === 'exact' ? Math.floor(12756 / line) : 0
    return [
      ...(count === 22 && line >= 579 ? [] : [`pitch ${line} gives ${count} lines`]),
      ...(around > 0 ? ['space around a line'] : []),
    ]
  })

/** 28 characters of 3号 a line, and the first line of body text drawn in by two. */
export const measure: Rule = (model) =>
  each(model, (paragraph, style) => {
    if (!isBody(style)) return []
    const indent = model.paragraph(paragraph)('w:ind')
    const run = runsOf(paragraph).find((one) => HAN.test(wordsOf({ name: 'w:p', attributes: {}, children: [one] })))
    const spacing = run === undefined ? -5 : Number(w(model.run(paragraph, run)('w:spacing')) ?? 0)
    const perLine = Math.floor(8844 / (320 + spacing))
    const isIndented = w(indent, 'firstLineChars') === '200' && w(indent, 'firstLine') === '640'
    return [
      ...(perLine === 28 ? [] : [`${perLine} characters a line`]),
      ...(style === 'GwFlush' || isIndented ? [] : ['first line is not drawn in by two characters']),
    ]
  })

/** Headings have levels for the navigation pane and real numbers that count on; none is typed, none is empty. */
export const headings: Rule = (model) => {
  const problems: string[] = []
  const counts = [0, 0, 0, 0]
  let last = 0
  for (const paragraph of paragraphsOf(model.body)) {
    const style = model.styleOf(paragraph)
    const words = wordsOf(paragraph)
    if (!isHeading(style)) continue
    const level = Number(style.slice(-1))
    if (w(model.paragraph(paragraph)('w:outlineLvl')) !== String(level - 1))
      problems.push(`«${words}» is not on outline level ${level}`)
    if (words.trim() === '') problems.push(`an empty heading of level ${level}`)
    if (level > last + 1) problems.push(`«${words}» skips a level`)
    last = level
    const number = model.numbers.get(paragraph)
    if (/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．、])/.test(words))
      problems.push(`«${words}» has a typed number`)
    if (number === undefined) continue
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    if (number.trim() !== expected(level, counts[level - 1] ?? 0)) problems.push(`«${words}» has number ${number}`)
  }
  return problems
}

function expected(level: number, value: number): string {
  const digits = '一二三四五六七八九'
  const ones = value % 10 === 0 ? '' : digits[(value % 10) - 1]
  const chinese = `${value >= 20 ? digits[Math.floor(value / 10) - 1] : ''}${value >= 10 ? '十' : ''}${ones}`
  return [`${chinese}、`, `（${chinese}）`, `${value}.`, `（${value}）`][level - 1] ?? ''
}

const LEFTOVERS: readonly (readonly [RegExp, string])[] = [
  [/\bundefined\b|\bNaN\b|\[object |\bnull\b|Invalid Date/, 'a value of the program'],
  [/\{\{|\}\}|\$\{|<%/, 'a mark of a template'],
  [/\ufffd|\p{Cc}/u, 'a broken character'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d/, 'an instant as the program writes it'],
  [/年0\d月|月0\d日/, 'a date with a leading zero'],
  [/&(?:nbsp|lt|gt|amp|quot);/, 'markup of the web'],
]

/** Nothing of the program is left in the words. */
export const leftovers: Rule = (model) =>
  each(model, (paragraph) => {
    const words = wordsOf(paragraph).replaceAll(/[\t\n]/g, '')
    return LEFTOVERS.filter(([pattern]) => pattern.test(words)).map(([, name]) => name)
  })
