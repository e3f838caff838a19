import { Day, Id, Line, Text, z } from '../schema.ts'

/** 整改评估 [F40 F41], 安法86, 安委办〔2021〕4号 */
export const AssessmentFields = z.strictObject({
  teamId: Id.nullable(), // team.purpose = assessment
  documentId: Id.nullable(), // 评估报告; its approval and publication: subject 'assessment'
  organiser: Line.nullable(),
  basisList: z.array(Line).nullable(),
  startedOn: Day.nullable(),
  finishedOn: Day.nullable(),
  problemsList: z.array(Line).nullable(),
  suggestionsList: z.array(Line).nullable(),
  conclusion: Text.nullable(),
})

/** 逐项: every measure, every proposal */
export const AssessmentItemFields = z.strictObject({
  assessmentId: Id,
  measureId: Id.nullable(), // what is assessed; both null = known by its words only
  proposalId: Id.nullable(),
  subjectText: Line.nullable(),
  recommendedText: Line.nullable(),
  actual: Line.nullable(), // 实际落实
  state: z.enum(['done', 'mostly', 'partly', 'not_done', 'not_applicable']).nullable(),
  stateReason: Line.nullable(),
  followUp: z.enum(['supervise_again', 'accountability', 'interview', 'none']).nullable(), // V-14 例11
})
