/** Typed text → value. Digits of any width, the separators people use; null when it cannot be read. */

const narrow = (text: string) => text.normalize('NFKC').trim()
const two = (part: string | undefined) => (part ?? '').padStart(2, '0')

/** 2026-08-04, 2026/8/4, 2026.8.4, 20260804, 2026年8月4日 → `2026-08-04`. Whether the day exists is the schema's question. */
export function parseDay(text: string): string | null {
  const plain = narrow(text).replace(/\s/g, '')
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(plain)
  if (!match) return null
  return `${match[1]}-${two(match[2] ?? match[4])}-${two(match[3] ?? match[5])}`
}

/** A day and a clock time, 2026-08-04 15:26 or 2026年8月4日15时26分 → local instant. */
export function parseInstant(text: string): string | null {
  const plain = narrow(text)
  const match = /^(.+?)(?:[\sT]+|日)(\d{1,2})(?:[:时点](\d{1,2})?分?)?$/.exec(plain)
  if (!match) return null
  const day = parseDay((match[1] ?? '').replace(/日$/, ''))
  if (day === null || Number(match[2]) > 23 || Number(match[3] ?? 0) > 59) return null
  return `${day}T${two(match[2])}:${two(match[3] ?? '0')}:00+08:00`
}

/** 1,204 or １２０４ → 1204. */
export function parseCount(text: string): number | null {
  const plain = narrow(text).replace(/[,\s]/g, '')
  return /^\d{1,12}$/.test(plain) ? Number(plain) : null
}

/** Local instant → 2026-08-04 15:26. */
export const instantText = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`
