import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const transferDecisionLabels: Labels<Row<'justiceTransfer'>['decision']> = {
  transfer: '移送',
  not_transfer: '不移送',
}

export const filingLabels: Labels<Row<'justiceTransfer'>['filing']> = { filed: '立案', not_filed: '不予立案' }
