/**
 * The last pass of the public edition (公开版): over every text of the document, whoever wrote it and wherever it stands, so that
 * no name and no number of a person gets out by a field that nobody thought of. The internal edition does not come here.
 */
import type { Dossier, Row } from '../case/tables.ts'
import type { Block, Document, Inline } from './document.ts'
import { type FindMasked, identifierFinder, type MaskedKind } from './identifiers.ts'
import { publicPersonName } from './investigation/public-names.ts'
import { phrase } from './investigation/words.ts'
import { nameFinder } from './public-name-finder.ts'

/** One masked word and how often it stands in a block or list item; `blockId` '' : title and properties of the file. */
export type MaskedWord = {
  readonly blockId: string
  readonly kind: MaskedKind
  /** the words that are printed */
  readonly shown: string
  readonly count: number
}

export type PublicEdition = { readonly document: Document; readonly masked: readonly MaskedWord[] }

/** The document with every name and number masked that the public edition does not show, and the list of what was. */
export function publicEdition(document: Document, dossier: Dossier): PublicEdition {
  const pass = passOver(dossier)
  const text = (blockId: string, words: string) => pass.text(blockId, words)
  const { properties } = document
  const masked: Document = {
    ...document,
    title: text('', document.title),
    blocks: document.blocks.map((block) => maskedBlock(block, pass)),
    missing: document.missing.map((gap) => ({
      ...gap,
      label: pass.quiet(gap.label),
      printed: pass.quiet(gap.printed),
    })),
    properties: {
      author: text('', properties.author),
      subject: text('', properties.subject),
      keywords: text('', properties.keywords),
    },
  }
  return { document: masked, masked: pass.masked() }
}

type Pass = {
  readonly text: (blockId: string, words: string) => string
  readonly run: (blockId: string, inlines: readonly Inline[]) => readonly Inline[]
  /** for words that are not printed; not counted */
  readonly quiet: (words: string) => string
  readonly masked: () => readonly MaskedWord[]
}

function passOver(given: Dossier): Pass {
  const numbers = identifierFinder(given)
  const dossier = withCleanNames(given, (name) => name && replaced(name, numbers, () => {}))
  const finders = [numbers, nameFinder(dossier)]
  const people = new Map(dossier.rows.person.map((person) => [person.id, person]))
  const counts = new Map<string, MaskedWord>()
  const note = (blockId: string) => (kind: MaskedKind, shown: string) => {
    const key = `${blockId}\n${kind}\n${shown}`
    counts.set(key, { blockId, kind, shown, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const words = (text: string, tell: Note) => finders.reduce((line, find) => replaced(line, find, tell), text)
  const quiet = (text: string) => words(text, () => {})
  return {
    quiet,
    text: (blockId, text) => words(text, note(blockId)),
    run: (blockId, inlines) => {
      const tell = note(blockId)
      for (const inline of inlines) if (inline.kind === 'redact') tell('name', inline.text)
      const bound = inlines.flatMap((inline): readonly Inline[] => {
        // what proves a sentence is printed in the internal edition only
        if (inline.kind === 'cite') return []
        if (inline.kind === 'missing') return [{ ...inline, label: quiet(inline.label) }]
        return [asFact(inline, people, dossier.rows.casualty, tell)]
      })
      // each value by itself first: digits of its neighbours are no part of its number
      const parts = finders.reduce((run, find) => run.flatMap((one) => maskedRun([one], find, tell)), bound)
      return finders.reduce((run, find) => [...maskedRun(run, find, tell)], parts)
    },
    masked: () => [...counts.values()],
  }
}

/** Names into which someone typed a number are known without it: numbers are masked first. */
function withCleanNames(dossier: Dossier, clean: <T extends string | null>(name: T) => T | string): Dossier {
  const { person, unit } = dossier.rows
  const named = <R extends Row<'person'> | Row<'unit'>>(row: R): R => ({
    ...row,
    name: clean(row.name),
    publicName: clean(row.publicName),
  })
  const short = (row: Row<'unit'>) => ({ ...named(row), shortName: clean(row.shortName) })
  return { ...dossier, rows: { ...dossier.rows, person: person.map(named), unit: unit.map(short) } }
}

type Note = (kind: MaskedKind, shown: string) => void

/** The name of a person bound to the case: this very person's public name, also where two have the same name. */
function asFact(
  inline: Inline,
  people: ReadonlyMap<string, Row<'person'>>,
  casualties: readonly Row<'casualty'>[],
  tell: Note,
): Inline {
  if (inline.kind !== 'field' || inline.fact.table !== 'person' || inline.fact.column !== 'name') return inline
  const person = people.get(inline.fact.id)
  const shown = person === undefined ? null : publicPersonName(person, casualties)
  // own wording keeps the name that it was bound to, which may have been corrected since
  if (shown === null || shown === phrase(person?.name) || shown === inline.text) return inline
  tell('name', shown)
  return { kind: 'redact', text: shown }
}

function replaced(text: string, find: FindMasked, tell: Note): string {
  const found = [...find(text)].sort((a, b) => a.from - b.from)
  let done = 0
  let result = ''
  for (const { from, to, shown, kind } of found) {
    tell(kind, shown)
    result += text.slice(done, from) + shown
    done = to
  }
  return result + text.slice(done)
}

/** Words are found across the values of a run: a name may be half typed and half bound. */
function maskedRun(inlines: readonly Inline[], find: FindMasked, tell: Note): readonly Inline[] {
  const textOf = (inline: Inline) => ('text' in inline ? inline.text : '\ufffc')
  const found = [...find(inlines.map(textOf).join(''))].sort((a, b) => a.from - b.from)
  if (found.length === 0) return inlines
  for (const { kind, shown } of found) tell(kind, shown)
  const result: Inline[] = []
  let start = 0
  for (const inline of inlines) {
    const end = start + textOf(inline).length
    let done = start
    const keep = (to: number) => {
      if (to > done && 'text' in inline) result.push({ ...inline, text: inline.text.slice(done - start, to - start) })
    }
    for (const { from, to, shown } of found) {
      if (to <= start || from >= end || !('text' in inline)) continue
      keep(from)
      if (from >= start) result.push({ kind: 'redact', text: shown })
      done = Math.min(to, end)
    }
    if ('text' in inline) keep(end)
    else result.push(inline)
    start = end
  }
  return result
}

function maskedBlock(block: Block, { text, run }: Pass): Block {
  const { id } = block
  switch (block.kind) {
    case 'title':
      return { ...block, lines: lines(block.lines, (words) => text(id, words)) }
    case 'cover': {
      const shown = lines(block.lines, (words) => text(id, words))
      return { ...block, lines: shown, body: text(id, block.body), date: run(id, block.date) }
    }
    case 'heading':
    case 'paragraph':
      return { ...block, children: run(id, block.children) }
    case 'list':
    case 'attachmentList':
      return { ...block, items: block.items.map((item) => ({ ...item, children: run(item.id, item.children) })) }
    case 'table':
      return {
        ...block,
        caption: block.caption === null ? null : text(id, block.caption),
        columns: block.columns.map((column) => ({ ...column, title: text(id, column.title) })),
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, children: run(id, cell.children) })),
        })),
      }
    case 'figure':
      return { ...block, caption: text(id, block.caption), alt: text(id, block.alt) }
    case 'signature':
      return { ...block, name: run(id, block.name), date: run(id, block.date) }
    case 'attachment':
      return { ...block, title: text(id, block.title) }
    case 'imprint':
      return {
        ...block,
        copyTo: block.copyTo === null ? null : text(id, block.copyTo),
        issuer: text(id, block.issuer),
        date: text(id, block.date),
      }
    case 'toc':
    case 'pageBreak':
      return block
  }
}

/** A title is one text on several lines; one in which a word is masked across a line end goes on one line. */
function lines(given: readonly string[], mask: (words: string) => string): readonly string[] {
  const whole = given.join('')
  const shown = given.map(mask)
  return mask(shown.join('')) === shown.join('') ? shown : [mask(whole)]
}
