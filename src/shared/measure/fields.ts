import { Day, Id, Line, Text, z } from '../schema.ts'

/** 防范和整改措施 [F36] */
export const MeasureFields = z.strictObject({
  unitId: Id.nullable(),
  responsibleText: Line.nullable(), // 责任单位原词
  ownerText: Line.nullable(), // 责任人
  description: Text.min(1, '不能为空'),
  isExtended: z.boolean().default(false), // 举一反三
  dueOn: Day.nullable(), // 完成时限, as the report sets it
  dueText: Line.nullable(), // judged state = newest measure_action; overdue = deadline 'measure:<id>' [F37 F38]
})

/** 措施针对哪条原因 */
export const MeasureCauseFields = z.strictObject({
  measureId: Id,
  causeId: Id,
})

/** 落实记录: feedback, check, reminder, judgement, sign-off */
export const MeasureActionFields = z.strictObject({
  measureId: Id,
  kind: z.enum(['feedback', 'check', 'reminder', 'judgement', 'sign_off', 'hand_on']), // 反馈 现场核查 督办函 判定 销号 移交
  onDay: Day,
  byText: Line.nullable(),
  description: Text.nullable(),
  stateAfter: z.enum(['reported', 'done', 'partly', 'not_done', 'not_applicable', 'superseded']).nullable(), // judged state
  documentId: Id.nullable(),
})
