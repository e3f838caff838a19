/** 国民经济行业分类 GB/T 4754—2017: the 20 sections (门类). */
import type { Confidence } from './rule-row.ts'

export type IndustrySection = {
  readonly code: string
  readonly name: string
  /** first and last 大类 of the section; written from memory, for reading bare digits only */
  readonly firstDivision: number
  readonly lastDivision: number
}

/** The sections were read in the standard; the ranges of divisions are from memory. */
export const industryConfidence: Readonly<Record<'sections' | 'divisions', Confidence>> = {
  sections: 'verified',
  divisions: 'memory',
}

const rows: readonly (readonly [string, string, number, number])[] = [
  ['A', '农、林、牧、渔业', 1, 5],
  ['B', '采矿业', 6, 12],
  ['C', '制造业', 13, 43],
  ['D', '电力、热力、燃气及水生产和供应业', 44, 46],
  ['E', '建筑业', 47, 50],
  ['F', '批发和零售业', 51, 52],
  ['G', '交通运输、仓储和邮政业', 53, 60],
  ['H', '住宿和餐饮业', 61, 62],
  ['I', '信息传输、软件和信息技术服务业', 63, 65],
  ['J', '金融业', 66, 69],
  ['K', '房地产业', 70, 70],
  ['L', '租赁和商务服务业', 71, 72],
  ['M', '科学研究和技术服务业', 73, 75],
  ['N', '水利、环境和公共设施管理业', 76, 79],
  ['O', '居民服务、修理和其他服务业', 80, 82],
  ['P', '教育', 83, 83],
  ['Q', '卫生和社会工作', 84, 85],
  ['R', '文化、体育和娱乐业', 86, 90],
  ['S', '公共管理、社会保障和社会组织', 91, 96],
  ['T', '国际组织', 97, 97],
]

export const industrySections: readonly IndustrySection[] = rows.map(([code, name, firstDivision, lastDivision]) => ({
  code,
  name,
  firstDivision,
  lastDivision,
}))

/**
 * The section (门类) of an industry code: `C3670`, `C` → 制造业. Bare digits (`3670`) go by the range of divisions. Null when
 * the code has another form. The smaller classes are not at hand, so a code of the right form is not known to exist.
 */
export function industryLabel(code: string): string | null {
  const match = /^([A-T])?(\d{2,4})?$/.exec(code.normalize('NFKC').trim().toUpperCase())
  if (!match) return null
  const [, letter, digits] = match
  if (letter) return industrySections.find((section) => section.code === letter)?.name ?? null
  if (!digits) return null
  const division = Number(digits.slice(0, 2))
  return industrySections.find((row) => row.firstDivision <= division && division <= row.lastDivision)?.name ?? null
}

/** A sentence when the code cannot be a code of GB/T 4754; null when its form is right. */
export function industryProblem(code: string): string | null {
  if (industryLabel(code) !== null) return null
  return `行业代码“${code}”不符合 GB/T 4754 的写法，请填写门类字母（如 C）或字母加2至4位数字（如 C3670）。`
}
