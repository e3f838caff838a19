/** What a reader of the screen is told: the names of the browser's own accessibility tree. */
import type { CDPSession, Page } from 'playwright-core'

/** Keys, programs and the like, which have no Chinese name. Codes and standards are in capitals and are no words. */
const PROPER = new Set(['Ctrl', 'Alt', 'Enter', 'Delete', 'Esc', 'Shift', 'Word', 'Excel'])
const WORD = /[A-Za-z][a-z]{2,}/g
/** Names of files and folders are the user's own, check sums are digits. */
const NO_WORDS = /(?:[A-Z]:)?[\\/]\S+|\S+\.(?:png|jpe?g|pdf|db)\b|\b\d+\.\d+\.\d+\S*|[0-9a-f]{12}/g

const sessions = new WeakMap<Page, CDPSession>()

/** «role “name”» of everything, seen or only heard, that has an English word in it. */
export async function englishNames(page: Page): Promise<string[]> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const found = nodes
    // the choices that the program of the reader steps through have their name on them, and their code inside
    .filter(({ ignored, parentId }) => !ignored && byId.get(parentId ?? '')?.role?.value !== 'option')
    .filter(({ role }) => role?.value !== 'InlineTextBox')
    .flatMap(({ role, name, description, value, properties }) => {
      const spoken = (properties ?? []).filter((property) => /roledescription|valuetext/i.test(property.name))
      return [name, description, value, ...spoken.map((property) => property.value)].map((part) => ({
        role: String(role?.value),
        words: String(part?.value ?? ''),
      }))
    })
    .filter(({ words }) => (words.replace(NO_WORDS, '').match(WORD) ?? []).some((word) => !PROPER.has(word)))
  return [...new Set(found.map(({ role, words }) => `${role} “${words.slice(0, 80)}”`))]
}
