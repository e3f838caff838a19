/** Titles of the sections of 处理建议 and the parts of the sentence that sums them up; every number is counted. */
import { missing } from './gaps.ts'
import { type Category, type Entry, headsOf } from './proposal-entries.ts'
import { clause, joined, type Part, type Run } from './prose.ts'
import { phrase } from './words.ts'

/** 4家, 7人; a group of unknown size leaves a gap. */
export const counted = (count: number | null, unit: string): Run =>
  clause(count === null ? missing('headCount') : String(count), unit) ?? []

/** What is said about one entry, as one text to look for kinds of sanctions in. */
const wordsOf = (entry: Entry): string =>
  entry.proposals.map((proposal) => `${proposal.kindText ?? ''}${proposal.description ?? ''}`).join('')

/** 党纪政务处分和诫勉: only the kinds that occur. */
export function disciplineKinds(entries: readonly Entry[]): string {
  const words = entries.map(wordsOf).join('，')
  const isParty = /党纪|党内|开除党籍/.test(words)
  // 政纪 is what 政务处分 was called before 2018
  const isOffice = /政务|政纪/.test(words)
  const sanction = isParty && isOffice ? '党纪政务处分' : isParty ? '党纪处分' : isOffice ? '政务处分' : ''
  const others = [
    /组织处理|组织调整|免职|调离|通报批评|停职/.test(words) ? '组织处理' : '',
    words.includes('诫勉') ? '诫勉' : '',
  ]
  const kinds = [sanction, ...others].filter((kind) => kind !== '')
  if (kinds.length === 0) return '问责处理'
  return kinds.length === 1 ? kinds.join('') : `${kinds.slice(0, -1).join('、')}和${kinds.at(-1)}`
}

const isPolice = (entries: readonly Entry[]): boolean =>
  entries.every((entry) => wordsOf(entry).includes('公安') || entry.proposals[0]?.decidingBody === '公安机关')

const isEnterprise = (entries: readonly Entry[]): boolean =>
  entries.every((entry) => {
    const body = phrase(entry.proposals[0]?.decidingBody)
    return body === null || /公司|厂|企业|集团|店|矿|中心$/.test(body)
  })

const isApology = (entries: readonly Entry[]): '书面检查' | '检讨' | null => {
  if (entries.every((entry) => wordsOf(entry).includes('书面检查'))) return '书面检查'
  return entries.every((entry) => /检讨|书面检查/.test(wordsOf(entry))) ? '检讨' : null
}

/** 7人; 4家 for penalties, 3个单位 elsewhere; both where both occur. */
function headWords(entries: readonly Entry[], unit: string): Run {
  const { persons, units } = headsOf(entries)
  const parts = [units === 0 ? null : counted(units, unit), persons === 0 ? null : counted(persons, '人')]
  return joined(parts, '、') ?? []
}

function sectionName(category: Category, entries: readonly Entry[]): string {
  const who = [
    entries.some((entry) => entry.isUnit) ? '单位' : '',
    entries.some((entry) => !entry.isUnit) ? '人员' : '',
  ]
    .filter((word) => word !== '')
    .join('和')
  switch (category) {
    case 'exempt':
      return '免予追究责任人员'
    case 'coerced':
      return '已被司法机关采取强制措施人员'
    case 'criminal':
      return isPolice(entries) ? `建议移送公安机关立案侦查${who}` : `建议移送司法机关处理${who}`
    case 'discipline':
      return `建议给予${disciplineKinds(entries)}${who}`
    case 'penalty_unit':
    case 'penalty_person':
      return `建议给予行政处罚的${who}`
    case 'qualification':
      return `建议处理资质、资格的${who}`
    case 'internal':
      return isEnterprise(entries) ? `建议由企业内部处理${who}` : `建议由所在单位内部处理${who}`
    case 'other':
    case 'undecided':
      return '其他处理建议'
    case 'none':
      return `尚未提出处理建议的${who}`
  }
}

/** 建议给予行政处罚的单位（4家）. */
export function sectionTitle(category: Category, entries: readonly Entry[]): Run {
  // the sentence that sums up counts proposals only
  if (category === 'none') return clause(sectionName(category, entries)) ?? []
  const unit = category === 'penalty_unit' ? '家' : category === 'qualification' ? '家单位' : '个单位'
  return clause(sectionName(category, entries), '（', headWords(entries, unit), '）') ?? []
}

function summaryPart(category: Category, entries: readonly Entry[]): Part {
  const heads = headWords(entries, '个单位')
  switch (category) {
    case 'exempt':
      return clause('免予追究责任', heads)
    case 'coerced':
      return clause('已被司法机关采取强制措施', heads)
    case 'criminal':
      return clause(isPolice(entries) ? '移送公安机关立案侦查' : '移送司法机关处理', heads)
    case 'discipline':
      return clause(`给予${disciplineKinds(entries)}`, heads)
    case 'penalty_unit':
    case 'penalty_person':
      return clause('给予行政处罚', headWords(entries, '家单位'))
    case 'qualification':
      return clause('处理资质、资格', headWords(entries, '家单位'))
    case 'internal':
      return clause(isEnterprise(entries) ? '由企业内部处理' : '由所在单位内部处理', heads)
    case 'none':
      return null
    case 'other':
    case 'undecided': {
      const apology = isApology(entries)
      return apology === null ? clause('作其他处理', heads) : clause('责成', heads, `作出${apology}`)
    }
  }
}

/** 免予追究责任1人；……；给予行政处罚4家单位、6人: the two kinds of penalties are one part. */
export function summaryParts(
  sections: readonly { readonly category: Category; readonly entries: readonly Entry[] }[],
): Run {
  const merged: { category: Category; entries: readonly Entry[] }[] = []
  const kind = (category: Category): Category =>
    category === 'penalty_person' ? 'penalty_unit' : category === 'undecided' ? 'other' : category
  for (const section of sections) {
    const last = merged.at(-1)
    if (last !== undefined && kind(last.category) === kind(section.category))
      merged[merged.length - 1] = { category: kind(last.category), entries: [...last.entries, ...section.entries] }
    else merged.push({ category: kind(section.category), entries: section.entries })
  }
  return (
    joined(
      merged.map(({ category, entries }) => clause(summaryPart(category, entries))),
      '；',
    ) ?? []
  )
}
