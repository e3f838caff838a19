import type { ReactNode } from 'react'
import type { Block } from '../../../shared/report/document.ts'
import { assertNever } from '../../../shared/result.ts'
import { PaperFigure } from './PaperFigure.tsx'
import { PaperTable } from './PaperTable.tsx'
import { PaperUnit } from './PaperUnit.tsx'
import {
  PaperAttachmentHead,
  PaperAttachmentList,
  PaperContents,
  PaperCover,
  PaperImprint,
  PaperSignature,
  PaperTitle,
} from './paper-closing.tsx'

type BlockProps = {
  readonly block: Block
  /** block or list item that the arrow keys stand on */
  readonly currentId: string | null
  readonly pageOf: (id: string) => string
}

/** One block as it is printed. */
export function PaperBlock({ block, currentId, pageOf }: BlockProps) {
  const isCurrent = currentId === block.id
  switch (block.kind) {
    case 'heading':
      return <PaperUnit id={block.id} look={`heading-${block.level}`} inlines={block.children} isCurrent={isCurrent} />
    case 'paragraph':
      return <PaperUnit id={block.id} look={block.role} inlines={block.children} isCurrent={isCurrent} />
    case 'list':
      return block.items.map((item) => (
        <PaperUnit key={item.id} id={item.id} look="body" inlines={item.children} isCurrent={currentId === item.id} />
      ))
    case 'title':
      return (
        <Fixed id={block.id}>
          <PaperTitle lines={block.lines} />
        </Fixed>
      )
    case 'cover':
      return (
        <Fixed id={block.id} name="pown">
          <PaperCover block={block} isReachable />
        </Fixed>
      )
    case 'toc':
      return (
        <Fixed id={block.id} name="pown">
          <PaperContents pageOf={pageOf} />
        </Fixed>
      )
    case 'table':
      return (
        <Fixed id={block.id}>
          <PaperTable block={block} isReachable={false} />
        </Fixed>
      )
    case 'figure':
      return (
        <Fixed id={block.id}>
          <PaperFigure block={block} />
        </Fixed>
      )
    case 'attachmentList':
      return (
        <Fixed id={block.id}>
          <PaperAttachmentList block={block} isReachable />
        </Fixed>
      )
    case 'signature':
      return (
        <Fixed id={block.id}>
          <PaperSignature block={block} isReachable />
        </Fixed>
      )
    case 'attachment':
      return (
        <Fixed id={block.id} name="pnew">
          <PaperAttachmentHead block={block} />
        </Fixed>
      )
    case 'pageBreak':
      return <div className="pnew" />
    case 'imprint':
      return (
        <Fixed id={block.id}>
          <PaperImprint block={block} />
        </Fixed>
      )
    default:
      return assertNever(block)
  }
}

/** Parts whose words come from the case alone. `pown`: a page of its own; `pnew`: begins a page. */
function Fixed({ id, name, children }: { readonly id: string; readonly name?: string; readonly children: ReactNode }) {
  return (
    <div className={name ?? ''} data-block={id}>
      {children}
    </div>
  )
}
