/** 特种设备事故批复以后的送达和上报 (50号令第三十二条、第三十七条): two periods from the day on which the approval was received. */
import { z } from '../../schema.ts'
import { dayFrom, dayText } from '../days.ts'
import { Day, Plan } from '../facts.ts'
import { firstDayAssumption, firstDayTerms } from '../first-day.ts'
import { planHead, word } from '../heads.ts'
import type { RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'

const Period = z.strictObject({ days: z.int().min(1), clause: z.string() })
const Params = z.strictObject({ service: Period, upward: Period })
const Facts = z.strictObject({ approvalReceivedOn: Day, plan: Plan.optional() })

export type SpecialEquipmentServiceResult = {
  /** 送达有关政府、部门，抄送有关单位和人员 */
  readonly serviceLastDay: string
  /** 逐级上报至国家市场监督管理总局 */
  readonly upwardLastDay: string
}

export const specialEquipmentServiceRule: RuleSource<
  z.output<typeof Params>,
  z.output<typeof Facts>,
  SpecialEquipmentServiceResult
> = {
  id: 'specialEquipmentService',
  params: Params,
  facts: Facts,
  heads: { 接到批复日: word('approvalReceivedOn'), ...planHead },
  words: ({ serviceLastDay, upwardLastDay }) => `送达${serviceLastDay}，上报${upwardLastDay}`,
  faults: ({ params, from }) =>
    params.service.days < params.upward.days
      ? []
      : [`specialEquipmentService ${from}: reported up before it is served`],
  evaluate: ({ approvalReceivedOn, plan }, env) => {
    const row = env.row({ kind: 'special', day: approvalReceivedOn })
    const base = dayFrom(approvalReceivedOn)
    const stepOf = ({ days, clause }: z.output<typeof Period>, why: string) => {
      const terms = firstDayTerms({ days, why: `${why}，${clause}` }, plan ?? env.settings.firstDay.plan)
      const result = terms.reduce((day, term) => day + term.days, base)
      return { result, step: { op: 'plusDays', base, terms, result } satisfies Step }
    }
    const service = stepOf(row.params.service, '送达、抄送')
    const upward = stepOf(row.params.upward, '逐级上报')
    const resultOf = (shift: number) => ({
      serviceLastDay: dayText(service.result + shift),
      upwardLastDay: dayText(upward.result + shift),
    })
    return {
      row,
      result: resultOf(0),
      steps: [service.step, upward.step],
      assumptions: [
        ...firstDayAssumption(env.settings, plan, resultOf),
        {
          key: 'specialEquipment.upwardStart',
          value: '上报期限也自接到批复之日起算',
          basis: '程序所据的摘录没有单独写明上报期限的起算日，请核对原文',
          otherwise: null,
        },
      ],
      notes: ['送达有关人民政府和部门，抄送事故发生单位、责任人员；报告和批复逐级上报至国家市场监督管理总局。'],
    }
  },
}
