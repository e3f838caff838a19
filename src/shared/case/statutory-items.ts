/** The six items that a report must have (第三十条), with what is missing in each. */

import { proposalGapLabel, unproposedOf } from '../liability/proposal-gaps.ts'
import { holdingCount, holdingLoss } from './derive.ts'
import { clauses, type Gap, reportItemClause, type StageKey } from './gap.ts'
import { natureText } from './nature.ts'
import type { CaseTable, Dossier, Row } from './tables.ts'

export type ItemState = 'done' | 'begun' | 'none'

export type StatutoryItem = {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6
  readonly label: string
  readonly clause: string
  readonly state: ItemState
  readonly missing: readonly Gap[]
}

type Item = Pick<StatutoryItem, 'number' | 'label'>
type Fact = { readonly isThere: boolean; readonly gap: Gap }

/** The items in the order of the clause. A report may be exported as final only when all six are done. */
export function statutoryItems(dossier: Dossier): readonly StatutoryItem[] {
  return [
    item({ number: 1, label: '事故发生单位概况' }, unitFacts(dossier)),
    item({ number: 2, label: '事故发生经过和事故救援情况' }, courseFacts(dossier)),
    item({ number: 3, label: '人员伤亡和直接经济损失' }, harmFacts(dossier)),
    item({ number: 4, label: '事故发生的原因和事故性质' }, causeFacts(dossier)),
    item({ number: 5, label: '事故责任的认定和处理建议' }, liabilityFacts(dossier)),
    item({ number: 6, label: '事故防范和整改措施' }, measureFacts(dossier)),
  ]
}

/** All facts of the six items that are missing. */
export function statutoryGaps(dossier: Dossier): readonly Gap[] {
  return statutoryItems(dossier).flatMap((row) => row.missing)
}

/** Whether a unit is described beyond its name. */
export function hasProfile(unit: Row<'unit'>): boolean {
  const facts = [
    unit.enterpriseType,
    unit.address,
    unit.legalRep,
    unit.businessScope,
    unit.establishedText,
    unit.staffCount,
    unit.licences,
    unit.safetyManagement,
    unit.note,
  ]
  return facts.some((fact) => fact !== null && fact !== '')
}

/** Text that says something. */
export function isFilled(text: string | null): boolean {
  return text !== null && text.trim() !== ''
}

function item(head: Item, facts: readonly Fact[]): StatutoryItem {
  const missing = facts.filter((fact) => !fact.isThere).map((fact) => fact.gap)
  const state = missing.length === 0 ? 'done' : missing.length === facts.length ? 'none' : 'begun'
  return { ...head, clause: reportItemClause(head.number), state, missing }
}

function unitFacts({ rows }: Dossier): Fact[] {
  const units = rows.unit.filter((unit) => unit.kind === 'accident_unit')
  const bare = units.find((unit) => !hasProfile(unit))
  const clause = reportItemClause(1)
  return [
    fact(units.length > 0, '事故发生单位', 'parties', 'unit', 'name', clause),
    fact(units.length > 0 && !bare, '事故发生单位概况', 'parties', 'unit', 'businessScope', clause, bare?.id),
  ]
}

function courseFacts({ caseFile, accident, rows }: Dossier): Fact[] {
  const clause = reportItemClause(2)
  const has = (kind: Row<'timelineEvent'>['kind']) => rows.timelineEvent.some((event) => event.kind === kind)
  return [
    fact(caseFile.occurredFrom !== null, '事故发生时间', 'overview', 'caseFile', 'occurredFrom', clause),
    fact(has('course') || isFilled(accident.brief), '事故发生经过', 'timeline', 'timelineEvent', 'description', clause),
    fact(
      has('rescue') || isFilled(accident.rescueSummary),
      '应急救援情况',
      'response',
      'accident',
      'rescueSummary',
      clause,
    ),
    fact(
      isFilled(accident.rescueAssessment),
      '应急处置评估',
      'response',
      'accident',
      'rescueAssessment',
      clauses.emergency,
    ),
  ]
}

function harmFacts(dossier: Dossier): Fact[] {
  const clause = reportItemClause(3)
  const count = holdingCount(dossier)
  const hasDeaths = count !== null && count.deaths !== null
  return [
    fact(hasDeaths, '死亡人数', 'casualties', 'casualtyCount', 'deaths', clause, count?.id),
    fact(holdingLoss(dossier) !== null, '直接经济损失', 'casualties', 'lossAssessment', 'statedDirectFen', clause),
  ]
}

function causeFacts({ accident, rows }: Dossier): Fact[] {
  const clause = reportItemClause(4)
  const hasNature = isFilled(accident.natureStatement) || natureText(accident) !== null
  const hasDirect = rows.cause.some((cause) => cause.kind === 'direct')
  return [
    fact(hasDirect, '直接原因', 'causes', 'cause', 'description', clause),
    fact(hasNature, '事故性质', 'causes', 'accident', 'natureStatement', clause),
  ]
}

/** An accident for which nobody is liable has its 责任认定 in the nature alone. */
function liabilityFacts({ accident, rows }: Dossier): Fact[] {
  const clause = reportItemClause(5)
  const isNobody = accident.nature === 'non_liability'
  const open = new Set(unproposedOf(rows))
  return [
    fact(isNobody || rows.liability.length > 0, '责任认定', 'liability', 'liability', 'facts', clause),
    ...(isNobody || rows.liability.length > 0
      ? []
      : [fact(false, '处理建议', 'liability', 'proposal', 'description', clause)]),
    ...rows.liability.map((row) =>
      fact(!open.has(row), proposalGapLabel(row, rows), 'liability', 'proposal', 'description', clause),
    ),
  ]
}

function measureFacts({ rows }: Dossier): Fact[] {
  return [fact(rows.measure.length > 0, '防范和整改措施', 'measures', 'measure', 'description', reportItemClause(6))]
}

function fact(
  isThere: boolean,
  label: string,
  stage: StageKey,
  table: CaseTable | 'caseFile',
  column: string,
  clause: string,
  rowId: string | null = null,
): Fact {
  return { isThere, gap: { label, stage, table, column, rowId, clause } }
}
