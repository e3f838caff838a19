/** 伤亡人数变化的补报期 (493号令第十三条、第二十条): the last day on which a death still counts for the grade. */
import { z } from '../../schema.ts'
import { dayFrom, dayText } from '../days.ts'
import { Day, Plan } from '../facts.ts'
import { firstDayAssumption, firstDayTerms } from '../first-day.ts'
import { kindHead, occurredOnHead, planHead } from '../heads.ts'
import { Kind } from '../law-data.ts'
import type { RuleSource } from '../rule.ts'

const Params = z.strictObject({ days: z.int().min(1) })
const Facts = z.strictObject({ occurredOn: Day, kind: Kind.default('general'), plan: Plan.optional() })

export type CasualtyWindowResult = { readonly lastDay: string }

export const casualtyWindowRule: RuleSource<z.output<typeof Params>, z.output<typeof Facts>, CasualtyWindowResult> = {
  id: 'casualtyWindow',
  params: Params,
  facts: Facts,
  heads: { ...kindHead, ...occurredOnHead, ...planHead },
  words: ({ lastDay }) => lastDay,
  evaluate: ({ occurredOn, kind, plan }, env) => {
    const row = env.row({ kind, day: occurredOn })
    const base = dayFrom(occurredOn)
    const terms = firstDayTerms({ days: row.params.days, why: '补报期' }, plan ?? env.settings.firstDay.plan)
    const result = terms.reduce((day, { days }) => day + days, base)
    return {
      row,
      result: { lastDay: dayText(result) },
      steps: [{ op: 'plusDays', base, terms, result }],
      assumptions: firstDayAssumption(env.settings, plan, (shift) => ({ lastDay: dayText(result + shift) })),
      notes: ['按死亡日期是否在期内判断，不看上报日期；期内变化应当当日续报。'],
    }
  },
}
