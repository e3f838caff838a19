import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const assessmentStateLabels: Labels<Row<'assessmentItem'>['state']> = {
  done: '已落实',
  mostly: '基本落实',
  partly: '部分落实',
  not_done: '未落实',
  not_applicable: '不适用',
}

export const assessmentFollowUpLabels: Labels<Row<'assessmentItem'>['followUp']> = {
  supervise_again: '重新督办',
  accountability: '提请问责',
  interview: '约谈',
  none: '无需处理',
}
