/** 损失的测算和指标: costs that are not settled yet, lost work, and losses by persons and output (GB 6721—2025 附录A至附录C). */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { Day, LossWan, Yuan } from '../facts.ts'
import { choice, number, occurredOnHead, word } from '../heads.ts'
import type { Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { FormulaFigure, Step } from '../steps.ts'
import { wanText } from '../sums.ts'

const WithLimit = z.strictObject({ clause: z.string(), maxFurtherDays: z.int().min(1) })
const Rate = z.strictObject({ clause: z.string(), times: z.int().min(1), unit: z.string() })
const Params = z.strictObject({
  medical: WithLimit.nullable(),
  wages: WithLimit.nullable(),
  /** which figure of last year M is */
  lostWork: z.strictObject({ clause: z.string(), profit: z.string() }),
  perThousand: Rate.nullable(),
  perMillion: Rate.nullable(),
  perHundredMillion: Rate.nullable(),
})
type Params = z.output<typeof Params>

const Count = z.int('应为非负整数').min(0, '应为非负整数')
const Divisor = z.number().positive('应大于零')
const base = { occurredOn: Day } as const

const Facts = z.discriminatedUnion('of', [
  z.strictObject({
    ...base,
    of: z.literal('medical'),
    paidWan: LossWan,
    elapsedDays: Divisor.int(),
    furtherDays: Count,
  }),
  z.strictObject({ ...base, of: z.literal('wages'), dailyWageYuan: Yuan, elapsedDays: Count, furtherDays: Count }),
  z.strictObject({
    ...base,
    of: z.literal('lostWork'),
    lostDays: Count,
    profitWan: LossWan,
    employees: Divisor.int(),
    annualDays: Divisor.int(),
  }),
  z.strictObject({ ...base, of: z.literal('perThousand'), totalWan: LossWan, employees: Divisor.int() }),
  z.strictObject({ ...base, of: z.literal('perMillion'), totalWan: LossWan, outputWan: LossWan }),
  z.strictObject({ ...base, of: z.literal('perHundredMillion'), totalWan: LossWan, outputWan: LossWan }),
])
type Facts = z.output<typeof Facts>

export type LossEstimateResult = { readonly value: string; readonly unit: string }

type Estimate = LossEstimateResult & { readonly clause: string; readonly step: Step; readonly notes: readonly string[] }

export const lossEstimateRule: RuleSource<Params, Facts, LossEstimateResult> = {
  id: 'lossEstimate',
  params: Params,
  facts: Facts,
  heads: {
    ...occurredOnHead,
    测算: choice('of', {
      医疗费: 'medical',
      歇工工资: 'wages',
      工作损失价值: 'lostWork',
      千人经济损失率: 'perThousand',
      百万元产值损失率: 'perMillion',
      亿元产值损失率: 'perHundredMillion',
    }),
    '已付医疗费（万元）': word('paidWan'),
    '日工资（元）': number('dailyWageYuan'),
    已经过日数: number('elapsedDays'),
    延续日数: number('furtherDays'),
    损失工作日: number('lostDays'),
    '上年利润或者利税（万元）': word('profitWan'),
    职工人数: number('employees'),
    年法定工作日: number('annualDays'),
    '损失（万元）': word('totalWan'),
    '产值（万元）': word('outputWan'),
  },
  words: ({ value, unit }) => `${value} ${unit}`,
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.occurredOn })
    const { clause, step, notes, value, unit } = estimate(row, facts, env)
    return {
      row: { ...row, clause },
      result: { value, unit },
      steps: [step],
      notes: [...notes, '测算办法属于资料性附录，结果供参考。'],
    }
  },
}

function estimate({ params, ...row }: Row<Params>, facts: Facts, env: RuleEnv<Params>): Estimate {
  const known = <T>(part: T | null): T => {
    if (part !== null) return part
    throw new AppError('refused', `${env.lawOf(row.law, '')}的这一测算办法没有收录，请人工计算。`)
  }
  switch (facts.of) {
    case 'medical': {
      const part = known(params.medical)
      const { paidWan, elapsedDays, furtherDays } = facts
      const fen = paidWan + ratio(paidWan, furtherDays, elapsedDays)
      const paid: FormulaFigure = { fen: paidWan, unit: '万元' }
      return money('医疗费', part.clause, fen, '万元', longNotes(part, furtherDays), [
        ...([paid, '+', paid, '÷', days(elapsedDays), '×', days(furtherDays)] as const),
      ])
    }
    case 'wages': {
      const part = known(params.wages)
      const fen = facts.dailyWageYuan * (facts.elapsedDays + facts.furtherDays)
      const wage: FormulaFigure = { fen: facts.dailyWageYuan, unit: '元' }
      return money('歇工工资', part.clause, fen, '元', longNotes(part, facts.furtherDays), [
        ...([wage, '×', '（', days(facts.elapsedDays), '+', days(facts.furtherDays), '）'] as const),
      ])
    }
    case 'lostWork': {
      const { lostDays, profitWan, employees, annualDays } = facts
      const fen = ratio(profitWan, lostDays, employees * annualDays)
      return money(
        '工作损失价值',
        params.lostWork.clause,
        fen,
        '万元',
        ['属于间接经济损失。'],
        [
          days(lostDays),
          '×',
          { name: params.lostWork.profit, fen: profitWan, unit: '万元' },
          '÷',
          '（',
          persons(employees),
          '×',
          days(annualDays),
          '）',
        ],
      )
    }
    case 'perThousand': {
      const { clause, times, unit } = known(params.perThousand)
      const fen = ratio(facts.totalWan, times, facts.employees)
      return rate('千人经济损失率', clause, wanText(fen), unit, facts.totalWan, persons(facts.employees), times)
    }
    case 'perMillion':
      return byOutput('百万元产值损失率', known(params.perMillion), facts.totalWan, facts.outputWan)
    case 'perHundredMillion':
      return byOutput('亿元产值损失率', known(params.perHundredMillion), facts.totalWan, facts.outputWan)
  }
}

const days = (count: number): FormulaFigure => ({ number: count, unit: '日' })
const persons = (count: number): FormulaFigure => ({ number: count, unit: '人' })

/** a × b ÷ c, rounded half up on integers. */
function ratio(a: number, b: number, c: number): number {
  const [product, divisor] = [BigInt(a) * BigInt(b), BigInt(c)]
  return Number((product * 2n + divisor) / (divisor * 2n))
}

type Parts = Extract<Step, { op: 'formula' }>['parts']

function money(
  name: string,
  clause: string,
  fen: number,
  unit: '万元' | '元',
  notes: readonly string[],
  parts: Parts,
): Estimate {
  return {
    value: wanText(fen),
    unit: '万元',
    clause,
    notes,
    step: { op: 'formula', name, parts, result: { fen, unit } },
  }
}

function rate(
  name: string,
  clause: string,
  value: string,
  unit: string,
  totalFen: number,
  by: FormulaFigure,
  times: number,
): Estimate {
  const parts: Parts = [{ fen: totalFen, unit: '万元' }, '÷', by, '×', { number: times, unit: '' }]
  return { value, unit, clause, notes: [], step: { op: 'formula', name, parts, result: { number: value, unit } } }
}

/** To six decimals: a 分 in a 万元. */
function byOutput(
  name: string,
  { clause, times, unit }: z.output<typeof Rate>,
  total: number,
  output: number,
): Estimate {
  if (output === 0) throw new AppError('refused', `产值为零，不能计算${name}，请核对。`)
  const value = wanText(ratio(total * times, MICRO, output))
  return rate(name, clause, value, unit, total, { fen: output, unit: '万元' }, times)
}
const MICRO = 1_000_000

function longNotes({ clause, maxFurtherDays }: z.output<typeof WithLimit>, furtherDays: number): string[] {
  return furtherDays > maxFurtherDays
    ? [`延续 ${furtherDays} 日；${clause}：一般不超过 ${maxFurtherDays} 日，请核对。`]
    : []
}
