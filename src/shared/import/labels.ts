import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const importNoteKindLabels: Labels<Row<'importNote'>['kind']> = {
  source: '来源',
  remark: '备注',
  no_column: '无对应栏目',
  not_parsed: '未能识别',
  conflict: '前后不一致',
}
