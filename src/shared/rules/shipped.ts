/** The shipped law as part of the program: what lies in resources/statutes, checked as a whole when it is first asked for. */

import laws from '../../../resources/statutes/laws.json' with { type: 'json' }
import approvalDeadline from '../../../resources/statutes/rules/approvalDeadline.json' with { type: 'json' }
import assessmentWindow from '../../../resources/statutes/rules/assessmentWindow.json' with { type: 'json' }
import atRisk from '../../../resources/statutes/rules/atRisk.json' with { type: 'json' }
import casualtyWindow from '../../../resources/statutes/rules/casualtyWindow.json' with { type: 'json' }
import countedCasualties from '../../../resources/statutes/rules/countedCasualties.json' with { type: 'json' }
import criminalTransfer from '../../../resources/statutes/rules/criminalTransfer.json' with { type: 'json' }
import criminalTransferClock from '../../../resources/statutes/rules/criminalTransferClock.json' with { type: 'json' }
import criminalTransferFile from '../../../resources/statutes/rules/criminalTransferFile.json' with { type: 'json' }
import dateOrder from '../../../resources/statutes/rules/dateOrder.json' with { type: 'json' }
import dishonesty from '../../../resources/statutes/rules/dishonesty.json' with { type: 'json' }
import escalation from '../../../resources/statutes/rules/escalation.json' with { type: 'json' }
import escalationDecision from '../../../resources/statutes/rules/escalationDecision.json' with { type: 'json' }
import fineAuthority from '../../../resources/statutes/rules/fineAuthority.json' with { type: 'json' }
import followUps from '../../../resources/statutes/rules/followUps.json' with { type: 'json' }
import grade from '../../../resources/statutes/rules/grade.json' with { type: 'json' }
import industryCode from '../../../resources/statutes/rules/industryCode.json' with { type: 'json' }
import injuryCode from '../../../resources/statutes/rules/injuryCode.json' with { type: 'json' }
import injuryDegree from '../../../resources/statutes/rules/injuryDegree.json' with { type: 'json' }
import investigatingBody from '../../../resources/statutes/rules/investigatingBody.json' with { type: 'json' }
import investigationDeadline from '../../../resources/statutes/rules/investigationDeadline.json' with { type: 'json' }
import investigationTeam from '../../../resources/statutes/rules/investigationTeam.json' with { type: 'json' }
import latePayment from '../../../resources/statutes/rules/latePayment.json' with { type: 'json' }
import lossEstimate from '../../../resources/statutes/rules/lossEstimate.json' with { type: 'json' }
import losses from '../../../resources/statutes/rules/losses.json' with { type: 'json' }
import penaltyDeadline from '../../../resources/statutes/rules/penaltyDeadline.json' with { type: 'json' }
import penaltyProcedure from '../../../resources/statutes/rules/penaltyProcedure.json' with { type: 'json' }
import personFine from '../../../resources/statutes/rules/personFine.json' with { type: 'json' }
import publicationDeadline from '../../../resources/statutes/rules/publicationDeadline.json' with { type: 'json' }
import reportContents from '../../../resources/statutes/rules/reportContents.json' with { type: 'json' }
import reportingCheck from '../../../resources/statutes/rules/reportingCheck.json' with { type: 'json' }
import reportingClock from '../../../resources/statutes/rules/reportingClock.json' with { type: 'json' }
import specialEquipmentService from '../../../resources/statutes/rules/specialEquipmentService.json' with {
  type: 'json',
}
import supervision from '../../../resources/statutes/rules/supervision.json' with { type: 'json' }
import typeCode from '../../../resources/statutes/rules/typeCode.json' with { type: 'json' }
import unitFine from '../../../resources/statutes/rules/unitFine.json' with { type: 'json' }
import { openRuleBook, type RuleBook, ruleIds, type StatuteFiles } from './index.ts'
import type { Law, RowHead } from './law-data.ts'
import type { RuleSource } from './rule.ts'
import { parseLaws, parseRule, type RuleRows } from './statutes.ts'

export const shippedFiles: StatuteFiles = {
  laws,
  rules: {
    grade,
    casualtyWindow,
    reportingClock,
    escalation,
    supervision,
    investigationDeadline,
    approvalDeadline,
    publicationDeadline,
    assessmentWindow,
    unitFine,
    personFine,
    typeCode,
    specialEquipmentService,
    followUps,
    atRisk,
    countedCasualties,
    investigatingBody,
    reportContents,
    reportingCheck,
    investigationTeam,
    escalationDecision,
    dateOrder,
    fineAuthority,
    penaltyDeadline,
    latePayment,
    penaltyProcedure,
    criminalTransfer,
    criminalTransferClock,
    criminalTransferFile,
    dishonesty,
    injuryCode,
    injuryDegree,
    industryCode,
    losses,
    lossEstimate,
  },
}

let book: RuleBook | null = null

/** The rule book of the shipped law. Throws an Error with every fault of the data: it is ours. */
export function shippedBook(): RuleBook {
  book ??= openRuleBook(shippedFiles)
  return book
}

let lawList: readonly Law[] | null = null

/** Checked once: every row of a table asks for its title. */
function shippedLaws(): readonly Law[] {
  lawList ??= parseLaws(laws)
  return lawList
}

/** The rows of one shipped rule with their numbers, for code that needs the table itself. */
export function shippedRows<P, F, R>(source: RuleSource<P, F, R>): RuleRows<P> {
  const id = ruleIds.find((known) => known === source.id)
  if (id === undefined) throw new Error(`no rule ${source.id}`)
  return parseRule(shippedFiles.rules[id], source.params, shippedLaws(), source.faults)
}

/** `《生产安全事故报告和调查处理条例》第三条`: as reports cite it, without the number of the document. */
export function shortClause({ law, clause }: RowHead): string {
  const found = shippedLaws().find(({ key }) => key === law)
  if (found === undefined) throw new Error(`no law ${law}`)
  return `《${found.title}》${clause}`
}
