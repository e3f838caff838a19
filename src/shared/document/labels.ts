import type { Row } from '../case/tables.ts'
import type { Labels, OpenLabels } from '../labels.ts'

/** The kinds that the app makes or registers now; others are named by their title. */
export const documentKindLabels: OpenLabels = {
  investigation_report: '事故调查报告',
  assessment_report: '整改落实情况评估报告',
  approval_reply: '政府批复',
  phone_report: '事故电话快报',
  initial_report: '事故快报',
  follow_up_report: '事故续报',
  verified_report: '事故核报',
  team_notice: '成立调查组通知',
  extension_reply: '延期批复',
}

export const documentDirectionLabels: Labels<Row<'document'>['direction']> = { issued: '发文', received: '收文' }

export const documentStatusLabels: Labels<Row<'document'>['status']> = {
  draft: '草稿',
  in_review: '送审',
  final: '定稿',
  superseded: '已被替代',
}

export const blockModeLabels: Labels<Row<'documentBlock'>['mode']> = {
  reworded: '改写',
  added: '增加',
  hidden: '不显示',
}

export const blockStatusLabels: Labels<Row<'documentBlock'>['status']> = {
  drafting: '起草',
  in_review: '送审',
  changed: '已改',
  final: '定稿',
}

export const editionLabels: Labels<Row<'documentRelease'>['edition']> = {
  internal: '内部版',
  public: '公开版',
  received: '收到的文件',
  draft: '草稿',
}
