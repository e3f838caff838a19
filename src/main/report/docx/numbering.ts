/** Real Word numbering: one outline bound to the heading styles, one running list per `sequence` of the document. */
import { type ILevelsOptions, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import type { Block } from '../../../shared/report/document.ts'
import { line, size } from '../../../shared/report/style.ts'
import { headingFont } from './fonts.ts'
import { twoCharacters } from './styles.ts'

export type ListNumbering = { readonly reference: string; readonly level: number; readonly instance: number }

export type NumberingPlan = {
  readonly options: INumberingOptions
  /** the list a `list` block belongs to, by block id */
  readonly lists: ReadonlyMap<string, ListNumbering>
}

type Level = 1 | 2 | 3 | 4
type Definition = INumberingOptions['config'][number]

function numberLevel(level: Level, at: number, start: number, isHeading: boolean): ILevelsOptions {
  const isChinese = level <= 2
  const text = { 1: `%${at + 1}、`, 2: `（%${at + 1}）`, 3: `%${at + 1}.`, 4: `（%${at + 1}）` }[level]
  return {
    level: at,
    start,
    format: isChinese ? LevelFormat.CHINESE_COUNTING_THOUSAND : LevelFormat.DECIMAL,
    text,
    // a tab would push the first word away from its number; only «1.» is followed by a space
    suffix: level === 3 ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
    style: {
      run: { font: headingFont(level), size: size.body, characterSpacing: line.characterSpacing },
      paragraph: { indent: twoCharacters },
      ...(isHeading ? { style: `Heading${level}` } : {}),
    },
  }
}

const outline: Definition = {
  reference: 'outline',
  levels: ([1, 2, 3, 4] as const).map((level, at) => numberLevel(level, at, 1, true)),
}

/** Gives every list its numbering. A sequence that changes level or is mixed goes on in a list that starts at its number. */
export function planNumbering(blocks: readonly Block[]): NumberingPlan {
  const definitions = new Map<string, Definition>([['outline', outline]])
  const lists = new Map<string, ListNumbering>()
  const sequences = new Map<string, { count: number; level: 3 | 4; list: ListNumbering }>()
  for (const block of blocks) {
    if (block.kind !== 'list') continue
    const known = sequences.get(block.sequence)
    const count = (known?.count ?? 0) + block.items.length
    if (known?.level === block.level) {
      lists.set(block.id, known.list)
      known.count = count
      continue
    }
    const start = (known?.count ?? 0) + 1
    const reference = `list-${block.level}-${start}`
    definitions.set(reference, { reference, levels: [numberLevel(block.level, 0, start, false)] })
    const list = { reference, level: 0, instance: lists.size + 1 }
    lists.set(block.id, list)
    sequences.set(block.sequence, { count, level: block.level, list })
  }
  return { options: { config: [...definitions.values()] }, lists }
}
