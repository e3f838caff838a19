/** Text on its way into XML, and how wide it will be. */

/** Control characters and lone surrogates are not XML at any price: one of them makes Word refuse the whole file. */
const FORBIDDEN = /\p{Cc}|\p{Cs}|\ufffe|\uffff/gu

/** One line of text that XML can hold: tabs and line breaks become spaces, what XML forbids goes. */
export function clean(text: string): string {
  return text.replaceAll(/\r\n|[\t\n\r]/g, ' ').replaceAll(FORBIDDEN, '')
}

/** The lines of a text, each fit for XML. */
export function cleanLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).map(clean)
}

/** A full-width character of 3号 drawn in by 0.25 pt, and a half-width one, in twips. */
const FULL = 315
const HALF = 155

/** Width of a line of body text (3号) in twips; digits and latin letters count half, which is exact for digits. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += isNarrow(char) ? (char === '.' || char === ' ' ? 75 : HALF) : FULL
  return width
}

function isNarrow(char: string): boolean {
  return (char.codePointAt(0) ?? 0) < 0x250
}
