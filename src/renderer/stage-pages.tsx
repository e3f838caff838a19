/**
 * The pages of a case by the key of their stage. The rail shows only stages that stand here: add a page, and its stage appears.
 */
import type { ComponentType } from 'react'
import type { StageKey } from '../shared/case/gap.ts'
import type { Dossier } from '../shared/case/tables.ts'
import { stagePages as conceptPages } from './features/case-stages/stage-pages.ts'
import { RecordsPage } from './features/records/RecordsPage.tsx'
import { ReportPage } from './features/report/ReportPage.tsx'

export type StageProps = {
  readonly caseId: string
  readonly dossier: Dossier
  /** sealed or archived: nothing can be changed */
  readonly isLocked: boolean
  /** row that a link wants opened; see `useArrival` */
  readonly openId: string | null
}

export type StagePage = {
  readonly page: ComponentType<StageProps>
  /** the page fills the stage itself: no stage head, no padding, rail of icons (the report) */
  readonly isBare?: boolean
}

export const stagePages: Partial<Record<StageKey, StagePage>> = {
  ...conceptPages,
  report: { page: ReportPage, isBare: true },
  records: { page: RecordsPage },
}
