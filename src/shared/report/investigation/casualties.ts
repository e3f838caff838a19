/** 人员伤亡: the sentence on the numbers and the table of the persons. */
import type { Row } from '../../case/tables.ts'
import { chineseDay, chineseMonthDay } from '../../dates.ts'
import { casualtyWindowEnd, casualtyWindowOf } from '../../statutes/casualty-window.ts'
import type { Block, Inline, TableCell, TableColumn } from '../document.ts'
import { casualtyClause, countWords } from './casualty-words.ts'
import type { Facts } from './facts.ts'
import { clause, joined, loose, paragraph, type Run, sentence, sentences } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase } from './words.ts'

type Casualty = Row<'casualty'>

const outcomes: Readonly<Record<NonNullable<Casualty['outcome']>, { rank: number; label: string }>> = {
  death: { rank: 0, label: '死亡' },
  missing: { rank: 1, label: '下落不明' },
  serious: { rank: 2, label: '重伤' },
  acute_poisoning: { rank: 3, label: '急性工业中毒' },
  minor: { rank: 4, label: '轻伤' },
  unspecified: { rank: 5, label: '受伤' },
  hospitalised: { rank: 6, label: '住院治疗' },
  unharmed: { rank: 9, label: '未受伤' },
}

/** Who died after the window stays among the seriously injured, as the text counts (493号令第十三条、第二十条). */
function isLateDeath({ occurredOn, dossier }: Facts, row: Casualty): boolean {
  if (row.outcome !== 'death' || row.diedOn === null || occurredOn === null) return false
  return row.diedOn > casualtyWindowEnd(occurredOn, dossier.caseFile.regime)
}

function degreeOf(facts: Facts, row: Casualty): string | null {
  if (row.outcome === null) return null
  return isLateDeath(facts, row) ? '重伤（期后死亡）' : outcomes[row.outcome].label
}

/** The hurt in the order of the table: deaths by their day, then serious, then light. */
function inOrder({ facts }: Scribe): readonly Casualty[] {
  const rows = facts.dossier.rows.casualty.filter((row) => row.outcome !== null && row.outcome !== 'unharmed')
  const rank = (row: Casualty) =>
    row.outcome === null ? 9 : outcomes[isLateDeath(facts, row) ? 'serious' : row.outcome].rank
  return [...rows].sort((a, b) => rank(a) - rank(b) || (a.diedOn ?? '9').localeCompare(b.diedOn ?? '9'))
}

/** 重伤人员白秋禾于8月13日死亡，在事故发生之日起30日内，计入死亡人数 — or why it is not counted. */
function laterDeathClauses({ facts, dates }: Scribe): readonly (Run | null)[] {
  const { occurredOn, dossier } = facts
  if (occurredOn === null) return []
  const { regime } = dossier.caseFile
  const end = casualtyWindowEnd(occurredOn, regime)
  const { days } = casualtyWindowOf(regime, occurredOn)
  return dossier.rows.casualty.map((row) => {
    if (row.diedOn === null || row.diedOn <= occurredOn) return null
    const person = facts.person(row.personId)
    const who = person === null ? null : fact('person', person, 'name')
    const died = clause('于', fact('casualty', row, 'diedOn', dates.day(row.diedOn)), '死亡')
    const subject = clause('重伤人员', who ?? (row.headCount === 1 ? '1人' : `${row.headCount}人`), died)
    return row.diedOn <= end
      ? joined([subject, clause(`在事故发生之日起${days}日内`), clause('计入死亡人数')], '，')
      : joined([subject, clause(`已超过事故发生之日起${days}日`), clause('仍按重伤统计')], '，')
  })
}

/** Whether the persons can be listed: at least one name, or more than one line to tell apart. */
function hasTable(scribe: Scribe): boolean {
  const rows = inOrder(scribe)
  const isNamed = rows.some((row) => phrase(scribe.facts.person(row.personId)?.name) !== null)
  const isTold = rows.some((row) => phrase(row.injury) !== null || phrase(row.job) !== null)
  return isNamed || (rows.length > 1 && isTold)
}

/** 死亡的1人，为某刀剪厂工人，伤情为机械伤害。 where one line without a name would be a table of blanks. */
function namelessSentence(scribe: Scribe): Run | null {
  const isPublic = scribe.options.edition === 'public'
  const runs = inOrder(scribe).map((row) => {
    const unit = unitOf(scribe, row)
    const who = loose(unit === null ? null : fact('unit', unit, 'name'), jobOf(scribe, row))
    const said = joined([clause('为', who), isPublic ? null : clause('伤情为', fact('casualty', row, 'injury'))], '，')
    return clause(`${degreeOf(scribe.facts, row) ?? ''}的`, fact('casualty', row, 'headCount'), '人，', said)
  })
  return sentence(joined(runs, '；'))
}

const unitOf = ({ facts }: Scribe, row: Casualty): Row<'unit'> | null =>
  facts.unit(row.unitId ?? facts.person(row.personId)?.unitId ?? null)

const jobOf = ({ facts }: Scribe, row: Casualty): Inline | null => {
  const who = facts.person(row.personId)
  return fact('casualty', row, 'job') ?? (who === null ? null : fact('person', who, 'position'))
}

/** 事故造成……。……伤亡人员情况见表1。 with the table. */
export function casualtyBlocks(scribe: Scribe, isBrief = false): readonly Block[] {
  const { facts } = scribe
  const table = hasTable(scribe) ? casualtyTable(scribe) : null
  const numbers = clause('事故', casualtyClause(scribe))
  if (isBrief) {
    const see = table === null ? null : clause('详见', { kind: 'ref', target: table.id })
    const nameless = table === null ? namelessSentence(scribe) : null
    return [...paragraph('casualties', sentences(sentence(numbers, see), nameless)), ...(table === null ? [] : [table])]
  }
  const first = facts.firstDayCount === null ? null : clause('事故当日确认', countWords(facts.firstDayCount, '人死亡'))
  const change = sentence(joined([first, ...laterDeathClauses(scribe)], '；'))
  const see =
    table === null ? namelessSentence(scribe) : clause('伤亡人员情况见', { kind: 'ref', target: table.id }, '。')
  return [...paragraph('casualties', sentences(sentence(numbers), change, see)), ...(table === null ? [] : [table])]
}

type Column = TableColumn & {
  /** left out of the public edition: health of a person (个人信息保护法第二十八条) */
  readonly isPrivate?: boolean
  readonly cell: (scribe: Scribe, row: Casualty, at: number) => Inline | null
}

const person = (scribe: Scribe, row: Casualty, column: 'name' | 'sex' | 'age'): Inline | null => {
  const found = scribe.facts.person(row.personId)
  return found === null ? null : fact('person', found, column)
}

const columns: readonly Column[] = [
  { title: '序号', width: 6.5, align: 'center', cell: (_, __, at) => ({ kind: 'text', text: String(at + 1) }) },
  { title: '姓名', width: 10, align: 'center', cell: (scribe, row) => person(scribe, row, 'name') },
  {
    title: '人数',
    width: 7,
    align: 'center',
    cell: (_, row) => (row.headCount === 1 ? null : fact('casualty', row, 'headCount')),
  },
  { title: '性别', width: 6.5, align: 'center', cell: (scribe, row) => person(scribe, row, 'sex') },
  { title: '年龄（岁）', width: 9, align: 'center', cell: (scribe, row) => person(scribe, row, 'age') },
  {
    title: '所在单位',
    width: 14,
    align: 'left',
    cell: (scribe, row) => {
      const unit = unitOf(scribe, row)
      return unit === null ? null : fact('unit', unit, 'name')
    },
  },
  {
    title: '岗位',
    width: 11,
    align: 'center',
    cell: jobOf,
  },
  {
    title: '伤害程度',
    width: 11,
    align: 'center',
    cell: ({ facts }, row) => fact('casualty', row, 'outcome', degreeOf(facts, row)),
  },
  { title: '伤情', width: 19.5, align: 'left', isPrivate: true, cell: (_, row) => fact('casualty', row, 'injury') },
  {
    title: '死亡日期',
    width: 12.5,
    align: 'center',
    cell: ({ facts }, row) => {
      if (row.diedOn === null) return null
      const isSameYear = row.diedOn.slice(0, 4) === facts.occurredOn?.slice(0, 4)
      const text = isSameYear ? chineseMonthDay(row.diedOn) : chineseDay(row.diedOn)
      return bound(text, 'casualty', row.id, 'diedOn')
    },
  },
]

/** Columns without any entry are left out; single blanks show «—». */
function casualtyTable(scribe: Scribe): Extract<Block, { kind: 'table' }> {
  const rows = inOrder(scribe)
  const isPublic = scribe.options.edition === 'public'
  const used = columns.filter(
    (column) =>
      !(isPublic && column.isPrivate === true) && rows.some((row, at) => column.cell(scribe, row, at) !== null),
  )
  const cell = (inline: Inline | null): TableCell => ({ children: [inline ?? { kind: 'text', text: '—' }] })
  return {
    kind: 'table',
    id: 'table:casualties',
    caption: '伤亡人员一览表',
    columns: used.map(({ title, width, align }) => ({ title, width, align })),
    rows: rows.map((row, at) => ({
      id: `casualty:${row.id}`,
      cells: used.map((column) =>
        column.title === '人数' ? cell(fact('casualty', row, 'headCount')) : cell(column.cell(scribe, row, at)),
      ),
    })),
    isLandscape: false,
  }
}
