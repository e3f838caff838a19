import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const measureActionLabels: Labels<Row<'measureAction'>['kind']> = {
  feedback: '反馈',
  check: '现场核查',
  reminder: '督办函',
  judgement: '判定',
  sign_off: '销号',
  hand_on: '移交',
}

export const measureStateLabels: Labels<Row<'measureAction'>['stateAfter']> = {
  reported: '已反馈',
  done: '已落实',
  partly: '部分落实',
  not_done: '未落实',
  not_applicable: '不适用',
  superseded: '已被替代',
}
