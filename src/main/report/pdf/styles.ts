/** Type of every kind of line, from the one geometry of official documents. Lengths are points. */
import { firstLine, line, size, typeArea } from '../../../shared/report/style.ts'
import type { Style } from './setter.ts'

const pt = (twips: number) => twips / 20
const points = (halfPoints: number) => halfPoints / 2

export const bodyLeading = pt(line.exact)
const indent = pt(firstLine.twips)
const spacing = pt(line.characterSpacing)

const body: Style = {
  role: 'body',
  size: points(size.body),
  spacing,
  leading: bodyLeading,
  align: 'justify',
  indent,
  hang: 0,
}

const still = { spacing: 0, indent: 0, hang: 0 } as const

export const styles = {
  body,
  plain: { ...body, indent: 0 },
  centered: { ...body, indent: 0, align: 'center' },
  heading: {
    1: { ...body, role: 'heading1' },
    2: { ...body, role: 'heading2' },
    3: body,
    4: body,
  },
  attachmentMark: { ...body, role: 'heading1', indent: 0, align: 'left' },
  title: { ...still, role: 'title', size: points(size.title), leading: 34, align: 'center' },
  cover: { ...still, role: 'title', size: points(size.title), leading: 40, align: 'center' },
  coverBody: { ...body, indent: 0, align: 'center' },
  toc: {
    1: { ...still, role: 'heading1', size: 14, leading: 26, align: 'left' },
    2: { ...still, role: 'body', size: 14, leading: 26, align: 'left', indent: 14, hang: 14 },
  },
  tocNumber: { ...still, role: 'body', size: 14, leading: 26, align: 'right' },
  tableCaption: { ...still, role: 'heading1', size: points(size.caption), leading: 24, align: 'center' },
  tableHead: { ...still, role: 'heading1', size: points(size.table), leading: 16, align: 'center' },
  tableCell: { ...still, role: 'body', size: points(size.table), leading: 16, align: 'left' },
  imprint: { ...still, role: 'body', size: 14, leading: 24, align: 'left' },
  footer: { ...still, role: 'song', size: points(size.footer), leading: 14, align: 'left' },
  headerMark: { ...still, role: 'heading1', size: 14, leading: 16, align: 'right' },
} as const satisfies Record<string, Style | Record<string | number, Style>>

/** Width of the upright type area. */
export const measure = pt(typeArea.width)
