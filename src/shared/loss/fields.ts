import { Count, Day, Fen, Id, Line, Text, z } from '../schema.ts'

/** 直接经济损失核定: one per standard and calculation day */
export const LossAssessmentFields = z.strictObject({
  standard: Line, // GB6721-1986 | GB6721-2025
  basis: z.enum(['estimate', 'verified', 'investigation']),
  calculatedOn: Day.nullable(),
  verifiedBy: Line.nullable(), // 核定人
  statedDirectFen: Fen.nullable(), // total as stated; null = sum of items
  statedIndirectFen: Fen.nullable(),
  statedText: Line.nullable(), // 约2615万元
  isApproximate: z.boolean().nullable(),
  excludesFine: Count.nullable(), // 旧标: 不含本次拟处罚款 (V-26 例3)
  note: Text.nullable(),
})

/** 损失分项 */
export const LossItemFields = z.strictObject({
  lossAssessmentId: Id,
  itemCode: Line, // Ed1.medical … Ei9, by the standard's code table
  isDirect: z.boolean(), // by the standard of the assessment
  payer: Line.nullable(), // enterprise | government | charity: decides Ed3 / Ei9
  amountFen: Fen,
  method: z.enum(['settled', 'estimated']),
  formulaJson: z.json().nullable(), // inputs of 测算法 (Mb, P, Dc, Lq …)
  basis: Text.nullable(),
})
