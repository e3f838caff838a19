/** Inline → pieces of text and fields, which are printed as objects of `docx` or as markup. */
import { type ParagraphChild, TextRun } from 'docx'
import type { Inline } from '../../../shared/report/document.ts'
import { inlineText } from '../../../shared/report/numbering.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Context } from './context.ts'
import { field } from './elements.ts'
import { escapeXml, type Look, runMarkup } from './markup.ts'
import { cleanLines } from './text.ts'

type Piece = {
  readonly text: string
  readonly look: Look /** of which the text is the result */
  readonly field?: string
}

export function textRuns(text: string, look: Look): readonly ParagraphChild[] {
  return cleanLines(text).map(
    (words, index) => new TextRun({ ...look, text: words, ...(index > 0 ? { break: 1 } : {}) }),
  )
}

export function inlineRuns(inlines: readonly Inline[], look: Look, context: Context): readonly ParagraphChild[] {
  return inlines
    .flatMap((inline) => pieces(inline, look, context))
    .flatMap((piece) => {
      const runs = textRuns(piece.text, piece.look)
      return piece.field === undefined ? runs : field(piece.field, runs, piece.look)
    })
}

export function textMarkup(text: string, look: Look): string {
  return cleanLines(text)
    .map((words, index) =>
      runMarkup(look, `${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapeXml(words)}</w:t>`),
    )
    .join('')
}

export function inlineMarkup(inlines: readonly Inline[], look: Look, context: Context): string {
  return inlines
    .flatMap((inline) => pieces(inline, look, context))
    .map((piece) => {
      const runs = textMarkup(piece.text, piece.look)
      return piece.field === undefined ? runs : fieldMarkup(piece.field, runs, piece.look)
    })
    .join('')
}

/** A field as Word writes it; see `field`. */
export function fieldMarkup(instruction: string, result: string, look: Look): string {
  const mark = (type: string) => runMarkup(look, `<w:fldChar w:fldCharType="${type}"/>`)
  const words = runMarkup(look, `<w:instrText>${escapeXml(instruction)}</w:instrText>`)
  return `${mark('begin')}${words}${mark('separate')}${result}${mark('end')}`
}

function pieces(inline: Inline, look: Look, context: Context): readonly Piece[] {
  const text = inlineText(inline, context.numbers, context.blocks)
  if (text === '') return []
  switch (inline.kind) {
    case 'text':
    case 'field':
      return [{ text, look: inline.bold === true ? { ...look, bold: true } : look }]
    case 'cite':
    case 'redact':
      return [{ text, look }]
    case 'missing':
      return [{ text, look: { ...look, highlight: 'yellow' } }]
    case 'ref': {
      const target = context.blocks.find((block) => block.id === inline.target)
      const bookmark = context.bookmarks.get(inline.target)
      // Word would print the number of a heading as it stands there (五、), where the sentence wants 第五章
      if (bookmark === undefined || target?.kind === 'heading') return [{ text, look }]
      return [{ text, look, field: `REF ${bookmark} \\h` }]
    }
    default:
      return assertNever(inline)
  }
}
