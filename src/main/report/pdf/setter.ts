/** Sets words in type: inlines → characters of a font → lines → boxes. */
import type { Inline } from '../../../shared/report/document.ts'
import type { FontRole, FontSet } from '../fonts.ts'
import { breakLines, type Character, type Line, widthOfCharacters } from './break-lines.ts'
import { type FontChain, isLatin, splitByCoverage } from './coverage.ts'
import { type OpenFont, openFont } from './open-font.ts'
import type { Box, TextItem } from './page.ts'

/** How a paragraph is set. Lengths are points. */
export type Style = {
  readonly role: Exclude<FontRole, 'latin' | 'latinBold'>
  readonly size: number
  /** added after every character */
  readonly spacing: number
  /** distance from one line to the next */
  readonly leading: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  /** of the first line */
  readonly indent: number
  /** of the other lines */
  readonly hang: number
}

export type Words = readonly { readonly text: string; readonly bold?: boolean }[]

export type Setter = {
  characters(words: Words, style: Pick<Style, 'role' | 'size'>): readonly Character[]
  lines(words: Words, style: Style, width: number): readonly Line[]
  /** one box a line */
  boxes(words: Words, style: Style, width: number, anchor: string | null): readonly Box[]
  width(words: Words, style: Style): number
  /** first font of a role that is a file of its own: pdfmake cannot draw SVG with one of a collection */
  singleFont(role: Style['role']): OpenFont
  /** characters no font has */
  readonly lacking: ReadonlySet<string>
}

/** More than this between two characters of a stretched line looks torn: such a line stays ragged. */
const MOST_STRETCH = 5

export function createSetter(
  fonts: FontSet,
  textOf: (inline: Inline) => string,
): Setter & {
  words(inlines: readonly Inline[]): Words
} {
  const open = (role: FontRole) => fonts[role].map(openFont).filter((font): font is OpenFont => font !== null)
  const chains = new Map<string, FontChain>()
  const chainOf = (role: Style['role'], isBold: boolean): FontChain => {
    // Chinese type has no bold of 仿宋: emphasis is set in 黑体
    const face: FontRole = isBold && role !== 'title' ? 'heading1' : role
    const key = `${face}${isBold}`
    const known = chains.get(key)
    if (known !== undefined) return known
    // page numbers are 宋体 throughout (GB/T 9704-2012, 7.5)
    const latin = open(face === 'song' ? 'song' : isBold || face === 'title' ? 'latinBold' : 'latin')
    const chain = { latin, chinese: open(face) }
    chains.set(key, chain)
    return chain
  }
  const lacking = new Set<string>()

  const characters: Setter['characters'] = (words, style) =>
    words.flatMap((word) =>
      splitByCoverage(word.text, chainOf(style.role, word.bold === true)).flatMap((run) => {
        if (run.lacking !== null) lacking.add(run.lacking)
        return Array.from(run.text, (text) => ({
          text,
          font: run.font,
          width: run.font.advance(text.codePointAt(0) ?? 0) * style.size,
        }))
      }),
    )
  const lines: Setter['lines'] = (words, style, width) =>
    breakLines(characters(words, style), (line) => width - (line === 0 ? style.indent : style.hang), style.spacing)

  return {
    characters,
    lines,
    words: (inlines) =>
      inlines.map((inline) => ({ text: textOf(inline), bold: 'bold' in inline && inline.bold === true })),
    boxes: (words, style, width, anchor) =>
      lines(words, style, width).map((line, index) => ({
        height: style.leading,
        items: lineItems(line, style, width, index === 0, index === 0 ? anchor : null),
      })),
    singleFont: (role) => {
      const font = open(role).find((candidate) => candidate.face.postscriptName === undefined)
      if (font === undefined) throw new Error(`no font file for ${role}`)
      return font
    },
    width: (words, style) => widthOfCharacters(characters(words, style), style.spacing),
    lacking,
  }
}

/** The runs of a line on its baseline, at the height of one line. */
export function lineItems(
  line: Line,
  style: Style,
  width: number,
  isFirst: boolean,
  anchor: string | null,
): readonly TextItem[] {
  const indent = isFirst ? style.indent : style.hang
  const free = width - indent - line.width
  const gaps = line.characters.filter((_, index) => mayStretch(line.characters, index)).length
  const stretch = style.align === 'justify' && !line.isLast && gaps > 0 ? free / gaps : 0
  const start = style.align === 'center' ? free / 2 : style.align === 'right' ? free : 0
  const spacing = { within: style.spacing, stretch: stretch <= MOST_STRETCH ? stretch : 0 }
  return runItems(line.characters, style, spacing, indent + start, anchor)
}

/** Whether the gap after a character takes part in stretching: words and numbers in latin type keep their shape. */
function mayStretch(characters: readonly Character[], index: number): boolean {
  const [one, next] = [characters[index], characters[index + 1]]
  return one !== undefined && next !== undefined && !(isLatin(one.text) && isLatin(next.text))
}

/** A Chinese character stands 0.88 em above the baseline and 0.12 em below; its square is centred in the line. */
export function baselineOf(style: Pick<Style, 'size' | 'leading'>): number {
  return (style.leading - style.size) / 2 + 0.88 * style.size
}

function runItems(
  characters: readonly Character[],
  style: Style,
  spacing: { readonly within: number; readonly stretch: number },
  x: number,
  anchor: string | null,
): readonly TextItem[] {
  const baseline = baselineOf(style)
  const items: TextItem[] = []
  let text = ''
  let startX = x
  let at = x
  characters.forEach((character, index) => {
    const next = characters[index + 1]
    const isLatinRun = isLatin(character.text)
    text += character.text
    at += character.width + spacing.within + (mayStretch(characters, index) ? spacing.stretch : 0)
    if (next?.font === character.font && isLatin(next.text) === isLatinRun) return
    items.push({
      kind: 'text',
      text,
      font: character.font,
      size: style.size,
      spacing: isLatinRun ? spacing.within : spacing.within + spacing.stretch,
      x: startX,
      baseline,
      ...(items.length === 0 && anchor !== null ? { anchor } : {}),
    })
    text = ''
    startX = at
  })
  return items
}
