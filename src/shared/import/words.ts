/** Words of schema 1.2 ↔ codes of the tables. A word that stands in no table keeps its text beside the code or in a note. */
import type { Values } from '../case/tables.ts'

type Code<T> = NonNullable<T>
export type Outcome = Code<Values<'casualty'>['outcome']>
export type FindingCategory = Values<'finding'>['category']
export type SubjectKind = Values<'liability'>['subjectKind']
export type AssessedState = Code<Values<'assessmentItem'>['state']>

const outcomeWords: Readonly<Record<Outcome, readonly [string, ...string[]]>> = {
  death: ['死亡'],
  missing: ['失踪', '下落不明', '失联'],
  serious: ['重伤'],
  acute_poisoning: ['急性中毒', '急性工业中毒'],
  minor: ['轻伤'],
  unspecified: ['受伤（轻重未分）', '受伤'],
  hospitalised: ['住院治疗', '住院'],
  unharmed: ['无伤', '未受伤'],
}

const findingWords: Readonly<Record<FindingCategory, readonly [string, ...string[]]>> = {
  accident_unit: ['事故发生单位'],
  related_unit: ['相关单位'],
  intermediary: ['中介和技术服务单位'],
  regulator: ['监管部门'],
  government: ['地方党委政府'],
  person: ['责任人员'],
  other: ['其他'],
}

const subjectWords: Readonly<Record<SubjectKind, readonly [string, ...string[]]>> = {
  person: ['person'],
  unit: ['unit'],
  person_group: ['personGroup'],
  unit_group: ['unitGroup'],
}

const stateWords: Readonly<Record<AssessedState, readonly [string, ...string[]]>> = {
  done: ['已落实'],
  mostly: ['基本落实'],
  partly: ['部分落实'],
  not_done: ['未落实'],
  not_applicable: ['不适用'],
}

const outcomes: readonly Outcome[] = [
  'death',
  'missing',
  'serious',
  'acute_poisoning',
  'minor',
  'unspecified',
  'hospitalised',
  'unharmed',
]
const categories: readonly FindingCategory[] = [
  'accident_unit',
  'related_unit',
  'intermediary',
  'regulator',
  'government',
  'person',
  'other',
]
const subjects: readonly SubjectKind[] = ['person', 'unit', 'person_group', 'unit_group']
const states: readonly AssessedState[] = ['done', 'mostly', 'partly', 'not_done', 'not_applicable']

/** 死亡 → death; 受伤 → unspecified; null for other words. */
export const outcomeOf = (word: string) => outcomes.find((code) => outcomeWords[code].includes(word)) ?? null
/** death → 死亡. */
export const outcomeWord = (code: Outcome) => outcomeWords[code][0]

/** 监管部门 → regulator; null for other words. */
export const findingCategoryOf = (word: string) => categories.find((code) => findingWords[code].includes(word)) ?? null
/** regulator → 监管部门. */
export const findingCategoryWord = (code: FindingCategory) => findingWords[code][0]

/** personGroup → person_group; null for other words. */
export const subjectKindOf = (word: string) => subjects.find((code) => subjectWords[code].includes(word)) ?? null
/** person_group → personGroup. */
export const subjectWord = (code: SubjectKind) => subjectWords[code][0]

/** 部分落实 → partly; null for other words. */
export const assessedStateOf = (word: string) => states.find((code) => stateWords[code].includes(word)) ?? null
/** partly → 部分落实. */
export const assessedStateWord = (code: AssessedState) => stateWords[code][0]
