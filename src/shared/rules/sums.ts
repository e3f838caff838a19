/** Money of the rules: whole numbers of 分, printed without rounding. */

/** 分 of one 万元. */
export const WAN = 1_000_000
/** 分 of one 元. */
export const YUAN = 100

/** 999995000 → `999.995`, 300000000 → `300`: every digit, so that a printed figure never reaches a bound the real one misses. */
export function wanText(fen: number): string {
  return decimal(fen, WAN, 6)
}

/** 12800000 → `128000` */
export function yuanText(fen: number): string {
  return decimal(fen, YUAN, 2)
}

function decimal(fen: number, unit: number, digits: number): string {
  const rest = String(fen % unit)
    .padStart(digits, '0')
    .replace(/0+$/, '')
  return `${Math.floor(fen / unit)}${rest === '' ? '' : `.${rest}`}`
}
