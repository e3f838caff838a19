/** 存在的主要问题: what each unit did wrong against which clause; one sentence or （1）（2） under the unit's name. */
import type { Row } from '../../case/tables.ts'
import type { Block, ListItem } from '../document.ts'
import { citationWords } from './citations.ts'
import { missing } from './gaps.ts'
import { clause, joined, listItem, loose, numbered, type Part, type Run, sentence } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { fact, phrase } from './words.ts'

type Finding = Row<'finding'>

/** Findings on one unit, person or other subject. */
export type FindingGroup = {
  readonly key: string
  readonly category: Finding['category']
  readonly unit: Row<'unit'> | null
  readonly subject: Part
  /** the subject as words of a title */
  readonly title: string
  readonly findings: readonly Finding[]
}

/** What a finding is about, as a key; persons apart from their units. */
function keyOf({ facts }: Scribe, finding: Finding): string {
  const target = phrase(finding.targetText)
  const unit = facts.unit(finding.unitId)?.id ?? null
  const person = facts.person(finding.personId)?.id ?? null
  return (finding.category === 'person' ? (person ?? target) : (unit ?? target ?? person)) ?? 'unknown'
}

/** Groups of some categories in the order of their first finding. */
export function findingGroups(scribe: Scribe, ...categories: readonly Finding['category'][]): readonly FindingGroup[] {
  const { facts } = scribe
  const { finding: all } = facts.dossier.rows
  const groups = new Map<string, FindingGroup>()
  for (const finding of all) {
    if (!categories.includes(finding.category) || phrase(finding.description) === null) continue
    const person = facts.person(finding.personId)
    const unit = facts.unit(finding.unitId)
    const isAboutPerson = finding.category === 'person'
    const personName = person === null ? null : fact('person', person, 'name')
    const unitName = unit === null || isAboutPerson ? null : fact('unit', unit, 'name')
    const target = fact('finding', finding, 'targetText')
    const subject = isAboutPerson ? (personName ?? target) : (unitName ?? target ?? personName)
    const about = keyOf(scribe, finding)
    // a unit that stands in two chapters has one key in each
    const first = all.find((other) => keyOf(scribe, other) === about)?.category
    const key = first !== undefined && categories.includes(first) ? about : `${about}:${finding.category}`
    const group = groups.get(key)
    groups.set(key, {
      key,
      category: finding.category,
      unit,
      subject: group?.subject ?? subject ?? (finding.category === 'other' ? null : missing('findingSubject')),
      title: group?.title ?? (subject !== null && 'text' in subject ? subject.text : '其他问题'),
      findings: [...(group?.findings ?? []), finding],
    })
  }
  return [...groups.values()]
}

// What the clause charges the body with. 安全生产法(2021) by its articles; others are written without the word.
const dutyWords: ReadonlyMap<string, string> = new Map([
  ['《安全生产法》第九条第一款', '领导'],
  ['《安全生产法》第十条第二款', '监督管理'],
  ['《安全生产法》第六十二条第二款', '监督检查'],
])

/** The words behind what was done: which list calls it a major hazard, which clause it breaks, which duty it fails. */
function legalClauses({ facts }: Scribe, finding: Finding): readonly (Run | null)[] {
  const of = (role: 'basis' | 'breach' | 'duty') => facts.citations('finding', finding.id, role)
  const text = finding.description
  const basis = clause('属于', citationWords(of('basis')), '规定的情形')
  if (finding.category === 'regulator' || finding.category === 'government') {
    const duties = of('duty')
    const [only] = duties
    const word =
      duties.length === 1 && only !== undefined
        ? (dutyWords.get(only.lawText.trim().replace('中华人民共和国', '')) ?? '')
        : ''
    const isSaid = /职责(履行)?不到位|履职不到位|履行[^，。；]*职责/.test(text)
    return [basis, isSaid ? null : clause('履行', citationWords(duties), `规定的${word}职责不到位`)]
  }
  return [basis, text.includes('违反') ? null : clause('违反了', citationWords(of('breach')), '的规定')]
}

/** Findings of one subject that break the same clause are one sentence. */
function merged(
  scribe: Scribe,
  findings: readonly Finding[],
): readonly { readonly id: string; readonly run: Run | null }[] {
  const said = findings.map((finding) => ({
    finding,
    key: (['basis', 'breach', 'duty'] as const).map((role) => citationText(scribe, finding, role)).join('|'),
  }))
  const used = new Set<string>()
  return said.flatMap(({ finding, key }) => {
    if (used.has(finding.id)) return []
    const same = key === '||' ? [finding] : said.filter((other) => other.key === key).map((other) => other.finding)
    for (const other of same) used.add(other.id)
    const what = joined(
      same.map((other) => clause(fact('finding', other, 'description'))),
      '，',
    )
    return [{ id: `finding:${finding.id}`, run: sentence(what, ...legalClauses(scribe, finding)) }]
  })
}

const citationText = ({ facts }: Scribe, finding: Finding, role: 'basis' | 'breach' | 'duty'): string =>
  facts
    .citations('finding', finding.id, role)
    .map((citation) => citation.lawText)
    .join('、')

/** The findings of one unit behind its name: 朔澜公司。（1）……（2）……, or one sentence. */
function groupItem(scribe: Scribe, group: FindingGroup): ListItem | null {
  const parts = merged(scribe, group.findings)
  const [only] = parts
  if (only === undefined) return null
  const isFactual = group.category === 'other'
  if (parts.length === 1)
    return listItem(only.id, loose(group.subject, isFactual && group.subject !== null ? '：' : null, only.run))
  const runs = parts.map((part, at) => clause(`（${at + 1}）`, part.run))
  return listItem(
    `findings:${group.key}`,
    loose(group.subject === null ? null : clause(group.subject, '。'), joined(runs, '')),
  )
}

/** One numbered item a unit. */
export function findingItems(scribe: Scribe, groups: readonly FindingGroup[]): readonly Block[] {
  return numbered(
    `findings:${groups[0]?.category ?? ''}`,
    3,
    groups.map((group) => groupItem(scribe, group)),
  )
}

/** The findings of one unit under a title that is its name. */
export function findingsUnderTitle(scribe: Scribe, group: FindingGroup): readonly Block[] {
  return numbered(
    `findings:${group.key}:list`,
    3,
    merged(scribe, group.findings).map((part) => listItem(part.id, part.run)),
  )
}

/** 园区管理机构和地方人民政府: what kinds of bodies stand in a section. */
export function governmentTitle(groups: readonly FindingGroup[]): string {
  const isPark = (group: FindingGroup) => /(管理委员会|管委会)$/.test(group.title)
  const others = groups.filter((group) => !isPark(group))
  const park = others.length < groups.length ? '园区管理机构' : ''
  // only names of governments make it «人民政府»: findings of this kind may be on party committees as well
  const local = others.every((group) => /(人民政府|街道办事处)$/.test(group.title)) ? '地方人民政府' : '地方党委政府'
  return [park, others.length === 0 ? '' : local].filter((part) => part !== '').join('和') || local
}

/** 安全评价机构 for a single one, else the usual title. */
export function intermediaryTitle(groups: readonly FindingGroup[]): string {
  const [only] = groups
  const role = groups.length === 1 ? phrase(only?.unit?.roleText) : null
  return role === null || role === phrase(only?.unit?.name) ? '有关中介和技术服务机构' : role
}
