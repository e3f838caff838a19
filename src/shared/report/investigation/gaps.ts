/** Facts without which a report is not complete: what stands in their place and where they are entered. */
import type { Block, Inline, MissingFact } from '../document.ts'

type Gap = Pick<MissingFact, 'label' | 'statutoryItem' | 'stage'>

const gap = (label: string, statutoryItem: MissingFact['statutoryItem'], stage: string): Gap => ({
  label,
  statutoryItem,
  stage,
})

/** `statutoryItem`: the item of 493号令第三十条 that the fact belongs to; null where another rule wants it. */
export const gaps = {
  unit: gap('事故发生单位概况', 1, 'parties'),
  time: gap('事故发生时间', 2, 'overview'),
  place: gap('事故发生地点', null, 'overview'),
  course: gap('事故发生经过', 2, 'timeline'),
  rescue: gap('事故救援情况', 2, 'response'),
  // 安全生产法第八十六条, 生产安全事故应急条例第二十七条
  rescueAssessment: gap('应急处置评估', 2, 'response'),
  deaths: gap('死亡人数', 3, 'casualties'),
  loss: gap('直接经济损失', 3, 'casualties'),
  cause: gap('事故直接原因', 4, 'causes'),
  nature: gap('事故性质', 4, 'causes'),
  grade: gap('事故等级', null, 'overview'),
  proposals: gap('事故责任的认定和处理建议', 5, 'liability'),
  subject: gap('责任人员或者单位', 5, 'liability'),
  proposal: gap('处理建议', 5, 'liability'),
  headCount: gap('人数', null, 'liability'),
  findingSubject: gap('存在问题的单位', null, 'causes'),
  measures: gap('事故防范和整改措施', 6, 'measures'),
  measureOwner: gap('责任单位', null, 'measures'),
  team: gap('事故调查组的成立和组成情况', null, 'team'),
  date: gap('成文日期', null, 'report'),
} as const satisfies Readonly<Record<string, Gap>>

export type GapKey = keyof typeof gaps

/** The inline that stands in place of a missing fact. */
export function missing(key: GapKey, fact?: { table: string; id: string; column: string }): Inline {
  const { label } = gaps[key]
  return fact === undefined ? { kind: 'missing', label } : { kind: 'missing', label, fact }
}

const byLabel: ReadonlyMap<string, Gap> = new Map(Object.values(gaps).map((entry) => [entry.label, entry]))

type MissingInline = Extract<Inline, { kind: 'missing' }>

/** All gaps of a finished document in reading order, each label once a block. `nameOf`: a fuller name for the list. */
export function missingOf(
  blocks: readonly Block[],
  nameOf: (inline: MissingInline) => string | null,
): readonly MissingFact[] {
  const found: MissingFact[] = []
  const look = (blockId: string, inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      if (inline.kind !== 'missing') continue
      const label = nameOf(inline) ?? inline.label
      if (found.some((known) => known.label === label && known.blockId === blockId)) continue
      const entry = byLabel.get(inline.label)
      found.push({
        label,
        printed: inline.label,
        blockId,
        fact: inline.fact ?? null,
        statutoryItem: entry?.statutoryItem ?? null,
        stage: entry?.stage ?? 'report',
      })
    }
  }
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'paragraph') look(block.id, block.children)
    if (block.kind === 'list' || block.kind === 'attachmentList')
      for (const item of block.items) look(item.id, item.children)
    if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row.cells) look(block.id, cell.children)
    if (block.kind === 'signature') look(block.id, [...block.name, ...block.date])
    if (block.kind === 'cover') look(block.id, block.date)
  }
  return found
}
