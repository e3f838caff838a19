/** Facts of an answer under their Chinese names. */
import type { Answer } from '../../shared/rules/answer.ts'
import type { LoadedRule } from '../../shared/rules/rule.ts'

/** The head of a fact; a name that is Chinese already stays. */
function factName(rule: LoadedRule, fact: string): string {
  const found = Object.entries(rule.heads).find(([, { name }]) => name === fact)
  return found?.[0] ?? (/[一-鿿]/.test(fact) ? fact : '其他事实')
}

/** 损失 of 损失（万元）: for a sentence in which the value brings its unit. */
export function bareName(rule: LoadedRule, fact: string): string {
  return factName(rule, fact).replace(/（[^（）]*）$/, '')
}

/** Name and value of each fact that was given, in the order of the heads. */
export function factRows(
  { heads }: LoadedRule,
  { facts }: Answer,
  cells?: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return Object.entries(heads).flatMap(([head, { name, choices }]) => {
    const cell = cells === undefined ? valueWords(facts[name], choices) : (cells[head] ?? '')
    return cell === '' ? [] : [[head, cell] as const]
  })
}

function valueWords(value: unknown, choices: Readonly<Record<string, unknown>> = {}): string {
  if (value === undefined) return ''
  if (value === null) return '未知'
  const word = Object.entries(choices).find(([, choice]) => choice === value)?.[0]
  if (word !== undefined) return word
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? value.join('；') || '无' : `${value.length} 项`
  return typeof value === 'object' ? '已填写' : String(value)
}
