/** A picture with its caption below; never enlarged over its pixels at 150 dpi, never larger than the page. */
import type { Figure } from '../../../shared/report/document.ts'
import { MM_TO_TWIPS } from '../../../shared/report/style.ts'
import type { PrintImage } from '../print-image.ts'
import { type Box, type Item, moved } from './page.ts'
import type { Setter } from './setter.ts'
import { styles } from './styles.ts'

const ABOVE = 6
const BELOW = 5
const LEAST_DPI = 150

export function figureBox(
  block: Figure,
  caption: string,
  image: PrintImage,
  setter: Setter,
  area: { readonly width: number; readonly height: number },
): Box {
  const captionLines = setter.boxes([{ text: caption }], styles.tableCaption, area.width, null)
  const captionHeight = captionLines.reduce((sum, line) => sum + line.height, 0)
  const most = { width: area.width, height: area.height - captionHeight - ABOVE - BELOW }
  const { width, height } = scaled(block, image, most)
  const picture: Item = { kind: 'image', path: image.path, x: (area.width - width) / 2, y: ABOVE, width, height }
  const below = captionLines.flatMap((line, index) =>
    line.items.map((item) => moved(item, 0, ABOVE + height + index * styles.tableCaption.leading)),
  )
  return { height: ABOVE + height + captionHeight + BELOW, items: [picture, ...below] }
}

function scaled(
  block: Figure,
  image: PrintImage,
  most: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const wanted = (block.widthMm * MM_TO_TWIPS) / 20
  const natural = (image.widthPx / LEAST_DPI) * 72
  const ratio = image.heightPx / image.widthPx
  const width = Math.min(wanted, natural, most.width, most.height / ratio)
  return { width, height: width * ratio }
}
