/** The sheet in points, from the one geometry of official documents. */
import { line, page, typeArea } from '../../../shared/report/style.ts'

const pt = (twips: number) => twips / 20

export const pagePt = {
  width: pt(page.width),
  height: pt(page.height),
  top: pt(page.top),
  bottom: pt(page.bottom),
  left: pt(page.left),
  right: pt(page.right),
  typeWidth: pt(typeArea.width),
  typeHeight: pt(typeArea.height),
} as const

/** Between two sheets on the desk. */
export const gapPt = 10.5

export const PX_PER_PT = 96 / 72

/** The same as CSS variables. */
export const paperVariables: Readonly<Record<string, string>> = {
  '--page-w': `${pagePt.width}pt`,
  '--page-h': `${pagePt.height}pt`,
  '--page-t': `${pagePt.top}pt`,
  '--page-b': `${pagePt.bottom}pt`,
  '--page-l': `${pagePt.left}pt`,
  '--page-r': `${pagePt.right}pt`,
  '--type-w': `${pagePt.typeWidth}pt`,
  '--type-h': `${pagePt.typeHeight}pt`,
  '--page-gap': `${gapPt}pt`,
  '--pitch': `${pt(line.exact)}pt`,
  '--track': `${pt(line.characterSpacing)}pt`,
}

/** Older engines cannot lay columns in rows: there the report is one long sheet. */
export const canBreakPages = (): boolean => CSS.supports('column-wrap', 'wrap')
