import { caseAndDocuments } from './0001/case-and-documents.ts'
import { evidenceAndAssessment } from './0001/evidence-and-assessment.ts'
import { facts } from './0001/facts.ts'
import { guards } from './0001/guards.ts'
import { journalAndDerived } from './0001/journal-and-derived.ts'
import { liability } from './0001/liability.ts'
import { library } from './0001/library.ts'
import { partiesAndNotices } from './0001/parties-and-notices.ts'
import { procedure } from './0001/procedure.ts'

/** The first schema. Foreign keys are deferrable, so the order of the tables does not matter. */
export const initial = [
  library,
  caseAndDocuments,
  partiesAndNotices,
  facts,
  liability,
  procedure,
  evidenceAndAssessment,
  journalAndDerived,
  ...guards,
]
