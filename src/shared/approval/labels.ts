import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const approvalSubjectLabels: Labels<Row<'approval'>['subject']> = {
  investigation: '事故调查报告',
  assessment: '整改评估报告',
}

export const approvalDecisionLabels: Labels<Row<'approval'>['decision']> = { approved: '同意', returned: '退回' }

export const publicationSubjectLabels: Labels<Row<'publication'>['subject']> = {
  investigation: '事故调查报告',
  assessment: '整改评估报告',
  disposition: '处理落实情况',
}
