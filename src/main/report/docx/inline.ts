/** Inline → runs. */
import { HighlightColor, type IRunPropertiesOptions, type ParagraphChild, TextRun } from 'docx'
import type { Inline } from '../../../shared/report/document.ts'
import { inlineText } from '../../../shared/report/numbering.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Context } from './context.ts'
import { field } from './elements.ts'
import { cleanLines } from './text.ts'

/** Runs of one text; its line breaks are kept. */
export function textRuns(text: string, run: IRunPropertiesOptions): readonly ParagraphChild[] {
  return cleanLines(text).map(
    (words, index) => new TextRun({ ...run, text: words, ...(index > 0 ? { break: 1 } : {}) }),
  )
}

export function inlineRuns(
  inlines: readonly Inline[],
  run: IRunPropertiesOptions,
  context: Context,
): readonly ParagraphChild[] {
  return inlines.flatMap((inline) => oneInline(inline, run, context))
}

function oneInline(inline: Inline, run: IRunPropertiesOptions, context: Context): readonly ParagraphChild[] {
  const text = inlineText(inline, context.numbers, context.blocks)
  if (text === '') return []
  switch (inline.kind) {
    case 'text':
    case 'field':
      return textRuns(text, inline.bold === true ? { ...run, bold: true } : run)
    case 'cite':
    case 'redact':
      return textRuns(text, run)
    case 'missing':
      return textRuns(text, { ...run, highlight: HighlightColor.YELLOW })
    case 'ref': {
      const target = context.blocks.find((block) => block.id === inline.target)
      const bookmark = context.bookmarks.get(inline.target)
      // Word would print the number of a heading as it stands there (五、), where the sentence wants 第五章
      if (bookmark === undefined || target?.kind === 'heading') return textRuns(text, run)
      return field(`REF ${bookmark} \\h`, textRuns(text, run), run)
    }
    default:
      return assertNever(inline)
  }
}
