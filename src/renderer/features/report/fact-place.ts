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
  infoReport: 'response',
  infoReportDelivery: 'response',
  casualty: 'casualties',
  casualtyCount: 'casualties',
  lossAssessment: 'casualties',
  lossItem: 'casualties',
  team: 'team',
  teamMember: 'team',
  escalation: 'team',
  supervision: 'team',
  extension: 'team',
  handover: 'team',
  handoverItem: 'team',
  timelineEvent: 'timeline',
  cause: 'causes',
  finding: 'causes',
  findingCause: 'causes',
  appraisal: 'causes',
  determination: 'causes',
  lesson: 'measures',
  measure: 'measures',
  measureCause: 'measures',
  measureAction: 'measures',
  assessment: 'measures',
  assessmentItem: 'measures',
  liability: 'liability',
  proposal: 'liability',
  disposition: 'liability',
  citation: 'liability',
  penalty: 'liability',
  justiceTransfer: 'liability',
  evidence: 'evidence',
  evidenceFile: 'evidence',
  approval: 'records',
  publication: 'records',
  importBatch: 'records',
  importNote: 'records',
}

/** Columns of the accident that stand on another page than 概况. */
const accidentStages: Readonly<Record<string, StageKey>> = {
  reportingSummary: 'response',
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

export function stageLabel(key: string): string {
  return stages.find((stage) => stage.key === key)?.label ?? '案卷'
}

/** Address of the page with the row opened; `field` names the column for pages that can lead to it. */
export function addressOf(caseId: string, stage: string, fact: FactRef | null): string {
  if (fact === null) return `/case/${caseId}/${stage}`
  const isRow = isCaseTable(fact.table) && fact.table !== 'accident' && fact.id !== ''
  const query = new URLSearchParams({ ...(isRow ? { row: fact.id } : {}), field: fact.column })
  return `/case/${caseId}/${stage}?${query}`
}
