/**
 * The shape of a published case, schema 1.2. Objects are loose: unknown keys stay. Everything but the name of the accident
 * may be left out or null. Parts that the case file keeps as notes only (sources, missing …) may have any shape.
 */
import { z } from '../schema.ts'
import { isPossible, isWhenForm } from './when.ts'

const text = z.string().nullish()
const flag = z.boolean().nullish()
const count = z.int('应为整数').min(0, '不能是负数').max(1_000_000_000, '数字过大').nullish()
const wan = z.number().min(0, '不能是负数').max(9_000_000_000, '数字过大').nullish()
const texts = z.array(z.string()).nullish()

const IMPOSSIBLE = '不是真实存在的日期，请核对'
/** One of the four forms of a time. */
const when = z
  .string()
  .refine(isWhenForm, '应写成 2026-08-04T15:26、2026-08-04、2026-08 的样子')
  .refine(isPossible, IMPOSSIBLE)
  .nullish()
/** A time, or words that have a column of their own (2024年底前). */
const looseWhen = z.string().refine(isPossible, IMPOSSIBLE).nullish()

const Unit = z.looseObject({
  id: text,
  name: text,
  anonymised: flag,
  shortName: text,
  role: text,
  uscc: text,
  type: text,
  legalRep: text,
  establishedDate: looseWhen,
  registeredCapital: text,
  address: text,
  business: text,
  notes: text,
})

const Relationship = z.looseObject({ from: text, to: text, type: text, contract: text, amountWan: wan, notes: text })

const TimelineEvent = z.looseObject({ time: when, timeText: text, event: text })

const Casualty = z.looseObject({
  name: text,
  sex: text,
  age: z.int('应为整数').min(0, '不能是负数').max(150, '不能大于150').nullish(),
  unitId: text,
  role: text,
  outcome: text,
  injury: text,
  notes: text,
})

const Investigation = z.looseObject({
  authorisedBy: text,
  establishedDate: when,
  leadBody: text,
  teamLeader: text,
  deputyLeaders: texts,
  memberBodies: texts,
  invitedBodies: texts,
  subgroups: texts,
  expertsEngaged: flag,
  expertCount: count,
  expertFields: texts,
  methods: texts,
  legalBasis: texts,
  principles: texts,
})

const Finding = z.looseObject({ category: text, target: text, unitId: text, finding: text })

const Responsibility = z.looseObject({
  order: z.number().nullish(),
  subjectType: text,
  name: text,
  identity: text,
  unitId: text,
  category: text,
  facts: text,
  legalBasis: texts,
  recommendation: text,
  outcome: text,
})

const Measure = z.looseObject({
  order: z.number().nullish(),
  measure: text,
  responsible: text,
  unitId: text,
  deadline: looseWhen,
})

const AssessedProposal = z.looseObject({ subject: text, recommended: text, actual: text, status: text })
const AssessedMeasure = z.looseObject({ measure: text, responsible: text, actual: text, status: text })

const Evaluation = z.looseObject({
  title: text,
  basis: texts,
  organiser: text,
  startDate: when,
  leadBody: text,
  memberBodies: texts,
  invitedBodies: texts,
  expertsEngaged: flag,
  methods: texts,
  accountability: z.array(AssessedProposal).nullish(),
  rectification: z.array(z.union([z.string(), AssessedMeasure])).nullish(),
  problems: texts,
  suggestions: texts,
  conclusion: text,
  approvalBody: text,
  approvalDate: when,
  approvalDocNo: text,
  publishDate: looseWhen,
  publishBody: text,
})

const Accident = z.looseObject({
  name: z.string().trim().min(1, '不能为空'),
  occurredAt: when,
  occurredAtText: text,
  timePrecision: text,
  place: z.looseObject({ province: text, city: text, district: text, detail: text }).nullish(),
  industry: z.looseObject({ gbt4754Code: text, gbt4754Name: text, basis: text }).nullish(),
  accidentType: z.looseObject({ gb6441: text, basis: text }).nullish(),
  grade: text,
  gradeBasis: text,
  deaths: count,
  seriousInjuries: count,
  minorInjuries: count,
  injuriesUnspecified: count,
  casualtyNote: text,
  directEconomicLossWan: wan,
  directEconomicLossText: text,
  lossApproximate: flag,
  nature: text,
  natureStatement: text,
})

const Escalation = z.looseObject({
  elevated: flag,
  elevatedBy: text,
  elevatedReason: text,
  elevatedBasis: text,
  listedSupervision: flag,
  listedBy: text,
  listedDocNo: text,
  listedDate: when,
})

const Report = z.looseObject({
  reportDate: when,
  submittedDate: when,
  approvalBody: text,
  approvalDate: when,
  approvalDocNo: text,
  publishDate: looseWhen,
  publishBody: text,
})

export const PublishedCase = z.looseObject({
  schemaVersion: z.literal('1.2'),
  caseId: z.string().min(1, '不能为空').max(200, '过长（超过200字）'),
  reportTitle: text,
  accident: Accident,
  escalation: Escalation.nullish(),
  units: z.array(Unit).nullish(),
  relationships: z.array(Relationship).nullish(),
  timeline: z.array(TimelineEvent).nullish(),
  emergencyResponse: z.looseObject({ summary: text, evaluation: text }).nullish(),
  casualties: z.array(Casualty).nullish(),
  investigation: Investigation.nullish(),
  causes: z.looseObject({ direct: texts, indirect: texts, excluded: texts }).nullish(),
  findings: z.array(Finding).nullish(),
  responsibility: z.array(Responsibility).nullish(),
  lessons: texts,
  rectification: z.array(z.union([z.string(), Measure])).nullish(),
  report: Report.nullish(),
  evaluation: Evaluation.nullish(),
})
/** A case of schema 1.2 as the file holds it, unknown keys included. */
export type PublishedCase = z.output<typeof PublishedCase>
