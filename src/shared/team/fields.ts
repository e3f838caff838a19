import { Count, Day, Id, Line, z } from '../schema.ts'

/** team */
export const TeamFields = z.strictObject({
  purpose: z.enum(['investigation', 'assessment']), // 调查组 | 评估组 [F41]
  name: Line.nullable(),
  authorisedBy: Line.nullable(), // 批准、授权机关 (493-19)
  authority: z.enum(['direct', 'authorised', 'delegated', 'unit']).nullable(), // 直接 | 授权 | 委托部门 | 委托事故单位
  level: z.enum(['unit', 'county', 'city', 'province', 'state']).nullable(),
  authorityDocumentId: Id.nullable(),
  formedOn: Day.nullable(), // 成立日
  inspectableOn: Day.nullable(), // 具备勘察条件日 (50号令30)
  leadBody: Line.nullable(),
  hasExperts: z.boolean().nullable(),
  expertCount: Count.nullable(),
  subgroupsList: z.array(Line).nullable(),
  methodsList: z.array(Line).nullable(),
  principlesList: z.array(Line).nullable(),
})

/** team_member */
export const TeamMemberFields = z.strictObject({
  teamId: Id,
  role: z.enum(['leader', 'deputy', 'member', 'invited', 'parallel', 'expert']), // parallel 同步介入
  body: Line.nullable(), // 派员单位; a member without a name = the body is known only
  name: Line.nullable(),
  position: Line.nullable(),
  phone: Line.nullable(),
  subgroup: Line.nullable(),
  specialty: Line.nullable(),
  declaredOn: Day.nullable(), // 无利害关系声明 (493-23)
  recusal: z.enum(['requested', 'granted', 'refused']).nullable(), // 回避
  recusalReason: Line.nullable(),
  invitationDocumentId: Id.nullable(),
  repliedOn: Day.nullable(),
  signedOn: Day.nullable(),
  signatureOpinion: z.enum(['agree', 'reserve']).nullable(), // 保留意见 (V-12 例2)
  reservation: Line.nullable(),
})
