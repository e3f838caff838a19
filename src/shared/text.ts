/** The label of every word that a column can hold. A new enum column without labels does not compile. */
import { approvalDecisionLabels, approvalSubjectLabels, publicationSubjectLabels } from './approval/labels.ts'
import { assessmentFollowUpLabels, assessmentStateLabels } from './assessment/labels.ts'
import {
  nameSourceLabels,
  natureLabels,
  precisionLabels,
  progressLabels,
  purposeLabels,
  regimeLabels,
  secrecyLabels,
  typeStandardLabels,
} from './case/labels.ts'
import type { CaseFile, CaseTable, Values } from './case/tables.ts'
import { countBasisLabels, outcomeLabels } from './casualty/labels.ts'
import { causeDiagramLabels, causeGateLabels, causeKindLabels, findingCategoryLabels } from './cause/labels.ts'
import { extensionClockLabels } from './clock/labels.ts'
import { questionLabels } from './determination/labels.ts'
import {
  blockModeLabels,
  blockStatusLabels,
  documentDirectionLabels,
  documentKindLabels,
  documentStatusLabels,
  editionLabels,
} from './document/labels.ts'
import { escalationDecisionLabels, escalationGroundLabels, handoverAboutLabels } from './escalation/labels.ts'
import { evidenceFormLabels, evidenceKindLabels, fileRoleLabels, reportPlaceLabels } from './evidence/labels.ts'
import { importNoteKindLabels } from './import/labels.ts'
import type { Labels, OpenLabels } from './labels.ts'
import {
  citationRoleLabels,
  dispositionKindLabels,
  dispositionStateLabels,
  fineBaseSourceLabels,
  liabilityGradeLabels,
  proposalCategoryLabels,
  subjectKindLabels,
} from './liability/labels.ts'
import { lossBasisLabels, lossMethodLabels, lossStandardLabels, payerLabels } from './loss/labels.ts'
import { measureActionLabels, measureStateLabels } from './measure/labels.ts'
import { channelLabels, infoReportDirectionLabels, infoReportKindLabels, reportLevelLabels } from './notice/labels.ts'
import { unitKindLabels } from './party/labels.ts'
import { filingLabels, transferDecisionLabels } from './penalty/labels.ts'
import { reviewOpinionLabels, supervisionLevelLabels } from './supervision/labels.ts'
import {
  memberRoleLabels,
  recusalLabels,
  signatureOpinionLabels,
  teamAuthorityLabels,
  teamLevelLabels,
  teamPurposeLabels,
} from './team/labels.ts'
import { eventKindLabels } from './timeline/labels.ts'

/** `V` when its text members are a closed list, else never. */
type Closed<V> = string extends V ? never : Extract<V, string>
type EnumLabels<F> = { readonly [C in keyof F as [Closed<F[C]>] extends [never] ? never : C]: Labels<F[C]> }
type Tables = { readonly [T in CaseTable]: EnumLabels<Values<T>> }
type TablesWithEnums = { readonly [T in keyof Tables as [keyof Tables[T]] extends [never] ? never : T]: Tables[T] }

const closedLabels: TablesWithEnums & { readonly caseFile: EnumLabels<CaseFile> } = {
  caseFile: {
    nameSource: nameSourceLabels,
    purpose: purposeLabels,
    regime: regimeLabels,
    occurredPrecision: precisionLabels,
    typeStandard: typeStandardLabels,
    secrecy: secrecyLabels,
    stage: progressLabels,
  },
  document: { direction: documentDirectionLabels, status: documentStatusLabels },
  documentBlock: { mode: blockModeLabels, status: blockStatusLabels },
  documentRelease: { edition: editionLabels },
  infoReport: { kind: infoReportKindLabels, direction: infoReportDirectionLabels },
  infoReportDelivery: { channel: channelLabels },
  casualty: { outcome: outcomeLabels },
  casualtyCount: { basis: countBasisLabels },
  lossAssessment: { basis: lossBasisLabels },
  lossItem: { method: lossMethodLabels },
  team: { purpose: teamPurposeLabels, authority: teamAuthorityLabels, level: teamLevelLabels },
  teamMember: { role: memberRoleLabels, recusal: recusalLabels, signatureOpinion: signatureOpinionLabels },
  timelineEvent: { kind: eventKindLabels, tPrecision: precisionLabels },
  cause: { kind: causeKindLabels, diagram: causeDiagramLabels, gate: causeGateLabels },
  finding: { category: findingCategoryLabels },
  measureAction: { kind: measureActionLabels, stateAfter: measureStateLabels },
  liability: { subjectKind: subjectKindLabels },
  proposal: { category: proposalCategoryLabels, fineBaseSource: fineBaseSourceLabels },
  disposition: { state: dispositionStateLabels },
  citation: { role: citationRoleLabels },
  escalation: { ground: escalationGroundLabels, decision: escalationDecisionLabels },
  supervision: { level: supervisionLevelLabels, reviewOpinion: reviewOpinionLabels },
  extension: { clock: extensionClockLabels },
  approval: { subject: approvalSubjectLabels, decision: approvalDecisionLabels },
  publication: { subject: publicationSubjectLabels },
  justiceTransfer: { decision: transferDecisionLabels, filing: filingLabels },
  handover: { aboutTable: handoverAboutLabels },
  assessmentItem: { state: assessmentStateLabels, followUp: assessmentFollowUpLabels },
  evidence: { kind: evidenceKindLabels, form: evidenceFormLabels },
  evidenceFile: { role: fileRoleLabels, reportPlace: reportPlaceLabels },
  importNote: { kind: importNoteKindLabels },
}

const openLabels: Readonly<Record<string, Readonly<Record<string, OpenLabels>>>> = {
  accident: { nature: natureLabels },
  unit: { kind: unitKindLabels },
  liability: { gradeOfLiability: liabilityGradeLabels },
  disposition: { kind: dispositionKindLabels },
  lossAssessment: { standard: lossStandardLabels },
  lossItem: { payer: payerLabels },
  infoReportDelivery: { fromLevel: reportLevelLabels, toLevel: reportLevelLabels },
  document: { kind: documentKindLabels, secrecy: secrecyLabels },
  evidence: { secrecy: secrecyLabels, tPrecision: precisionLabels },
  determination: { question: questionLabels },
}

const closed: Readonly<Record<string, Readonly<Record<string, OpenLabels>>>> = closedLabels

/** The words a column may hold with their labels, in their order; null for a column of free text. */
export function labelsOf(table: CaseTable | 'caseFile', column: string): OpenLabels | null {
  return own(own(closed, table), column) ?? own(own(openLabels, table), column)
}

/** The label of a word in a column; a word without one is its own label. */
export function valueLabel(table: CaseTable | 'caseFile', column: string, value: string): string {
  return own(labelsOf(table, column), value) ?? value
}

/** Words come from imported files: `constructor` is not a label. */
function own<T>(record: Readonly<Record<string, T>> | null, key: string): T | null {
  return record !== null && Object.hasOwn(record, key) ? (record[key] ?? null) : null
}
