/** The report of a case: generated from the dossier, the investigator's own wording over it. */
import type { Dossier, Row } from '../../shared/case/tables.ts'
import { extensionProblem } from '../../shared/clock/extension-limit.ts'
import type { Output } from '../../shared/contract.ts'
import type { Document, Inline } from '../../shared/report/document.ts'
import { ReportOptions, reportOptions } from '../../shared/report/investigation/options.ts'
import { writeInvestigationReport } from '../../shared/report/investigation.ts'
import { printedGaps } from '../../shared/report/plain.ts'
import { type MaskedWord, publicEdition } from '../../shared/report/public-edition.ts'
import { leakRefusal, publicLeaks } from '../../shared/report/public-leaks.ts'
import { applyWordings, type OwnWording, type WordingView } from '../../shared/report/wording.ts'
import { z } from '../../shared/schema.ts'
import { readDossier } from '../db/dossier.ts'
import type { Statements } from '../db/statements.ts'

export type Template = 'A' | 'B' | 'C'

export type Report = {
  readonly dossier: Dossier
  readonly record: Row<'document'> | undefined
  readonly options: ReportOptions
  readonly generated: Document
  readonly document: Document
  readonly wordings: readonly WordingView[]
  /** what the public edition prints in other words */
  readonly masked: readonly MaskedWord[]
  /** why the public edition may not leave as final; null where it may */
  readonly publicProblem: string | null
}

/** The row of the investigation report among the documents; the oldest one of that kind. */
export const REPORT_KIND = 'investigation_report'

/** Builds the report of a case. `template` overrides the stored choice. */
export function buildReport(
  statements: Statements,
  caseId: string,
  given: { readonly template?: Template | undefined; readonly isDraft?: boolean },
): Report {
  const dossier = readDossier(statements, caseId)
  const record = dossier.rows.document.find(({ kind }) => kind === REPORT_KIND)
  const options = optionsOf(record, given)
  const written = writeInvestigationReport(dossier, options)
  const own = dossier.rows.documentBlock
    .filter((block) => block.documentId === record?.id && block.mode === 'reworded')
    .map(ownWording)
  const { document, views } = applyWordings(written, own)
  const report = { dossier, record, options, wordings: views }
  if (options.edition !== 'public') return { ...report, generated: written, document, masked: [], publicProblem: null }
  // own wording comes first: whatever is printed has gone through the pass
  const edition = publicEdition(document, dossier)
  const generated = publicEdition(written, dossier).document
  const ids = own.map(({ blockId }) => blockId)
  const leaks = publicLeaks({ document: edition.document, generated }, dossier, ids)
  return { ...report, generated, ...edition, publicProblem: leakRefusal(leaks) }
}

function optionsOf(
  record: Row<'document'> | undefined,
  given: { readonly template?: Template | undefined; readonly isDraft?: boolean },
): ReportOptions {
  const stored = ReportOptions.safeParse(record?.optionsJson ?? {})
  const template = given.template ?? templateOf(record) ?? 'A'
  return reportOptions({ ...(stored.success ? stored.data : {}), template, isDraft: given.isDraft ?? false })
}

function templateOf(record: Row<'document'> | undefined): Template | undefined {
  const template = record?.template
  return template === 'A' || template === 'B' || template === 'C' ? template : undefined
}

const Inlines = z.array(z.custom<Inline>((value) => typeof value === 'object' && value !== null && 'kind' in value))

function ownWording(block: Row<'documentBlock'>): OwnWording {
  return {
    blockId: block.blockKey,
    content: Inlines.parse(block.contentJson ?? []),
    base: Inlines.parse(block.baseJson ?? []),
  }
}

/** Names of the statutory items that the report still lacks; while there is one, only a draft is exported. 493号令第三十条. */
export function statutoryGapsOf(document: Document): string[] {
  const labels = document.missing.filter(({ statutoryItem }) => statutoryItem !== null).map(({ printed }) => printed)
  return [...new Set(labels)]
}

/** Why a report may not leave as final, with what is wrong and what to do; null where it may. No final report has 【待补】. */
export function formalRefusal(report: Pick<Report, 'document' | 'dossier' | 'publicProblem'>): string | null {
  const { document, dossier, publicProblem } = report
  const statutory = statutoryGapsOf(document)
  const other = printedGaps(document).filter((label) => !statutory.includes(label))
  const ways = '只能导出草稿；请补齐后再导出正式稿，或选择导出草稿。'
  if (statutory.length > 0) {
    const rest = other.length === 0 ? '' : `，另有待补内容（${other.join('、')}）`
    return `报告还缺法定内容（${statutory.join('、')}）${rest}，${ways}`
  }
  if (other.length > 0) return `报告还有待补内容（${other.join('、')}），正式稿不能印【待补】，${ways}`
  if (publicProblem !== null) return publicProblem
  const extension = extensionProblem(dossier)
  return extension === null ? null : `${extension.replace(/。$/, '')}；改正前只能导出草稿。`
}

export function reportView({
  record,
  options,
  document,
  wordings,
  masked,
  publicProblem,
}: Report): Output<'report.get'> {
  return {
    // the id that the first choice or wording gives the row
    documentId: record?.id ?? REPORT_KIND,
    template: options.template,
    options: JSON.parse(JSON.stringify(options)),
    document,
    wordings: [...wordings],
    statutoryGaps: statutoryGapsOf(document),
    masked: [...masked],
    publicProblem,
  }
}
