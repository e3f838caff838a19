import { command, query, task } from '../method.ts'
import { Count, Day, Id, Instant, Line, Name, z } from '../schema.ts'
import { InfoReportDeliveryFields, InfoReportFields } from './fields.ts'

/** One report that the law wants: from whom to whom, until when, and when it was made. */
const ReportDue = z.strictObject({
  from: z.string(),
  to: z.string(),
  channel: z.string(),
  by: Instant,
  at: Instant.nullable(),
  /** `due` not made, there is time; `notSeen` not made, the time is over */
  status: z.enum(['inTime', 'suspectedLate', 'due', 'notSeen']),
  /** to the limit, from when it was made or from now; negative after it */
  minutes: z.int(),
  clause: z.string(),
  arithmetic: z.string(),
  rule: z.string(),
})
export type ReportDue = z.output<typeof ReportDue>

const NotifiedBody = z.strictObject({
  level: Line,
  label: Line,
  deliveryId: Id.nullable(),
  toBody: Line.nullable(),
  at: Instant.nullable(),
  /** 21号令第七条 wants it in writing */
  isWritten: z.boolean(),
  channel: Line.nullable(),
})
export type NotifiedBody = z.output<typeof NotifiedBody>

const FollowUps = z.strictObject({
  timesPerDay: Count,
  clause: z.string(),
  lastDay: Day,
  verifiedOn: Day.nullable(),
  /** null: nothing is due today */
  today: z.strictObject({ times: Count, least: Count }).nullable(),
  /** days that are over with fewer than they should have */
  few: z.array(z.strictObject({ from: Day, to: Day, times: Count })),
})
export type FollowUps = z.output<typeof FollowUps>

const Reporting = z.strictObject({
  now: Instant,
  grade: Line,
  /** no grade yet: reckoned as the lowest one */
  isGradeAssumed: z.boolean(),
  unitKnewAt: Instant.nullable(),
  dues: z.array(ReportDue),
  notes: z.array(z.string()),
  question: z.string().nullable(),
  /** times that contradict each other, in a sentence; then there are no clocks */
  problem: z.string().nullable(),
  bodies: z.array(NotifiedBody),
  followUps: FollowUps.nullable(),
})
export type Reporting = z.output<typeof Reporting>

const Where = { caseId: Id, id: Id }
const { fromLevel, toLevel, toBody, channel } = InfoReportDeliveryFields.shape

export const noticeContract = {
  'case.reporting': query('信息报告时限', z.strictObject({ caseId: Id }), Reporting),
  /** the text of a report: as it was sent, or as it would be sent now */
  'case.infoReportText': query(
    '信息报告文本',
    z.strictObject(Where),
    z.strictObject({ lines: z.array(z.string()), sentAt: Instant.nullable(), sentBy: Line.nullable() }),
  ),
  'infoReport.begin': command(
    '写信息报告',
    z.strictObject({ caseId: Id, kind: InfoReportFields.shape.kind }),
    z.strictObject({ id: Id }),
    { touches: ['case', 'report', 'audit'], isUndoable: true },
  ),
  /** freezes the report; a correction is another report */
  'infoReport.send': task(
    '发出信息报告',
    z.strictObject({
      ...Where,
      fromLevel: fromLevel.unwrap().min(1),
      toLevel: toLevel.min(1),
      toBody,
      channel,
      sentAt: Instant,
    }),
    z.strictObject({ documentId: Id }),
    ['case', 'report', 'audit', 'file'],
  ),
  'infoReport.print': task(
    '打印信息报告',
    z.strictObject({ ...Where, format: z.enum(['docx', 'pdf']) }),
    z.strictObject({ token: Id, name: Name, bytes: Count, warnings: z.array(z.string()) }),
    [],
  ),
}
