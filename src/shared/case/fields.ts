import { Count, Day, Fen, Id, Instant, Line, Name, Text, z } from '../schema.ts'

/** 事故: the long facts, one row per case, id 'accident' */
export const AccidentFields = z.strictObject({
  address: Line.nullable(), // 地点
  longitudeE7: z.int().nullable(),
  latitudeE7: z.int().nullable(),
  siteConditions: Text.nullable(), // 现场情况
  weather: Line.nullable(),
  activity: Line.nullable(), // 作业活动
  project: Text.nullable(), // 涉事项目、设备、场所概况
  brief: Text.nullable(), // 简要经过 (493-12)
  industryBasis: Line.nullable(),
  typeBasis: Line.nullable(),
  secondaryTypeCode: Line.nullable(), // 副类 (V-25 例9)
  nature: Line.nullable(), // 事故性质: liability | non_liability | sabotage | not_work_safety | other
  natureText: Line.nullable(), // 生产安全责任事故
  natureStatement: Text.nullable(), // 定性句 (493-30(4))
  reportingSummary: Text.nullable(), // 信息报告情况
  rescueSummary: Text.nullable(), // 应急处置与救援
  rescueAssessment: Text.nullable(), // 应急处置评估 (安法86; 应急条例27)
  aftermath: Text.nullable(), // 善后
  leadersInstructions: Text.nullable(), // 领导批示 (P2 段)
  preventionExtent: Text.nullable(), // 举一反三的范围
})

/** 案卷: register row and root of the aggregate; the columns a person fills in. Derived columns: `CaseDerived`. */
export const CaseFileFields = z.strictObject({
  ownerBureauId: Id,
  caseNo: Line.nullable(), // 案号; null until numbered
  name: Name,
  nameSource: z.enum(['formula', 'manual', 'imported']).default('formula'),
  purpose: z.enum(['live', 'reference', 'training']).default('live'), // 在办 | 案例库 | 培训
  regime: z.enum(['general', 'fire', 'road', 'special', 'coal', 'rail', 'power']).default('general'),
  registeredOn: Day, // 立卷日
  occurredFrom: Instant.nullable(),
  occurredTo: Instant.nullable(),
  occurredPrecision: z.enum(['minute', 'about', 'between', 'day', 'month', 'year', 'unknown']).default('unknown'),
  occurredText: Line.nullable(), // 2021年7月12日15时33分许
  province: Line.nullable(),
  city: Line.nullable(),
  district: Line.nullable(),
  regionCode: Line.nullable(), // GB/T 2260 when known; 园区 have none
  industryCode: Line.nullable(), // GB/T 4754, letter or letter + digits
  typeStandard: z.enum(['GB6441-1986', 'GB6441-2025']).nullable(), // by the day of the accident
  typeCode: Line.nullable(), // '010' and '10' differ: text
  secrecy: z.enum(['public', 'internal', 'work', 'confidential', 'secret', 'top_secret']).default('internal'),
  sealedAt: Instant.nullable(), // facts are read-only from here on
})

/** Columns that `refreshDerived` writes at the end of each command. */
export const CaseDerived = z.strictObject({
  occurredOn: Day.nullable(),
  sortOn: Day,
  stage: z.enum(['reported', 'investigating', 'submitted', 'approved', 'published', 'assessed', 'archived']),
  grade: z.int().min(1).max(4).nullable(), // 1 一般 2 较大 3 重大 4 特别重大; null = 未定
  isGradeProvisional: z.boolean(),
  deaths: Count.nullable(),
  missing: Count.nullable(),
  seriousInjuries: Count.nullable(),
  minorInjuries: Count.nullable(),
  unspecifiedInjuries: Count.nullable(),
  directLossFen: Fen.nullable(),
  isEscalated: z.boolean().nullable(),
  isSupervised: z.boolean().nullable(),
  approvedOn: Line.nullable(),
  updatedAt: Instant,
})
