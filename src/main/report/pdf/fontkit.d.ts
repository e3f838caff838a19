/** The part of fontkit 2 that is used. The package comes with pdfmake and carries no types. */
declare module 'fontkit' {
  export type Glyph = { readonly advanceWidth: number }
  export type Font = {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly ascent: number
    readonly 'OS/2': { readonly fsType?: { readonly noEmbedding?: boolean } }
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
  }
  export type Collection = { readonly fonts: readonly Font[]; getFont(postscriptName: string): Font | null }
  export function create(data: Uint8Array, postscriptName?: string): Font | Collection | null
}
