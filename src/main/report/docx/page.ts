/** Page set-up of a section: paper, margins, grid, page numbers, header mark. */
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { line, page, size, typeArea } from '../../../shared/report/style.ts'
import type { Area } from './context.ts'
import { font } from './fonts.ts'
import { textRuns } from './inline.ts'
import type { SectionPlan } from './sections.ts'
import { exact } from './styles.ts'

const grid = { type: DocumentGridType.LINES, linePitch: line.exact } as const
const paper = { width: page.width, height: page.height } as const
const upright = {
  top: page.top,
  bottom: page.bottom,
  left: page.left,
  right: page.right,
  header: page.header,
  footer: page.footer,
  gutter: 0,
} as const
/** Turned by 90° with the head of the table at the left edge of the upright page (GB/T 9704-2012, 8). */
const turned = {
  top: page.left,
  bottom: page.right,
  left: page.bottom,
  right: page.top,
  header: page.header,
  footer: 1020,
  gutter: 0,
} as const

/** One character of 4号. */
const one = size.footer * 10

export function areaOf(section: Pick<SectionPlan, 'isLandscape'>): Area {
  return section.isLandscape ? { width: typeArea.height, height: typeArea.width } : typeArea
}

/** Where a section stands decides where its page numbers begin. */
export type Position = {
  /** the first section with page numbers: page 1 */
  readonly isStart: boolean
  /** the first section of the document */
  readonly isFirst: boolean
}

export function sectionProperties(section: SectionPlan, position: Position): ISectionPropertiesOptions {
  const isCounted = section.kind === 'text'
  const numbers = position.isStart
    ? { pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } }
    : section.kind === 'contents'
      ? { pageNumbers: { start: 1, formatType: NumberFormat.UPPER_ROMAN } }
      : {}
  const size = section.isLandscape ? { ...paper, orientation: PageOrientation.LANDSCAPE } : paper
  return {
    page: { size, margin: section.isLandscape ? turned : upright, ...numbers },
    grid,
    ...(position.isFirst ? {} : { type: isCounted && position.isStart ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE }),
  }
}

/** «— 1 —», odd pages at the right, even pages at the left, each drawn in by one character (7.5). */
export async function footersOf(section: SectionPlan): Promise<NonNullable<ISectionOptions['footers']>> {
  if (section.kind !== 'text') return { default: emptyFooter(), even: emptyFooter() }
  if (section.isLandscape) {
    const { turnedPageNumber } = await import('./turned-page-number.ts')
    return {
      default: new Footer({ children: [turnedPageNumber(true)] }),
      even: new Footer({ children: [turnedPageNumber(false)] }),
    }
  }
  const footer = (isOdd: boolean) =>
    new Footer({
      children: [
        new Paragraph({
          alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: isOdd ? { right: one } : { left: one },
          spacing: exact(one),
          children: [pageNumber()],
        }),
      ],
    })
  return { default: footer(true), even: footer(false) }
}

export function pageNumber(): TextRun {
  return new TextRun({ font: font.footer, size: size.footer, children: ['— ', PageNumber.CURRENT, ' —'] })
}

/** An empty footer of its own: without one a section takes that of the section before. */
function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ spacing: exact(one) })] })
}

export function headersOf(mark: string | null): Pick<ISectionOptions, 'headers'> {
  if (mark === null) return {}
  const header = () =>
    new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          spacing: exact(one + 40),
          children: textRuns(mark, { font: font.heading1, size: size.footer }),
        }),
      ],
    })
  return { headers: { default: header(), even: header() } }
}
