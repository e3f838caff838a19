/** From an unknown JSON value to a published case, or one Chinese sentence that says which field is wrong and what belongs there. */
import type { z } from '../schema.ts'
import { contentProblem } from './content.ts'
import { fieldText, kindText, type Path } from './field-words.ts'
import { isObject } from './json.ts'
import { PublishedCase } from './published.ts'

export type ParsedCase =
  | { readonly ok: true; readonly value: PublishedCase }
  | { readonly ok: false; readonly message: string }

type Issue = z.core.$ZodIssue

const expected: Readonly<Record<string, string>> = {
  string: '应为文字',
  number: '应为数字',
  int: '应为整数',
  boolean: '应为 true 或 false',
  array: '应为列表',
  object: '应为一组字段',
}

/**
 * Checks a JSON value against schema 1.2. Unknown keys stay where they are, at any depth. The value itself is returned, not a
 * copy: zod would leave out `__proto__` keys.
 */
export function parsePublishedCase(value: unknown): ParsedCase {
  const refused = (message: string): ParsedCase => ({ ok: false, message })
  if (!isObject(value)) return refused(`文件内容应为一个案例（一组字段），${kindText(value)}，请选择案例文件。`)
  const problem = versionProblem(value) ?? contentProblem(value)
  if (problem !== null) return refused(problem)
  let sentence = ''
  const isPublished = (candidate: unknown): candidate is PublishedCase => {
    const parsed = PublishedCase.safeParse(candidate)
    if (!parsed.success) sentence = issueSentence(parsed.error.issues[0], candidate)
    return parsed.success
  }
  return isPublished(value) ? { ok: true, value } : refused(sentence)
}

function versionProblem(value: Readonly<Record<string, unknown>>): string | null {
  if (!Object.hasOwn(value, 'schemaVersion'))
    return '文件没有格式版本（schemaVersion），只能导入 1.2 版的案例，请核对。'
  const { schemaVersion } = value
  if (schemaVersion === '1.2') return null
  return `格式版本（schemaVersion）应为“1.2”，${kindText(schemaVersion)}，请转换为 1.2 版后再导入。`
}

function issueSentence(issue: Issue | undefined, root: unknown): string {
  if (!issue) return '文件不是 1.2 版的案例，请核对。'
  const path: Path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  if (issue.code === 'invalid_union') return unionSentence(issue, path, root)
  const words = issue.code === 'invalid_type' ? (expected[issue.expected] ?? '类型不正确') : issue.message
  return `${fieldText(path)}${words}，${kindText(valueAt(root, path))}。`
}

/** A list item may be words or fields: given fields, the wrong field is named. */
function unionSentence(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, root: unknown): string {
  const inner = issue.errors.map((errors) => errors[0]).find((found) => found !== undefined && found.path.length > 0)
  if (inner) return issueSentence({ ...inner, path: [...issue.path, ...inner.path] }, root)
  return `${fieldText(path)}应为文字或一组字段，${kindText(valueAt(root, path))}。`
}

function valueAt(root: unknown, path: Path): unknown {
  let at: unknown = root
  for (const step of path) {
    if (Array.isArray(at) && typeof step === 'number') at = at[step]
    else if (isObject(at) && Object.hasOwn(at, String(step))) at = at[String(step)]
    else return undefined
  }
  return at
}
