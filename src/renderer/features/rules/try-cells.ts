/** Evaluates a rule with facts as they are typed under Chinese heads. Writes nothing; a refusal is one sentence. */
import { AppError } from '../../../shared/result.ts'
import type { Answer } from '../../../shared/rules/answer.ts'
import { factsOf } from '../../../shared/rules/cases.ts'
import type { Heads } from '../../../shared/rules/heads.ts'
import type { Settings } from '../../../shared/rules/rule.ts'
import type { LoadedRule } from './book.ts'

/** By head; empty cells are not given. */
export type Cells = Readonly<Record<string, string>>

export type Tried =
  | { readonly ok: true; readonly answer: Answer | readonly Answer[] }
  | { readonly ok: false; readonly sentence: string }

export const UNKNOWN = '未知'

export function tryCells(rule: LoadedRule, cells: Cells, settings: Settings): Tried {
  try {
    return { ok: true, answer: rule.evaluate(factsOf(cells, rule.heads), settings) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ok: false, sentence: refusalOf(error, rule.heads, cells) }
  }
}

/** The rule's own sentence; of a fact that is missing or not understood the sentence says its Chinese name. */
function refusalOf({ message, fields }: AppError, heads: Heads, cells: Cells): string {
  if (fields === undefined) return message
  const wrong = Object.entries(heads).flatMap(([head, { name }]) => {
    const path = Object.keys(fields).find((key) => key === name || key.startsWith(`${name}.`))
    return path === undefined ? [] : [{ head, said: fields[path] ?? '' }]
  })
  const given = ({ head }: { readonly head: string }) => (cells[head] ?? '') !== ''
  const [first] = wrong.filter(given)
  if (first !== undefined) return wrongWords(first.head, first.said, heads, cells)
  const missing = wrong.map(({ head }) => `“${head}”`)
  return missing.length === 0 ? message : `没有计算：请填写${missing.join('、')}；尚不掌握的填“${UNKNOWN}”。`
}

function wrongWords(head: string, said: string, heads: Heads, cells: Cells): string {
  if (cells[head] === UNKNOWN) return `没有计算：“${head}”是这条规则必需的，不能是“${UNKNOWN}”。`
  const choices = heads[head]?.choices
  if (choices) return `没有计算：“${head}”应为${Object.keys(choices).join('、')}之一。`
  // sentences of the schema library itself name types of the program
  if (/[A-Za-z]{2,}|无效/.test(said.replace(/GB\/T/g, '')))
    return `没有计算：“${head}”填写的“${cells[head]}”不能识别，请按例填写。`
  return `没有计算：“${head}”${said}。`
}

/** The cells in an address: heads that the rule does not have are left out. */
export function cellsFrom(search: URLSearchParams, heads: Heads): Cells {
  return Object.fromEntries(
    Object.keys(heads).flatMap((head) => {
      const cell = search.get(head)?.slice(0, 2000)
      return cell ? [[head, cell]] : []
    }),
  )
}

/** The address of a rule's page with these facts in its form. */
export function ruleAddress(id: string, cells: Cells = {}): string {
  const given = Object.entries(cells).filter(([, cell]) => cell !== '')
  return `/rules/${id}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`
}
