import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const eventKindLabels: Labels<Row<'timelineEvent'>['kind']> = {
  before: '事故前',
  course: '事故经过',
  reporting: '信息报告',
  rescue: '应急救援',
  aftermath: '善后处理',
  procedure: '调查程序',
}
