/** Every method's handler. A missing or misspelt one is a compile error. */
import { caseHandlers } from './case/handlers.ts'
import { rowHandlers } from './case/row-handlers.ts'
import { sampleHandlers } from './case/sample.ts'
import { clockHandlers } from './clock/handlers.ts'
import type { Handlers } from './context.ts'
import { evidenceHandlers } from './evidence/handlers.ts'
import { importHandlers } from './import/handlers.ts'
import { jobHandlers } from './job/handlers.ts'
import { libraryHandlers } from './library/handlers.ts'
import { noticeHandlers } from './notice/handlers.ts'
import { reportHandlers } from './report/handlers.ts'
import { ruleSettingsHandlers } from './rule-settings/handlers.ts'
import { rulesHandlers } from './rules/handlers.ts'

export const handlers: Handlers = {
  ...caseHandlers,
  ...rowHandlers,
  ...sampleHandlers,
  ...importHandlers,
  ...evidenceHandlers,
  ...noticeHandlers,
  ...reportHandlers,
  ...libraryHandlers,
  ...jobHandlers,
  ...rulesHandlers,
  ...ruleSettingsHandlers,
  ...clockHandlers,
}
