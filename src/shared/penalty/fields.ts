import { Day, Fen, Id, Instant, Line, Text, z } from '../schema.ts'

/** 行政处罚案件: dates of the procedure (V-22) */
export const PenaltyFields = z.strictObject({
  proposalId: Id,
  filedOn: Day.nullable(), // 立案, 90 日
  noticeServedOn: Day.nullable(), // 告知; 听证申请 5 工作日
  hearingAskedOn: Day.nullable(),
  hearingOn: Day.nullable(),
  legalReviewOn: Day.nullable(), // 法制审核 (处罚法58)
  panelOn: Day.nullable(), // 集体讨论 (处罚法57)
  decidedOn: Day.nullable(),
  decidedBy: Line.nullable(),
  documentNo: Line.nullable(),
  documentId: Id.nullable(),
  fineFen: Fen.nullable(),
  servedOn: Day.nullable(), // 缴款 15 日
  paidOn: Day.nullable(),
  suspendedFrom: Day.nullable(), // 复议、诉讼期间 (处罚法73)
  suspendedTo: Day.nullable(),
  note: Text.nullable(),
})

/** 涉嫌犯罪移送 [F32], 国务院令310号, 应急〔2019〕54号 */
export const JusticeTransferFields = z.strictObject({
  proposalId: Id.nullable(),
  offence: Line.nullable(), // 涉嫌罪名
  handlersList: z.array(Line).nullable(), // 2 名以上主办
  reportedOn: Day.nullable(), // 负责人接到书面报告, 3 日
  decidedOn: Day.nullable(),
  approvedAt: Instant.nullable(), // 24 小时
  decision: z.enum(['transfer', 'not_transfer']).nullable(),
  refusalReason: Line.nullable(),
  transferredAt: Instant.nullable(),
  toBody: Line.nullable(),
  receiptOn: Day.nullable(),
  filing: z.enum(['filed', 'not_filed']).nullable(),
  filingOn: Day.nullable(),
  documentId: Id.nullable(),
})
