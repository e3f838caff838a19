/** A fact that is missing, and where it is entered. */
import type { CaseTable } from './tables.ts'

export type StageKey =
  | 'overview'
  | 'notice'
  | 'response'
  | 'parties'
  | 'casualties'
  | 'evidence'
  | 'timeline'
  | 'team'
  | 'causes'
  | 'liability'
  | 'measures'
  | 'report'
  | 'approval'
  | 'records'

export type Gap = {
  /** the fact in the words of the report: 【待补：直接经济损失】 */
  readonly label: string
  readonly stage: StageKey
  readonly table: CaseTable | 'caseFile'
  readonly column: string
  /** the row it is missing in; null when a row is to be added, or the table has one row */
  readonly rowId: string | null
  /** why it must be there; null where only good order wants it */
  readonly clause: string | null
}

const regulation = '《生产安全事故报告和调查处理条例》'

/** The clauses that the case file serves. */
export const clauses = {
  content: `${regulation}第十二条`,
  grade: `${regulation}第三条`,
  notice: `${regulation}第九条至第十三条`,
  authority: `${regulation}第十九条`,
  team: `${regulation}第二十二条`,
  interest: `${regulation}第二十三条`,
  leader: `${regulation}第二十四条`,
  deadline: `${regulation}第二十九条`,
  report: `${regulation}第三十条`,
  approval: `${regulation}第三十二条、第三十四条`,
  archive: `${regulation}第三十一条`,
  emergency: '《生产安全事故应急条例》第二十七条',
} as const

/** 第三十条第×项 */
export function reportItemClause(item: 1 | 2 | 3 | 4 | 5 | 6): string {
  return `${clauses.report}第${'一二三四五六'[item - 1]}项`
}
