/** Money is an integer number of 分. 1 万元 = 1,000,000 分. */

/** 万元 with two decimals as reports print it: 85748 → "0.09"; rounding half up, on integers. */
export function wanText(fen: number): string {
  const hundredths = Math.round(fen / 10_000)
  const whole = Math.trunc(hundredths / 100)
  return `${whole}.${String(hundredths % 100).padStart(2, '0')}`
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
