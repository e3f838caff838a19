/** What the investigator chooses for one report; stored with the document. */
import { Day, Line, z } from '../../schema.ts'
import { annexKeys } from './annexes.ts'
import { titleKeys } from './titles.ts'

/** A 通用, chapters as far as there is something in them · B 编制指南, 封面和目录 · C 简式. */
export const templateLabels = { A: '通用式', B: '编制指南式', C: '简式' } as const

export const ReportOptions = z.strictObject({
  template: z.enum(['A', 'B', 'C']).default('A'),
  /** title of a chapter or section in place of the template's own; one of `titleChoices` or other words */
  titles: z.partialRecord(z.enum(titleKeys), Line.min(1)).default({}),
  edition: z.enum(['internal', 'public']).default('internal'),
  isDraft: z.boolean().default(false),
  /** cover and contents; null: as the template has it (B yes, A and C no) */
  hasCover: z.boolean().nullable().default(null),
  /** annexes that are listed or left out by choice; those not named here as the case file has them */
  annexes: z.partialRecord(z.enum(annexKeys), z.boolean()).default({}),
  /** 版记 on the last page; null: none */
  imprint: z.strictObject({ copyTo: Line.nullable(), issuer: Line, date: Day }).nullable().default(null),
})

export type ReportOptions = Readonly<z.output<typeof ReportOptions>>

/** Options with defaults for what is left out. Throws when an option is not known. */
export function reportOptions(given: z.input<typeof ReportOptions> = {}): ReportOptions {
  return ReportOptions.parse(given)
}
