/** Amounts of money as people write them, with their unit. A bare figure is no amount: 1.2 may be 元, 万元 or 亿元. */
import { AppError } from '../result.ts'

/** decimals down to the 分 */
const units: Readonly<Record<string, { readonly decimals: number }>> = {
  元: { decimals: 2 },
  万元: { decimals: 6 },
  亿元: { decimals: 10 },
}

/** `12,000,000元`, `1200万元`, `0.12亿元` → 分. Throws AppError `refused` with what is wrong with it. */
export function fenFromAmount(text: string, what: string): number {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  const [, whole = '', decimals = '', unitName = ''] = /^(\d{1,13})(?:\.(\d+))?(元|万元|亿元)?$/.exec(plain) ?? []
  if (whole === '') throw new AppError('refused', `“${what}”的金额“${text}”不是数字，请填写如 857.48万元。`)
  const unit = units[unitName]
  if (unit === undefined) throw new AppError('refused', `“${what}”的金额“${text}”没有单位，请写明元、万元或者亿元。`)
  if (decimals.length > unit.decimals) throw new AppError('refused', `“${what}”的金额“${text}”小于一分，请核对。`)
  const fen = Number(`${whole}${decimals.padEnd(unit.decimals, '0')}`)
  if (!Number.isSafeInteger(fen)) throw new AppError('refused', `“${what}”的金额“${text}”过大，请核对。`)
  return fen
}
