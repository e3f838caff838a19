/** 整改评估: its team, report, approval, publication, and what became of every proposal and measure. */
import { caseTables } from '../case/tables.ts'
import { pointerTo } from './json.ts'
import { approvalJson, approvalRows } from './place-procedure.ts'
import { assessmentTeam, assessmentTeamJson } from './place-team.ts'
import type { PublishedCase } from './published.ts'
import { groupBy, type NewRow, newRow, onlyId, type Placing, type Rows } from './row.ts'
import { dayOrNull } from './when.ts'
import { assessedStateOf, assessedStateWord } from './words.ts'

type Evaluation = NonNullable<PublishedCase['evaluation']>
type AssessmentRows = Pick<
  Rows,
  'team' | 'teamMember' | 'document' | 'assessment' | 'assessmentItem' | 'approval' | 'publication'
>
type Item = {
  readonly subject: string | null
  readonly recommended: string | null
  readonly actual: string | null
  readonly status: string | null
}

/** `rows`: what was already placed; items link to the proposal or measure with the same words when there is exactly one. */
export function assessmentRows(json: PublishedCase, rows: Rows, placing: Placing) {
  const given = json.evaluation
  if (!given) return { rows: {}, measureItemIds: [] }
  const id = placing.newId()
  placing.places.set('/evaluation', { table: 'assessment', id })
  const { teamId, team, teamMember } = assessmentTeam(given, placing)
  const document = documentRows(given, id, placing)
  const assessment = newRow(caseTables.assessment.fields, id, {
    teamId,
    documentId: document[0]?.id ?? null,
    organiser: given.organiser ?? null,
    basisList: listOf(given.basis),
    startedOn: dayOrNull(given.startDate),
    problemsList: listOf(given.problems),
    suggestionsList: listOf(given.suggestions),
    conclusion: given.conclusion ?? null,
  })
  const items = proposalItems(given, id, rows, placing)
  const measureItems = assessedMeasures(given, id, rows, placing)
  const out: AssessmentRows = {
    team: team ?? [],
    teamMember: teamMember ?? [],
    document,
    assessment: [assessment],
    assessmentItem: [...items, ...measureItems],
    ...approvalRows(given, 'assessment', '/evaluation', placing),
  }
  return { rows: out, measureItemIds: measureItems.map((row) => row.id) }
}

function documentRows(given: Evaluation, aboutId: string, { newId, places }: Placing): readonly NewRow<'document'>[] {
  if (given.title === null || given.title === undefined) return []
  const id = newId()
  places.set('/evaluation/title', { table: 'document', id })
  const about = { kind: 'assessment_report', aboutTable: 'assessment', aboutId, title: given.title }
  return [newRow(caseTables.document.fields, id, about)]
}

function proposalItems(given: Evaluation, assessmentId: string, rows: Rows, placing: Placing) {
  const subjects = new Map((rows.liability ?? []).map((row) => [row.id, row.subjectText]))
  const keyOf = (subject: string | null | undefined, words: string | null | undefined) =>
    JSON.stringify([subject ?? null, words ?? null])
  const proposals = groupBy(rows.proposal ?? [], (row) => keyOf(subjects.get(row.liabilityId), row.description))
  return (given.accountability ?? []).map((one, at) => {
    const proposalId = onlyId(proposals.get(keyOf(one.subject, one.recommended)))
    const item = {
      subject: one.subject ?? null,
      recommended: one.recommended ?? null,
      actual: one.actual ?? null,
      status: one.status ?? null,
    }
    return itemRow(item, { assessmentId, proposalId }, pointerTo('/evaluation/accountability', at), placing)
  })
}

function assessedMeasures(given: Evaluation, assessmentId: string, rows: Rows, placing: Placing) {
  const measures = groupBy(rows.measure ?? [], (row) => row.description)
  return (given.rectification ?? []).map((one, at) => {
    const item =
      typeof one === 'string'
        ? { subject: null, recommended: one, actual: null, status: null }
        : {
            subject: one.responsible ?? null,
            recommended: one.measure ?? null,
            actual: one.actual ?? null,
            status: one.status ?? null,
          }
    const measureId = onlyId(measures.get(item.recommended ?? ''))
    return itemRow(item, { assessmentId, measureId }, pointerTo('/evaluation/rectification', at), placing)
  })
}

function itemRow(item: Item, links: Partial<NewRow<'assessmentItem'>>, pointer: string, { newId, places }: Placing) {
  const id = newId()
  places.set(pointer, { table: 'assessmentItem', id })
  return newRow(caseTables.assessmentItem.fields, id, {
    ...links,
    subjectText: item.subject,
    recommendedText: item.recommended,
    actual: item.actual,
    state: assessedStateOf(item.status ?? ''),
  })
}

function listOf(list: readonly string[] | null | undefined): string[] | null {
  return list && list.length > 0 ? [...list] : null
}

/** The way back: `evaluation`, null without an assessment. */
export function assessmentJson(rows: Rows, measureItemIds: ReadonlySet<string>) {
  const assessment = rows.assessment?.[0]
  if (!assessment) return null
  const items = (rows.assessmentItem ?? []).filter((row) => row.assessmentId === assessment.id)
  const isMeasure = (row: NewRow<'assessmentItem'>) => row.measureId !== null || measureItemIds.has(row.id)
  const status = ({ state }: NewRow<'assessmentItem'>) => (state === null ? null : assessedStateWord(state))
  const { approval, publication } = approvalJson(rows, 'assessment')
  return {
    title: rows.document?.find((row) => row.id === assessment.documentId)?.title ?? null,
    basis: assessment.basisList ?? [],
    organiser: assessment.organiser,
    startDate: assessment.startedOn,
    ...assessmentTeamJson(rows, assessment.teamId),
    accountability: items
      .filter((row) => !isMeasure(row))
      .map((row) => ({
        subject: row.subjectText,
        recommended: row.recommendedText,
        actual: row.actual,
        status: status(row),
      })),
    rectification: items
      .filter(isMeasure)
      .map((row) =>
        row.subjectText === null && row.actual === null && row.state === null
          ? row.recommendedText
          : { measure: row.recommendedText, responsible: row.subjectText, actual: row.actual, status: status(row) },
      ),
    problems: assessment.problemsList ?? [],
    suggestions: assessment.suggestionsList ?? [],
    conclusion: assessment.conclusion,
    ...approval,
    ...publication,
    headingsSeen: [],
  }
}
