/** What a report still lacks (493号令第十二条, 21号令第十条): a hint, never a block. */
import type { Dossier } from '../case/tables.ts'
import { onlyOf } from '../rules/answer.ts'
import { shippedSettings } from '../rules/index.ts'
import type { ReportContentsResult } from '../rules/law/report-contents.ts'
import { shippedBook } from '../rules/shipped.ts'
import { type Figures, figuresOf, firstTime, type InfoReport, type InfoReportKind } from './reports.ts'

const forms: Readonly<Record<InfoReportKind, string>> = {
  phone: 'phone',
  initial: 'written',
  preliminary: 'written',
  follow_up: 'followUp',
  supplement: 'followUp',
  verified: 'verified',
}

export type MissingContents = {
  readonly items: ReportContentsResult['missingItems']
  readonly notes: readonly string[]
}

export function missingContents(dossier: Dossier, report: InfoReport, now: string): MissingContents {
  const answer = shippedBook().evaluate(
    'reportContents',
    {
      form: forms[report.kind],
      reportedOn: (firstTime(dossier, report.id) ?? now).slice(0, 10),
      kind: dossier.caseFile.regime,
      filled: filledItems(report, figuresOf(dossier, report.id)),
    },
    shippedSettings,
  )
  const { result, notes, question } = onlyOf(answer)
  return {
    // the rule made the result
    items: (result as ReportContentsResult).missingItems,
    notes: question === null ? notes : [...notes, question],
  }
}

/** Unknown is not 0: a figure counts as filled when it is a number, 0 among them. */
function filledItems(report: InfoReport, figures: Figures | null): readonly string[] {
  const hasText = (text: string | null) => text !== null && text.trim() !== ''
  const items: readonly (readonly [string, boolean])[] = [
    ['unit', hasText(report.unitProfile)],
    ['timePlace', hasText(report.timePlaceScene)],
    ['scene', hasText(report.scene)],
    ['course', hasText(report.brief)],
    ['casualties', figures === null ? hasText(report.casualtiesAndLoss) : figures.deaths !== null],
    ['missing', (figures?.missing ?? null) !== null],
    ['inDanger', (figures?.atRisk ?? null) !== null],
    ['loss', report.estimatedLossFen !== null],
    ['measures', hasText(report.measuresTaken)],
    ['other', hasText(report.other)],
  ]
  return items.filter(([, isFilled]) => isFilled).map(([item]) => item)
}
