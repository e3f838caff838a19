/** The figures that rules ask for. Null is unknown and never taken for 0. */
import { fenFromWan } from '../money.ts'
import { Day, z } from '../schema.ts'

/** A number of persons: a whole number from 0. */
export const Persons = z
  .int('人数应为非负整数，请核对')
  .min(0, '人数应为非负整数，请核对')
  .max(1_000_000, '人数过大，请核对')

/** A loss in 万元 as a decimal text, without a unit and not finer than a 分 → 分. */
export const LossWan = z.string('直接经济损失应写成万元的小数，如 "857.48"，请核对').transform((text, context) => {
  const fen = /^\d{1,9}(\.\d{1,6})?$/.test(text) ? fenFromWan(text) : null
  if (fen === null) context.addIssue('直接经济损失应写成万元的小数，如 "857.48"，请核对')
  return fen ?? z.NEVER
})

/** A whole number of 元 → 分. */
export const Yuan = z
  .int('应为整数的元，请核对')
  .min(0, '应为整数的元，请核对')
  .max(1_000_000_000_000, '金额过大，请核对')
  .transform((yuan) => yuan * 100)

/** An instant with its offset, to the minute or the second → `2026-08-04T09:35:00+08:00`. */
export const Moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?([+-]\d{2}:\d{2}|Z)$/,
    '时间应写成 2026-08-04T15:26:00+08:00 的样子，请核对',
  )
  .refine((text) => Day.safeParse(text.slice(0, 10)).success, '没有这一天，请核对日期')

/** 首日方案: A the first day does not count (民法典第二百零一条), B it does. */
export const Plan = z.enum(['A', 'B'], { error: '首日方案应为 A 或 B' })
export type Plan = z.output<typeof Plan>

export { Day }
