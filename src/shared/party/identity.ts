/** The same enterprise across cases. */
import { normalizeUscc, usccProblem } from './uscc.ts'

/**
 * Key by which a unit is recognised again: its 统一社会信用代码 when that is valid, else its normalised name. Names that differ
 * in a word (有限公司, 有限责任公司) stay different: nothing in the law merges them.
 */
export function identityKey(uscc: string | null, name: string): string {
  return uscc !== null && usccProblem(uscc) === null ? normalizeUscc(uscc) : normalizeName(name)
}

/** A name without differences of typing: width of letters and brackets, spaces, letter case. */
export function normalizeName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/\s/g, '')
    .toLowerCase()
}
