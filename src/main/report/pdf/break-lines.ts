/** Lines of Chinese text: what may stand at the start and the end of a line (GB/T 15834, 5.1), and where words hold together. */
import { isLatin } from './coverage.ts'
import type { OpenFont } from './open-font.ts'

/** One character to be set. Widths are points. */
export type Character = {
  readonly text: string
  readonly font: OpenFont
  readonly width: number
}

export type Line = {
  readonly characters: readonly Character[]
  /** width as set without stretching, spaces at the end not counted */
  readonly width: number
  readonly isLast: boolean
}

const NOT_AT_START = new Set('，。、；：？！）》」』】〕〗〉”’…—·～％‰℃°%,.;:?!)]}²³々')
// a sign before a number stays with it: ≤30%; the point of “3·21” with what follows, as in Word
const NOT_AT_END = new Set('·（《“‘「『【〔〖〈([{￥$№≤≥＜＞≈±＋－')
/** A word longer than this (a web address, a hash) may be cut anywhere. */
const LONGEST_WORD = 20

/**
 * Breaks characters into lines no wider than `widthOf(line)`. `spacing` is what the setter adds after every character
 * but the last (usually negative).
 */
export function breakLines(
  characters: readonly Character[],
  widthOf: (line: number) => number,
  spacing: number,
): readonly Line[] {
  const mayBreak = breakPoints(characters)
  const lines: Line[] = []
  let start = skipSpaces(characters, 0)
  while (start < characters.length) {
    const limit = widthOf(lines.length) + 0.001
    let width = 0
    let end = start
    let lastBreak = 0
    while (end < characters.length) {
      const next = width + (end > start ? spacing : 0) + (characters[end]?.width ?? 0)
      // spaces may hang out over the end of a line
      if (next > limit && characters[end]?.text !== ' ') break
      width = next
      end++
      if (mayBreak[end] === true) lastBreak = end
    }
    if (end < characters.length) end = lastBreak > start ? lastBreak : Math.max(end, start + 1)
    const set = characters.slice(start, trimEnd(characters, start, end))
    lines.push({ characters: set, width: widthOfCharacters(set, spacing), isLast: end >= characters.length })
    start = skipSpaces(characters, end)
  }
  const last = lines.at(-1)
  if (last !== undefined && !last.isLast) lines[lines.length - 1] = { ...last, isLast: true }
  return lines
}

export function widthOfCharacters(characters: readonly Character[], spacing: number): number {
  return characters.reduce((sum, character) => sum + character.width, 0) + spacing * Math.max(0, characters.length - 1)
}

/** `result[i]`: a line may end before character i. */
function breakPoints(characters: readonly Character[]): readonly boolean[] {
  const wordLength = lengthOfWords(characters)
  return characters.map((character, index) => {
    const before = characters[index - 1]
    if (before === undefined || character.text === ' ') return false
    if (NOT_AT_START.has(character.text) || NOT_AT_END.has(before.text)) return isInLongWord(wordLength, index)
    if (before.text === ' ') return true
    if (isLatin(character.text) && isLatin(before.text)) return isInLongWord(wordLength, index)
    return true
  })
}

function isInLongWord(wordLength: readonly number[], index: number): boolean {
  return (wordLength[index] ?? 0) > LONGEST_WORD && (wordLength[index - 1] ?? 0) > LONGEST_WORD
}

/** For every character the length of the latin word it stands in, 0 outside. */
function lengthOfWords(characters: readonly Character[]): readonly number[] {
  const lengths = new Array<number>(characters.length).fill(0)
  let start = 0
  for (let index = 0; index <= characters.length; index++) {
    const text = characters[index]?.text
    if (text !== undefined && text !== ' ' && isLatin(text)) continue
    lengths.fill(index - start, start, index)
    start = index + 1
  }
  return lengths
}

function skipSpaces(characters: readonly Character[], from: number): number {
  let index = from
  while (characters[index]?.text === ' ') index++
  return index
}

function trimEnd(characters: readonly Character[], start: number, end: number): number {
  let index = end
  while (index > start && characters[index - 1]?.text === ' ') index--
  return index
}
