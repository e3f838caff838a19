/**
 * The investigator's own wording over the generated text. Kept as inlines: a value of the case inside it stays bound to its
 * fact and shows what the case says today. The generated text it was made from is kept beside it, to show when that changed.
 */
import type { Block, Document, Inline } from './document.ts'
import { inlinesText, inlineText, type Numbers, numberDocument } from './numbering.ts'

/** Own words for one block or list item. `base`: what was generated when they were written. */
export type OwnWording = {
  readonly blockId: string
  readonly content: readonly Inline[]
  readonly base: readonly Inline[]
}

export type WordingView = {
  readonly blockId: string
  readonly generated: string
  readonly own: string
  readonly base: string
  /** the sentence around the values changed since the wording was made; changed values alone do not count */
  readonly isStale: boolean
}

/** The inlines of a block or list item that may be reworded (headings, paragraphs, list items); undefined for others. */
export function wordedInlines(blocks: readonly Block[], blockId: string): readonly Inline[] | undefined {
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'heading') {
      if (block.id === blockId) return block.children
    } else if (block.kind === 'list') {
      const item = block.items.find(({ id }) => id === blockId)
      if (item) return item.children
    }
  }
  return undefined
}

/**
 * Typed text → inlines. Values, references and 【待补】 of the generated block that occur in the text stay bound, each once, in
 * their order; everything else is plain text.
 */
export function bindText(text: string, generated: readonly Inline[], document: Pick<Document, 'blocks'>): Inline[] {
  const numbers = numberDocument(document)
  const found: { from: number; to: number; inline: Inline }[] = []
  let last = 0
  for (const inline of generated) {
    if (inline.kind === 'text') continue
    const words = inlineText(inline, numbers, document.blocks)
    if (words === '') continue
    const at = place(text, words, last, found) ?? place(text, words, 0, found)
    if (at === undefined) continue
    found.push({ from: at, to: at + words.length, inline })
    last = at + words.length
  }
  found.sort((a, b) => a.from - b.from)
  const inlines: Inline[] = []
  let done = 0
  for (const { from, to, inline } of found) {
    if (from > done) inlines.push({ kind: 'text', text: text.slice(done, from) })
    inlines.push(inline)
    done = to
  }
  if (done < text.length) inlines.push({ kind: 'text', text: text.slice(done) })
  return inlines
}

/** First free place of `words` from `start` on. A number is not found inside a longer number. */
function place(
  text: string,
  words: string,
  start: number,
  taken: readonly { readonly from: number; readonly to: number }[],
): number | undefined {
  for (let at = text.indexOf(words, start); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    const isTaken = taken.some(({ from, to }) => at < to && end > from)
    const isInNumber =
      (/^[\d.]/.test(words) && /[\d.]$/.test(text.slice(0, at))) ||
      (/\d$/.test(words) && /^[\d.]\d?/.test(text.slice(end)))
    if (!isTaken && !isInNumber) return at
  }
  return undefined
}

/** The document with the own wordings in place, and for each what it stands for. Wordings whose block is gone are listed too. */
export function applyWordings(
  document: Document,
  wordings: readonly OwnWording[],
): { readonly document: Document; readonly views: readonly WordingView[] } {
  if (wordings.length === 0) return { document, views: [] }
  const numbers = numberDocument(document)
  const current = currentFields(document.blocks)
  const contents = new Map<string, readonly Inline[]>()
  const views = wordings.map((wording): WordingView => {
    const generated = wordedInlines(document.blocks, wording.blockId) ?? []
    const content = wording.content.map((inline) => renewed(inline, wording.base, generated, current))
    contents.set(wording.blockId, content)
    return {
      blockId: wording.blockId,
      generated: inlinesText(generated, numbers, document.blocks),
      own: inlinesText(content, numbers, document.blocks),
      base: inlinesText(wording.base, numbers, document.blocks),
      isStale: skeleton(generated, numbers, document.blocks) !== skeleton(wording.base, numbers, document.blocks),
    }
  })
  const blocks = document.blocks.map((block) => worded(block, contents))
  const missing = document.missing.filter(
    ({ blockId, printed, statutoryItem }) =>
      statutoryItem !== null ||
      (contents.get(blockId)?.some((inline) => inline.kind === 'missing' && inline.label === printed) ?? true),
  )
  return { document: { ...document, blocks, missing }, views }
}

function worded(block: Block, contents: ReadonlyMap<string, readonly Inline[]>): Block {
  if (block.kind === 'paragraph' || block.kind === 'heading') {
    const children = contents.get(block.id)
    return children === undefined ? block : { ...block, children }
  }
  if (block.kind !== 'list') return block
  return { ...block, items: block.items.map((item) => ({ ...item, children: contents.get(item.id) ?? item.children })) }
}

const factKey = (inline: Inline): string | undefined => {
  const fact = inline.kind === 'field' || inline.kind === 'missing' ? inline.fact : undefined
  return fact === undefined ? undefined : `${fact.table}:${fact.id}:${fact.column}`
}

function currentFields(blocks: readonly Block[]): ReadonlyMap<string, Inline> {
  const fields = new Map<string, Inline>()
  for (const block of blocks) {
    const runs =
      block.kind === 'list'
        ? block.items.map((item) => item.children)
        : block.kind === 'paragraph' || block.kind === 'heading'
          ? [block.children]
          : []
    for (const inline of runs.flat()) {
      const key = factKey(inline)
      if (key !== undefined && !fields.has(key)) fields.set(key, inline)
    }
  }
  return fields
}

/**
 * The bound value as the case has it today; the one of the same block first. One fact may stand in a block in several parts
 * (an address): the part is found by its place among them. What is not printed any more keeps its words.
 */
function renewed(
  inline: Inline,
  base: readonly Inline[],
  generated: readonly Inline[],
  current: ReadonlyMap<string, Inline>,
): Inline {
  const key = factKey(inline)
  if (key === undefined) return inline
  const partsOf = (inlines: readonly Inline[]) => inlines.filter((candidate) => factKey(candidate) === key)
  const place = partsOf(base).findIndex((part) => JSON.stringify(part) === JSON.stringify(inline))
  const parts = partsOf(generated)
  if (place > 0) return parts[place] ?? inline
  return parts[0] ?? current.get(key) ?? inline
}

/** The sentence without its values. */
function skeleton(inlines: readonly Inline[], numbers: Numbers, blocks: readonly Block[]): string {
  return inlines
    .map((inline) => {
      const key = factKey(inline)
      return key === undefined ? inlineText(inline, numbers, blocks) : `{${key}}`
    })
    .join('')
}
