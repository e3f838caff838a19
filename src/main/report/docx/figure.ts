/** Pictures. The package carries a short name for each while it is built; the file itself is copied when it is packed. */
import { type FileChild, ImageRun, Paragraph } from 'docx'
import type { Figure } from '../../../shared/report/document.ts'
import { line, MM_TO_TWIPS } from '../../../shared/report/style.ts'
import { AppError } from '../../../shared/result.ts'
import type { PrintImage } from '../print-image.ts'
import type { Area, Context } from './context.ts'
import { captionLine, figureSpace, style } from './styles.ts'
import { caption } from './table.ts'
import { clean } from './text.ts'

/** A picture printed under this density looks coarse. */
const MIN_DPI = 150
const MM_PER_INCH = 25.4
const PX_PER_INCH = 96
/** Stands for the picture until it is packed; hashing the real bytes in JavaScript takes seconds (`docx` does). */
const PLACEHOLDER = 'picture:'

export function figure(block: Figure, area: Area, context: Context, isPageBreakBefore: boolean): FileChild[] {
  const image = context.images.get(block.sha256)
  if (image === undefined) {
    const number = context.numbers.get(block.id) ?? '图'
    throw new AppError('not-found', `${number}“${block.caption}”的图片读不出来，请在附件页重新添加这张图片后再导出。`)
  }
  const { width, height } = printSize(image, block.widthMm, area)
  const alt = clean(block.alt) || clean(block.caption)
  return [
    new Paragraph({
      style: style.figure,
      pageBreakBefore: isPageBreakBefore,
      children: [
        new ImageRun({
          type: image.type,
          data: Buffer.from(`${PLACEHOLDER}${block.sha256}`),
          transformation: { width: toPx(width), height: toPx(height) },
          altText: { id: String(context.drawings.get(block.id) ?? 0), name: clean(block.caption), description: alt },
        }),
      ],
    }),
    new Paragraph({ style: style.figureCaption, children: caption('图', block.id, block.caption, context) }),
  ]
}

/** Which picture a part of the package stands for, or null when it is none of ours. */
export function pictureOf(part: Uint8Array): string | null {
  const text = Buffer.from(part).toString('latin1')
  return text.startsWith(PLACEHOLDER) ? text.slice(PLACEHOLDER.length) : null
}

/** Width and height in mm: as wanted, never over the type area, never coarser than 150 dpi, sides in proportion. */
export function printSize(
  image: Pick<PrintImage, 'widthPx' | 'heightPx'>,
  wantedMm: number,
  area: Area,
): { readonly width: number; readonly height: number } {
  const ratio = image.heightPx / image.widthPx
  const room = area.height - figureSpace.before - captionLine - figureSpace.afterCaption - line.exact
  const width = Math.min(
    wantedMm,
    area.width / MM_TO_TWIPS,
    (image.widthPx / MIN_DPI) * MM_PER_INCH,
    room / MM_TO_TWIPS / ratio,
  )
  return { width, height: width * ratio }
}

function toPx(mm: number): number {
  return (mm / MM_PER_INCH) * PX_PER_INCH
}
