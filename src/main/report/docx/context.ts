/** What every block needs to know of the whole document while it is written. */
import type { Block, Document } from '../../../shared/report/document.ts'
import { type Numbers, numberDocument } from '../../../shared/report/numbering.ts'
import type { PrintImage } from '../print-image.ts'
import { type ListNumbering, type NumberingPlan, planNumbering } from './numbering.ts'

/** Type area of the section a block stands in, in twips. */
export type Area = { readonly width: number; readonly height: number }

/** A picture in the package: `name` below word/, `relation` by which the text refers to it. */
export type Picture = { readonly image: PrintImage; readonly name: string; readonly relation: string }

export type Context = {
  readonly blocks: readonly Block[]
  readonly numbers: Numbers
  /** pictures that stand in the document, by the content address of their originals */
  readonly pictures: ReadonlyMap<string, Picture>
  readonly numbering: NumberingPlan
  /** names of the places that contents and references lead to: headings, tables and figures, by block id */
  readonly bookmarks: ReadonlyMap<string, string>
  /** id of a drawing, by block id */
  readonly drawings: ReadonlyMap<string, number>
}

export function createContext(document: Document, images: ReadonlyMap<string, PrintImage>): Context {
  const { blocks } = document
  return {
    blocks,
    numbers: numberDocument(document),
    pictures: planPictures(blocks, images),
    numbering: planNumbering(blocks),
    bookmarks: planBookmarks(blocks),
    drawings: new Map(blocks.filter((block) => block.kind === 'figure').map((block, index) => [block.id, index + 1])),
  }
}

/** A picture that is shown twice is packed once. */
function planPictures(blocks: readonly Block[], images: ReadonlyMap<string, PrintImage>): ReadonlyMap<string, Picture> {
  const pictures = new Map<string, Picture>()
  for (const block of blocks) {
    if (block.kind !== 'figure' || pictures.has(block.sha256)) continue
    const image = images.get(block.sha256)
    if (image === undefined) continue
    const number = pictures.size + 1
    pictures.set(block.sha256, { image, name: `media/image${number}.${image.type}`, relation: `rIdImage${number}` })
  }
  return pictures
}

/** Names as Word gives them to its own headings and captions; a leading underscore hides them in its list of bookmarks. */
function planBookmarks(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const bookmarks = new Map<string, string>()
  for (const block of blocks) {
    const hasCaption = block.kind === 'figure' || (block.kind === 'table' && block.caption !== null)
    if (!hasCaption && block.kind !== 'heading') continue
    const id = bookmarks.size + 1
    bookmarks.set(block.id, `${block.kind === 'heading' ? '_Toc' : '_Ref'}${String(id).padStart(8, '0')}`)
  }
  return bookmarks
}

export function bookmarkOf(context: Context, blockId: string): string {
  const bookmark = context.bookmarks.get(blockId)
  if (bookmark === undefined) throw new Error(`block ${blockId} has no bookmark: two blocks may share an id`)
  return bookmark
}

export function listOf(context: Context, blockId: string): ListNumbering {
  const list = context.numbering.lists.get(blockId)
  if (list === undefined) throw new Error(`block ${blockId} has no list`)
  return list
}
