import type { Row } from '../case/tables.ts'
import type { Labels, OpenLabels } from '../labels.ts'

export const lossBasisLabels: Labels<Row<'lossAssessment'>['basis']> = {
  estimate: '初步估计',
  verified: '核定',
  investigation: '调查认定',
}

export const lossMethodLabels: Labels<Row<'lossItem'>['method']> = { settled: '已结算', estimated: '测算' }

export const lossStandardLabels: OpenLabels = {
  'GB6721-1986': 'GB/T 6721—1986',
  'GB6721-2025': 'GB 6721—2025',
}

/** Who paid; by the standard of 2025 only what the enterprise paid for rescue is direct. */
export const payerLabels: OpenLabels = { enterprise: '企业', government: '政府', charity: '公益机构' }
