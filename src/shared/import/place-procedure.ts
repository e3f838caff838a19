/** Report, approval, publication, 提级调查, 挂牌督办. */
import { caseTables } from '../case/tables.ts'
import { isMunicipality } from '../statutes/divisions.ts'
import type { PublishedCase } from './published.ts'
import { determinationId, isAnyGiven, type NewRow, newRow, type Placing, type Rows } from './row.ts'
import { dayOrNull, withMiddleDots } from './when.ts'

type ProcedureRows = Pick<
  Rows,
  'document' | 'approval' | 'publication' | 'escalation' | 'supervision' | 'determination'
>
type Subject = 'investigation' | 'assessment'
type Approved = {
  readonly submittedDate?: string | null | undefined
  readonly approvalBody?: string | null | undefined
  readonly approvalDate?: string | null | undefined
  readonly approvalDocNo?: string | null | undefined
  readonly publishDate?: string | null | undefined
  readonly publishBody?: string | null | undefined
}

/** `reportTitle`, `report`, `escalation` → documents, approval, publication, 提级, 督办 and the answers whether there were any. */
export function procedureRows(json: PublishedCase, placing: Placing): ProcedureRows {
  const escalation = escalationRows(json, placing)
  const supervision = supervisionRows(json, placing)
  return {
    ...reportRows(json, placing),
    ...approvalRows(json.report ?? {}, 'investigation', '/report', placing),
    escalation: escalation.rows,
    supervision: supervision.rows,
    determination: [
      ...yesNo('is_escalated', json.escalation?.elevated),
      ...yesNo('is_supervised', json.escalation?.listedSupervision),
    ],
  }
}

function reportRows(json: PublishedCase, placing: Placing): Pick<Rows, 'document'> {
  const title = json.reportTitle ?? null
  const reportDate = json.report?.reportDate ?? null
  if (title === null && reportDate === null) return {}
  const id = placing.newId()
  placing.places.set('/reportTitle', { table: 'document', id })
  const given = { kind: 'investigation_report', title: plainTitle(title), datedOn: dayOrNull(reportDate) }
  return { document: [newRow(caseTables.document.fields, id, given)] }
}

/** A remark of the compiler, （题名按内容拟）, is no part of a title; the difference makes it a note. */
function plainTitle(title: string | null): string | null {
  return title === null ? null : withMiddleDots(title.replace(/（题名[^（）]*）$/, ''))
}

/** Approval and publication of the report on an investigation or an assessment. */
export function approvalRows(
  given: Approved,
  subject: Subject,
  pointer: string,
  placing: Placing,
): Pick<Rows, 'approval' | 'publication'> {
  const { submittedDate, approvalBody, approvalDate, approvalDocNo, publishDate, publishBody } = given
  const approval = isAnyGiven([submittedDate, approvalBody, approvalDate, approvalDocNo])
    ? [
        newRow(caseTables.approval.fields, placing.newId(), {
          subject,
          submittedOn: dayOrNull(submittedDate),
          byBody: approvalBody ?? null,
          decidedOn: dayOrNull(approvalDate),
          // who approves is also named where only the submission is known
          decision: isAnyGiven([approvalDate, approvalDocNo, publishDate, publishBody]) ? 'approved' : null,
          documentNo: approvalDocNo ?? null,
        }),
      ]
    : []
  const publishedOn = dayOrNull(publishDate)
  const publication = isAnyGiven([publishDate, publishBody])
    ? [
        newRow(caseTables.publication.fields, placing.newId(), {
          subject,
          byBody: publishBody ?? null,
          publishedOn,
          publishedText: publishedOn === null ? (publishDate ?? null) : null,
        }),
      ]
    : []
  for (const row of approval) placing.places.set(pointer, { table: 'approval', id: row.id })
  for (const field of ['publishDate', 'publishBody'])
    for (const row of publication) placing.places.set(`${pointer}/${field}`, { table: 'publication', id: row.id })
  return { approval, publication }
}

function escalationRows(json: PublishedCase, { newId, places }: Placing): { readonly rows: NewRow<'escalation'>[] } {
  const { elevated, elevatedBy, elevatedReason, elevatedBasis } = json.escalation ?? {}
  if (!isAnyGiven([elevatedBy, elevatedReason, elevatedBasis])) return { rows: [] }
  const id = newId()
  places.set('/escalation', { table: 'escalation', id })
  const row = newRow(caseTables.escalation.fields, id, {
    ground: 'escalation',
    reason: elevatedReason ?? null,
    basisText: elevatedBasis ?? null,
    decidedBy: elevatedBy ?? null,
    decision: elevated === true ? 'approved' : null,
    bodyAfter: null,
  })
  return { rows: [row] }
}

function supervisionRows(json: PublishedCase, { newId, places }: Placing): { readonly rows: NewRow<'supervision'>[] } {
  const { listedBy, listedDocNo, listedDate } = json.escalation ?? {}
  if (!isAnyGiven([listedBy, listedDocNo, listedDate])) return { rows: [] }
  const id = newId()
  for (const field of ['listedBy', 'listedDocNo', 'listedDate'])
    places.set(`/escalation/${field}`, { table: 'supervision', id })
  const row = newRow(caseTables.supervision.fields, id, {
    level: levelOf(listedBy ?? '', json.accident.place?.province ?? ''),
    byBody: listedBy ?? null,
    documentNo: listedDocNo ?? null,
    issuedOn: dayOrNull(listedDate),
  })
  return { rows: [row] }
}

function levelOf(body: string, province: string): 'state' | 'province' | 'city' | null {
  if (body.includes('国务院')) return 'state'
  if (/省|自治区/.test(body)) return 'province'
  if (!body.includes('市')) return null
  return isMunicipality(province) ? 'province' : 'city'
}

function yesNo(question: string, given: boolean | null | undefined): NewRow<'determination'>[] {
  if (typeof given !== 'boolean') return []
  const id = determinationId(question)
  return [newRow(caseTables.determination.fields, id, { question, value: given ? 'yes' : 'no' })]
}

/** The way back: `reportTitle`, `report`, `escalation`. */
export function procedureJson(rows: Rows) {
  const document = rows.document?.find((row) => row.kind === 'investigation_report')
  const escalation = rows.escalation?.[0]
  const supervision = rows.supervision?.[0]
  const { approval, publication } = approvalJson(rows, 'investigation')
  return {
    reportTitle: document?.title ?? null,
    report: { reportDate: document?.datedOn ?? null, ...approval, ...publication, headingsSeen: [] },
    escalation: {
      elevated: answerTo(rows, 'is_escalated'),
      elevatedBy: escalation?.decidedBy ?? null,
      elevatedReason: escalation?.reason ?? null,
      elevatedBasis: escalation?.basisText ?? null,
      listedSupervision: answerTo(rows, 'is_supervised'),
      listedBy: supervision?.byBody ?? null,
      listedDocNo: supervision?.documentNo ?? null,
      listedDate: supervision?.issuedOn ?? null,
    },
  }
}

/** The way back of `approvalRows`; `submittedDate` belongs to the report only. */
export function approvalJson(rows: Rows, subject: Subject) {
  const approval = rows.approval?.find((row) => row.subject === subject)
  const publication = rows.publication?.find((row) => row.subject === subject)
  return {
    approval: {
      ...(subject === 'investigation' ? { submittedDate: approval?.submittedOn ?? null } : {}),
      approvalBody: approval?.byBody ?? null,
      approvalDate: approval?.decidedOn ?? null,
      approvalDocNo: approval?.documentNo ?? null,
    },
    publication: {
      publishDate: publication?.publishedOn ?? publication?.publishedText ?? null,
      publishBody: publication?.byBody ?? null,
    },
  }
}

function answerTo(rows: Rows, question: string): boolean | null {
  const value = rows.determination?.find((row) => row.question === question)?.value
  return value === 'yes' ? true : value === 'no' ? false : null
}
