/** Text on its way into XML, and how wide it will be. */
import { line, size } from '../../../shared/report/style.ts'

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

/** Size of type in half-points and what is added after every character, in twips. */
export type Type = { readonly size: number; readonly spacing: number }

/** 3号, drawn in so that 28 characters fill a line. */
export const bodyType: Type = { size: size.body, spacing: line.characterSpacing }

/** Thousandths of the type size of U+0020 to U+007E in Times New Roman and its metric twins. */
const LATIN = (
  '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 ' +
  '564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 ' +
  '611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 ' +
  '722 500 500 444 480 200 480 541'
)
  .split(' ')
  .map(Number)

/** Width in twips. Whatever is not printable ASCII is full-width: the hint of the runs sees to that. */
export function characterWidth(char: string, type: Type): number {
  const share = LATIN[(char.codePointAt(0) ?? 0) - 0x20]
  return (type.size * 10 * (share ?? 1000)) / 1000 + type.spacing
}

/** Width of a line of body text (3号) in twips. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += characterWidth(char, bodyType)
  return Math.round(width)
}
