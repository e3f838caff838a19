/** 提交调查报告 (条例第二十九条): started by the accident or the team, moved by appraisals and extensions, ended by the submission. */
import { type Ask, answered, done, waiting } from './asked.ts'
import type { Deadline } from './deadline.ts'
import type { ClockFacts, ClockRow } from './facts.ts'
import { earliest, lacking, occurredOnMissing } from './picked.ts'

export function investigation(facts: ClockFacts, ask: Ask, occurredOn: string | null, today: string): Deadline {
  const { caseFile, rows } = facts
  const place = { table: 'approval', id: '', column: 'submittedOn' }
  const own = { kind: 'investigation', subjectId: '', place } as const
  if (occurredOn === null) return ended(waiting(own, [occurredOnMissing(caseFile.id)]), facts)
  // 另行组织调查: whether the period begins anew is not written; it does not
  const teams = rows.team.filter(({ purpose }) => purpose === 'investigation')
  const first = earliest(teams, ({ formedOn }) => formedOn)
  const counted = rows.appraisal.filter(({ isExcluded }) => isExcluded)
  const undated = counted.find((row) => startOf(row) === null)
  if (undated !== undefined) {
    const missing = lacking('鉴定委托日期', 'appraisal', undated.id, 'commissionedOn')
    return ended(waiting(own, [missing]), facts)
  }
  const approved = rows.extension.filter((row) => row.clock === 'investigation' && isApproved(row))
  const asked = ask('investigationDeadline', {
    occurredOn,
    kind: caseFile.regime,
    teamFormedOn: first?.formedOn ?? null,
    inspectableOn: first?.inspectableOn ?? null,
    appraisals: counted.map((row) => ({ from: startOf(row), to: row.issuedOn })),
    extensions: approved.map(({ days, approvedOn, approvedBy, isAuthorised }) => ({
      days,
      approvedOn,
      approvedBy: kindOfBody(approvedBy ?? ''),
      isAuthorized: isAuthorised,
    })),
    today,
  })
  const answer = answered(own, asked)
  const notes = [
    ...answer.notes,
    ...extensionNotes(facts),
    ...(teams.length > 1 && caseFile.regime === 'special' ? [again] : []),
  ]
  return ended(stopped({ ...answer, notes }, facts, 'answer' in asked ? asked.answer.missing : []), facts)
}

const again = '另行组织调查是否重新计算期限没有明文，按首次成立之日计算，请核对。'

/** 委托日; where it is not known, the later day of acceptance takes less time off. */
const startOf = (row: ClockRow<'appraisal'>): string | null => row.commissionedOn ?? row.acceptedOn

const isApproved = ({ approvedBy, approvedOn }: ClockRow<'extension'>): boolean =>
  approvedBy !== null && approvedOn !== null

function stopped(answer: Deadline, { rows }: ClockFacts, missing: readonly string[]): Deadline {
  if (missing.includes('teamFormedOn')) {
    const team = rows.team.find(({ purpose }) => purpose === 'investigation')
    const fact = lacking('调查组成立日期', 'team', team?.id ?? '', 'formedOn')
    return { ...answer, missing: [fact], place: fact.fact }
  }
  if (!missing.includes('appraisals')) return answer
  const open = rows.appraisal.find(({ isExcluded, issuedOn }) => isExcluded && issuedOn === null)
  const fact = lacking('鉴定出具日期', 'appraisal', open?.id ?? '', 'issuedOn')
  return { ...answer, state: 'stopped', missing: [fact], place: fact.fact }
}

/** The report that stands; one that was returned is not submitted. */
function ended(answer: Deadline, { rows }: ClockFacts): Deadline {
  const submissions = rows.approval.filter(({ subject }) => subject === 'investigation')
  const standing = submissions.filter(({ decision }) => decision !== 'returned')
  const dayOf = (row: ClockRow<'approval'>) => row.submittedOn ?? row.receivedOn
  const returned = earliest(
    submissions.filter(({ decision }) => decision === 'returned'),
    dayOf,
  )
  const first = earliest(standing, dayOf)
  const again =
    returned === null
      ? []
      : [`${dayOf(returned)} 提交的报告被退回，以重新提交之日计算；首次提交是否算按期没有明文，请核对。`]
  const row = first ?? standing.find(({ decision }) => decision === 'approved') ?? standing[0]
  const isWaitingForDay = answer.missing.length > 0
  const place = row === undefined || isWaitingForDay ? answer.place : { ...answer.place, id: row.id }
  const known = { ...answer, place, notes: [...answer.notes, ...again] }
  if (first === null && row?.decision !== 'approved') return known
  return done(known, first === null ? null : dayOf(first))
}

/** Applied for, or approved by nobody: pointed out, never counted. */
function extensionNotes({ rows }: ClockFacts): string[] {
  return rows.extension
    .filter((row) => row.clock === 'investigation' && !isApproved(row))
    .map(({ days, approvedBy, approvedOn }) => {
      const lack = approvedOn === null ? (approvedBy === null ? '批准机关和批准日期' : '批准日期') : '批准机关'
      return `延期 ${days} 日没有填写${lack}，没有计入。`
    })
}

function kindOfBody(name: string): 'government' | 'emergency' | 'market' | 'other' {
  if (/市场监督管理|市监局/.test(name)) return 'market'
  if (/应急管理|安全生产监督管理/.test(name)) return 'emergency'
  return /政府/.test(name) ? 'government' : 'other'
}
