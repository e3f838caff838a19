import { Day, Id, Line, Sha256, Text, z } from '../schema.ts'

/** 认定: a question, the rule's answer, the person's answer and why [F07 F08 F10] */
export const DeterminationFields = z.strictObject({
  question: Line, // grade | type_code | nature | jurisdiction | is_escalated | escalation:<trigger> | fine | flag:suspectedConcealment | ambiguity:<rule> | setting:<key> (layer case) | check:<id> (accepted 体检) | checklist:<item> (不适用) …
  aboutTable: Line.default(''),
  aboutId: Line.default(''),
  value: Line.nullable(), // what holds
  computedValue: Line.nullable(), // what the rule said; differs from value -> reason required
  ruleId: Id.nullable(), // unitFine@2024-03-01/r1: an old case keeps its rule
  ruleVersion: Line.nullable(),
  answerJson: z.json().nullable(), // the whole Answer of the rule: clause as it stood, facts, steps, assumptions with layer, alternatives
  rulesetSha256: Sha256.nullable(),
  settingIdsList: z.array(Line).nullable(),
  appVersion: Line.nullable(),
  knownOn: Day.nullable(), // day of knowledge: re-evaluation with knownOn gives the same bytes
  reason: Text.nullable(),
  decidedBy: Line.nullable(),
  decidedOn: Day.nullable(),
})
