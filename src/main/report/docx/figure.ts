/** Pictures with their captions. */
import type { FileChild } from 'docx'
import type { Figure } from '../../../shared/report/document.ts'
import { line, MM_TO_TWIPS } from '../../../shared/report/style.ts'
import { AppError } from '../../../shared/result.ts'
import type { PrintImage } from '../print-image.ts'
import type { Area, Context } from './context.ts'
import { escapeXml, paragraphMarkup, raw } from './markup.ts'
import { captionLine, figureSpace, style } from './styles.ts'
import { captionMarkup } from './table.ts'
import { clean } from './text.ts'

/** A picture printed under this density looks coarse. */
const MIN_DPI = 150
const MM_PER_INCH = 25.4
const EMU_PER_MM = 36000

export function figure(block: Figure, area: Area, context: Context, isPageBreakBefore: boolean): FileChild {
  const picture = context.pictures.get(block.sha256)
  if (picture === undefined) {
    const number = context.numbers.get(block.id) ?? '图'
    throw new AppError('not-found', `${number}“${block.caption}”的图片读不出来，请在附件页重新添加这张图片后再导出。`)
  }
  const properties = `<w:pStyle w:val="${style.figure}"/>${isPageBreakBefore ? '<w:pageBreakBefore/>' : ''}`
  const caption = clean(block.caption)
  const drawing = drawingMarkup({
    id: context.drawings.get(block.id) ?? 0,
    relation: picture.relation,
    name: caption,
    alt: clean(block.alt) || caption,
    ...printSize(picture.image, block.widthMm, area),
  })
  return raw(
    paragraphMarkup(properties, `<w:r>${drawing}</w:r>`) +
      paragraphMarkup(
        `<w:pStyle w:val="${style.figureCaption}"/>`,
        captionMarkup('图', block.id, block.caption, context),
      ),
  )
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

type Drawing = {
  readonly id: number
  readonly relation: string
  readonly name: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const pictureSpace = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

function drawingMarkup({ id, relation, name, alt, width, height }: Drawing): string {
  const size = `cx="${Math.round(width * EMU_PER_MM)}" cy="${Math.round(height * EMU_PER_MM)}"`
  const described = `id="${id}" name="${escapeXml(name)}" descr="${escapeXml(alt)}"`
  return (
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
    `<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr ${described}/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawingSpace}" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${drawingSpace}"><a:graphicData uri="${pictureSpace}"><pic:pic xmlns:pic="${pictureSpace}">` +
    `<pic:nvPicPr><pic:cNvPr ${described}/><pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  )
}
