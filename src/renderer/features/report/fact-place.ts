/** Where a fact of the report is entered: table and column → page of the case. */
import type { StageKey } from '../../../shared/case/gap.ts'
import { stages } from '../../../shared/case/stage.ts'
import { type CaseTable, isCaseTable } from '../../../shared/case/tables.ts'
import type { FactRef } from '../../../shared/report/document.ts'

const tableStages: Readonly<Record<CaseTable, StageKey>> = {
  accident: 'overview',
  document: 'report',
  documentBlock: 'report',
  documentRelease: 'report',
  unit: 'parties',
  unitRelation: 'parties',
  person: 'parties',
  infoReport: 'notice',
  infoReportDelivery: 'notice',
  casualty: 'casualties',
  casualtyCount: 'casualties',
  lossAssessment: 'casualties',
  lossItem: 'casualties',
  team: 'team',
  teamMember: 'team',
  escalation: 'team',
  supervision: 'team',
  extension: 'team',
  appraisal: 'team',
  handover: 'team',
  handoverItem: 'team',
  timelineEvent: 'timeline',
  cause: 'causes',
  finding: 'causes',
  findingCause: 'causes',
  determination: 'causes',
  lesson: 'measures',
  measure: 'measures',
  measureCause: 'measures',
  measureAction: 'measures',
  assessmentItem: 'measures',
  liability: 'liability',
  proposal: 'liability',
  disposition: 'liability',
  citation: 'liability',
  penalty: 'liability',
  justiceTransfer: 'liability',
  evidence: 'evidence',
  evidenceFile: 'evidence',
  approval: 'approval',
  publication: 'approval',
  assessment: 'approval',
  importBatch: 'records',
  importNote: 'records',
}

/** Columns of the accident that stand on another page than 概况. */
const accidentStages: Readonly<Record<string, StageKey>> = {
  reportingSummary: 'notice',
  rescueSummary: 'response',
  rescueAssessment: 'response',
  aftermath: 'response',
  brief: 'timeline',
  nature: 'causes',
  natureText: 'causes',
  natureStatement: 'causes',
}

export function stageOfFact({ table, column }: FactRef): StageKey {
  if (table === 'accident') return accidentStages[column] ?? tableStages.accident
  return isCaseTable(table) ? tableStages[table] : 'overview'
}

/** Where the first step is made when nothing of it is entered yet: the labels of `gaps` that name no row. */
const gapPlaces: Readonly<Record<string, Omit<FactRef, 'id'>>> = {
  事故发生单位概况: { table: 'unit', column: 'businessScope' },
  事故发生时间: { table: 'caseFile', column: 'occurredFrom' },
  事故发生地点: { table: 'accident', column: 'address' },
  事故发生经过: { table: 'timelineEvent', column: 'description' },
  事故救援情况: { table: 'accident', column: 'rescueSummary' },
  应急处置评估: { table: 'accident', column: 'rescueAssessment' },
  死亡人数: { table: 'casualtyCount', column: 'deaths' },
  直接经济损失: { table: 'lossAssessment', column: 'statedDirectFen' },
  事故直接原因: { table: 'cause', column: 'description' },
  事故性质: { table: 'accident', column: 'natureText' },
  事故等级: { table: 'caseFile', column: 'grade' },
  事故责任的认定和处理建议: { table: 'liability', column: 'facts' },
  责任人员或者单位: { table: 'liability', column: 'subjectText' },
  处理建议: { table: 'proposal', column: 'description' },
  人数: { table: 'liability', column: 'headCount' },
  存在问题的单位: { table: 'finding', column: 'unitId' },
  事故防范和整改措施: { table: 'measure', column: 'description' },
  责任单位: { table: 'measure', column: 'responsibleText' },
  事故调查组的成立和组成情况: { table: 'team', column: 'name' },
  成文日期: { table: 'document', column: 'datedOn' },
}

/** The fact that a gap of the report asks for; null when nobody said where it is entered. */
export function factOfGap({ label, fact }: { readonly label: string; readonly fact?: FactRef | null }): FactRef | null {
  const place = gapPlaces[label]
  return fact ?? (place === undefined ? null : { ...place, id: '' })
}

export function stageLabel(key: string): string {
  return stages.find((stage) => stage.key === key)?.label ?? '案卷'
}

/** Address of the page with the row opened and the field in it that is asked for; see `useArrival`. */
export function addressOf(caseId: string, stage: string, fact: FactRef | null): string {
  if (fact === null) return `/case/${caseId}/${stage}`
  const isRow = isCaseTable(fact.table) && fact.table !== 'accident' && fact.id !== ''
  const query = new URLSearchParams({ ...(isRow ? { row: fact.id } : {}), table: fact.table, field: fact.column })
  return `/case/${caseId}/${stage}?${query}`
}
