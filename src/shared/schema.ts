/** The one door to zod. `jitless` stands before the first schema: the compiled parsers of zod break our CSP (measured). */
import { z } from 'zod'

z.config({ jitless: true })
z.config(z.locales.zhCN())

export { z }

/** UUIDv7, or a fixed or computed key of a row with a natural key. */
export const Id = z.string().min(1).max(200)

/** A calendar day `YYYY-MM-DD` that exists. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写成 2026-08-04 的样子')
  .refine((value) => isRealDay(value), '没有这一天，请核对日期')

/** An instant of local time with its offset `YYYY-MM-DDTHH:MM:SS+08:00`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08:00$/, '时间应写成 2026-08-04T15:26:00+08:00 的样子')
  .refine((value) => isRealDay(value.slice(0, 10)), '没有这一天，请核对日期')

/** Money: an integer number of 分. */
export const Fen = z
  .int('金额应为整数分')
  .min(0, '金额不能是负数；请填写0或者更大的金额，不知道的留空')
  .max(9_000_000_000_000_000, '金额过大')

/** Prose of any length that a person can have typed. */
export const Text = z.string().max(200_000, '文字过长（超过20万字）')

/** One line of text. */
export const Line = z.string().max(2_000, '文字过长（超过2000字）')

/** Required one line of text. */
export const Name = z.string().trim().min(1, '不能为空').max(500, '名称过长（超过500字）')

/** A count of persons, days, pages. */
export const Count = z
  .int('应为整数')
  .min(0, '不能是负数；请填写0或者更大的整数，不知道的留空')
  .max(1_000_000_000, '数字过大')

function isRealDay(value: string): boolean {
  const [year, month, day] = value.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  if (month < 1 || month > 12 || day < 1) return false
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (lengths[month - 1] ?? 0)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Content address of a file: 64 lower-case hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '文件标识不正确')
