/** Kinds of proposals and dispositions from the words of the source. The first rule that fits wins. */
import type { NewRow } from './row.ts'
import type { SubjectKind } from './words.ts'

type Category = NewRow<'proposal'>['category']

const categories: readonly (readonly [RegExp, Category])[] = [
  [/免予|免于|不予追究/, 'exempt'],
  [/胁从|从轻/, 'coerced'],
  [/刑事|司法|犯罪|移送公安/, 'criminal'],
  [/党纪|政纪|政务|处分|诫勉|组织处理|审查调查|问责/, 'discipline'],
  [/资格|资质/, 'qualification'],
  [/内部/, 'internal'],
]

/** 追究刑事责任 → criminal; 行政处罚 → by subject; no word → undecided; other words → other. */
export function proposalCategoryOf(word: string | null, subject: SubjectKind): Category {
  if (word === null || word === '') return 'undecided'
  if (word.includes('行政处罚'))
    return subject === 'unit' || subject === 'unit_group' ? 'penalty_unit' : 'penalty_person'
  return categories.find(([pattern]) => pattern.test(word))?.[1] ?? 'other'
}

const dispositions: readonly (readonly [RegExp, string])[] = [
  [/有期徒刑|判处|判决|拘役|缓刑/, 'judgment'],
  [/起诉|公诉/, 'prosecuted'],
  [/强制措施|拘留|逮捕|采取措施/, 'coercive'],
  [/立案/, 'filed'],
  [/处分|诫勉|撤职|免职/, 'discipline'],
  [/罚款/, 'fine'],
]

/** 已采取刑事强制措施 → coercive; other words → other. */
export function dispositionKindOf(words: string): string {
  return dispositions.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}
