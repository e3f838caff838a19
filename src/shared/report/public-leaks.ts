/** What own wording says that the public edition may not: health and homes of persons, which no masked form can stand for. */
import type { Dossier } from '../case/tables.ts'
import type { Document } from './document.ts'
import { phrase } from './investigation/words.ts'
import { inlinesText, numberDocument } from './numbering.ts'
import { documentText } from './plain.ts'
import { wordedInlines } from './wording.ts'

export type PublicLeak = {
  readonly blockId: string
  /** what the words are: 伤情, 家庭住址 */
  readonly what: string
  readonly words: string
  /** the beginning of the paragraph, to find it by */
  readonly place: string
}

const MIN_WORDS = 4
const PLACE_LENGTH = 18

/**
 * The leaks of the reworded blocks of a public edition. Words that the generated public text prints anyway are none: 机械伤害 is
 * an injury and the kind of the accident.
 */
export function publicLeaks(
  { document, generated }: { readonly document: Document; readonly generated: Document },
  { rows }: Dossier,
  blockIds: readonly string[],
): readonly PublicLeak[] {
  if (blockIds.length === 0) return []
  const shown = documentText(generated)
  const numbers = numberDocument(document)
  const secrets = [
    ...rows.casualty.map((row) => ({ what: '伤情', words: phrase(row.injury) })),
    ...rows.person.map((row) => ({ what: '家庭住址', words: phrase(row.homeAddress) })),
  ]
  return blockIds.flatMap((blockId) => {
    const text = inlinesText(wordedInlines(document.blocks, blockId) ?? [], numbers, document.blocks)
    const place = text.length > PLACE_LENGTH ? `${text.slice(0, PLACE_LENGTH)}……` : text
    const found = new Map<string, PublicLeak>()
    for (const { what, words } of secrets)
      if (words !== null && words.length >= MIN_WORDS && text.includes(words) && !shown.includes(words))
        found.set(words, { blockId, what, words, place })
    return [...found.values()]
  })
}

/** Why a public edition may not leave as final, with the places; null where it may. */
export function leakRefusal(leaks: readonly PublicLeak[]): string | null {
  if (leaks.length === 0) return null
  const told = leaks.map(({ place, what, words }) => `“${place}”一段写有${what}“${words}”`).join('；')
  return `公开版改写的文字中有不能公开的内容：${told}。请改写或者恢复生成的文字后再导出正式稿，或选择导出草稿。`
}
