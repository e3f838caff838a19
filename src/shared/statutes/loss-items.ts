/**
 * 直接、间接经济损失的分项: GB/T 6721—1986 and GB 6721—2025. Fines, the cost of the investigation and rescue paid by the
 * government are direct or shared by the old standard and indirect by the new one; the day of the accident chooses.
 *
 * Ed1 … Ei9 are the codes of the standard of 2025. The words after the dot, and every code of the 1986 table, are keys of
 * this program: the standards number those parts otherwise or not at all. The parts of the 1986 standard were read in a
 * reprint; their full wording here is from memory.
 */
import type { DayText } from '../dates.ts'
import { type StandardRow, standardOn } from './accident-types.ts'
import type { RuleRow } from './rule-row.ts'

export type LossStandard = 'GB6721-1986' | 'GB6721-2025'

export type LossItemType = RuleRow & {
  readonly standard: LossStandard
  readonly code: string
  readonly name: string
  /** code and heading of the part it is summed under */
  readonly group: string
  readonly groupName: string
  readonly isDirect: boolean
  readonly hint: string | null
}

type Item = readonly [code: string, name: string, hint?: string]
type Group = {
  readonly code: string
  readonly name: string
  readonly isDirect: boolean
  readonly items: readonly Item[]
}

const direct2025: readonly Group[] = [
  {
    code: 'Ed1',
    name: '人身伤亡后支出',
    isDirect: true,
    items: [
      ['Ed1.medical', '医疗费', '未结算的用测算法（附录B）'],
      ['Ed1.nursing', '护理费'],
      ['Ed1.nutrition', '营养费'],
      ['Ed1.funeral', '丧葬及抚恤费用'],
      ['Ed1.relief', '补助及救济费用'],
      ['Ed1.wages', '歇工工资或误工费', '未结算的用测算法（附录B）'],
      ['Ed1.compensation', '残疾赔偿金或死亡赔偿金'],
    ],
  },
  {
    code: 'Ed2',
    name: '财产损失',
    isDirect: true,
    items: [
      ['Ed2.fixed', '固定资产损失'],
      ['Ed2.inventory', '存货损失'],
      ['Ed2.construction', '在建工程及工程物资损失'],
      ['Ed2.biological', '生物资产损失'],
    ],
  },
  {
    code: 'Ed3',
    name: '应急救援费用',
    isDirect: true,
    items: [['Ed3.rescue', '应急救援费用（企业支出部分）', '救援人工、物资、设备（或使用费）、保障费，仅企业支出部分']],
  },
  {
    code: 'Ed4',
    name: '清理现场及影响区域费用',
    isDirect: true,
    items: [['Ed4.clearing', '清理现场及影响区域费用']],
  },
  {
    code: 'Ed5',
    name: '事务性费用',
    isDirect: true,
    items: [['Ed5.affairs', '伤亡人员亲属交通、伙食、住宿费', '仅伤亡人员亲属善后的交通、伙食、住宿费']],
  },
]

const indirect2025: readonly Item[] = [
  ['Ei1', '停产、减产、停业、复产损失'],
  ['Ei2', '工作损失价值'],
  ['Ei3', '资源损失'],
  ['Ei4', '其他民事赔偿', '如合同违约'],
  ['Ei5', '事故罚款'],
  ['Ei6', '补充新从业人员招收、培训费用'],
  ['Ei7', '事故调查费', '办公、差旅、检测、鉴定、专家等'],
  ['Ei8', '消除次生危害主动支出', '含环境污染损害、治理费'],
  ['Ei9', '其他间接损失', '康复、整容、残疾器具、政府或公益机构救援费、无形资产'],
]

const groups1986: readonly Group[] = [
  {
    code: 'D1',
    name: '人身伤亡后所支出的费用',
    isDirect: true,
    items: [
      ['D1.medical', '医疗费用（含护理费用）'],
      ['D1.funeral', '丧葬及抚恤费用'],
      ['D1.relief', '补助及救济费用'],
      ['D1.wages', '歇工工资'],
    ],
  },
  {
    code: 'D2',
    name: '善后处理费用',
    isDirect: true,
    items: [
      ['D2.affairs', '处理事故的事务性费用'],
      ['D2.rescue', '现场抢救费用'],
      ['D2.clearing', '清理现场费用'],
      ['D2.fine', '事故罚款和赔偿费用', '用于定级时应注明是否含本次拟处罚款'],
    ],
  },
  {
    code: 'D3',
    name: '财产损失价值',
    isDirect: true,
    items: [
      ['D3.fixed', '固定资产损失价值'],
      ['D3.current', '流动资产损失价值'],
    ],
  },
  {
    code: 'I',
    name: '间接经济损失',
    isDirect: false,
    items: [
      ['I1', '停产、减产损失价值'],
      ['I2', '工作损失价值'],
      ['I3', '资源损失价值'],
      ['I4', '处理环境污染的费用'],
      ['I5', '补充新职工的培训费用'],
      ['I6', '其他损失费用'],
    ],
  },
]

/** The standards with their periods. That the day of the accident chooses is inferred: the text has no transition rule. */
export const lossStandards: readonly StandardRow<LossStandard>[] = [
  {
    standard: 'GB6721-1986',
    title: 'GB/T 6721—1986',
    clause: 'GB/T 6721—1986',
    from: null,
    to: '2026-06-30',
    confidence: 'transcribed',
  },
  {
    standard: 'GB6721-2025',
    title: 'GB 6721—2025',
    clause: 'GB 6721—2025',
    from: '2026-07-01',
    to: null,
    confidence: 'verified',
  },
]

const groups2025: readonly Group[] = [
  ...direct2025,
  { code: 'Ei', name: '间接经济损失', isDirect: false, items: indirect2025 },
]

/** All items of both standards in the order of the standards. */
export const lossItemTypes: readonly LossItemType[] = lossStandards.flatMap(({ title, ...row }) =>
  (row.standard === 'GB6721-1986' ? groups1986 : groups2025).flatMap((group) =>
    group.items.map(([code, name, hint]) => ({
      ...row,
      clause: group.code === 'Ei' ? `${title} 附录A` : row.clause,
      code,
      name,
      group: group.code,
      groupName: group.name,
      isDirect: group.isDirect,
      hint: hint ?? null,
    })),
  ),
)

/** The standard by which the losses of an accident of this day are counted. */
export function lossStandardOn(day: DayText): LossStandard {
  return standardOn(lossStandards, day)
}

/** The name of a standard as reports print it: `GB 6721—2025`; other text unchanged. */
export function lossStandardTitle(standard: string): string {
  return lossStandards.find((row) => row.standard === standard)?.title ?? standard
}

/** The items of one standard in its order; none for an unknown standard. */
export function lossItemTypesOf(standard: string): readonly LossItemType[] {
  return lossItemTypes.filter((item) => item.standard === standard)
}

/** One item of a standard by its code. */
export function lossItemType(standard: string, code: string): LossItemType | null {
  return lossItemTypesOf(standard).find((item) => item.code === code) ?? null
}
