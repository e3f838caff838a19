/**
 * Page number of a page that lies down, at the place where upright pages have it (GB/T 9704-2012, 7.5): at the left edge,
 * turned by 90°, odd pages at the lower end, even pages at the upper end.
 */
import { AlignmentType, Paragraph } from 'docx'
import { ShapeRun } from 'docx/shapes'
import { size } from '../../../shared/report/style.ts'
import { pageNumber } from './page.ts'
import { exact } from './styles.ts'

const EMU_PER_MM = 36000
const MM_PER_INCH = 25.4
const PX_PER_INCH = 96

/** Millimetres on the page as it lies: left edge and length of the box, its distance from the ends of the type area. */
const box = { left: 25.3, breadth: 5.4, length: 30, inset: 5 } as const
const paper = { height: 210, top: 28, bottom: 26 } as const
const pitch = size.footer * 10

export function turnedPageNumber(isOdd: boolean): Paragraph {
  const top = isOdd ? paper.height - paper.bottom - box.inset - box.length : paper.top + box.inset
  return new Paragraph({
    spacing: exact(pitch),
    children: [
      new ShapeRun({
        type: 'rectangle',
        transformation: { width: px(box.breadth), height: px(box.length) },
        fill: 'none',
        line: 'none',
        textOptions: {
          direction: 'topToBottom',
          margins: { top: 0, right: 0, bottom: 0, left: 0 },
          verticalAlignment: 'center',
        },
        floating: {
          horizontalPosition: { relative: 'page', offset: Math.round(box.left * EMU_PER_MM) },
          verticalPosition: { relative: 'page', offset: Math.round(top * EMU_PER_MM) },
          behindDocument: false,
        },
        // docx would take the next number of a counter that runs as long as the process
        altText: { id: isOdd ? '9001' : '9002', name: '页码', description: '页码' },
        children: [
          new Paragraph({
            alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
            spacing: exact(pitch),
            children: [pageNumber()],
          }),
        ],
      }),
    ],
  })
}

function px(mm: number): number {
  return (mm / MM_PER_INCH) * PX_PER_INCH
}
