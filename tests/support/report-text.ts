/** A report as its readers find things in it: by chapters, as one text. */
import type { Dossier } from '../../src/shared/case/tables.ts'
import type { Block, Document } from '../../src/shared/report/document.ts'
import { reportOptions } from '../../src/shared/report/investigation/options.ts'
import { buildInvestigationReport } from '../../src/shared/report/investigation.ts'
import { numberDocument } from '../../src/shared/report/numbering.ts'
import { documentLines } from '../../src/shared/report/plain.ts'

export type Given = Parameters<typeof reportOptions>[0]

export const report = (dossier: Dossier, given: Given = {}): Document =>
  buildInvestigationReport(dossier, reportOptions(given))

export const linesOf = (dossier: Dossier, given: Given = {}): readonly string[] => documentLines(report(dossier, given))

export const textOf = (dossier: Dossier, given: Given = {}): string => linesOf(dossier, given).join('\n')

/** Text of each chapter by its number; 导语 before the first, 附 from the list of attachments on. Title in one line. */
export function chaptersOf(document: Document): ReadonlyMap<string, string> {
  const lines = documentLines(document)
  const numbers = numberDocument(document)
  const chapters = new Map<string, string[]>()
  let key = '导语'
  let from = 0
  document.blocks.forEach((block, at) => {
    // every block starts where the text of those before it ends
    const to = documentLines({ ...document, blocks: document.blocks.slice(0, at + 1) }).length
    if (block.kind === 'heading' && block.level === 1) key = numbers.get(block.id)?.replace('、', '') ?? key
    if (block.kind === 'attachmentList' || block.kind === 'signature') key = '附'
    const own =
      block.kind === 'title' || block.kind === 'cover' ? [lines.slice(from, to).join('')] : lines.slice(from, to)
    chapters.set(key, [...(chapters.get(key) ?? []), ...own])
    from = to
  })
  return new Map([...chapters].map(([name, part]) => [name, part.join('\n')]))
}

/** Ids and kinds of blocks, for what text does not show. */
export const blocksOf = <K extends Block['kind']>(
  document: Document,
  kind: K,
): readonly Extract<Block, { kind: K }>[] =>
  document.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)
