import { Count, Day, Id, Line, Text, z } from '../schema.ts'

/** 提级调查 [F10 F11], 493-20 */
export const EscalationFields = z.strictObject({
  ground: z.enum(['escalation', 'casualty_change', 'revocation']), // 20条1款 | 20条2款 | 撤销重查
  triggersList: z.array(Line).nullable(), // ids of the triggers in setting escalation.triggers
  reason: Text.nullable(),
  basisText: Line.nullable(),
  proposedBy: Line.nullable(),
  proposedOn: Day.nullable(),
  reviewedBy: Line.nullable(),
  reviewedOn: Day.nullable(),
  reviewOpinion: Text.nullable(),
  decidedBy: Line.nullable(),
  decidedOn: Day.nullable(),
  decision: z.enum(['approved', 'refused']).nullable(),
  documentNo: Line.nullable(),
  documentId: Id.nullable(),
  notifiedOn: Day.nullable(),
  bodyBefore: Line.nullable(), // 原调查主体、提级后主体
  bodyAfter: Line.nullable(),
})

/** 移交: 提级、移送、归档的清单与签收 [F11 F32 F48] */
export const HandoverFields = z.strictObject({
  aboutTable: z.enum(['escalation', 'justice_transfer', 'archive_volume']),
  aboutId: Id,
  fromBody: Line.nullable(),
  toBody: Line.nullable(),
  handedOn: Day.nullable(),
  handedBy: Line.nullable(),
  receivedBy: Line.nullable(),
  receivedOn: Day.nullable(),
  documentId: Id.nullable(),
})

/** handover_item */
export const HandoverItemFields = z.strictObject({
  handoverId: Id,
  aboutTable: Line.nullable(), // the evidence or document handed over, if it is in the file
  aboutId: Id.nullable(),
  title: Line,
  copies: Count.nullable(),
  pages: Count.nullable(),
  note: Text.nullable(),
})
