import { Id, Line, Text, z } from '../schema.ts'

/** 原因: a tree [F20] */
export const CauseFields = z.strictObject({
  parentId: Id.nullable(),
  kind: z.enum(['direct', 'indirect', 'management', 'excluded', 'intermediate', 'event']), // excluded 其他因素排除
  diagram: z.enum(['tree', 'five_why', 'fishbone', 'fault_tree', 'model24']).default('tree'),
  gate: z.enum(['and', 'or', 'inhibit']).nullable(),
  code: Line.nullable(), // 不安全状态、行为代码 by standard version
  codeStandard: Line.nullable(),
  unitId: Id.nullable(),
  description: Text.min(1, '不能为空'),
})

/** 存在的主要问题 */
export const FindingFields = z.strictObject({
  category: z.enum(['accident_unit', 'related_unit', 'intermediary', 'regulator', 'government', 'person', 'other']),
  unitId: Id.nullable(),
  personId: Id.nullable(),
  targetText: Line.nullable(), // 对象原词
  description: Text.min(1, '不能为空'),
})

/** 问题说明了哪条原因 */
export const FindingCauseFields = z.strictObject({
  findingId: Id,
  causeId: Id,
})

/** 主要教训 */
export const LessonFields = z.strictObject({
  description: Text.min(1, '不能为空'),
})
