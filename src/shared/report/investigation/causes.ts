/** 技术鉴定、直接原因、其他可能因素排除、间接原因. */
import type { Row } from '../../case/tables.ts'
import type { Block } from '../document.ts'
import { missing } from './gaps.ts'
import {
  clause,
  enumeratedWords,
  joined,
  listItem,
  numbered,
  type Part,
  paragraph,
  type Run,
  sentence,
  sentences,
} from './prose.ts'
import type { Scribe } from './scribe.ts'
import { withFigures } from './site.ts'
import { bound, fact, phrase } from './words.ts'

type Cause = Row<'cause'>

const causesOf = ({ facts }: Scribe, ...kinds: readonly Cause['kind'][]): readonly Cause[] =>
  facts.dossier.rows.cause.filter((cause) => kinds.includes(cause.kind) && phrase(cause.description) !== null)

const methodsOf = ({ facts }: Scribe): readonly string[] =>
  (facts.team?.methodsList ?? []).flatMap((name) => phrase(name) ?? [])

/** One paragraph an appraisal: who, on what, when, with what result. */
export function appraisalBlocks(scribe: Scribe): readonly Block[] {
  const { facts, dates } = scribe
  return facts.dossier.rows.appraisal.flatMap((row) => {
    dates.newYear()
    const subject = clause('对', fact('appraisal', row, 'subject'), '进行技术鉴定')
    const ordered =
      clause('事故调查组委托', fact('appraisal', row, 'byBody'), subject) ?? clause('事故调查组组织专家', subject)
    const day = (column: 'commissionedOn' | 'issuedOn'): Part => {
      const on = row[column]
      return on === null ? null : fact('appraisal', row, column, dates.day(on))
    }
    const conclusion = fact('appraisal', row, 'conclusion')
    const dated = joined([clause(day('commissionedOn'), '委托'), clause(day('issuedOn'), '出具鉴定报告')], '，')
    return paragraph(
      `appraisal:${row.id}`,
      sentences(sentence(ordered, dated), conclusion === null ? null : sentence(clause('鉴定意见为：', conclusion))),
    )
  })
}

// Methods that bear on what happened physically; interviews and files bear on responsibility.
const TECHNICAL = /勘查|勘验|鉴定|检测|检验|实验|试验|模拟|专家|论证|技术分析|综合分析/

const causeItems = (causes: readonly Cause[]) =>
  causes.map((cause) => listItem(`cause:${cause.id}`, sentence(clause(fact('cause', cause, 'description')))))

/** 直接原因; without any the gap. `isBrief` leaves out the words that lead to the list. */
export function directBlocks(scribe: Scribe, isBrief = false): readonly Block[] {
  const causes = causesOf(scribe, 'direct')
  const methods = methodsOf(scribe).filter((method) => TECHNICAL.test(method))
  const by = methods.length === 0 ? null : clause(`经${enumeratedWords(methods)}`)
  const [only] = causes
  if (only === undefined)
    return withFigures(scribe, 'cause', paragraph('cause:missing', clause(missing('cause'), '。')))
  if (causes.length === 1) {
    const run = sentence(by, clause('事故的直接原因是：', fact('cause', only, 'description')))
    return withFigures(scribe, 'cause', paragraph(`cause:${only.id}`, run))
  }
  const lead = isBrief ? [] : paragraph('causes:lead', joined([by, clause('事故的直接原因是：')], '，'))
  return [...lead, ...numbered('causes:direct', 3, causeItems(causes)), ...withFigures(scribe, 'cause', [])]
}

function checkedBy(scribe: Scribe): string {
  const methods = methodsOf(scribe).join('、')
  const isTested = scribe.facts.dossier.rows.appraisal.length > 0 || /鉴定|检测|检验/.test(methods)
  const parts = [
    /勘查|勘验/.test(methods) ? '现场勘查' : '',
    isTested ? '检验检测' : '',
    /询问|问询|谈话|走访|取证/.test(methods) ? '调查询问' : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '经调查' : `结合${enumeratedWords(parts)}情况`
}

/** 其他可能因素排除; nothing when none was looked into. */
export function excludedBlocks(scribe: Scribe): readonly Block[] {
  const causes = causesOf(scribe, 'excluded')
  const [only] = causes
  if (only === undefined) return []
  if (causes.length === 1)
    return paragraph(
      `cause:${only.id}`,
      sentence(clause(checkedBy(scribe)), clause('排除以下因素：', fact('cause', only, 'description'))),
    )
  return [
    ...paragraph('causes:excluded:lead', clause(checkedBy(scribe), '，排除以下因素：')),
    ...numbered('causes:excluded', 3, causeItems(causes)),
  ]
}

/** The same in one paragraph. */
export function excludedParagraph(scribe: Scribe): readonly Block[] {
  const causes = causesOf(scribe, 'excluded')
  if (causes.length === 0) return []
  const by = scribe.facts.dossier.rows.appraisal.length > 0 ? '经调查和技术鉴定' : '经调查'
  const items: readonly (Run | null)[] = causes.map((cause, at) =>
    clause(causes.length > 1 ? `（${at + 1}）` : '', withoutFullStops(cause)),
  )
  return paragraph('causes:excluded', sentence(clause(by), clause('排除以下因素：', joined(items, '；'))))
}

/** Inside a sentence parted by «；» no full stop may stand. */
function withoutFullStops(cause: Cause): Part {
  return bound(phrase(cause.description)?.replaceAll('。', '，') ?? null, 'cause', cause.id, 'description')
}

/** 间接原因 with 管理原因. */
export function indirectBlocks(scribe: Scribe): readonly Block[] {
  return numbered('causes:indirect', 3, causeItems(causesOf(scribe, 'indirect', 'management')))
}
