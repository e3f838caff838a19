import { Count, Day, Id, Line, Text, z } from '../schema.ts'

/** 技术鉴定 [F15], 493-27: its days are excluded */
export const AppraisalFields = z.strictObject({
  subject: Line, // 委托事项
  byBody: Line.nullable(), // null = 专家组织鉴定
  qualification: Line.nullable(), // 资质
  commissionedOn: Day.nullable(),
  acceptedOn: Day.nullable(),
  issuedOn: Day.nullable(), // null = clock stopped
  isExcluded: z.boolean().default(true),
  conclusion: Text.nullable(),
  commissionDocumentId: Id.nullable(),
  reportDocumentId: Id.nullable(),
})

/** 延期 [F15], 493-29, 493-32 */
export const ExtensionFields = z.strictObject({
  clock: z.enum(['investigation', 'approval', 'supervision', 'penalty']),
  days: Count.min(1, '至少是1；请填写1或者更大的整数'),
  reason: Text.nullable(),
  appliedOn: Day.nullable(),
  approvedBy: Line.nullable(), // null = applied for, does not count
  approvedOn: Day.nullable(),
  isAuthorised: z.boolean().nullable(), // 受权文件
  documentId: Id.nullable(),
})
