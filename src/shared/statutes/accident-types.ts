/** 事故类别: GB/T 6441—1986 (20 types) and GB 6441—2025 (27 types). The day of the accident chooses the standard. */
import type { DayText } from '../dates.ts'
import { isInForce, type RuleRow } from './rule-row.ts'

export type TypeStandard = 'GB6441-1986' | 'GB6441-2025'

export type AccidentType = RuleRow & {
  readonly standard: TypeStandard
  /** text, not a number: `010` is 坍塌, `10` is nothing */
  readonly code: string
  readonly name: string
  /** what belongs here, where the name does not say */
  readonly hint: string | null
}

type TypeRow = readonly [code: string, name: string, hint?: string]

// The standard writes its codes with a leading zero, also the two-digit ones.
const types1986: readonly TypeRow[] = [
  ['01', '物体打击'],
  ['02', '车辆伤害'],
  ['03', '机械伤害'],
  ['04', '起重伤害'],
  ['05', '触电'],
  ['06', '淹溺'],
  ['07', '灼烫'],
  ['08', '火灾'],
  ['09', '高处坠落'],
  ['010', '坍塌'],
  ['011', '冒顶片帮'],
  ['012', '透水'],
  ['013', '放炮'],
  ['014', '火药爆炸'],
  ['015', '瓦斯爆炸'],
  ['016', '锅炉爆炸'],
  ['017', '容器爆炸'],
  ['018', '其他爆炸'],
  ['019', '中毒和窒息'],
  ['020', '其他伤害'],
]

const types2025: readonly TypeRow[] = [
  ['WSA10001', '物体打击', '物体在重力或外力作用下运动打击人或设备'],
  ['WSA10002', '厂(场)内车辆致害', '单位内部或作业场所内车辆碰撞、碾压、翻车、脱轨等'],
  ['WSA10003', '道路(轨道)车辆致害', '公共道路或轨道上'],
  ['WSA10004', '机械致害', '机械或加工件夹击、碾压、绞、剪切、割、刺、飞溅'],
  ['WSA10005', '起重致害', '起重机械运行、检修、试验中挤压、倾覆、折断、坠落等'],
  ['WSA10006', '触电', '电流通过人体或放电'],
  ['WSA10007', '淹溺', '大量液体（或液态物质）入肺窒息'],
  ['WSA10008', '灼烫', '高温物质、物体或化学品作用于人体'],
  ['WSA10009', '火灾', '失去控制的燃烧'],
  ['WSA10010', '高处坠落', '高处作业时坠落'],
  ['WSA10011', '跌落', '非高处作业坠落或跌倒至非液体基准面'],
  ['WSA10012', '坍塌', '建构筑物、堆置物塌落、倾倒'],
  ['WSA10013', '水害', '防治水不到位，地表或地下水无控进入作业区'],
  ['WSA10014', '容器爆炸'],
  ['WSA10015', '管道爆炸'],
  ['WSA10016', '可燃气体爆炸'],
  ['WSA10017', '可燃液体蒸气爆炸'],
  ['WSA10018', '粉尘爆炸'],
  ['WSA10019', '民用爆炸物品爆炸'],
  ['WSA10020', '烟花爆竹爆炸'],
  ['WSA10021', '其他可燃固体爆炸'],
  ['WSA10022', '高温熔融物爆炸', '遇水爆炸'],
  ['WSA10023', '中毒', '急性中毒'],
  ['WSA10024', '窒息', '环境缺氧或机械性窒息'],
  ['WSA10025', '滑坡', '生产经营活动引发的'],
  ['WSA10026', '泄漏', '仅发生泄漏'],
  ['WSA10099', '其他'], // not WSA10027
]

export type StandardRow<S extends string> = RuleRow & { readonly standard: S; readonly title: string }

/** The standards with their periods. That the day of the accident chooses is inferred: neither text has a transition rule. */
export const typeStandards: readonly StandardRow<TypeStandard>[] = [
  {
    standard: 'GB6441-1986',
    title: 'GB/T 6441—1986',
    clause: 'GB/T 6441—1986',
    from: null,
    to: '2026-06-30',
    confidence: 'verified',
  },
  {
    standard: 'GB6441-2025',
    title: 'GB 6441—2025',
    clause: 'GB 6441—2025',
    from: '2026-07-01',
    to: null,
    confidence: 'verified',
  },
]

/** All types of both standards in the order of the standards. */
export const accidentTypes: readonly AccidentType[] = typeStandards.flatMap(({ title, ...row }) =>
  (row.standard === 'GB6441-1986' ? types1986 : types2025).map(([code, name, hint]) => ({
    ...row,
    code,
    name,
    hint: hint ?? null,
  })),
)

/** The standard by which an accident of this day is classified. */
export function typeStandardOn(day: DayText): TypeStandard {
  return standardOn(typeStandards, day)
}

/** The standard in force on a day. Throws when the periods leave a hole, which no data may do. */
export function standardOn<S extends string>(standards: readonly StandardRow<S>[], day: DayText): S {
  const row = standards.find((standard) => isInForce(standard, day))
  if (!row) throw new RangeError(`no standard in force on ${day}`)
  return row.standard
}

/** The name of a standard as reports print it: `GB 6441—2025`. */
export function typeStandardTitle(standard: TypeStandard): string {
  return typeStandards.find((row) => row.standard === standard)?.title ?? standard
}

/** The types of one standard in its order. */
export function accidentTypesOf(standard: TypeStandard): readonly AccidentType[] {
  return accidentTypes.filter((type) => type.standard === standard)
}

/** The types to choose from for an accident of this day. */
export function accidentTypesOn(day: DayText): readonly AccidentType[] {
  return accidentTypesOf(typeStandardOn(day))
}

/** Name of a type; null when the standard has no such code (`10` is not `010`). */
export function typeLabel(standard: TypeStandard, code: string): string | null {
  return accidentTypesOf(standard).find((type) => type.code === code)?.name ?? null
}

/** Code of a type by its exact name (brackets of either width, a trailing 事故 ignored); null when there is no such type. */
export function typeCodeFromLabel(standard: TypeStandard, label: string): string | null {
  const name = label.normalize('NFKC').trim().replace(/事故$/, '')
  return accidentTypesOf(standard).find((type) => type.name === name)?.code ?? null
}
