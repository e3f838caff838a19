/** 事故性质 in words: what was typed, otherwise what the chosen code says by itself. 493号令第三十条第四项. */
import type { Row } from './tables.ts'

type Nature = Pick<Row<'accident'>, 'nature' | 'natureText'>

/** The codes that name a nature of their own; the others want words. */
const CODED: Readonly<Record<string, string>> = {
  liability: '生产安全责任事故',
  non_liability: '生产安全非责任事故',
}

/** The nature in one word and the column it comes from; null when neither words nor a telling code were given. */
export function natureText(
  accident: Nature,
): { readonly text: string; readonly column: 'nature' | 'natureText' } | null {
  const typed = accident.natureText?.trim() ?? ''
  if (typed !== '') return { text: typed, column: 'natureText' }
  const coded = CODED[accident.nature ?? '']
  return coded === undefined ? null : { text: coded, column: 'nature' }
}
