import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const extensionClockLabels: Labels<Row<'extension'>['clock']> = {
  investigation: '调查期限',
  approval: '批复期限',
  supervision: '督办期限',
  penalty: '处罚期限',
}
