/** The register columns that follow from the rest of the case. Pure: the same rows give the same columns. */
import { type DayText, dayOf } from '../dates.ts'
import type { z } from '../schema.ts'
import { type Grade, gradeFromText, gradeLabels } from '../statutes/grade-thresholds.ts'
import type { CaseDerived } from './fields.ts'
import { type GradeAnswer, type GradeFigures, gradeOf } from './grade.ts'
import type { CaseFile, Dossier, Row } from './tables.ts'

type Derived = z.output<typeof CaseDerived>

/** A dossier before its derived columns are known. */
export type UnderivedDossier = Omit<Dossier, 'caseFile'> & { readonly caseFile: Omit<CaseFile, keyof Derived> }

/** The grade that holds, and how it came about. */
export type CaseGrade = {
  readonly grade: Grade | null
  readonly isProvisional: boolean
  /** what the rule says by itself */
  readonly computed: GradeAnswer
  /** what a person decided instead of, or in agreement with, the rule */
  readonly decided: { readonly grade: Grade; readonly reason: string | null } | null
  /** a grade that may not be lowered without a person (V-03 例14), in a sentence */
  readonly question: string | null
}

/** All derived columns but `updatedAt`, which only the clock knows. */
export function deriveCase(dossier: UnderivedDossier): Omit<Derived, 'updatedAt'> {
  const { caseFile } = dossier
  const count = holdingCount(dossier)
  const { grade, isProvisional } = caseGrade(dossier)
  return {
    occurredOn: occurredOnOf(caseFile),
    sortOn: caseFile.occurredFrom === null ? caseFile.registeredOn : dayOf(caseFile.occurredFrom),
    stage: stageOf(dossier),
    grade,
    isGradeProvisional: isProvisional,
    deaths: count?.deaths ?? null,
    missing: count?.missing ?? null,
    seriousInjuries: count ? seriousOf(count) : null,
    minorInjuries: count?.minorInjuries ?? null,
    unspecifiedInjuries: count?.unspecifiedInjuries ?? null,
    directLossFen: holdingLoss(dossier)?.directFen ?? null,
    isEscalated: decidedYesNo(dossier, 'is_escalated') ?? (isEscalatedByRow(dossier) ? true : null),
    isSupervised: decidedYesNo(dossier, 'is_supervised') ?? (dossier.rows.supervision.length > 0 ? true : null),
    approvedOn: approvalOf(dossier)?.decidedOn ?? null,
  }
}

/** The day of the accident; null while only a month, a year or nothing is known. */
export function occurredOnOf(caseFile: Pick<CaseFile, 'occurredFrom' | 'occurredPrecision'>): DayText | null {
  const isDayKnown = !['month', 'year', 'unknown'].includes(caseFile.occurredPrecision)
  return caseFile.occurredFrom !== null && isDayKnown ? dayOf(caseFile.occurredFrom) : null
}

const countStrength = ['phone', 'initial', 'follow_up', 'supplement', 'verified', 'investigation'] as const

/** The count that holds: strongest basis, then the newest state of affairs, then the newest knowledge. */
export function holdingCount(dossier: Pick<Dossier, 'rows'>): Row<'casualtyCount'> | null {
  return newest(dossier.rows.casualtyCount, (row) => [
    String(countStrength.indexOf(row.basis)),
    row.asOf ?? '',
    row.knownAt ?? '',
  ])
}

/** 重伤 with 急性工业中毒 (第三条); null while 重伤 is unknown. Bounded by what a register column can hold. */
export function seriousOf(count: Pick<Row<'casualtyCount'>, 'seriousInjuries' | 'acutePoisonings'>): number | null {
  if (count.seriousInjuries === null) return null
  return Math.min(count.seriousInjuries + (count.acutePoisonings ?? 0), 1_000_000_000)
}

const lossStrength = ['estimate', 'verified', 'investigation'] as const

export type HoldingLoss = {
  readonly assessment: Row<'lossAssessment'>
  /** 分: the total as stated, else the sum of the direct items */
  readonly directFen: number
}

/** The loss that holds: of the assessments with a figure the strongest basis, then the newest day of calculation. */
export function holdingLoss(dossier: Pick<Dossier, 'rows'>): HoldingLoss | null {
  const figures = dossier.rows.lossAssessment.flatMap((assessment) => {
    const directFen = assessment.statedDirectFen ?? directSumFen(dossier, assessment.id)
    return directFen === null ? [] : [{ assessment, directFen }]
  })
  return newest(figures, ({ assessment }) => [
    String(lossStrength.indexOf(assessment.basis)),
    assessment.calculatedOn ?? '',
  ])
}

/**
 * Sum of the direct items of an assessment in 分; null while none has an amount (a ledger of zeros is not filled in: an accident
 * without any loss is stated as such), or when the sum is beyond any amount of money.
 */
export function directSumFen(dossier: Pick<Dossier, 'rows'>, lossAssessmentId: string): number | null {
  const items = dossier.rows.lossItem.filter((item) => item.lossAssessmentId === lossAssessmentId && item.isDirect)
  const sum = items.reduce((total, item) => total + item.amountFen, 0)
  return sum === 0 || sum > 9_000_000_000_000_000 ? null : sum
}

/** The grade of a case: a decision where there is one, else the rule; provisional until figures are verified. */
export function caseGrade(dossier: UnderivedDossier): CaseGrade {
  const count = holdingCount(dossier)
  const loss = holdingLoss(dossier)
  const { caseFile } = dossier
  const on = caseFile.occurredFrom === null ? null : dayOf(caseFile.occurredFrom)
  const computed = gradeOf(figuresOf(count, loss?.directFen ?? null), on, caseFile.regime)

  const row = dossier.rows.determination.find((other) => other.question === 'grade' && other.value !== null)
  const decidedGrade = row?.value ? gradeFromText(row.value) : null
  if (decidedGrade !== null) {
    const decided = { grade: decidedGrade, reason: row?.reason ?? null }
    return { grade: decidedGrade, isProvisional: false, computed, decided, question: null }
  }

  const kept = gradeKept(dossier, count, loss?.directFen ?? null, on)
  if (kept !== null && computed.grade !== null && kept > computed.grade) {
    const question = `按最新数字为${gradeLabels[computed.grade]}，此前为${gradeLabels[kept]}；重伤人员死亡后是否仍计入重伤无明文，不自动降级，请人工认定等级。`
    return { grade: kept, isProvisional: true, computed, decided: null, question }
  }
  const isEarly = count !== null && count.basis !== 'verified' && count.basis !== 'investigation'
  const isEstimate = loss?.assessment.basis === 'estimate'
  const isProvisional = computed.isProvisional || isEarly || isEstimate
  return { grade: computed.grade, isProvisional, computed, decided: null, question: null }
}

function figuresOf(count: Row<'casualtyCount'> | null, directLossFen: number | null): GradeFigures {
  return {
    deaths: count?.deaths ?? null,
    seriousInjuries: count?.seriousInjuries ?? null,
    // A count that does not state 急性工业中毒 apart has it within 重伤.
    acutePoisonings: count?.acutePoisonings ?? 0,
    unspecifiedInjuries: count?.unspecifiedInjuries ?? null,
    missing: count?.missing ?? null,
    directLossFen,
  }
}

/**
 * The grade if those who were counted as 重伤 before they died stay so counted. Only this kind of fall is held up; a plain
 * correction of a figure lowers the grade.
 */
function gradeKept(
  dossier: UnderivedDossier,
  count: Row<'casualtyCount'> | null,
  directLossFen: number | null,
  on: DayText | null,
): Grade | null {
  if (count === null || count.deaths === null || count.seriousInjuries === null) return null
  const { deaths, seriousInjuries } = count
  const grades = dossier.rows.casualtyCount.map((earlier) => {
    const died = deaths - (earlier.deaths ?? deaths)
    const healed = (earlier.seriousInjuries ?? seriousInjuries) - seriousInjuries
    const turned = Math.max(0, Math.min(died, healed))
    const figures = { ...figuresOf(count, directLossFen), seriousInjuries: seriousInjuries + turned }
    return gradeOf(figures, on, dossier.caseFile.regime).grade
  })
  return grades.reduce<Grade | null>(
    (highest, grade) => (grade !== null && grade > (highest ?? 0) ? grade : highest),
    null,
  )
}

function stageOf(dossier: UnderivedDossier): Derived['stage'] {
  const { rows } = dossier
  if (rows.handover.some((row) => row.aboutTable === 'archive_volume' && row.receivedOn !== null)) return 'archived'
  const isAssessed =
    rows.approval.some((row) => row.subject === 'assessment' && row.decision === 'approved') ||
    rows.assessment.some((row) => row.finishedOn !== null || row.conclusion !== null)
  if (isAssessed) return 'assessed'
  const isPublished = rows.publication.some(
    (row) => row.subject === 'investigation' && (row.publishedOn !== null || row.publishedText !== null),
  )
  if (isPublished || isReadByAll(dossier)) return 'published'
  if (approvalOf(dossier)) return 'approved'
  const submission = newest(
    rows.approval.filter((row) => row.subject === 'investigation'),
    (row) => [row.submittedOn ?? row.receivedOn ?? ''],
  )
  const isSubmitted = submission !== null && (submission.submittedOn ?? submission.receivedOn) !== null
  if (isSubmitted && submission.decision !== 'returned') return 'submitted'
  const hasTeam = rows.team.some((team) => team.purpose === 'investigation')
  // An imported case may tell what the investigation found and not who carried it out.
  const hasWork = [rows.cause, rows.finding, rows.liability, rows.appraisal, rows.supervision].some(
    (list) => list.length > 0,
  )
  return hasTeam || hasWork ? 'investigating' : 'reported'
}

/**
 * A case for the library came out when its file names who made it public or was made from the report itself or from news of
 * it. A notice that the accident happened is none of these.
 */
function isReadByAll({ caseFile, rows }: UnderivedDossier): boolean {
  if (caseFile.purpose !== 'reference') return false
  if (rows.publication.some((row) => row.subject === 'investigation' && row.byBody !== null)) return true
  return rows.importNote.some(({ kind, valueJson }) => {
    const source = kind === 'source' && typeof valueJson === 'object' && valueJson !== null ? valueJson : {}
    return 'kind' in source && typeof source.kind === 'string' && /report|digest|approval/.test(source.kind)
  })
}

/** The newest 批复 that approved the investigation. */
function approvalOf(dossier: UnderivedDossier): Row<'approval'> | null {
  return newest(
    dossier.rows.approval.filter((row) => row.subject === 'investigation' && row.decision === 'approved'),
    (row) => [row.decidedOn ?? ''],
  )
}

/** 提级 is 第二十条第一款; another team after a change of figures (第二款) and a repeated investigation are not. */
function isEscalatedByRow(dossier: UnderivedDossier): boolean {
  return dossier.rows.escalation.some((row) => row.ground === 'escalation' && row.decision === 'approved')
}

function decidedYesNo(dossier: UnderivedDossier, question: string): boolean | null {
  const value = dossier.rows.determination.find((row) => row.question === question)?.value ?? null
  return value === 'yes' ? true : value === 'no' ? false : null
}

/** The row with the highest key, compared part by part as text; the later one of equals. */
function newest<T>(rows: readonly T[], key: (row: T) => readonly string[]): T | null {
  return rows.reduce<T | null>((best, row) => (best === null || compare(key(row), key(best)) >= 0 ? row : best), null)
}

function compare(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((part, position) => part !== b[position])
  if (index < 0) return 0
  return (a[index] ?? '') < (b[index] ?? '') ? -1 : 1
}
