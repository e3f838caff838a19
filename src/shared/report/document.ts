/**
 * The document model: what is printed, apart from how. A builder turns a dossier into a `Document`; DOCX, PDF, screen
 * and text are four writers of the same value. Every block has an id derived from the row it comes from (`cause:<id>`),
 * so the investigator's own wording survives regeneration.
 */

/** Where a printed value comes from: one column of one row of the case. `id` is `accident` or a row id. */
export type FactRef = { readonly table: string; readonly id: string; readonly column: string }

/** A run of text inside a block. Numbers of chapters, tables and figures are never written by a builder: see `ref`. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean }
  /** a value of the case file; on screen a click leads to its field */
  | { readonly kind: 'field'; readonly text: string; readonly fact: FactRef; readonly bold?: boolean }
  /** a fact the law wants and the case file lacks; printed 【待补：label】 */
  | { readonly kind: 'missing'; readonly label: string; readonly fact?: FactRef }
  /** «表1», «图2», «附件3», «第四章»: the number of another block, computed by `numberDocument` */
  | { readonly kind: 'ref'; readonly target: string }
  /** evidence that proves the words before it; printed only in the internal edition as 〔证据12〕 */
  | { readonly kind: 'cite'; readonly text: string; readonly evidenceId: string }
  /** words hidden in the public edition; `text` is what stands in their place */
  | { readonly kind: 'redact'; readonly text: string }

export type ListItem = { readonly id: string; readonly children: readonly Inline[] }

export type TableColumn = {
  readonly title: string
  /** share of the table's width; the shares of a table are added up, any scale */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}
export type TableCell = { readonly children: readonly Inline[]; readonly span?: number }
export type TableRow = { readonly id: string; readonly cells: readonly TableCell[]; readonly strong?: boolean }

export type Figure = {
  readonly kind: 'figure'
  readonly id: string
  /** content address of the original in the library; writers get a print-size JPEG or PNG for it */
  readonly sha256: string
  readonly caption: string
  /** what the picture shows, for readers who cannot see it */
  readonly alt: string
  /** wanted width in mm; never printed wider than the type area, never enlarged over its pixels at 150 dpi */
  readonly widthMm: number
}

export type Block =
  /** title of the document on its first page; long ones are broken into lines by the builder */
  | { readonly kind: 'title'; readonly id: string; readonly lines: readonly string[] }
  /** own page: title, compiling body, date; no page number */
  | {
      readonly kind: 'cover'
      readonly id: string
      readonly lines: readonly string[]
      readonly body: string
      readonly date: readonly Inline[]
    }
  /** contents with true page numbers, levels 1 and 2; own page(s), not counted */
  | { readonly kind: 'toc'; readonly id: string }
  /** level 1 一、 2 （一） 3 1. 4 （1）; `isNumbered: false` prints no number (attachment titles are `attachment`) */
  | {
      readonly kind: 'heading'
      readonly id: string
      readonly level: 1 | 2 | 3 | 4
      readonly children: readonly Inline[]
      readonly isNumbered: boolean
    }
  /** `body` first line indented two characters; `group` bold line that groups list items; `center` centred bold */
  | {
      readonly kind: 'paragraph'
      readonly id: string
      readonly role: 'body' | 'group' | 'center' | 'plain'
      readonly children: readonly Inline[]
    }
  /** numbered items set like body text. `level` 3 prints 1. 2. and 4 （1）（2）. Lists with equal `sequence` count on */
  | {
      readonly kind: 'list'
      readonly id: string
      readonly level: 3 | 4
      readonly sequence: string
      readonly items: readonly ListItem[]
    }
  /** `caption` null: no number and not referred to (signature sheet) */
  | {
      readonly kind: 'table'
      readonly id: string
      readonly caption: string | null
      readonly columns: readonly TableColumn[]
      readonly rows: readonly TableRow[]
      readonly isLandscape: boolean
    }
  | Figure
  /** 附件：1. … (附件说明), in the order of the `attachment` blocks that follow or of papers that are not in the file */
  | { readonly kind: 'attachmentList'; readonly id: string; readonly items: readonly ListItem[] }
  /** 落款: name of the body and date; not sealed */
  | {
      readonly kind: 'signature'
      readonly id: string
      readonly name: readonly Inline[]
      readonly date: readonly Inline[]
    }
  /** new page with «附件2» and a centred title; `item` names the entry of the attachmentList, which gives the number */
  | { readonly kind: 'attachment'; readonly id: string; readonly item: string; readonly title: string }
  | { readonly kind: 'pageBreak'; readonly id: string }
  /** 版记 on the last page: 抄送, 印发机关, 印发日期 */
  | {
      readonly kind: 'imprint'
      readonly id: string
      readonly copyTo: string | null
      readonly issuer: string
      readonly date: string
    }

export type BlockKind = Block['kind']

/** One fact that is missing. `statutoryItem` 1–6: item of 493号令第三十条; while one stands, only a draft may be exported. */
export type MissingFact = {
  /** how it is listed: 路启垣的处理建议 */
  readonly label: string
  /** how it stands in the report: 【待补：处理建议】 */
  readonly printed: string
  readonly blockId: string
  readonly fact: FactRef | null
  readonly statutoryItem: 1 | 2 | 3 | 4 | 5 | 6 | null
  /** key of the stage (page) where it is entered */
  readonly stage: string
}

export type Document = {
  readonly title: string
  readonly template: 'A' | 'B' | 'C'
  readonly blocks: readonly Block[]
  readonly missing: readonly MissingFact[]
  /** document properties of the files */
  readonly properties: { readonly author: string; readonly subject: string; readonly keywords: string }
  /** printed in the header of every page (草稿), or null */
  readonly headerMark: string | null
}
