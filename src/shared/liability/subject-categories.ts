/** Which kinds of proposals fit whom: a unit is not fined as a person, a person not as a unit. */
import type { Row } from '../case/tables.ts'
import { proposalCategoryLabels, proposalOrder } from './labels.ts'

type SubjectKind = Row<'liability'>['subjectKind']
type Category = Row<'proposal'>['category']

const isUnit = (kind: SubjectKind): boolean => kind === 'unit' || kind === 'unit_group'

// 党纪政务处分, 企业内部处理 and what is remitted because of death are for persons
const FOR_PERSONS: readonly Category[] = ['exempt', 'discipline', 'penalty_person', 'internal']

/** Whether a proposal of this kind can be made against this kind of subject. */
export function fitsSubject(category: Category, kind: SubjectKind): boolean {
  if (category === 'penalty_unit') return isUnit(kind)
  return !FOR_PERSONS.includes(category) || !isUnit(kind)
}

/** Two to five times the fine (安全生产法第一百一十四条第二款) concern units only. */
export function hasMultiple(category: Category, kind: SubjectKind): boolean {
  return category === 'penalty_unit' && isUnit(kind)
}

/** The kinds to choose from, in the order of the report. `kept`: what is chosen already stays in the list. */
export function categoryOptions(
  kind: SubjectKind,
  kept: readonly Category[],
): readonly { readonly value: Category; readonly label: string }[] {
  return proposalOrder
    .filter((category) => fitsSubject(category, kind) || kept.includes(category))
    .map((value) => ({ value, label: proposalCategoryLabels[value] }))
}

/** What is wrong with a proposal of this kind against this subject, and what to do; null when it fits. */
export function categoryProblem(category: Category, kind: SubjectKind): string | null {
  if (fitsSubject(category, kind)) return null
  if (isUnit(kind)) {
    const better = category === 'penalty_person' ? '“行政处罚（单位）”' : '适用于单位的类别'
    return `对象是单位，处理类别却是“${proposalCategoryLabels[category]}”；请改为${better}，或者把人员另立一条责任。`
  }
  return '对象是人员，处理类别却是“行政处罚（单位）”；请改为“行政处罚（人员）”，或者把单位另立一条责任。'
}
