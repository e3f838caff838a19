/** Limits of what a file may hold, whatever its shape: depth, length of lists, characters, numbers. */
import { fieldText, type Path, pathText } from './field-words.ts'

/** Levels of objects and lists inside each other. Real cases have four. */
export const MAX_DEPTH = 64
/** Items of one list, fields of one object. */
export const MAX_ITEMS = 5_000
/** Values of one file. */
export const MAX_VALUES = 500_000
/** Characters of one field name; of a whole RFC 6901 path (the column that keeps it). */
const MAX_KEY = 200
const MAX_PATH = 1_800

/** One Chinese sentence about the first value that no case file can hold; null when there is none. Never recurses deeper than `MAX_DEPTH`. */
export function contentProblem(value: unknown): string | null {
  let values = 0
  const visit = (node: unknown, path: Path, length: number): string | null => {
    values += 1
    if (values > MAX_VALUES) return `文件的内容超过${MAX_VALUES / 10_000}万项，不像一个案例，请拆分后再导入。`
    if (typeof node === 'string') return textProblem(node, fieldText(path))
    if (typeof node === 'number') return numberProblem(node, path)
    if (typeof node !== 'object' || node === null) return null
    if (path.length >= MAX_DEPTH) return depthSentence(pathText(path))
    if (Array.isArray(node)) return listProblem(node, path, length)
    return objectProblem(node, path, length)
  }
  const listProblem = (node: readonly unknown[], path: Path, length: number): string | null => {
    if (node.length > MAX_ITEMS) return sizeSentence(fieldText(path), node.length)
    for (const [at, item] of node.entries()) {
      const problem = visit(item, [...path, at], length + String(at).length + 1)
      if (problem !== null) return problem
    }
    return null
  }
  const objectProblem = (node: object, path: Path, length: number): string | null => {
    const entries = Object.entries(node)
    if (entries.length > MAX_ITEMS) return sizeSentence(fieldText(path), entries.length)
    for (const [key, item] of entries) {
      const below = [...path, key]
      if (key.length > MAX_KEY || length + key.length * 2 > MAX_PATH)
        return `字段名过长：${pathText(below)}，请改短后再导入。`
      const problem =
        textProblem(key, `字段名（${pathText(below)}）`) ?? visit(item, below, length + key.length * 2 + 1)
      if (problem !== null) return problem
    }
    return null
  }
  return visit(value, [], 0)
}

/** The sentence for too many levels, also used before parsing. */
export function depthSentence(path: string): string {
  return `字段（${path}）嵌套超过${MAX_DEPTH}层，不像一个案例，请检查文件。`
}

function sizeSentence(field: string, length: number): string {
  return `${field}有${length}项，超过一个案例能容纳的${MAX_ITEMS}项，请检查文件或拆分后再导入。`
}

function numberProblem(value: number, path: Path): string | null {
  const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  return isExact ? null : `${fieldText(path)}的数字过大，无法准确保存，请核对。`
}

/** Characters that neither the database nor a document can hold: control characters, halves of surrogate pairs, non-characters. */
function textProblem(value: string, field: string): string | null {
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at)
    if (code >= 0x20 && code < 0xd800) continue
    if (code === 0x09 || code === 0x0a || code === 0x0d) continue
    if (code >= 0xe000 && code < 0xfffe) continue
    if (code >= 0xd800 && code < 0xdc00) {
      const next = value.charCodeAt(at + 1)
      if (next >= 0xdc00 && next < 0xe000) {
        at += 1
        continue
      }
    }
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    return `${field}含有不能保存的字符（${name}，第${at + 1}个字），请在原文件中删去后再导入。`
  }
  return null
}
