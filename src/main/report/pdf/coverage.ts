/** Cuts text by the glyphs fonts have, so that a character one font lacks comes from the next. */
import type { OpenFont } from './open-font.ts'

export type FontChain = {
  /** for digits and letters; asked first for them, last for everything else */
  readonly latin: readonly OpenFont[]
  readonly chinese: readonly OpenFont[]
}

export type CoveredRun = {
  readonly text: string
  readonly font: OpenFont
  /** the character that was asked for where no font has it; `text` is then 〓 */
  readonly lacking: string | null
}

/** What stands for a character no font has: the 空铅 of Chinese typesetting. */
export const GETA = '〓'

// ASCII, letters of western names, and ² ³ ¹ of units; Chinese quotes “” ‘’ — … · are full width and stay Chinese
const LATIN = /^[\u0021-\u007e\u00a0\u00b2\u00b3\u00b9\u00c0-\u024f ]$/u

/** True for what is set in the latin face. */
export function isLatin(character: string): boolean {
  return LATIN.test(character)
}

const LINE_BREAKS = /\r\n|[\t\n\r\v\f\u0085\u2028\u2029]/gu
// bidirectional marks, joiners, soft hyphens, variation selectors and tags: they print nothing
const INVISIBLE = /\p{Cc}|\p{Default_Ignorable_Code_Point}/gu

/** Text that can be set: line breaks and tabs become spaces, what prints nothing goes, lone surrogates show. */
export function settable(text: string): string {
  return text.toWellFormed().replace(LINE_BREAKS, ' ').replace(INVISIBLE, '')
}

/** Runs of `text`, each in one font. A character that no font has is printed as 〓 and named in `lacking`. */
export function splitByCoverage(text: string, chain: FontChain): readonly CoveredRun[] {
  const runs: { text: string; font: OpenFont; lacking: string | null }[] = []
  for (const character of settable(text)) {
    const found = fontFor(character, chain)
    const font = found ?? fontFor(GETA, chain)
    if (font === null) throw new Error(`no font has ${GETA}: ${chain.chinese.map((face) => face.key).join(', ')}`)
    const last = runs.at(-1)
    if (found !== null && last?.font === font && last.lacking === null) last.text += character
    else runs.push({ text: found === null ? GETA : character, font, lacking: found === null ? character : null })
  }
  return runs
}

function fontFor(character: string, chain: FontChain): OpenFont | null {
  const codePoint = character.codePointAt(0) ?? 0
  const order = isLatin(character) ? [chain.latin, chain.chinese] : [chain.chinese, chain.latin]
  for (const fonts of order) {
    const font = fonts.find((candidate) => candidate.has(codePoint))
    if (font !== undefined) return font
  }
  return null
}
