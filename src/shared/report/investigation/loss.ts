/** 直接经济损失: the sentence and the table, parts and sums by the standard of the assessment. */
import type { Row } from '../../case/tables.ts'
import { chineseDay } from '../../dates.ts'
import { lossItemType, lossItemTypesOf, lossStandardTitle } from '../../statutes/loss-items.ts'
import type { Block, Inline, TableRow } from '../document.ts'
import { chineseNumber } from '../numbering.ts'
import { lossAmount } from './lead.ts'
import { directItems, lossWan } from './loss-amounts.ts'
import { clause, joined, paragraph, type Run, sentence, sentences } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase } from './words.ts'

type Item = Row<'lossItem'>
type Part = { readonly name: string; readonly fen: number; readonly items: readonly Item[] }

/** The parts of the direct loss that are not zero, in the order of the standard, then unknown items by their words. */
export function lossParts({ facts }: Scribe): readonly Part[] {
  const { loss } = facts
  if (loss === null) return []
  const items = directItems(facts)
  const order = lossItemTypesOf(loss.standard).map((type) => type.code)
  const place = (item: Item) => (order.includes(item.itemCode) ? order.indexOf(item.itemCode) : order.length)
  const parts = new Map<string, Item[]>()
  for (const item of [...items].sort((a, b) => place(a) - place(b))) {
    const name = lossItemType(loss.standard, item.itemCode)?.groupName ?? '其他'
    parts.set(name, [...(parts.get(name) ?? []), item])
  }
  return [...parts].map(([name, list]) => ({
    name,
    items: list,
    // integers of 分: a sum of decimals of 万元 would print 857.4799999
    fen: list.reduce((sum, item) => sum + item.amountFen, 0),
  }))
}

/** By the new standard fines, cost of the investigation and rescue by the government are no direct loss. */
function excludedWords({ facts }: Scribe): Run | null {
  const { loss } = facts
  if (loss === null) return null
  if (loss.standard === 'GB6721-1986') return loss.excludesFine === 1 ? clause('以上损失不含事故罚款。') : null
  return lossItemTypesOf(loss.standard).length === 0 ? null : clause('事故罚款、事故调查费和政府救援支出不计入。')
}

/** The loss; the table only where there are parts. */
export function lossBlocks(scribe: Scribe, isBrief = false): readonly Block[] {
  const { facts } = scribe
  const { loss } = facts
  const parts = lossParts(scribe)
  const standard = loss === null ? null : fact('lossAssessment', loss, 'standard', lossStandardTitle(loss.standard))
  const named = parts.map((part) =>
    clause(part.name, bound(lossWan(facts, part.fen), 'lossItem', part.items[0]?.id ?? '', 'amountFen'), '万元'),
  )
  const split = parts.length < 2 ? null : clause('其中', joined(named, isBrief ? '、' : '，'))
  const until =
    loss === null || loss.calculatedOn === null
      ? null
      : clause('计算截止日期为', fact('lossAssessment', loss, 'calculatedOn', chineseDay(loss.calculatedOn)))
  const by = clause('依据', standard, '统计')
  if (isBrief)
    return paragraph(
      'loss',
      sentence(by, clause(by === null ? '事故造成' : '', '直接经济损失', lossAmount(scribe)), split),
    )
  const table = parts.length === 0 ? null : lossTable(scribe, parts)
  return [
    ...paragraph(
      'loss',
      sentences(
        sentence(by, clause('事故造成直接经济损失', lossAmount(scribe)), split, until),
        facts.lossFen === null ? null : excludedWords(scribe),
        table === null ? null : clause('直接经济损失分项见', { kind: 'ref', target: table.id }, '。'),
      ),
    ),
    ...(table === null ? [] : [table]),
  ]
}

/** What the table says about an item: its basis without its name, or that it was estimated (附录B). */
function note(item: Item, name: string): string {
  const basis = phrase(item.basis)
  const rest =
    basis === null || basis === name
      ? null
      : phrase(basis.startsWith(`${name}：`) ? basis.slice(name.length + 1) : basis)
  return rest ?? (item.method === 'estimated' ? '测算' : '')
}

/** Part and sum in bold, items below; a part of one item is one line. */
function lossTable(scribe: Scribe, parts: readonly Part[]): Extract<Block, { kind: 'table' }> {
  const standard = scribe.facts.loss?.standard ?? ''
  const nameOf = (item: Item) => lossItemType(standard, item.itemCode)?.name ?? phrase(item.basis) ?? '其他'
  const amount = (fen: number, item: Item | undefined): Inline =>
    bound(lossWan(scribe.facts, fen), 'lossItem', item?.id ?? '', 'amountFen') ?? { kind: 'text', text: '' }
  const line = (id: string, name: string, sum: Inline, words: string, strong: boolean): TableRow => ({
    id,
    cells: [
      { children: [{ kind: 'text', text: name }] },
      { children: [sum] },
      { children: [{ kind: 'text', text: words }] },
    ],
    ...(strong ? { strong } : {}),
  })
  const rows = parts.flatMap((part, at): readonly TableRow[] => {
    const number = `${chineseNumber(at + 1)}、`
    const [first] = part.items
    if (first !== undefined && part.items.length === 1) {
      const name = nameOf(first)
      const isSame = name.startsWith(part.name)
      const words = isSame ? note(first, name) : [name, note(first, name)].filter((text) => text !== '').join('；')
      return [line(`loss:${first.id}`, `${number}${isSame ? name : part.name}`, amount(part.fen, first), words, true)]
    }
    return [
      line(`loss:part:${at + 1}`, `${number}${part.name}`, amount(part.fen, first), '', true),
      ...part.items.map((item) =>
        line(`loss:${item.id}`, nameOf(item), amount(item.amountFen, item), note(item, nameOf(item)), false),
      ),
    ]
  })
  const sum = parts.reduce((total, part) => total + part.fen, 0)
  return {
    kind: 'table',
    id: 'table:loss',
    caption: '直接经济损失统计表',
    columns: [
      { title: '项目', width: 40, align: 'left' },
      { title: '金额（万元）', width: 20, align: 'right' },
      { title: '说明', width: 40, align: 'left' },
    ],
    rows: [...rows, line('loss:sum', '合计', { kind: 'text', text: lossWan(scribe.facts, sum) }, '', true)],
    isLandscape: false,
  }
}
