import { Instant, Line, Text, z } from '../schema.ts'

/** 经过 [F19] */
export const TimelineEventFields = z.strictObject({
  kind: z.enum(['before', 'course', 'reporting', 'rescue', 'aftermath', 'procedure']).default('course'),
  tFrom: Instant.nullable(),
  tTo: Instant.nullable(),
  tPrecision: z.enum(['minute', 'about', 'between', 'day', 'month', 'year', 'unknown']),
  tText: Line.nullable(),
  clockOffsetMs: z.int().default(0), // source clock fast (+) or slow (-): 监控快3分12秒
  description: Text.min(1, '不能为空'),
})
