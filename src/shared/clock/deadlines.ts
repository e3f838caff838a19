/**
 * The last days of one case: 伤亡补报期、提交调查报告、挂牌督办、批复、公布、整改评估. Days come from the rules; what is read here is which
 * rows of the case start a period and which one ends it. A period that has not begun (批复 before the report) is left out.
 */
import { occurredOnOf } from '../case/derive.ts'
import type { RuleBook } from '../rules/index.ts'
import type { Settings } from '../rules/rule.ts'
import { gradeLabel } from '../statutes/grade-thresholds.ts'
import { type Ask, answered, asker, done, waiting } from './asked.ts'
import type { Deadline, MissingFact } from './deadline.ts'
import type { ClockFacts, ClockRow } from './facts.ts'
import { investigation } from './investigation.ts'
import { decidedOnMissing, earliest, lacking, newest, occurredOnMissing } from './picked.ts'
import { supervisions } from './supervisions.ts'

export function deadlinesOf(
  facts: ClockFacts,
  book: RuleBook,
  settings: Settings,
  /** for the days that an open appraisal has taken so far */
  today: string,
): readonly Deadline[] {
  const ask = asker(book, settings)
  const occurredOn = occurredOnOf(facts.caseFile)
  const submissions = facts.rows.approval.filter(({ subject }) => subject === 'investigation')
  const approved = newest(
    submissions.filter(({ decision }) => decision === 'approved'),
    ({ decidedOn }) => decidedOn,
  )
  return [
    casualtyWindow(facts, ask, occurredOn),
    investigation(facts, ask, occurredOn, today),
    ...supervisions(facts, ask),
    ...approval(facts, ask, submissions),
    ...(approved === null ? [] : [publication(facts, ask, approved), assessment(facts, ask, approved)]),
  ]
}

type Approval = ClockRow<'approval'>

function casualtyWindow({ caseFile }: ClockFacts, ask: Ask, occurredOn: string | null): Deadline {
  const place = { table: 'casualtyCount', id: '', column: 'asOf' }
  const own = { kind: 'casualtyWindow', subjectId: '', place } as const
  if (occurredOn === null) return waiting(own, [occurredOnMissing(caseFile.id)])
  return { ...answered(own, ask('casualtyWindow', { occurredOn, kind: caseFile.regime })), isWindow: true }
}

/** 批复 of the report that stands; one that was returned has had its answer. */
function approval({ caseFile, rows }: ClockFacts, ask: Ask, submissions: readonly Approval[]): readonly Deadline[] {
  const standing = newest(
    submissions.filter(
      (row) => row.decision === 'approved' || (row.decision === null && (row.submittedOn ?? row.receivedOn) !== null),
    ),
    (row) => row.receivedOn ?? row.submittedOn,
  )
  if (standing === null) return []
  const { id, receivedOn, decidedOn, decision } = standing
  const own = { kind: 'approval', subjectId: id, place: { table: 'approval', id, column: 'decidedOn' } } as const
  const grade = gradeLabel(caseFile.grade)
  const missing: readonly MissingFact[] = [
    ...(receivedOn === null ? [lacking('收到报告日期', 'approval', id, 'receivedOn')] : []),
    ...(grade === null ? [lacking('事故等级', 'casualtyCount', '', 'deaths')] : []),
  ]
  const extensionDays = rows.extension
    .filter(({ clock, approvedBy, approvedOn }) => clock === 'approval' && approvedBy !== null && approvedOn !== null)
    .reduce((sum, { days }) => sum + days, 0)
  const given = {
    grade,
    receivedOn,
    extensionDays,
    approvedOn: decidedOn,
    isSupervised: caseFile.isSupervised ?? rows.supervision.length > 0,
    isConsented: rows.supervision.some(({ reviewOpinion }) => reviewOpinion === 'agreed'),
  }
  const answer = missing.length > 0 ? waiting(own, missing) : answered(own, ask('approvalDeadline', given))
  if (decision === 'approved') return [done(answer, decidedOn)]
  const provisional = caseFile.isGradeProvisional ? ['事故等级为暂定，等级改变时批复期限随之改变。'] : []
  return [{ ...answer, notes: [...answer.notes, ...provisional] }]
}

function publication({ rows }: ClockFacts, ask: Ask, { id, decidedOn }: Approval): Deadline {
  const published = rows.publication.filter(({ subject }) => subject === 'investigation')
  const first = earliest(published, ({ publishedOn }) => publishedOn)
  const [row] = published
  const place = { table: 'publication', id: row?.id ?? '', column: 'publishedOn' }
  const own = { kind: 'publication', subjectId: '', place } as const
  const answer =
    decidedOn === null
      ? waiting(own, [decidedOnMissing(id)])
      : answered(own, ask('publicationDeadline', { approvedOn: decidedOn }))
  if (first !== null) return done(answer, first.publishedOn)
  if (published.some(({ publishedText }) => publishedText !== null)) return done(answer, null)
  const withheld = published.find(({ withheldGround }) => withheldGround !== null)?.withheldGround
  return withheld === undefined || withheld === null
    ? answer
    : { ...done(answer, null), notes: [...answer.notes, `依法不公开：${withheld}`] }
}

function assessment({ rows }: ClockFacts, ask: Ask, { id, decidedOn }: Approval): Deadline {
  const assessed = rows.approval.filter((row) => row.subject === 'assessment' && row.decision === 'approved')
  const days = [...rows.assessment.map((row) => row.finishedOn), ...assessed.map((row) => row.decidedOn)]
  const doneOn = days.filter((day) => day !== null).sort()[0] ?? null
  const isDone = doneOn !== null || assessed.length > 0 || rows.assessment.some((row) => row.conclusion !== null)
  const place = { table: 'assessment', id: rows.assessment[0]?.id ?? '', column: 'finishedOn' }
  const own = { kind: 'assessment', subjectId: '', place } as const
  if (decidedOn === null) {
    const answer = waiting(own, [decidedOnMissing(id)])
    return isDone ? done(answer, doneOn) : answer
  }
  const asked = ask('assessmentWindow', { approvedOn: decidedOn })
  const window = answered(own, asked, 'to')
  const fromOn = 'answer' in asked ? windowStart(asked.answer.result) : null
  const isEarly = doneOn !== null && fromOn !== null && doneOn < fromOn
  const early = isEarly ? [`评估完成日 ${doneOn} 早于可以启动的 ${fromOn}，请核对。`] : []
  const answer = { ...window, fromOn, notes: [...window.notes, ...early] }
  return isDone ? done(answer, doneOn) : answer
}

function windowStart(result: unknown): string | null {
  return typeof result === 'object' && result !== null && 'from' in result && typeof result.from === 'string'
    ? result.from
    : null
}
