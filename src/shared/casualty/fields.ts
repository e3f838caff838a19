import { Count, Day, Id, Instant, Line, Text, z } from '../schema.ts'

/** 伤亡人员: a person, or a group whose names are not known */
export const CasualtyFields = z.strictObject({
  personId: Id.nullable(),
  unitId: Id.nullable(),
  headCount: Count.min(1, '至少是1；请填写1或者更大的整数').default(1),
  outcome: z
    .enum(['death', 'missing', 'serious', 'acute_poisoning', 'minor', 'unspecified', 'hospitalised', 'unharmed'])
    .nullable(),
  outcomeText: Line.nullable(), // 原词
  injuredOn: Day.nullable(),
  diedOn: Day.nullable(), // day of death decides the 30/7-day window (V-03)
  missingSince: Day.nullable(),
  injury: Text.nullable(), // 部位、性质
  bodyPartCode: Line.nullable(), // A1, A2 of GB6441-1986, or what replaces it
  injuryNatureCode: Line.nullable(),
  codeStandard: Line.nullable(),
  lostDays: Count.nullable(), // 损失工作日 / 歇工
  job: Line.nullable(), // 工种或身份
  isWorker: z.boolean().nullable(), // 从业人员
  certificateNo: Line.nullable(), // 死亡证明、伤害程度鉴定
  note: Text.nullable(),
})

/** 伤亡数字: what was known when; append, do not overwrite */
export const CasualtyCountFields = z.strictObject({
  asOf: Instant.nullable(), // state of affairs at
  knownAt: Instant.nullable(), // known to this body at
  basis: z.enum(['phone', 'initial', 'follow_up', 'supplement', 'verified', 'investigation']), // 电话 快报 续报 补报 核报 调查认定
  infoReportId: Id.nullable(),
  deaths: Count.nullable(),
  missing: Count.nullable(), // 下落不明 (493-12)
  seriousInjuries: Count.nullable(),
  acutePoisonings: Count.nullable(), // 计入重伤 (493-3)
  minorInjuries: Count.nullable(),
  unspecifiedInjuries: Count.nullable(), // 只说“受伤”; never added to the two above
  trapped: Count.nullable(),
  atRisk: Count.nullable(), // 涉险 (21号令26)
  evacuated: Count.nullable(),
  note: Text.nullable(),
})
