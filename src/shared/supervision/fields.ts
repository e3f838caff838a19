import { Count, Day, Id, Line, Text, z } from '../schema.ts'

/** 挂牌督办 [F13 F14], 安委〔2010〕6号 */
export const SupervisionFields = z.strictObject({
  level: z.enum(['state', 'province', 'city']).nullable(),
  byBody: Line.nullable(),
  documentNo: Line.nullable(),
  documentId: Id.nullable(),
  issuedOn: Day.nullable(),
  receivedOn: Day.nullable(), // 60 日 from here
  periodDays: Count.min(1, '至少是1；请填写1或者更大的整数').nullable(), // null = the rule's 60
  mattersList: z.array(Line).nullable(),
  contact: Line.nullable(),
  draftSentOn: Day.nullable(),
  reviewedOn: Day.nullable(),
  reviewOpinion: z.enum(['agreed', 'revise']).nullable(),
  reviewText: Text.nullable(),
  filedOn: Day.nullable(), // 报备
  liftedOn: Day.nullable(),
  liftGround: Line.nullable(),
})
