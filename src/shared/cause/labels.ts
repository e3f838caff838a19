import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const causeKindLabels: Labels<Row<'cause'>['kind']> = {
  direct: '直接原因',
  indirect: '间接原因',
  management: '管理原因',
  excluded: '其他因素排除',
  intermediate: '中间原因',
  event: '事件',
}

export const causeDiagramLabels: Labels<Row<'cause'>['diagram']> = {
  tree: '原因树',
  five_why: '五个为什么',
  fishbone: '鱼骨图',
  fault_tree: '事故树',
  model24: '24Model',
}

export const causeGateLabels: Labels<Row<'cause'>['gate']> = { and: '与门', or: '或门', inhibit: '禁门' }

export const findingCategoryLabels: Labels<Row<'finding'>['category']> = {
  accident_unit: '事故发生单位',
  related_unit: '相关单位',
  intermediary: '中介和技术服务机构',
  regulator: '监管部门',
  government: '地方党委政府',
  person: '责任人员',
  other: '其他',
}
