/** Document → the object from which `docx` makes the parts of the package. */
import { Document as DocxDocument, type ISectionOptions } from 'docx'
import type { Block, Document } from '../../../shared/report/document.ts'
import { sliver, writeBlock } from './blocks.ts'
import type { Context } from './context.ts'
import { areaOf, footersOf, headersOf, sectionProperties } from './page.ts'
import { planSections, type SectionPlan } from './sections.ts'
import { styles } from './styles.ts'
import { clean } from './text.ts'

export type Assembly = {
  readonly document: Document
  readonly context: Context
  /** pages of the headings, by block id */
  readonly pages: ReadonlyMap<string, number>
}

export async function assemble({ document, context, pages }: Assembly): Promise<DocxDocument> {
  const plan = planSections(document.blocks)
  const start = plan.findIndex((section) => section.kind === 'text')
  const sections: ISectionOptions[] = []
  for (const [index, section] of plan.entries())
    sections.push({
      properties: sectionProperties(section, { isStart: index === start, isFirst: index === 0 }),
      ...headersOf(document.headerMark),
      footers: await footersOf(section),
      children: sectionChildren(section, context, pages),
    })
  const { title, properties } = document
  return new DocxDocument({
    title: clean(title),
    creator: clean(properties.author),
    lastModifiedBy: clean(properties.author),
    subject: clean(properties.subject),
    keywords: clean(properties.keywords),
    styles,
    numbering: context.numbering.options,
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 420,
    // what Chinese Word writes; version 15 keeps «兼容模式» out of the title bar
    compatibility: {
      version: 15,
      spaceForUnderline: true,
      balanceSingleByteDoubleByteWidth: true,
      doNotLeaveBackslashAlone: true,
      underlineTrailingSpaces: true,
      doNotExpandShiftReturn: true,
    },
    sections,
  })
}

/** Blocks that hand a page break to their first paragraph; before the others stands a paragraph of no height. */
const breakable: ReadonlySet<Block['kind']> = new Set(['title', 'heading', 'paragraph', 'list', 'table', 'figure'])

function sectionChildren(
  section: SectionPlan,
  context: Context,
  pages: ReadonlyMap<string, number>,
): ISectionOptions['children'] {
  const area = areaOf(section)
  const last = section.blocks.at(-1)
  const children = section.blocks.flatMap((block, index) => {
    const isPageBreakBefore = index > 0 && section.blocks[index - 1]?.kind === 'pageBreak'
    const isBeforeSignature = section.blocks[index + 1]?.kind === 'signature'
    const place = { area, isPageBreakBefore, isFirstOfSection: index === 0, isBeforeSignature, pages }
    const parts = writeBlock(block, place, context)
    const needsBreak = isPageBreakBefore && !breakable.has(block.kind) && block.kind !== 'attachment'
    return needsBreak ? [sliver(true), ...parts] : parts
  })
  // the paragraph that must follow a table would otherwise be a whole line, and sometimes a whole empty page
  return last?.kind === 'table' ? [...children, sliver(false)] : children
}
