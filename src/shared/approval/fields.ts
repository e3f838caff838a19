import { Day, Id, Line, Sha256, Text, z } from '../schema.ts'

/** 报送与批复, 493-29, 493-31, 493-32; one row per submission */
export const ApprovalFields = z.strictObject({
  subject: z.enum(['investigation', 'assessment']).default('investigation'),
  submittedOn: Day.nullable(),
  receivedOn: Day.nullable(), // 15 / 30 日 from here
  byBody: Line.nullable(),
  decidedOn: Day.nullable(),
  decision: z.enum(['approved', 'returned']).nullable(),
  documentNo: Line.nullable(),
  documentId: Id.nullable(),
  opinion: Text.nullable(),
})

/** 公布 [F29], 安法86, 493-34, 信息公开条例26 */
export const PublicationFields = z.strictObject({
  subject: z.enum(['investigation', 'assessment', 'disposition']).default('investigation'),
  byBody: Line.nullable(),
  publishedOn: Day.nullable(),
  publishedText: Line.nullable(), // when only the month is known
  reviewedBy: Line.nullable(), // 保密审查
  reviewedOn: Day.nullable(),
  secrecyOpinion: Text.nullable(),
  url: Line.nullable(),
  screenshotSha256: Sha256.nullable(),
  withheldGround: Line.nullable(), // 依法不公开的依据
  releaseId: Id.nullable(),
})
