import type { Document } from '../../../shared/report/document.ts'
import type { Places } from './use-pages.ts'

/** Number printed on a sheet (from 0); cover and contents carry none and are not counted. */
export function printedPage(sheet: number, document: Document, places: Places): number | null {
  const isFront = ({ kind }: { readonly kind: string }) => kind === 'cover' || kind === 'toc'
  if (!document.blocks.some(isFront)) return sheet + 1
  const first = document.blocks.find((block) => !isFront(block))
  // of a list its first item lies on the paper
  const id = first?.kind === 'list' ? first.items[0]?.id : first?.id
  const before = Math.floor(places.at.get(id ?? '') ?? 0)
  return sheet < before ? null : sheet - before + 1
}
