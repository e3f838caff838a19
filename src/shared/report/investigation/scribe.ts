/** What every builder of a paragraph is given: the facts, the choices, the dates written so far. One for a document. */
import type { Dossier } from '../../case/tables.ts'
import type { Block } from '../document.ts'
import { type Dates, datesInOrder } from './dates.ts'
import { type Facts, readFacts } from './facts.ts'
import type { ReportOptions } from './options.ts'
import type { TitleKey } from './titles.ts'

export type Scribe = { readonly facts: Facts; readonly options: ReportOptions; readonly dates: Dates }

/** A chapter or a section of one: a title over blocks. */
export type Section = { readonly key: string; readonly title: string; readonly blocks: readonly Block[] }

export type Chapter = Section & { readonly sections: readonly Section[] }

/** A scribe for a new document. */
export function newScribe(dossier: Dossier, options: ReportOptions): Scribe {
  return { facts: readFacts(dossier), options, dates: datesInOrder() }
}

/** A section under the title chosen for it, else under the template's own. */
export function section(scribe: Scribe, key: TitleKey, title: string, blocks: readonly Block[]): Section {
  return { key, title: scribe.options.titles[key] ?? title, blocks }
}

/** A chapter: blocks before its sections, and the sections. */
export function chapter(
  scribe: Scribe,
  key: TitleKey,
  title: string,
  sections: readonly Section[],
  blocks: readonly Block[] = [],
): Chapter {
  return { ...section(scribe, key, title, blocks), sections }
}

const heading = (id: string, level: 1 | 2, title: string): Block => ({
  kind: 'heading',
  id,
  level,
  isNumbered: true,
  children: [{ kind: 'text', text: title }],
})

/** Chapters as blocks: an empty chapter or section prints no title, a chapter with one section has no sections. */
export function chapterBlocks(chapters: readonly Chapter[]): readonly Block[] {
  return chapters.flatMap((entry) => {
    const sections = entry.sections.filter((part) => part.blocks.length > 0)
    if (entry.blocks.length + sections.length === 0) return []
    const blocks =
      sections.length === 1
        ? sections.flatMap((part) => part.blocks)
        : sections.flatMap((part) => [heading(`section:${part.key}`, 2, part.title), ...part.blocks])
    return [heading(`chapter:${entry.key}`, 1, entry.title), ...entry.blocks, ...blocks]
  })
}
