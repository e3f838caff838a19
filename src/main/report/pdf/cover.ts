/** 封面: a page of its own, not counted. */
import type { Block } from '../../../shared/report/document.ts'
import { type Box, frame } from './page.ts'
import type { Setter, Words } from './setter.ts'
import { measure, styles } from './styles.ts'

const coverTop = 130
const coverBottom = 60

/** Title in the upper half, the body and the date near the foot. */
export function coverBoxes(block: Extract<Block, { kind: 'cover' }>, date: Words, setter: Setter): readonly Box[] {
  const title = block.lines.flatMap((line) => setter.boxes([{ text: line }], styles.cover, measure, null))
  const below = [
    ...setter.boxes([{ text: block.body }], styles.coverBody, measure, null),
    ...setter.boxes(date, styles.coverBody, measure, null),
  ]
  const height = (boxes: readonly Box[]) => boxes.reduce((sum, box) => sum + box.height, 0)
  const between = frame('portrait').height - coverTop - height(title) - height(below) - coverBottom
  return [
    { height: coverTop, items: [] },
    ...title,
    { height: Math.max(styles.body.leading, between), items: [] },
    ...below,
  ]
}
