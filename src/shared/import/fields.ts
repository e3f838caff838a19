import { Id, Instant, Line, Sha256, z } from '../schema.ts'

/** 导入: one file, one case */
export const ImportBatchFields = z.strictObject({
  fileSha256: Sha256, // the original, kept
  fileName: Line.nullable(),
  format: Line, // published-case/1.2 | casepkg/1 | xlsx
  externalId: Id.nullable(), // caseId of the source
  idsJson: z.json(), // ids of the source -> our ids
  importedAt: Instant,
})

/** 导入说明: what has no column, in the source's words, shown to the user */
export const ImportNoteFields = z.strictObject({
  importBatchId: Id,
  path: Line, // RFC 6901 pointer: /sources/0
  kind: z.enum(['source', 'remark', 'no_column', 'not_parsed', 'conflict']),
  valueJson: z.json(),
  aboutTable: Line.nullable(),
  aboutId: Id.nullable(),
})
