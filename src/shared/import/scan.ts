/**
 * A look at the text of a JSON file before it is parsed: levels and keys given twice, which JSON.parse would not tell. It does
 * not recurse, so that no depth overflows the stack; grammar is left to JSON.parse.
 */
import { depthSentence, MAX_DEPTH } from './content.ts'
import { fieldText, type Path, pathText } from './field-words.ts'

export type Scan = {
  /** one Chinese sentence about too many levels or a key given twice */
  readonly problem: string | null
  /** where the text ends inside an object, list or string; null when all are closed */
  readonly openAt: Path | null
}

type Level = { readonly keys: Set<string> | null; key: string; index: number; isKeyNext: boolean }

/** Reads a text of JSON once. */
export function scanJson(text: string): Scan {
  const levels: Level[] = []
  const path = (): Path => levels.map((level) => (level.keys === null ? level.index : level.key))
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charCodeAt(at)
    const level = levels.at(-1)
    if (mark === QUOTE) {
      const end = stringEnd(text, at)
      if (end < 0) return { problem: null, openAt: path() }
      if (level?.keys && level.isKeyNext) {
        level.key = keyText(text.slice(at, end + 1))
        level.isKeyNext = false
        if (level.keys.has(level.key)) return { problem: twiceSentence(path()), openAt: null }
        level.keys.add(level.key)
      }
      at = end
    } else if (mark === OPEN_OBJECT || mark === OPEN_LIST) {
      const isObject = mark === OPEN_OBJECT
      if (levels.length >= MAX_DEPTH) return { problem: depthSentence(pathText(path())), openAt: null }
      levels.push({ keys: isObject ? new Set() : null, key: '', index: 0, isKeyNext: isObject })
    } else if (mark === CLOSE_OBJECT || mark === CLOSE_LIST) levels.pop()
    else if (mark === COMMA && level) {
      level.index += 1
      level.isKeyNext = level.keys !== null
    }
  }
  return { problem: null, openAt: levels.length === 0 ? null : path() }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** Index of the quote that closes the string opened at `start`; -1 when none does. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const mark = text.charCodeAt(at)
    if (mark === BACKSLASH) at += 1
    else if (mark === QUOTE) return at
  }
  return -1
}

/** A key as JSON.parse will read it: `\u006eame` is `name`. A key that is no JSON string stays as it is; JSON.parse refuses it. */
function keyText(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}

function twiceSentence(path: Path): string {
  return `${fieldText(path)}出现了两次，不能确定以哪个为准，请删去一个后再导入。`
}
