import { Count, Day, Fen, Id, Line, Name, Text, z } from '../schema.ts'

/** 单位: as it stood on the day of the accident */
export const UnitFields = z.strictObject({
  kind: Line, // accident_unit 事故发生 | site_owner 场所 | developer 建设 | general_contractor | subcontractor | labour | supervisor 监理 | designer | supplier | lessor | intermediary 中介 | affiliate 关联 | regulator 监管部门 | government 党委政府 | other
  roleText: Line.nullable(), // 角色原词
  name: Name,
  shortName: Line.nullable(), // 以下简称
  isAnonymised: z.boolean().default(false),
  uscc: Line.nullable(), // 统一社会信用代码; form checked by the app, kept even when wrong
  identityKey: Line.default(''), // same enterprise across cases: USCC, else normalised name [F10 F34 F42 F53]
  enterpriseType: Line.nullable(),
  isStateOwned: z.boolean().nullable(), // 年收入的认定 (14号令4)
  legalRep: Line.nullable(), // 法定代表人
  actualController: Line.nullable(), // 实际控制人 (14号令3)
  establishedText: Line.nullable(), // 成立日期: YYYY | YYYY-MM | YYYY-MM-DD
  registeredCapital: Line.nullable(),
  address: Line.nullable(),
  businessScope: Text.nullable(),
  industryCode: Line.nullable(),
  staffCount: Count.nullable(),
  licences: Text.nullable(), // 证照、资质
  safetyManagement: Text.nullable(), // 安全管理情况
  publicName: Line.nullable(), // form in the public edition [F27]
  note: Text.nullable(),
})

/** 单位关系: 发包、分包、租赁、控制 */
export const UnitRelationFields = z.strictObject({
  fromUnitId: Id,
  toUnitId: Id.nullable(),
  kindText: Line,
  contract: Text.nullable(), // 合同名称及要点
  signedOn: Day.nullable(),
  amountFen: Fen.nullable(),
  note: Text.nullable(),
})

/** 人员: one row per natural person; post as on the day */
export const PersonFields = z.strictObject({
  unitId: Id.nullable(),
  name: Line.nullable(), // null = 姓名未见
  sex: Line.nullable(),
  age: z.int().min(0).max(150).nullable(),
  idNumber: Line.nullable(), // protected identifiers: never in the public edition [F27 V-33]
  phone: Line.nullable(),
  homeAddress: Line.nullable(),
  position: Line.nullable(), // 职务、工种 (事故时)
  employment: Line.nullable(), // 用工形式
  yearsInPost: Line.nullable(), // 工龄
  certificates: Line.nullable(), // 特种作业证等
  isOfficial: z.boolean().nullable(), // 公职人员
  publicName: Line.nullable(), // stable pseudonym 王某某(甲) [F27]
  note: Text.nullable(),
})
