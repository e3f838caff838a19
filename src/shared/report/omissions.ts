/** What an outline leaves out: facts that are filled in and printed nowhere, and own words that have no place in it. */
import type { CaseTable, Dossier } from '../case/tables.ts'
import type { Block, Document, Inline } from './document.ts'
import type { ReportOptions } from './investigation/options.ts'
import { buildInvestigationReport } from './investigation.ts'
import { wordedInlines } from './wording.ts'

type Part = { readonly label: string; readonly table: CaseTable; readonly columns: readonly string[] }

/** What a reader would look for, by the columns that say it. Columns that a report prints only for want of others are not here. */
const parts: readonly Part[] = [
  { label: '领导批示', table: 'accident', columns: ['leadersInstructions'] },
  { label: '调查组成员', table: 'teamMember', columns: ['name', 'body', 'position'] },
  { label: '调查方式和原则', table: 'team', columns: ['methodsList', 'principlesList'] },
  {
    label: '单位概况',
    table: 'unit',
    columns: ['address', 'legalRep', 'registeredCapital', 'businessScope', 'licences', 'safetyManagement', 'note'],
  },
  { label: '单位之间的关系', table: 'unitRelation', columns: ['kindText', 'contract', 'amountFen', 'note'] },
  { label: '涉事场所和设备', table: 'accident', columns: ['project'] },
  { label: '现场勘查情况', table: 'accident', columns: ['siteConditions'] },
  { label: '信息报告情况', table: 'accident', columns: ['reportingSummary'] },
  { label: '应急救援情况的概述', table: 'accident', columns: ['rescueSummary'] },
  { label: '医疗救治和善后', table: 'accident', columns: ['aftermath'] },
  { label: '技术鉴定意见', table: 'appraisal', columns: ['subject', 'conclusion'] },
  { label: '存在的主要问题', table: 'finding', columns: ['description'] },
  { label: '事故定性的表述', table: 'accident', columns: ['natureStatement'] },
  { label: '事故主要教训', table: 'lesson', columns: ['description'] },
]

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' ? value.trim() !== '' : value !== null

function runsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.children]
    case 'list':
    case 'attachmentList':
      return block.items.map((item) => item.children)
    case 'table':
      return block.rows.flatMap((row) => row.cells.map((cell) => cell.children))
    default:
      return []
  }
}

/** `table.column.id` of every value that the body of a document prints; the signature sheet is no account of the members. */
function printedIn(document: Document): ReadonlySet<string> {
  const body = document.blocks.filter((block) => block.id !== 'table:members')
  const facts = body.flatMap(runsOf).flatMap((run) => run.flatMap((one) => (one.kind === 'field' ? [one.fact] : [])))
  return new Set(facts.map((fact) => `${fact.table}.${fact.column}.${fact.id}`))
}

/** The parts of the case that are filled in and of which the chosen outline prints nothing: 单位概况、现场勘查情况. */
export function omittedParts(dossier: Dossier, options: ReportOptions): readonly string[] {
  const printed = printedIn(buildInvestigationReport(dossier, { ...options, edition: 'internal' }))
  return parts.flatMap(({ label, table, columns }) => {
    const rows: readonly object[] = table === 'accident' ? [dossier.accident] : dossier.rows[table]
    const filled = rows.flatMap((row) => {
      const values: Readonly<Record<string, unknown>> = { ...row }
      return columns.filter((column) => isFilled(values[column])).map((column) => `${table}.${column}.${values.id}`)
    })
    return filled.length > 0 && !filled.some((key) => printed.has(key)) ? [label] : []
  })
}

/** The own wordings whose paragraph does not occur in this outline; they are kept for when it does. */
export function unusedWordings<W extends { readonly blockId: string }>(
  wordings: readonly W[],
  document: Pick<Document, 'blocks'>,
): readonly W[] {
  return wordings.filter(({ blockId }) => wordedInlines(document.blocks, blockId) === undefined)
}
