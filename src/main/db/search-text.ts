/**
 * Full text: application-made character bigrams in an FTS5 table. The tokenizer of SQLite sees a whole run of Han characters
 * as one word; pairs find every word of two characters and more, and names above all.
 */

/** Changes with the rules below; a library written by another version is rebuilt. */
export const TOKENIZER = 1

const RUN = /[\p{L}\p{N}\p{M}]+/gu

/** NFKC, lower case: full-width and half-width forms are equal. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Text for the index: each pair of neighbours inside a run, then the run's last character alone (for one-character words). */
export function indexTokens(text: string): string {
  const tokens: string[] = []
  for (const run of normalise(text).match(RUN) ?? []) {
    const characters = [...run]
    for (let at = 0; at + 1 < characters.length; at++) tokens.push(`${characters[at]}${characters[at + 1]}`)
    const last = characters.at(-1)
    if (last !== undefined) tokens.push(last)
  }
  return tokens.join(' ')
}

/** MATCH expression of the user's words (AND), or null when nothing searchable was typed. Never contains raw user text. */
export function matchExpression(words: string): string | null {
  const phrases: string[] = []
  for (const run of normalise(words).match(RUN) ?? []) {
    const characters = [...run]
    if (characters.length === 1) phrases.push(`"${characters[0]}" *`)
    else
      phrases.push(
        `"${characters
          .slice(0, -1)
          .map((character, at) => `${character}${characters[at + 1]}`)
          .join(' ')}"`,
      )
  }
  return phrases.length === 0 ? null : phrases.join(' AND ')
}
