import { Count, Day, Id, Instant, Line, Name, Sha256, Text, z } from '../schema.ts'

/** 文书登记: one row per report, notice, reply, record … */
export const DocumentFields = z.strictObject({
  kind: Line, // investigation_report | initial_report | team_notice | extension_reply | … (§11 的 48 种)
  direction: z.enum(['issued', 'received']).default('issued'),
  aboutTable: Line.nullable(), // the record it puts into words (extension, escalation, interview …)
  aboutId: Id.nullable(),
  title: Line.nullable(), // 标题、文号
  documentNo: Line.nullable(),
  issuer: Line.nullable(),
  addressee: Line.nullable(),
  datedOn: Day.nullable(), // 落款日
  template: Line.nullable(), // A | B | C | <template id>
  optionsJson: z.json().nullable(), // chosen chapter titles and the like
  status: z.enum(['draft', 'in_review', 'final', 'superseded']).default('draft'),
  secrecy: Line.default('internal'),
})

/** 自己的文字: only blocks that differ from what is generated */
export const DocumentBlockFields = z.strictObject({
  documentId: Id,
  blockKey: Line, // cause:<id> (generated) or own:<id> (added)
  mode: z.enum(['reworded', 'added', 'hidden']),
  afterKey: Line.nullable(), // place of an added block
  contentJson: z.json().nullable(), // Block: text, fields, cites, redactions
  baseJson: z.json().nullable(), // generated block it was worded from: facts changed since -> offer the merge
  status: z.enum(['drafting', 'in_review', 'changed', 'final']).nullable(), // 起草 送审 已改 定稿
  reviewer: Line.nullable(),
})

/** 定稿: frozen, append-only; also the scan of a received document */
export const DocumentReleaseFields = z.strictObject({
  documentId: Id,
  name: Name, // 送审稿 会签稿 报批稿 公布稿 …
  edition: z.enum(['internal', 'public', 'received', 'draft']),
  caseRev: Count, // state of the case it was made from
  contentSha256: Sha256.nullable(), // Document as JSON: compare any two versions
  docxSha256: Sha256.nullable(),
  pdfSha256: Sha256.nullable(),
  scanSha256: Sha256.nullable(),
  supersedesId: Id.nullable(),
  reason: Text.nullable(),
  releasedAt: Instant,
  releasedBy: Line,
})
