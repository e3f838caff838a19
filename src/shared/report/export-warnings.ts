/** What a reader of the finished report would object to though the law lets it go out: told before an export, never blocking. */
import type { StageKey } from '../case/gap.ts'
import type { CaseTable, Dossier, Row } from '../case/tables.ts'
import { fineProblem } from '../liability/fine-bracket.ts'
import { categoryProblem } from '../liability/subject-categories.ts'
import { normalizeUscc, usccProblem } from '../party/uscc.ts'
import type { FactRef } from './document.ts'
import { phrase } from './investigation/words.ts'

export type ExportWarning = {
  readonly key: string
  readonly sentence: string
  readonly stage: StageKey
  /** the first place where it is mended */
  readonly fact: FactRef
}

/** All warnings, in the order of the pages; one sentence a kind, with the first names it is about. */
export function exportWarnings(dossier: Dossier): readonly ExportWarning[] {
  return [
    ...codeWarnings(dossier),
    ...unansweredWarnings(dossier),
    ...breachWarnings(dossier),
    ...basisWarnings(dossier),
    ...proposalWarnings(dossier),
    ...fineWarnings(dossier),
    ...deadlineWarnings(dossier),
  ]
}

const NAMED = 3

/** 佘远航、卞守成、汤某等5人: as many names as a line holds. */
function named(names: readonly string[], measure: string): string {
  const first = names.slice(0, NAMED)
  return names.length > NAMED ? `${first.join('、')}等${names.length}${measure}` : first.join('、')
}

/** “未设置隔爆阀……”: the beginning of a long description. */
function quoted({ description }: { readonly description: string }): string {
  const words = phrase(description) ?? ''
  return words.length > 24 ? `“${words.slice(0, 24)}……”` : `“${words}”`
}

const at = (table: CaseTable, id: string, column: string): FactRef => ({ table, id, column })

function codeWarnings({ rows }: Dossier): readonly ExportWarning[] {
  return rows.unit.flatMap((unit) => {
    const problem = unit.uscc === null || normalizeUscc(unit.uscc) === '' ? null : usccProblem(unit.uscc)
    if (problem === null) return []
    const sentence = `${unit.shortName ?? unit.name}：${problem}`
    return [{ key: `uscc:${unit.id}`, sentence, stage: 'parties', fact: at('unit', unit.id, 'uscc') } as const]
  })
}

const isToMend = (cause: Row<'cause'>): boolean => /^(direct|indirect|management)$/.test(cause.kind)

/** Causes and problems without a measure; silent while there is no measure at all, which the report itself asks for. */
function unansweredWarnings({ rows }: Dossier): readonly ExportWarning[] {
  if (rows.measure.length === 0) return []
  const answered = new Set(rows.measureCause.map((link) => link.causeId))
  const causes = rows.cause.filter((cause) => isToMend(cause) && !answered.has(cause.id))
  const mended = new Set(rows.findingCause.filter((link) => answered.has(link.causeId)).map((link) => link.findingId))
  const findings = rows.finding.filter((finding) => finding.category !== 'other' && !mended.has(finding.id))
  const [cause] = causes
  const [finding] = findings
  const told = (list: readonly { readonly description: string }[]) => named(list.map(quoted), '条')
  return [
    ...(cause === undefined
      ? []
      : [
          {
            key: 'causes',
            sentence: `${causes.length}条原因没有对应的整改措施：${told(causes)}；请在措施中关联原因，或者补写措施。`,
            stage: 'causes',
            fact: at('cause', cause.id, 'description'),
          } as const,
        ]),
    ...(finding === undefined
      ? []
      : [
          {
            key: 'findings',
            sentence: `${findings.length}条问题看不出由哪项措施整改：${told(findings)}；请把问题关联到原因，并为该原因写措施。`,
            stage: 'causes',
            fact: at('finding', finding.id, 'description'),
          } as const,
        ]),
  ]
}

// 党纪政务处分 rests on duties and the rules of the party, not on a breach of the law on work safety.
const RESTS_ON_BREACH = /^(coerced|criminal|penalty_unit|penalty_person|qualification|internal)$/

function breachWarnings({ rows }: Dossier): readonly ExportWarning[] {
  const cited = new Set(
    rows.citation.flatMap((row) => (row.aboutTable === 'liability' && row.role === 'breach' ? [row.aboutId] : [])),
  )
  const without = rows.liability.filter(
    (liability) =>
      !/group/.test(liability.subjectKind) &&
      !cited.has(liability.id) &&
      !/违反[^，。；]*《/.test(liability.facts ?? '') &&
      rows.proposal.some((row) => row.liabilityId === liability.id && RESTS_ON_BREACH.test(row.category)),
  )
  return aboutLiabilities('breach', without, rows, 'facts', (who) => `没有写违反条款：${who}；请补填违反的法律条款。`)
}

/** Proposals that do not say on what they rest; there may be no clause, so it is only asked. */
function basisWarnings({ rows }: Dossier): readonly ExportWarning[] {
  const cited = new Set(
    rows.citation.flatMap((row) => (row.role === 'basis' ? [`${row.aboutTable}/${row.aboutId}`] : [])),
  )
  const lacks = (proposal: Row<'proposal'>) =>
    !/^(exempt|other|undecided)$/.test(proposal.category) &&
    !cited.has(`proposal/${proposal.id}`) &&
    !cited.has(`liability/${proposal.liabilityId}`) &&
    !/《[^》]+》/.test(`${proposal.description ?? ''}${proposal.kindText ?? ''}`)
  const without = rows.liability.filter((liability) =>
    rows.proposal.some((row) => row.liabilityId === liability.id && lacks(row)),
  )
  return aboutLiabilities(
    'basis',
    without,
    rows,
    'facts',
    (who) => `没有写处理依据：${who}；请补填处理所依据的条款，确实没有的不必填。`,
  )
}

function proposalWarnings({ rows }: Dossier): readonly ExportWarning[] {
  const isEmpty = (row: Row<'proposal'>) =>
    row.category !== 'exempt' &&
    phrase(row.description) === null &&
    phrase(row.kindText) === null &&
    row.fineFen === null
  const own = (liability: Row<'liability'>) => rows.proposal.filter((row) => row.liabilityId === liability.id)
  const empty = rows.liability.filter((liability) => own(liability).length === 0 || own(liability).some(isEmpty))
  const mismatches = rows.proposal.flatMap((proposal) => {
    const liability = rows.liability.find((row) => row.id === proposal.liabilityId)
    const problem = liability === undefined ? null : categoryProblem(proposal.category, liability.subjectKind)
    if (liability === undefined || problem === null) return []
    const sentence = `${nameOf(liability, rows)}：${problem}`
    return [
      { key: `kind:${proposal.id}`, sentence, stage: 'liability', fact: at('liability', liability.id, 'subjectKind') },
    ] as const
  })
  return [
    ...aboutLiabilities(
      'proposal',
      empty,
      rows,
      'facts',
      (who) => `处理建议是空的：${who}；请写明给予什么处理、由哪个机关处理。`,
    ),
    ...mismatches,
  ]
}

function fineWarnings(dossier: Dossier): readonly ExportWarning[] {
  const { rows } = dossier
  return rows.proposal.flatMap((proposal) => {
    const liability = rows.liability.find((row) => row.id === proposal.liabilityId)
    const problem = fineProblem(dossier, proposal)
    if (liability === undefined || problem === null) return []
    const sentence = `${nameOf(liability, rows)}：${problem}`
    return [
      { key: `fine:${proposal.id}`, sentence, stage: 'liability', fact: at('liability', liability.id, 'facts') },
    ] as const
  })
}

type Rows = Dossier['rows']

function nameOf(liability: Row<'liability'>, { person, unit }: Rows): string {
  const known =
    liability.subjectKind === 'unit'
      ? unit.find((row) => row.id === liability.unitId)
      : person.find((row) => row.id === liability.personId)
  return phrase(known?.name) ?? phrase(liability.subjectText) ?? phrase(liability.identityText) ?? '未填写名称的对象'
}

function aboutLiabilities(
  key: string,
  list: readonly Row<'liability'>[],
  rows: Rows,
  column: string,
  words: (who: string) => string,
): readonly ExportWarning[] {
  const [first] = list
  if (first === undefined) return []
  const who = named(
    list.map((row) => nameOf(row, rows)),
    '个对象',
  )
  return [{ key, sentence: words(who), stage: 'liability', fact: at('liability', first.id, column) }]
}

function deadlineWarnings({ rows }: Dossier): readonly ExportWarning[] {
  const open = rows.measure.filter((row) => row.dueOn === null && phrase(row.dueText) === null)
  const [first] = open
  if (first === undefined) return []
  const what = named(open.map(quoted), '项')
  const sentence = `${open.length}项措施没有完成时限：${what}；请填写完成的日期。`
  return [{ key: 'deadlines', sentence, stage: 'measures', fact: at('measure', first.id, 'dueOn') }]
}
