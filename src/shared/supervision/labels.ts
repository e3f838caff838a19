import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const supervisionLevelLabels: Labels<Row<'supervision'>['level']> = {
  state: '国家级',
  province: '省级',
  city: '设区的市级',
}

export const reviewOpinionLabels: Labels<Row<'supervision'>['reviewOpinion']> = {
  agreed: '审核同意',
  revise: '要求修改',
}
