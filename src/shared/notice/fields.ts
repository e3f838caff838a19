import { Count, Fen, Id, Instant, Line, Text, z } from '../schema.ts'

/** 快报、续报、补报、核报 */
export const InfoReportFields = z.strictObject({
  kind: z.enum(['phone', 'initial', 'follow_up', 'supplement', 'verified', 'preliminary']), // preliminary 15日初报
  number: Count.nullable(), // 第×次
  direction: z.enum(['received', 'sent']),
  reportedBy: Line.nullable(), // 报告人
  reporterPhone: Line.nullable(),
  recordedBy: Line.nullable(), // 记录人、签发人
  signedBy: Line.nullable(),
  unitProfile: Text.nullable(), // 493-12 六项
  timePlaceScene: Text.nullable(), // 时间、地点; 现场情况 too where a source does not part them
  scene: Text.nullable(), // 现场情况
  brief: Text.nullable(),
  casualtiesAndLoss: Text.nullable(), // what the figures do not say
  estimatedLossFen: Fen.nullable(), // 初步估计的直接经济损失
  measuresTaken: Text.nullable(),
  other: Text.nullable(),
  documentId: Id.nullable(), // once it was sent: the document whose release is what was sent
})

/** 报送、抄告: one hop; the reporting clocks start and end here (V-05) */
export const InfoReportDeliveryFields = z.strictObject({
  infoReportId: Id,
  fromLevel: Line.nullable(), // scene | unit | county | city | province | state | government | police | labour | union | procuratorate
  toLevel: Line,
  toBody: Line.nullable(),
  channel: z.enum(['phone', 'written', 'system', 'in_person']),
  sentAt: Instant.nullable(),
  receivedAt: Instant.nullable(),
  receivedBy: Line.nullable(),
})
