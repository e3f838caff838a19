/** An opened font file: what line breaking has to know of it. Parsed once per process and kept. */
import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import type { FontFace } from '../fonts.ts'

export type OpenFont = {
  /** name of the font inside one PDF definition */
  readonly key: string
  readonly face: FontFace
  readonly mayEmbed: boolean
  /** height above the baseline, as pdfmake places a line, in em */
  readonly ascent: number
  has(codePoint: number): boolean
  /** advance width in em */
  advance(codePoint: number): number
}

const opened = new Map<string, OpenFont>()

/** The font of a face, from the cache or the disk. Throws what the file system throws; null when it is no font. */
export function openFont(face: FontFace): OpenFont | null {
  const known = opened.get(faceKey(face))
  return known ?? openFace(face, readFileSync(face.path))
}

/** The font in bytes that were read already; null when they hold no font that can be used. */
export function openFace(face: FontFace, bytes: Uint8Array): OpenFont | null {
  const key = faceKey(face)
  const known = opened.get(key)
  if (known !== undefined) return known
  const font = parse(bytes, face.postscriptName)
  if (font === null) return null
  const advances = new Map<number, number>()
  const coverage = new Map<number, boolean>()
  const open: OpenFont = {
    key,
    face,
    mayEmbed: font['OS/2']?.fsType?.noEmbedding !== true,
    ascent: font.ascent / font.unitsPerEm,
    has: (codePoint) => {
      const seen = coverage.get(codePoint)
      if (seen !== undefined) return seen
      const has = font.hasGlyphForCodePoint(codePoint)
      coverage.set(codePoint, has)
      return has
    },
    advance: (codePoint) => {
      const seen = advances.get(codePoint)
      if (seen !== undefined) return seen
      const advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
      advances.set(codePoint, advance)
      return advance
    },
  }
  opened.set(key, open)
  return open
}

function faceKey(face: FontFace): string {
  return `${face.path}#${face.postscriptName ?? ''}`
}

/** A file in a font folder may be anything: broken, a font of another kind, or a collection without the wanted name. */
function parse(bytes: Uint8Array, postscriptName: string | undefined): Font | null {
  try {
    const font = create(bytes, postscriptName)
    return font === null || 'fonts' in font ? null : font
  } catch {
    return null
  }
}
