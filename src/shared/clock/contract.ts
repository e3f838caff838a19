import { query, task } from '../method.ts'
import { Mark } from '../rules/law-data.ts'
import { Count, Day, Id, Line, Name, z } from '../schema.ts'
import { deadlineGroups, deadlineKinds, deadlineStates } from './deadline.ts'

const Fact = z.strictObject({ table: z.string(), id: z.string(), column: z.string() })
const Group = z.enum(deadlineGroups)

/** One line of the board: a deadline as it stands today, and its case. */
export const BoardRow = z.strictObject({
  caseId: Id,
  caseNo: Line.nullable(),
  caseName: Name,
  grade: z.int().min(1).max(4).nullable(),
  isGradeProvisional: z.boolean(),
  /** 秘密 or higher */
  isSecret: z.boolean(),
  kind: z.enum(deadlineKinds),
  subjectId: z.string(),
  subject: z.string().nullable(),
  state: z.enum(deadlineStates),
  group: Group,
  fromOn: Day.nullable(),
  lastDay: Day.nullable(),
  doneOn: Day.nullable(),
  isWindow: z.boolean(),
  isLatenessOpen: z.boolean(),
  daysLeft: z.int().nullable(),
  daysLate: z.int().nullable(),
  warning: Count.nullable(),
  clause: z.string(),
  mark: Mark.nullable(),
  version: z.string().nullable(),
  arithmetic: z.string(),
  question: z.string().nullable(),
  notes: z.array(z.string()),
  missing: z.array(z.strictObject({ label: z.string(), fact: Fact })),
  place: Fact,
})
export type BoardRow = z.output<typeof BoardRow>

export const BoardFilter = z.strictObject({
  /** one case, whatever it is for; left out: all that are not yet archived */
  caseId: Id.optional(),
  /** left out: 在办 only */
  purposes: z.array(z.enum(['live', 'reference', 'training'])).optional(),
  kinds: z.array(z.enum(deadlineKinds)).optional(),
  /** left out: all that are not done */
  groups: z.array(Group).optional(),
  /** part of the name or number of the case */
  words: Line.optional(),
  /** last day from … to …, both included */
  from: Day.optional(),
  to: Day.optional(),
})
export type BoardFilter = z.output<typeof BoardFilter>

export const clockContract = {
  'clock.board': query(
    '期限',
    z.strictObject({
      filter: BoardFilter,
      offset: Count.default(0),
      limit: z.int().min(0).max(2000),
    }),
    z.strictObject({
      today: Day,
      rows: z.array(BoardRow),
      total: Count,
      /** of each group, whether the filter asks for the group or not */
      counts: z.record(Group, Count),
    }),
  ),
  /** everything that the filter lets through */
  'clock.export': task(
    '导出期限',
    z.strictObject({ filter: BoardFilter, format: z.enum(['ics', 'xlsx']) }),
    z.strictObject({ jobId: Id }),
    [],
  ),
}
