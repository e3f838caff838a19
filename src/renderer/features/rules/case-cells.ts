/** The facts of a case as the rules ask for them, under their Chinese heads. */
import { holdingCount, holdingLoss, occurredOnOf } from '../../../shared/case/derive.ts'
import type { Dossier } from '../../../shared/case/tables.ts'
import { kinds } from '../../../shared/rules/heads.ts'
import { wanText } from '../../../shared/rules/sums.ts'
import { type Cells, UNKNOWN } from './try-cells.ts'

/** What the grade is judged by. */
export function gradeCells(dossier: Dossier): Cells {
  const { caseFile } = dossier
  const count = holdingCount(dossier)
  const loss = holdingLoss(dossier)
  const said = (value: number | null | undefined) => (value === null || value === undefined ? UNKNOWN : String(value))
  return {
    死亡: said(count?.deaths),
    重伤: said(count?.seriousInjuries),
    // a count that does not state them apart has them within 重伤
    急性工业中毒: count?.acutePoisonings ? String(count.acutePoisonings) : '',
    '损失（万元）': loss === null ? UNKNOWN : wanText(loss.directFen),
    事故种类: Object.entries(kinds).find(([, kind]) => kind === caseFile.regime)?.[0] ?? '',
    发生日: occurredOnOf(caseFile) ?? UNKNOWN,
  }
}
