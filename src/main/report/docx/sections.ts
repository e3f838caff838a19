/** Cuts the document where the page changes: cover, contents, text, landscape tables. Pure. */
import type { Block } from '../../../shared/report/document.ts'

export type SectionKind = 'cover' | 'contents' | 'text'
export type SectionPlan = {
  readonly kind: SectionKind
  readonly isLandscape: boolean
  readonly blocks: readonly Block[]
}

type Turned = { readonly block: Block; readonly kind: SectionKind; readonly isLandscape: boolean }

export function planSections(blocks: readonly Block[]): readonly SectionPlan[] {
  const turned = withOrientation(blocks)
  const sections: { kind: SectionKind; isLandscape: boolean; blocks: Block[] }[] = []
  for (const { block, kind, isLandscape } of turned) {
    const current = sections.at(-1)
    if (current?.kind === kind && current.isLandscape === isLandscape) current.blocks.push(block)
    // a new section is a new page: a break before it would leave an empty one
    else if (block.kind !== 'pageBreak') {
      if (current?.blocks.at(-1)?.kind === 'pageBreak') current.blocks.pop()
      sections.push({ kind, isLandscape, blocks: [block] })
    }
  }
  return sections.filter((section) => section.blocks.length > 0)
}

/** An attachment lies down as a whole when one of its tables does; in the text only the table itself lies down. */
function withOrientation(blocks: readonly Block[]): readonly Turned[] {
  const turned: Turned[] = []
  let isAttachmentLandscape: boolean | null = null
  blocks.forEach((block, index) => {
    if (block.kind === 'attachment') isAttachmentLandscape = hasLandscapeTable(blocks, index)
    else if (block.kind === 'imprint') isAttachmentLandscape = false
    const own = block.kind === 'table' && block.isLandscape
    turned.push({ block, kind: kindOf(block), isLandscape: isAttachmentLandscape ?? own })
  })
  return turned
}

function hasLandscapeTable(blocks: readonly Block[], attachmentAt: number): boolean {
  for (const block of blocks.slice(attachmentAt + 1)) {
    if (block.kind === 'attachment' || block.kind === 'imprint') return false
    if (block.kind === 'table' && block.isLandscape) return true
  }
  return false
}

function kindOf(block: Block): SectionKind {
  return block.kind === 'cover' ? 'cover' : block.kind === 'toc' ? 'contents' : 'text'
}
