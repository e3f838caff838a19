/** The rules by name, with the shipped data in them. */
import { AppError } from '../result.ts'
import { z } from '../schema.ts'
import type { Answer } from './answer.ts'
import { asking, askingAll } from './ask.ts'
import { noCalendar } from './days.ts'
import { atRiskRule } from './law/at-risk.ts'
import { casualtyWindowRule } from './law/casualty-window.ts'
import { countedCasualtiesRule } from './law/counted-casualties.ts'
import { criminalTransferRule } from './law/criminal-transfer.ts'
import { criminalTransferClockRule } from './law/criminal-transfer-clock.ts'
import { criminalTransferFileRule } from './law/criminal-transfer-file.ts'
import { dateOrderRule } from './law/date-order.ts'
import { approvalDeadlineRule, assessmentWindowRule, publicationDeadlineRule } from './law/deadlines.ts'
import { dishonestyRule } from './law/dishonesty.ts'
import { escalationRule } from './law/escalation.ts'
import { escalationDecisionRule } from './law/escalation-decision.ts'
import { fineAuthorityRule } from './law/fine-authority.ts'
import { followUpsRule } from './law/follow-ups.ts'
import { gradeRule } from './law/grade.ts'
import { industryCodeRule } from './law/industry-code.ts'
import { injuryCodeRule, injuryDegreeRule } from './law/injury-code.ts'
import { investigatingBodyRule } from './law/investigating-body.ts'
import { investigationDeadlineRule } from './law/investigation-deadline.ts'
import { investigationTeamRule } from './law/investigation-team.ts'
import { latePaymentRule } from './law/late-payment.ts'
import { lossEstimateRule } from './law/loss-estimate.ts'
import { lossesRule } from './law/losses.ts'
import { penaltyDeadlineRule } from './law/penalty-deadline.ts'
import { penaltyProcedureRule } from './law/penalty-procedure.ts'
import { personFineRule } from './law/person-fine.ts'
import { reportContentsRule } from './law/report-contents.ts'
import { reportingCheckRule } from './law/reporting-check.ts'
import { reportingClockRule } from './law/reporting-clock.ts'
import { specialEquipmentServiceRule } from './law/special-equipment-service.ts'
import { supervisionRule } from './law/supervision.ts'
import { typeCodeRule } from './law/type-code.ts'
import { unitFineRule } from './law/unit-fine.ts'
import type { Law } from './law-data.ts'
import { GradeName } from './law-data.ts'
import { type LoadedRule, loadRule, type Settings } from './rule.ts'
import { parseLaws } from './statutes.ts'

export const ruleIds = [
  'grade',
  'casualtyWindow',
  'reportingClock',
  'escalation',
  'supervision',
  'investigationDeadline',
  'approvalDeadline',
  'publicationDeadline',
  'assessmentWindow',
  'unitFine',
  'personFine',
  'typeCode',
  'specialEquipmentService',
  'followUps',
  'atRisk',
  'countedCasualties',
  'investigatingBody',
  'reportContents',
  'reportingCheck',
  'investigationTeam',
  'escalationDecision',
  'dateOrder',
  'fineAuthority',
  'penaltyDeadline',
  'latePayment',
  'penaltyProcedure',
  'criminalTransfer',
  'criminalTransferClock',
  'criminalTransferFile',
  'dishonesty',
  'injuryCode',
  'injuryDegree',
  'industryCode',
  'losses',
  'lossEstimate',
] as const
export type RuleId = (typeof ruleIds)[number]

/** The files of resources/statutes as they were read. */
export type StatuteFiles = { readonly laws: unknown; readonly rules: Readonly<Record<RuleId, unknown>> }

/** What rules take from the results of others. */
const LastDayShape = z.object({ lastDay: z.string() })
/** null: stopped, or not to be determined */
const OpenDayShape = z.object({ lastDay: z.string().nullable() })
const GradeShape = z.object({ grade: GradeName, provisional: z.boolean() })
const FollowUpsShape = z.object({ timesPerDay: z.number() })
const BodyShape = z.object({ due: z.string() })
const ClockShape = z.object({ from: z.string(), to: z.string(), by: z.string(), channel: z.string() })

export type RuleBook = {
  readonly laws: readonly Law[]
  readonly rules: Readonly<Record<RuleId, LoadedRule>>
  /** One answer, or one per item. Throws AppError `not-found`, `invalid-input`, `refused` with a sentence. */
  readonly evaluate: (rule: string, facts: unknown, settings: Settings) => Answer | readonly Answer[]
}

/** Where the bureau has settled nothing. */
export const shippedSettings: Settings = {
  firstDay: { plan: 'A', basis: '民法典第二百零一条；用于事故调查期限没有明文' },
  calendar: noCalendar,
}

/** Checks and joins rules and data. Throws an Error with every fault: the data is ours. */
export function openRuleBook({ laws: lawFile, rules: files }: StatuteFiles): RuleBook {
  const laws = parseLaws(lawFile)
  const investigation = loadRule(investigationDeadlineRule, files.investigationDeadline, laws)
  const grade = loadRule(gradeRule, files.grade, laws)
  const casualtyWindow = loadRule(casualtyWindowRule, files.casualtyWindow, laws)
  const reportingClock = loadRule(reportingClockRule, files.reportingClock, laws)
  const followUps = loadRule(followUpsRule, files.followUps, laws)
  const askInvestigation = asking(investigation, OpenDayShape)
  const askWindow = asking(casualtyWindow, LastDayShape)
  const askGrade = asking(grade, GradeShape)
  const askFollowUps = asking(followUps, FollowUpsShape)
  const investigatingBody = loadRule(investigatingBodyRule(askWindow), files.investigatingBody, laws)
  const rules: Record<RuleId, LoadedRule> = {
    grade,
    casualtyWindow,
    reportingClock,
    escalation: loadRule(escalationRule, files.escalation, laws),
    supervision: loadRule(
      supervisionRule(
        ({ occurredOn, kind, teamFormedOn }, settings) =>
          askInvestigation({ occurredOn, kind, teamFormedOn }, settings).lastDay,
      ),
      files.supervision,
      laws,
    ),
    investigationDeadline: investigation,
    approvalDeadline: loadRule(approvalDeadlineRule, files.approvalDeadline, laws),
    publicationDeadline: loadRule(publicationDeadlineRule, files.publicationDeadline, laws),
    assessmentWindow: loadRule(assessmentWindowRule, files.assessmentWindow, laws),
    unitFine: loadRule(unitFineRule, files.unitFine, laws),
    personFine: loadRule(personFineRule, files.personFine, laws),
    typeCode: loadRule(typeCodeRule, files.typeCode, laws),
    specialEquipmentService: loadRule(specialEquipmentServiceRule, files.specialEquipmentService, laws),
    followUps,
    atRisk: loadRule(atRiskRule({ grade: askGrade, window: askWindow, followUps: askFollowUps }), files.atRisk, laws),
    countedCasualties: loadRule(
      countedCasualtiesRule({ grade: askGrade, window: askWindow, body: asking(investigatingBody, BodyShape) }),
      files.countedCasualties,
      laws,
    ),
    investigatingBody,
    reportContents: loadRule(reportContentsRule, files.reportContents, laws),
    reportingCheck: loadRule(
      reportingCheckRule({ clocks: askingAll(reportingClock, ClockShape), followUps: askFollowUps }),
      files.reportingCheck,
      laws,
    ),
    investigationTeam: loadRule(investigationTeamRule, files.investigationTeam, laws),
    escalationDecision: loadRule(escalationDecisionRule, files.escalationDecision, laws),
    dateOrder: loadRule(dateOrderRule, files.dateOrder, laws),
    fineAuthority: loadRule(fineAuthorityRule, files.fineAuthority, laws),
    penaltyDeadline: loadRule(penaltyDeadlineRule, files.penaltyDeadline, laws),
    latePayment: loadRule(latePaymentRule, files.latePayment, laws),
    penaltyProcedure: loadRule(penaltyProcedureRule, files.penaltyProcedure, laws),
    criminalTransfer: loadRule(criminalTransferRule, files.criminalTransfer, laws),
    criminalTransferClock: loadRule(criminalTransferClockRule, files.criminalTransferClock, laws),
    criminalTransferFile: loadRule(criminalTransferFileRule, files.criminalTransferFile, laws),
    dishonesty: loadRule(dishonestyRule, files.dishonesty, laws),
    injuryCode: loadRule(injuryCodeRule, files.injuryCode, laws),
    injuryDegree: loadRule(injuryDegreeRule, files.injuryDegree, laws),
    industryCode: loadRule(industryCodeRule, files.industryCode, laws),
    losses: loadRule(lossesRule, files.losses, laws),
    lossEstimate: loadRule(lossEstimateRule, files.lossEstimate, laws),
  }
  return {
    laws,
    rules,
    evaluate: (rule, facts, settings) => {
      if (!isRuleId(rule))
        throw new AppError('not-found', `没有名为“${rule.slice(0, 60)}”的规则；可用的规则：${ruleIds.join('、')}。`)
      return rules[rule].evaluate(facts, settings)
    },
  }
}

export function isRuleId(name: string): name is RuleId {
  return ruleIds.some((id) => id === name)
}
