import { diffWords } from 'diff'

export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Chinese has no spaces between words; the dictionary of the browser parts them, so that changes are words, not characters. */
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** What has to be taken out of `from` and put in to get `to`. */
export function difference(from: string, to: string): readonly Change[] {
  return diffWords(from, to, { intlSegmenter: words }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
