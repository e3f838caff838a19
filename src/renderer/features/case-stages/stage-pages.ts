/** The pages of the concepts of a case by the key of their stage. 调查报告 and 记录 have rooms of their own. */
import type { StageKey } from '../../../shared/case/gap.ts'
import type { StagePage } from '../../stage-pages.tsx'
import { ApprovalPage } from './approval/ApprovalPage.tsx'
import { CasualtiesPage } from './casualties/CasualtiesPage.tsx'
import { CausesPage } from './causes/CausesPage.tsx'
import { EvidencePage } from './evidence/EvidencePage.tsx'
import { LiabilityPage } from './liability/LiabilityPage.tsx'
import { MeasuresPage } from './measures/MeasuresPage.tsx'
import { NoticePage } from './notice/NoticePage.tsx'
import { OverviewPage } from './overview/OverviewPage.tsx'
import { PartiesPage } from './parties/PartiesPage.tsx'
import { ResponsePage } from './response/ResponsePage.tsx'
import { TeamPage } from './team/TeamPage.tsx'
import { TimelinePage } from './timeline/TimelinePage.tsx'
import './stages.css'
import './casualties/ledger.css'
import './evidence/files.css'
import './notice/notice.css'

export const stagePages: Readonly<Record<Exclude<StageKey, 'report' | 'records'>, StagePage>> = {
  overview: { page: OverviewPage },
  notice: { page: NoticePage },
  response: { page: ResponsePage },
  parties: { page: PartiesPage },
  casualties: { page: CasualtiesPage },
  evidence: { page: EvidencePage },
  timeline: { page: TimelinePage },
  team: { page: TeamPage },
  causes: { page: CausesPage },
  liability: { page: LiabilityPage },
  measures: { page: MeasuresPage },
  approval: { page: ApprovalPage },
}
