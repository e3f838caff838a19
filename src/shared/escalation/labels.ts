import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const escalationGroundLabels: Labels<Row<'escalation'>['ground']> = {
  escalation: '提级调查（第二十条第一款）',
  casualty_change: '伤亡变化另行组织调查（第二十条第二款）',
  revocation: '撤销批复重新调查',
}

export const escalationDecisionLabels: Labels<Row<'escalation'>['decision']> = { approved: '同意', refused: '不同意' }

export const handoverAboutLabels: Labels<Row<'handover'>['aboutTable']> = {
  escalation: '提级调查移交',
  justice_transfer: '移送司法机关',
  archive_volume: '归档移交',
}
