/** 处理建议: the summing-up, one section a category, and the table of all in the attachment. */
import type { Block, ListItem, TableRow } from '../document.ts'
import { missing } from './gaps.ts'
import { type Category, categories, type Entry, entriesOf, headsOf } from './proposal-entries.ts'
import { entryRun, gapPlace, subjectIdentity, subjectName } from './proposal-sentences.ts'
import { counted, sectionTitle, summaryParts } from './proposal-titles.ts'
import { allProposalWords } from './proposal-words.ts'
import { clause, joined, listItem, loose, numbered, type Part, paragraph, type Run, sentence } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, phrase } from './words.ts'

type Group = { readonly category: Category; readonly entries: readonly Entry[] }

function sectionsOf(scribe: Scribe): readonly Group[] {
  const entries = entriesOf(scribe)
  return categories
    .map((category) => ({ category, entries: entries.filter((entry) => entry.category === category) }))
    .filter((group) => group.entries.length > 0)
}

/** 事故调查组建议对16名责任人员、7个责任单位作出处理：…… */
function summaryRun(all: readonly Group[]): Run | null {
  const sections = all.filter((section) => section.category !== 'none')
  if (sections.length === 0) return null
  const { persons, units } = headsOf(sections.flatMap((section) => section.entries))
  const whom = joined(
    [persons === 0 ? null : counted(persons, '名责任人员'), units === 0 ? null : counted(units, '个责任单位')],
    '、',
  )
  return sentence(clause('事故调查组建议对', whom, '作出处理：', summaryParts(sections)))
}

/** The one body that decides on all of a section; null when they differ or only one person stands there. */
function commonBody({ entries }: Group): Part {
  const bodies = [
    ...new Set(entries.flatMap((entry) => entry.proposals.map((proposal) => phrase(proposal.decidingBody)))),
  ]
  const [only] = bodies
  const id = entries[0]?.proposals[0]?.id ?? ''
  return entries.length < 2 || bodies.length !== 1 ? null : bound(only ?? null, 'proposal', id, 'decidingBody')
}

/** 苇荡镇 for 苇荡镇人民政府: its people are of the party committee as well as of the government. */
function groupName({ facts }: Scribe, entry: Entry): string | null {
  const unit = facts.unit(entry.liability.unitId)
  if (unit === null) return null
  if (!unit.name.endsWith('人民政府')) return unit.name
  return (phrase(unit.shortName) ?? unit.name).replace(/(人民)?政府$/, '')
}

/** 党纪政务处分 by units, each with a line of its own, numbers running on; in one list where units are not known. */
function personBlocks(scribe: Scribe, group: Group, isBodySaid: boolean): readonly Block[] {
  const { category, entries } = group
  const items = entries.map((entry) =>
    listItem(`liability:${entry.liability.id}`, entryRun(scribe, entry, entries.length > 1, isBodySaid)),
  )
  const names = entries.map((entry) => groupName(scribe, entry))
  const isGrouped =
    category === 'discipline' &&
    scribe.options.template !== 'C' &&
    new Set(names).size > 1 &&
    names.every((name) => name !== null)
  const sequence = `proposals:${category}`
  if (!isGrouped) return numbered(sequence, 3, items)
  return [...new Set(names)].flatMap((name, at) => {
    const own = entries.filter((_, index) => names[index] === name)
    const list = items.filter((item, index): item is ListItem => item !== null && names[index] === name)
    const title = clause(name ?? '', '（', counted(headsOf(own).persons, '人'), '）')
    return [
      ...paragraph(`${sequence}:group:${own[0]?.liability.id ?? at}`, title, 'group'),
      { kind: 'list', id: `${sequence}:${own[0]?.liability.id ?? at}`, level: 3, sequence, items: list } as const,
    ]
  })
}

const incomeWords: Readonly<Record<string, string>> = {
  // 生产安全事故罚款处罚规定第四条
  audited: '年收入由财务、税务部门核定',
  state_owned: '年收入由上级主管部门确定',
  estimated: '年收入难以确定，依据《生产安全事故罚款处罚规定》第四条的规定计算',
}

/** Where the incomes come from, once at the end of the section. */
function incomeBlocks(scribe: Scribe, { category, entries }: Group): readonly Block[] {
  if (category !== 'penalty_person' || scribe.options.template === 'C') return []
  const byIncome = entries.filter((entry) => entry.proposals.some((proposal) => proposal.fineBaseFen !== null))
  const sources = new Map<string, Entry[]>()
  for (const entry of byIncome) {
    const source = entry.proposals.find((proposal) => proposal.fineBaseFen !== null)?.fineBaseSource
    if (source != null) sources.set(source, [...(sources.get(source) ?? []), entry])
  }
  const isOne = sources.size === 1 && [...sources.values()][0]?.length === byIncome.length && byIncome.length > 1
  const runs = [...sources].map(([source, list]) => {
    const words = incomeWords[source] ?? ''
    if (isOne) return clause(`上述处以上一年年收入比例罚款的人员，其${words}`)
    const who = joined(
      list.map((entry) => clause(subjectName(scribe, entry))),
      '、',
    )
    return clause(who, `的${words}`)
  })
  return paragraph('proposals:income', sentence(joined(runs, '；')))
}

function sectionBlocks(scribe: Scribe, group: Group): readonly Block[] {
  const body = group.category === 'discipline' ? commonBody(group) : null
  const lead = body === null ? null : clause('下列人员由', body, '按照管理权限处理。')
  return [
    ...paragraph(`proposals:${group.category}:body`, lead),
    ...personBlocks(scribe, group, body !== null),
    ...incomeBlocks(scribe, group),
  ]
}

/** The chapter without its title: the summing-up, then the sections with theirs. Without proposals the gap. */
export function proposalBlocks(scribe: Scribe): readonly Block[] {
  const sections = sectionsOf(scribe)
  if (sections.length === 0) return paragraph('proposals:missing', clause(missing('proposals'), '。'))
  return [
    ...paragraph('proposals:summary', summaryRun(sections)),
    ...sections.flatMap((group): readonly Block[] => [
      ...(sections.length === 1
        ? []
        : [
            {
              kind: 'heading',
              id: `section:proposals:${group.category}`,
              level: 2,
              isNumbered: true,
              children: sectionTitle(group.category, group.entries),
            } as const,
          ]),
      ...sectionBlocks(scribe, group),
    ]),
  ]
}

/** All subjects in one table, one row each; null without proposals. */
export function proposalTable(scribe: Scribe): Block | null {
  const entries = entriesOf(scribe)
  if (entries.length === 0) return null
  const rows = entries.map((entry, at): TableRow => {
    const name =
      loose(subjectName(scribe, entry)) ?? loose(subjectIdentity(scribe, entry)) ?? clause(missing('subject')) ?? []
    const identity = subjectName(scribe, entry) === null ? null : loose(subjectIdentity(scribe, entry))
    const words = allProposalWords(scribe, entry, true) ?? clause(missing('proposal', gapPlace(entry.liability)))
    const dash = clause('—') ?? []
    return {
      id: `liability:${entry.liability.id}:row`,
      cells: [
        { children: clause(String(at + 1)) ?? [] },
        { children: name },
        { children: identity ?? dash },
        { children: words ?? dash },
      ],
    }
  })
  return {
    kind: 'table',
    id: 'table:proposals',
    caption: null,
    columns: [
      { title: '序号', width: 8, align: 'center' },
      { title: '姓名或者单位', width: 18, align: 'left' },
      { title: '身份', width: 30, align: 'left' },
      { title: '处理建议', width: 44, align: 'left' },
    ],
    rows,
    isLandscape: false,
  }
}
