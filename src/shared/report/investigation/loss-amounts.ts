/** 直接经济损失 in numbers: the items that are printed, and every amount with the decimals that their sum needs. */
import type { Row } from '../../case/tables.ts'
import { exactWanText, wanDecimals } from '../../money.ts'
import type { Facts } from './facts.ts'

/** The items of the direct loss that are not zero. */
export function directItems({ loss, dossier }: Facts): readonly Row<'lossItem'>[] {
  return dossier.rows.lossItem.filter(
    (item) => item.lossAssessmentId === loss?.id && item.isDirect && item.amountFen > 0,
  )
}

/** An amount of the loss in 万元: in sentences, table and list with the same decimals, so that parts and sums agree. */
export function lossWan(facts: Facts, fen: number): string {
  const amounts = directItems(facts).map((item) => item.amountFen)
  return exactWanText(fen, wanDecimals(facts.lossFen === null ? amounts : [...amounts, facts.lossFen]))
}
