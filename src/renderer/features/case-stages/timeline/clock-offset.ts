/** How far the clock of a source was off: 快3分18秒 is +198000 ms, 慢12秒 is −12000 ms. */

const pattern = /^(快|慢)(?:(\d{1,3})(?:小时|时))?(?:(\d{1,3})分钟?)?(?:(\d{1,4})秒)?$/

/** Milliseconds; 准 is 0. Undefined when it cannot be read. */
export function parseClockOffset(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/^时钟/, '')
  if (plain === '准' || plain === '准确') return 0
  const match = pattern.exec(plain)
  const [, sign, hours, minutes, seconds] = match ?? []
  if (sign === undefined || (hours ?? minutes ?? seconds) === undefined) return undefined
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  return total === 0 ? 0 : (sign === '快' ? total : -total) * 1000
}

/** Empty for a clock that is right. */
export function clockOffsetText(ms: number): string {
  if (ms === 0) return ''
  const total = Math.round(Math.abs(ms) / 1000)
  const parts = [
    [Math.floor(total / 3600), '小时'],
    [Math.floor((total % 3600) / 60), '分'],
    [total % 60, '秒'],
  ] as const
  const words = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value}${unit}`)
  return `${ms > 0 ? '快' : '慢'}${words.join('')}`
}
