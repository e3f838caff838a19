import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const evidenceKindLabels: Labels<Row<'evidence'>['kind']> = {
  physical: '物证',
  documentary: '书证',
  audio_visual: '视听资料',
  electronic: '电子数据',
  statement: '询问笔录、陈述',
  inspection: '勘验笔录',
  opinion: '鉴定意见',
  drawing: '现场图',
  photo: '现场照片',
  scene_video: '现场录像',
}

export const evidenceFormLabels: Labels<Row<'evidence'>['form']> = {
  original: '原件',
  copy: '复印件',
  extract: '摘录件',
}

export const fileRoleLabels: Labels<Row<'evidenceFile'>['role']> = {
  original: '原始文件',
  working_copy: '工作副本',
  transcript: '文字稿',
  thumbnail: '缩略图',
}

/** Where a picture stands in the report. */
export const reportPlaceLabels: Labels<Row<'evidenceFile'>['reportPlace']> = {
  site: '现场情况',
  course: '事故经过',
  cause: '原因分析',
  attachment: '附件',
}
