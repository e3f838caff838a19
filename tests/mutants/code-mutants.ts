/** Wrong copies of a source: one operator, number or word is another one. Comments, strings and types are left alone. */
import { stripTypeScriptTypes } from 'node:module'

/** `line` is the text of the line as it should be. */
export type CodeMutant = { readonly what: string; readonly line: string; readonly source: string }

const SWAPS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/===/y, ['!==']],
  [/!==/y, ['===']],
  [/>=/y, ['>', '<']],
  [/<=/y, ['<', '>']],
  [/=>/y, []],
  [/>/y, ['>=', '<']],
  [/</y, ['<=', '>']],
  [/&&/y, ['||']],
  [/\|\|/y, ['&&']],
  [/\+=/y, ['-=']],
  [/-=/y, ['+=']],
  [/\+\+/y, []],
  [/--/y, []],
  [/ \+ /y, [' - ']],
  [/ - /y, [' + ']],
  [/ \* /y, [' / ']],
  [/ \/ /y, [' * ']],
  [/ % /y, [' / ']],
  [/\.some\(/y, ['.every(']],
  [/\.every\(/y, ['.some(']],
  [/Math\.max\(/y, ['Math.min(']],
  [/Math\.min\(/y, ['Math.max(']],
  [/\.at\(-1\)/y, ['.at(0)']],
  [/\.findLastIndex\(/y, ['.findIndex(']],
  [/\btrue\b/y, ['false']],
  [/\bfalse\b/y, ['true']],
]

/** Every mutant of a TypeScript source; lines stay where they are. */
export function codeMutantsOf(typed: string): CodeMutant[] {
  const source = stripTypeScriptTypes(typed)
  return places(source).flatMap(({ at, length, instead }) =>
    instead.map((text) => ({
      line: source.split('\n')[source.slice(0, at).split('\n').length - 1] ?? '',
      what: `line ${source.slice(0, at).split('\n').length}: ${source.slice(at, at + length).trim()} → ${text.trim()}`,
      source: source.slice(0, at) + text + source.slice(at + length),
    })),
  )
}

type Place = { readonly at: number; readonly length: number; readonly instead: readonly string[] }

function places(source: string): Place[] {
  const found: Place[] = []
  const skipped = skippedRanges(source)
  for (let at = 0; at < source.length; at++) {
    const skip = skipped.get(at)
    if (skip !== undefined) {
      at = skip - 1
      continue
    }
    const place = swapAt(source, at) ?? numberAt(source, at)
    if (place === null) continue
    found.push(place)
    at += place.length - 1
  }
  return found
}

function swapAt(source: string, at: number): Place | null {
  for (const [form, instead] of SWAPS) {
    form.lastIndex = at
    const [text] = form.exec(source) ?? []
    if (text !== undefined) return { at, length: text.length, instead }
  }
  return null
}

function numberAt(source: string, at: number): Place | null {
  // a bound in the schema of our own data decides what loads, no answer
  const form = /(?<![\w.$]|\.min\()\d[\d_]*(?![\w.])/y
  form.lastIndex = at
  const [text] = form.exec(source) ?? []
  if (text === undefined) return null
  const value = Number(text.replaceAll('_', ''))
  return { at, length: text.length, instead: [String(value + 1), ...(value > 0 ? [String(value - 1)] : [])] }
}

/** Comments, strings, the fixed parts of templates and regular expressions: start → end. */
function skippedRanges(source: string): Map<number, number> {
  const ranges = new Map<number, number>()
  /** for each open `${` the braces inside it */
  const open: number[] = []
  let last = ''
  const template = (start: number): number => {
    let at = start
    while (at < source.length && source[at] !== '`') {
      if (source[at] === '\\') at += 1
      else if (source[at] === '$' && source[at + 1] === '{') {
        open.push(0)
        return at + 2
      }
      at += 1
    }
    return at + 1
  }
  for (let at = 0; at < source.length; at++) {
    const letter = source[at] ?? ''
    let end = -1
    if (source.startsWith('//', at)) end = endOf(source, '\n', at)
    else if (source.startsWith('/*', at)) end = endOf(source, '*/', at) + 2
    else if (letter === "'" || letter === '"') end = stringEnd(source, at, letter)
    else if (letter === '`') end = template(at + 1)
    else if (letter === '/' && /[(,=:[!&|?{};\n]/.test(last)) end = regexEnd(source, at)
    else if (letter === '{' && open.length > 0) open.push((open.pop() ?? 0) + 1)
    else if (letter === '}' && open.length > 0) {
      const depth = open.pop() ?? 0
      if (depth > 0) open.push(depth - 1)
      else end = template(at + 1)
    }
    if (end > at) {
      ranges.set(at, end)
      at = end - 1
    }
    if (!/\s/.test(letter)) last = letter
  }
  return ranges
}

function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from + 1)
  return at < 0 ? source.length : at
}

function stringEnd(source: string, from: number, quote: string): number {
  let at = from + 1
  while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1
  return at + 1
}

function regexEnd(source: string, from: number): number {
  let at = from + 1
  let isInClass = false
  while (at < source.length && (source[at] !== '/' || isInClass)) {
    if (source[at] === '\\') at += 1
    else if (source[at] === '[') isInClass = true
    else if (source[at] === ']') isInClass = false
    at += 1
  }
  return at + 1
}
