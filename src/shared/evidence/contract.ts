import { command, task } from '../method.ts'
import { Count, Id, Line, z } from '../schema.ts'
import { EvidenceFields } from './fields.ts'

const Place = z.enum(['site', 'course', 'cause', 'attachment'])

export const FileOutcome = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('added'),
    name: Line,
    evidenceId: Id,
    fileId: Id,
    sha256: Line,
    isPicture: z.boolean(), // one that a report can show
    message: z.string().nullable(), // why a picture cannot stand in a report
  }),
  z.strictObject({ state: z.literal('known'), name: Line, evidenceId: Id, message: z.string() }),
  z.strictObject({ state: z.literal('refused'), name: Line, message: z.string() }),
])
export type FileOutcome = z.output<typeof FileOutcome>

export const evidenceContract = {
  /**
   * Files staged by the host become evidence with one file each; a file already in the case is recognised. `reportPlace` is
   * for pictures that a report can show; every other file stays out of the report.
   */
  'evidenceFile.attach': task(
    '添加附件',
    z.strictObject({
      caseId: Id,
      files: z
        .array(
          z.strictObject({
            token: Id,
            kind: EvidenceFields.shape.kind.optional(),
            title: Line.optional(),
            reportPlace: Place.nullable().optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
    z.strictObject({ outcomes: z.array(FileOutcome) }),
    ['case', 'report', 'audit'],
  ),
  /** where the pictures added together stand in the report; one entry of the journal, one step of undo */
  'evidenceFile.place': command(
    '设置图片在报告中的位置',
    z.strictObject({ caseId: Id, ids: z.array(Id).min(1).max(500), reportPlace: Place.nullable() }),
    z.strictObject({}),
    { touches: ['case', 'report', 'audit'], isUndoable: true },
  ),
  'evidenceFile.update': command(
    '修改附件',
    z.strictObject({
      caseId: Id,
      id: Id,
      rev: Count.optional(),
      values: z.strictObject({
        caption: Line.nullable().optional(),
        reportPlace: Place.nullable().optional(),
        direction: Line.nullable().optional(),
      }),
    }),
    z.strictObject({ id: Id, rev: Count }),
    { touches: ['case', 'report', 'audit'], isUndoable: true },
  ),
}
