/** 规则设定: what the law leaves to the bureau. A closed list; no setting holds a number of the law. */
import { type Day as DayNumber, dayFrom, weekday } from '../rules/days.ts'
import { Plan } from '../rules/facts.ts'
import { Trigger } from '../rules/triggers.ts'
import { Day, Id, Line, Name, z } from '../schema.ts'

export const Holidays = z
  .strictObject({
    year: z.int('年份应为四位数字').min(2000, '年份应为四位数字').max(2100, '年份应为四位数字'),
    /** days off */
    off: z.array(Day).max(366),
    /** weekends that are worked */
    working: z.array(Day).max(366),
  })
  .check(({ value, issues }) => {
    const problem = holidaysProblem(value)
    if (problem !== null) issues.push({ code: 'custom', input: value, message: problem })
  })
export type Holidays = z.output<typeof Holidays>

export const BureauTriggers = z
  .array(Trigger.extend({ id: Name.max(20), label: Name.max(100, '情形的名称过长'), isOn: z.boolean() }))
  .min(1, '至少应有一项情形')
  .max(60, '情形过多')
  .check(({ value, issues }) => {
    const problem = triggersProblem(value)
    if (problem !== null) issues.push({ code: 'custom', input: value, message: problem })
  })
export type BureauTriggers = z.output<typeof BureauTriggers>

export const Warnings = z
  .array(z.int('预警天数应为整数').min(0, '预警天数不能是负数').max(365, '预警天数过大'))
  .min(1, '至少应有一级预警')
  .max(10, '预警级别过多')
  .refine((days) => days.every((day, at) => at === 0 || day < (days[at - 1] ?? 0)), '预警天数应从大到小，不重复')

export const RuleSetting = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('counting.firstDay'), value: z.strictObject({ plan: Plan }) }),
  z.strictObject({ key: z.literal('holidays'), value: Holidays }),
  z.strictObject({ key: z.literal('escalation.triggers'), value: BureauTriggers }),
  z.strictObject({ key: z.literal('deadline.warnings'), value: Warnings }),
])
export type RuleSetting = z.output<typeof RuleSetting>
export type RuleSettingKey = RuleSetting['key']

/** One version. `from` and `to` are the days on which it is in force, `recordedOn` the day since which it is known. */
export const RuleSettingVersion = z.strictObject({
  id: Id,
  setting: RuleSetting,
  from: Day,
  to: Day.nullable(),
  basis: Line,
  by: Line,
  recordedOn: Day,
})
export type RuleSettingVersion = z.output<typeof RuleSettingVersion>

/** Where it is stored: each year has its own table of holidays. */
export function storedKey(setting: RuleSetting): string {
  return setting.key === 'holidays' ? `holidays.${setting.value.year}` : setting.key
}

const plainKeys: readonly string[] = ['counting.firstDay', 'escalation.triggers', 'deadline.warnings']

/** The key of a stored row; null where the row is no setting of a rule. */
export function keyOfStored(stored: string): RuleSettingKey | null {
  if (/^holidays\.\d{4}$/.test(stored)) return 'holidays'
  return plainKeys.includes(stored) ? (stored as RuleSettingKey) : null
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const isWeekend = (day: DayNumber) => weekday(day) === 0 || weekday(day) === 6

/** Why a day cannot stand in the table of that year as worked or off; null where it can. */
export function holidayProblem(day: string, isWorked: boolean, year: number): string | null {
  if (Number(day.slice(0, 4)) !== year) return `${day} 不是${year}年的日子，请放入当年的表`
  const number = dayFrom(day)
  return isWorked && !isWeekend(number) ? `${day} 是${weekdays[weekday(number)]}，本来就上班，请核对` : null
}

function holidaysProblem({ year, off, working }: { year: number; off: string[]; working: string[] }): string | null {
  if (off.length === 0) return `没有${year}年的放假日`
  for (const [days, isWorked] of [[off, false] as const, [working, true] as const])
    for (const day of days) {
      const problem = Day.safeParse(day).success ? holidayProblem(day, isWorked, year) : null
      if (problem !== null) return problem
    }
  const seen = new Set<string>()
  for (const day of [...off, ...working]) {
    if (seen.has(day)) return `${day} 写了两次`
    seen.add(day)
  }
  return null
}

function triggersProblem(triggers: readonly { readonly id: string; readonly isOn: boolean }[]): string | null {
  if (new Set(triggers.map(({ id }) => id)).size < triggers.length) return '两项情形的编号相同'
  return triggers.some(({ isOn }) => isOn) ? null : '至少启用一项情形'
}
