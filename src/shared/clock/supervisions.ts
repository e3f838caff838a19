/** 挂牌督办 (安委〔2010〕6号): a clock of its own beside the statutory one, from the day on which the notice was received. */
import { dayFrom, dayText } from '../rules/days.ts'
import { say } from '../rules/steps.ts'
import { type Ask, answered, done, waiting } from './asked.ts'
import type { Deadline } from './deadline.ts'
import type { ClockFacts, ClockRow } from './facts.ts'
import { lacking } from './picked.ts'

export function supervisions(facts: ClockFacts, ask: Ask): readonly Deadline[] {
  const { caseFile, rows } = facts
  if (rows.supervision.length > 0) return rows.supervision.map((row) => supervision(row, facts, ask))
  if (caseFile.isSupervised !== true) return []
  const missing = lacking('收到督办通知日期', 'supervision', '', 'receivedOn')
  return [waiting({ kind: 'supervision', subjectId: '', place: missing.fact }, [missing])]
}

function supervision(row: ClockRow<'supervision'>, { caseFile, rows }: ClockFacts, ask: Ask): Deadline {
  const { id, receivedOn, byBody } = row
  // 报备 is the last step of the bureau, 解除 that of the body above
  const endedOn = row.filedOn ?? row.liftedOn
  const own = { kind: 'supervision', subjectId: id, place: { table: 'supervision', id, column: 'filedOn' } } as const
  if (receivedOn === null) {
    const answer = waiting(own, [lacking('收到督办通知日期', 'supervision', id, 'receivedOn')])
    return { ...(endedOn === null ? answer : done(answer, endedOn)), subject: byBody }
  }
  const asked = ask('supervision', {
    noticeReceivedOn: receivedOn,
    // for the statutory day beside it, which is not used: that one has a row of its own
    occurredOn: receivedOn,
    kind: caseFile.regime,
  })
  const isExtended = rows.extension.some(({ clock }) => clock === 'supervision')
  const answer = byNotice(row, answered(own, asked, 'supervisionLastDay'))
  const whole = {
    ...answer,
    subject: byBody,
    isLatenessOpen: true,
    arithmetic: ownPart(answer.arithmetic),
    notes: [...answer.notes, ...(isExtended ? ['督办办法没有规定延期，登记的督办延期没有计入，请核对。'] : [])],
  }
  if (endedOn === null) return whole
  const isAfter = whole.lastDay !== null && endedOn > whole.lastDay
  const open = `${endedOn} ${row.filedOn === null ? '解除' : '报备'}，在末日之后；督办事项何时算完成没有明文，请对照督办通知书核对是否按期。`
  return done({ ...whole, notes: isAfter ? [...whole.notes, open] : whole.notes }, endedOn)
}

/** The comparison with the statutory day is left out: it was made without appraisals and extensions. */
const ownPart = (arithmetic: string): string => arithmetic.split('；')[0] ?? ''

/** A notice may name another period than the sixty days of the rule. */
function byNotice({ receivedOn, periodDays }: ClockRow<'supervision'>, answer: Deadline): Deadline {
  if (periodDays === null || receivedOn === null || answer.lastDay === null) return answer
  const base = dayFrom(receivedOn)
  const result = base + periodDays
  if (dayText(result) === answer.lastDay) return answer
  return {
    ...answer,
    lastDay: dayText(result),
    arithmetic: say({ op: 'plusDays', base, terms: [{ days: periodDays, why: '督办通知书载明的期限' }], result }),
    notes: [...answer.notes, `督办通知书载明的期限为 ${periodDays} 日，与规定不同，以通知书为准。`],
  }
}
