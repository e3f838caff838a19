import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const outcomeLabels: Labels<Row<'casualty'>['outcome']> = {
  death: '死亡',
  missing: '下落不明',
  serious: '重伤',
  acute_poisoning: '急性工业中毒',
  minor: '轻伤',
  unspecified: '受伤（轻重未分）',
  hospitalised: '住院治疗',
  unharmed: '未受伤',
}

export const countBasisLabels: Labels<Row<'casualtyCount'>['basis']> = {
  phone: '电话报告',
  initial: '快报',
  follow_up: '续报',
  supplement: '补报',
  verified: '核报',
  investigation: '调查认定',
}
