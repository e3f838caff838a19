/**
 * How many lines a text takes in Word and LibreOffice. Both keep 避头尾, let a closing mark hang over the end of a line and
 * put a little space between Chinese and latin; 标点压缩 differs from program to program and is turned off.
 */
import { characterWidth, type Type } from './text.ts'

/** Word's own sets for simplified Chinese. */
const NOT_AT_START = new Set(
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠',
)
const NOT_AT_END = new Set('$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥')

/** Marks that may hang over the end of a line. */
const MAY_HANG = new Set('，。、；：？！')
/** Between Chinese and a latin word or number, as a share of the size of type. */
const GAP = 0.2

/** Lines of one paragraph: `width` of a full line and of the first one, in twips. */
export function countLines(text: string, width: number, firstWidth: number, type: Type): number {
  return text.split('\n').reduce((lines, part) => lines + countPart(Array.from(part), width, firstWidth, type), 0)
}

function countPart(chars: readonly string[], width: number, firstWidth: number, type: Type): number {
  let lines = 1
  let start = 0
  let used = 0
  let lastBreak = 0
  for (let index = 0; index < chars.length; index++) {
    const char = chars[index] ?? ''
    const before = chars[index - 1] ?? ''
    if (index > start && mayBreak(before, char)) lastBreak = index
    used += advance(index > start ? before : '', char, type)
    const limit = lines === 1 ? firstWidth : width
    // a space may hang over the end of a line; the space after the last character is not printed
    if (char === ' ' || used - type.spacing <= limit) continue
    const next = chars[index + 1]
    const fitsBefore = used - characterWidth(char, type) - type.spacing <= limit
    if (MAY_HANG.has(char) && fitsBefore && (next === undefined || mayBreak(char, next))) continue
    lines++
    // a word wider than the line is cut where it stands
    start = lastBreak > start ? lastBreak : Math.max(index, start + 1)
    used = 0
    for (let at = start; at <= index; at++)
      used += advance(at > start ? (chars[at - 1] ?? '') : '', chars[at] ?? '', type)
  }
  return lines
}

function advance(before: string, char: string, type: Type): number {
  const isMixed = (isHan(before) && isWord(char)) || (isWord(before) && isHan(char))
  return characterWidth(char, type) + (isMixed ? GAP * type.size * 10 : 0)
}

function isHan(char: string): boolean {
  return /^\p{sc=Han}$/u.test(char)
}

function isWord(char: string): boolean {
  return /^[\p{sc=Latin}\d%]$/u.test(char)
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || NOT_AT_START.has(after) || NOT_AT_END.has(before)) return false
  if (before === ' ') return true
  return !(isLatin(before) && isLatin(after))
}

function isLatin(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return code > 0x20 && code < 0x250
}
