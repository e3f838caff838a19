/**
 * The tables of a case: one list that dossier, journal, undo, import, package and register loop over. Keys are the English
 * terms in camelCase; the database writes them in snake_case.
 */
import { ApprovalFields, PublicationFields } from '../approval/fields.ts'
import { AssessmentFields, AssessmentItemFields } from '../assessment/fields.ts'
import { CasualtyCountFields, CasualtyFields } from '../casualty/fields.ts'
import { CauseFields, FindingCauseFields, FindingFields, LessonFields } from '../cause/fields.ts'
import { AppraisalFields, ExtensionFields } from '../clock/fields.ts'
import { DeterminationFields } from '../determination/fields.ts'
import { DocumentBlockFields, DocumentFields, DocumentReleaseFields } from '../document/fields.ts'
import { EscalationFields, HandoverFields, HandoverItemFields } from '../escalation/fields.ts'
import { EvidenceFields, EvidenceFileFields } from '../evidence/fields.ts'
import { ImportBatchFields, ImportNoteFields } from '../import/fields.ts'
import { CitationFields, DispositionFields, LiabilityFields, ProposalFields } from '../liability/fields.ts'
import { LossAssessmentFields, LossItemFields } from '../loss/fields.ts'
import { MeasureActionFields, MeasureCauseFields, MeasureFields } from '../measure/fields.ts'
import { InfoReportDeliveryFields, InfoReportFields } from '../notice/fields.ts'
import { PersonFields, UnitFields, UnitRelationFields } from '../party/fields.ts'
import { JusticeTransferFields, PenaltyFields } from '../penalty/fields.ts'
import type { z } from '../schema.ts'
import { SupervisionFields } from '../supervision/fields.ts'
import { TeamFields, TeamMemberFields } from '../team/fields.ts'
import { TimelineEventFields } from '../timeline/fields.ts'
import { AccidentFields, type CaseDerived, type CaseFileFields } from './fields.ts'

/** `isSorted`: the table has a `sort_key`, its rows stand in an order that people choose. `label` names one row. */
const table = <F extends z.ZodObject>(label: string, fields: F, isSorted: boolean) => ({ label, fields, isSorted })

export const caseTables = {
  accident: table('事故概况', AccidentFields, false),
  document: table('文书', DocumentFields, false),
  documentBlock: table('报告文字', DocumentBlockFields, true),
  documentRelease: table('定稿', DocumentReleaseFields, false),
  unit: table('单位', UnitFields, true),
  unitRelation: table('单位关系', UnitRelationFields, true),
  person: table('人员', PersonFields, true),
  infoReport: table('信息报告', InfoReportFields, false),
  infoReportDelivery: table('报送记录', InfoReportDeliveryFields, false),
  casualty: table('伤亡人员', CasualtyFields, true),
  casualtyCount: table('伤亡数字', CasualtyCountFields, false),
  lossAssessment: table('损失核定', LossAssessmentFields, false),
  lossItem: table('损失分项', LossItemFields, true),
  team: table('调查组', TeamFields, true),
  teamMember: table('调查组成员', TeamMemberFields, true),
  timelineEvent: table('经过', TimelineEventFields, true),
  cause: table('原因', CauseFields, true),
  finding: table('问题', FindingFields, true),
  findingCause: table('问题与原因的关联', FindingCauseFields, false),
  lesson: table('教训', LessonFields, true),
  measure: table('整改措施', MeasureFields, true),
  measureCause: table('措施与原因的关联', MeasureCauseFields, false),
  measureAction: table('措施落实记录', MeasureActionFields, false),
  liability: table('责任认定', LiabilityFields, true),
  proposal: table('处理建议', ProposalFields, true),
  disposition: table('处理落实', DispositionFields, false),
  citation: table('法条引用', CitationFields, true),
  determination: table('认定', DeterminationFields, false),
  escalation: table('提级调查', EscalationFields, false),
  supervision: table('挂牌督办', SupervisionFields, false),
  extension: table('延期', ExtensionFields, false),
  appraisal: table('技术鉴定', AppraisalFields, false),
  approval: table('报送与批复', ApprovalFields, false),
  publication: table('公布', PublicationFields, false),
  penalty: table('行政处罚', PenaltyFields, false),
  justiceTransfer: table('移送司法机关', JusticeTransferFields, false),
  handover: table('移交', HandoverFields, false),
  handoverItem: table('移交清单', HandoverItemFields, true),
  assessment: table('整改评估', AssessmentFields, false),
  assessmentItem: table('评估事项', AssessmentItemFields, true),
  evidence: table('证据', EvidenceFields, true),
  evidenceFile: table('证据文件', EvidenceFileFields, true),
  importBatch: table('导入', ImportBatchFields, false),
  importNote: table('导入说明', ImportNoteFields, false),
} as const

export type CaseTables = typeof caseTables
export type CaseTable = keyof CaseTables

/** Tables with many rows a case; all but `accident`. */
export type ListTable = Exclude<CaseTable, 'accident'>

/** Columns that every row of a case carries. `rev` is the number of the journal entry that last wrote the row. */
export type RowKey = {
  readonly caseId: string
  readonly id: string
  readonly rev: number
  readonly isRemoved: boolean
  /** order inside its list (fractional index); '' where the table has no order */
  readonly sortKey: string
}

/** The values of a row without its keys. */
export type Values<T extends CaseTable> = Readonly<z.output<CaseTables[T]['fields']>>

/** A row of a case table. */
export type Row<T extends CaseTable> = RowKey & Values<T>

/** The register row: what a person fills in and what is derived from the rest. */
export type CaseFile = Readonly<z.output<typeof CaseFileFields>> &
  Readonly<z.output<typeof CaseDerived>> & { readonly id: string; readonly rev: number; readonly isRemoved: boolean }

/** Everything about one case in one value; rows in their order, archived rows left out. */
export type Dossier = {
  readonly caseFile: CaseFile
  readonly accident: Row<'accident'>
  readonly rows: { readonly [T in ListTable]: readonly Row<T>[] }
}

export const caseTableNames: readonly CaseTable[] = Object.keys(caseTables).filter(isCaseTable)

/** Whether a text names a table of a case. */
export function isCaseTable(name: string): name is CaseTable {
  return Object.hasOwn(caseTables, name)
}
