import { Count, Id, Instant, Line, Sha256, Text, z } from '../schema.ts'

/** 证据 */
export const EvidenceFields = z.strictObject({
  evidenceNo: Line.nullable(), // 证据编号
  kind: z.enum([
    'physical',
    'documentary',
    'audio_visual',
    'electronic',
    'statement',
    'inspection',
    'opinion',
    'drawing',
    'photo',
    'scene_video',
  ]),
  title: Line,
  tFrom: Instant.nullable(),
  tTo: Instant.nullable(),
  tPrecision: Line.nullable(), // 取得时间
  tText: Line.nullable(),
  place: Line.nullable(),
  obtainedBy: Line.nullable(),
  obtainedFrom: Line.nullable(),
  unitId: Id.nullable(),
  form: z.enum(['original', 'copy', 'extract']).nullable(), // 复印件: 出处、核对人
  copyCheckedBy: Line.nullable(),
  copySource: Line.nullable(),
  pages: Count.nullable(),
  storagePlace: Line.nullable(),
  secrecy: Line.default('internal'),
  documentId: Id.nullable(), // 笔录、清单、鉴定报告 as 文书
  description: Text.nullable(),
})

/** 证据的文件; EXIF, GPS stay here */
export const EvidenceFileFields = z.strictObject({
  evidenceId: Id,
  sha256: Sha256,
  originalName: Line.nullable(),
  role: z.enum(['original', 'working_copy', 'transcript', 'thumbnail']).default('original'),
  takenAt: Instant.nullable(),
  device: Line.nullable(),
  direction: Line.nullable(),
  longitudeE7: z.int().nullable(),
  latitudeE7: z.int().nullable(),
  rotation: Count.nullable(),
  durationMs: Count.nullable(),
  pageCount: Count.nullable(),
  metaJson: z.json().nullable(),
  textContent: Text.nullable(), // OCR, transcript
  caption: Line.nullable(), // 图名 in the report
  reportPlace: z.enum(['site', 'course', 'cause', 'attachment']).nullable(), // where it stands in the report; null = not in it
})
