/** Money is an integer number of 分. 1 万元 = 1,000,000 分. */

/** 万元 with two decimals as reports print it: 85748 → "0.09"; rounding half up, on integers. */
export function wanText(fen: number): string {
  const hundredths = Math.round(fen / 10_000)
  const whole = Math.trunc(hundredths / 100)
  return `${whole}.${String(hundredths % 100).padStart(2, '0')}`
}

/** How many decimals of 万元 amounts need so that none of them is rounded: 2 at least, 6 (one 分) at most. */
export function wanDecimals(amounts: readonly number[]): number {
  const needed = amounts.map(
    (fen) =>
      String(fen % 1_000_000)
        .padStart(6, '0')
        .replace(/0+$/, '').length,
  )
  return Math.max(2, ...needed)
}

/** 万元 with so many decimals; the amounts of one table take the same number, so that they add up as printed. */
export function exactWanText(fen: number, decimals: number): string {
  const digits = String(fen % 1_000_000).padStart(6, '0')
  return `${Math.trunc(fen / 1_000_000)}.${digits.slice(0, decimals)}`
}

/** 万元 without decimals where the sum is a whole number of 万元 (fines of units): 112; otherwise two decimals. */
export function wanShort(fen: number): string {
  return fen % 1_000_000 === 0 ? String(fen / 1_000_000) : wanText(fen)
}

/**
 * A number of 万元 as people type it (`857.48`, `1,204.5`) → 分. Null when it is not a plain decimal number or has more than
 * six decimals (a fraction of a 分).
 */
export function fenFromWan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '').replace(/万元$/, '')
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(plain)
  if (!match) return null
  const [, whole = '0', decimals = ''] = match
  return Number(whole) * 1_000_000 + Number(decimals.padEnd(6, '0'))
}

const isNegative = (text: string): boolean => /^[-−–—]\s*\d/.test(text.normalize('NFKC').trim())

/** What is wrong with a text that is no amount of 万元, and what to do. */
export function wanProblem(text: string): string {
  return isNegative(text)
    ? '金额不能是负数；请填写0或者更大的金额，不知道的留空。'
    : '请填写以万元为单位的金额，例如 857.48；最多六位小数。'
}

/** The same for a text that is no number of persons, units or things. */
export function countProblem(text: string): string {
  return isNegative(text) ? '不能是负数；请填写0或者更大的整数，不知道的留空。' : '请填写整数，例如 3；不知道的留空。'
}
