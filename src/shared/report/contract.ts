import { command, query, task } from '../method.ts'
import { Count, Id, Line, Text, z } from '../schema.ts'
import type { Document } from './document.ts'

/** Options of a report as stored with its document; the builder owns the exact shape. */
const Options = z.record(z.string(), z.json())

export const Wording = z.strictObject({
  blockId: Id,
  /** what is generated today */
  generated: z.string(),
  /** what the investigator wrote */
  own: z.string(),
  /** the generated text changed since the wording was made */
  isStale: z.boolean(),
  base: z.string(),
})
export type Wording = z.output<typeof Wording>

export const ReportView = z.strictObject({
  documentId: Id,
  template: z.enum(['A', 'B', 'C']),
  options: Options,
  /** the document as printed, own wording in place */
  document: z.custom<Document>((value) => typeof value === 'object' && value !== null),
  wordings: z.array(Wording),
  /** names of the statutory items (493号令第三十条) that are missing; while one is, only a draft is exported */
  statutoryGaps: z.array(Line),
  /** what the public edition prints in other words, and how often in a block; `blockId` '': title and properties */
  masked: z.array(
    z.strictObject({
      blockId: z.string(),
      kind: z.enum(['name', 'unit', 'idNumber', 'phone', 'account', 'medicalRecord']),
      shown: z.string(),
      count: Count,
    }),
  ),
  /** what of the own wording keeps the public edition from leaving as final */
  publicProblem: z.string().nullable(),
})
export type ReportView = z.output<typeof ReportView>

const lasting = { touches: ['report', 'case', 'audit'], isUndoable: true } as const

export const reportContract = {
  'report.get': query(
    '调查报告',
    z.strictObject({ caseId: Id, template: z.enum(['A', 'B', 'C']).optional() }),
    ReportView,
  ),
  'report.setOptions': command(
    '设置报告',
    z.strictObject({ caseId: Id, template: z.enum(['A', 'B', 'C']), options: Options }),
    z.strictObject({}),
    lasting,
  ),
  'report.reword': command(
    '改写报告文字',
    z.strictObject({ caseId: Id, blockId: Id, text: Text }),
    z.strictObject({}),
    lasting,
  ),
  'report.reset': command('恢复生成的文字', z.strictObject({ caseId: Id, blockId: Id }), z.strictObject({}), lasting),
  'report.export': task(
    '导出报告',
    z.strictObject({
      caseId: Id,
      template: z.enum(['A', 'B', 'C']),
      format: z.enum(['docx', 'pdf']),
      isDraft: z.boolean(),
    }),
    z.strictObject({ jobId: Id }),
    [],
  ),
  'report.text': query(
    '报告文本',
    z.strictObject({ caseId: Id, template: z.enum(['A', 'B', 'C']) }),
    z.strictObject({ text: z.string(), missing: z.array(Line), pages: Count.nullable() }),
  ),
}
