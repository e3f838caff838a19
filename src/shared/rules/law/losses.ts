/** 直接、间接经济损失: items summed by the standard of the day of the accident (GB/T 6721—1986, GB 6721—2025). */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { type LossItemType, lossItemTypesOf, lossStandardTitle } from '../../statutes/loss-items.ts'
import { fenFromAmount } from '../amounts.ts'
import type { Draft } from '../answer.ts'
import { Day } from '../facts.ts'
import { list, occurredOnHead, word } from '../heads.ts'
import type { RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'
import { wanText } from '../sums.ts'

const Params = z.strictObject({
  standard: z.enum(['GB6721-1986', 'GB6721-2025']),
  /** 事故罚款 is direct by this standard, and the fine goes by the loss: the proposed one is left out unless a person says so */
  isFineDirect: z.boolean(),
  /** the clause by which only what is settled before the report is handed in counts as it is */
  settled: z.string().nullable(),
})

const Item = z.strictObject({
  /** of an item, or of a group */
  code: z.string(),
  /** with its unit: `180万元` */
  amount: z.string(),
  /** the fine that is proposed in this case */
  isProposedFine: z.boolean().default(false),
})
const Facts = z.strictObject({
  occurredOn: Day,
  items: z.array(Item).min(1, '请填写损失的分项'),
  calculatedOn: Day.nullable().optional(),
  submittedOn: Day.nullable().optional(),
})
type Facts = z.output<typeof Facts>

export type LossesResult = {
  readonly standard: string
  /** 万元, as `grade` and `unitFine` take it */
  readonly directLossWan: string
  readonly indirectLossWan: string
  readonly totalWan: string
}

type Read = { readonly name: string; readonly isDirect: boolean; readonly fen: number; readonly isProposed: boolean }

export const lossesRule: RuleSource<z.output<typeof Params>, Facts, LossesResult> = {
  id: 'losses',
  params: Params,
  facts: Facts,
  heads: {
    ...occurredOnHead,
    分项: list('items', (item) => {
      const [code = '', amount = ''] = item.replace('（拟处罚款）', '').split(' ')
      return { code, amount, ...(item.endsWith('（拟处罚款）') ? { isProposedFine: true } : {}) }
    }),
    计算日: word('calculatedOn'),
    报告提交日: word('submittedOn'),
  },
  words: ({ directLossWan, indirectLossWan, totalWan }) =>
    `直接${directLossWan}，间接${indirectLossWan}，合计${totalWan}`,
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.occurredOn })
    const { standard, isFineDirect, settled } = row.params
    const title = lossStandardTitle(standard)
    const items = facts.items.map((item) => read(standard, item))
    const proposed = items.filter(({ isProposed }) => isFineDirect && isProposed)
    const counted = items.filter((item) => !proposed.includes(item))
    const without = sumsOf(title, counted)
    return {
      row,
      result: without,
      steps: [
        ...sumSteps(
          '直接经济损失',
          counted.filter(({ isDirect }) => isDirect),
        ),
        ...sumSteps(
          '间接经济损失',
          counted.filter(({ isDirect }) => !isDirect),
        ),
        ...proposed.map(({ fen }): Step => ({ op: 'reason', text: `本次拟处罚款 ${wanText(fen)} 万元没有计入` })),
      ],
      ...(proposed.length === 0 ? {} : besides(without, sumsOf(title, items))),
      notes: [
        ...(isFineDirect
          ? [
              `${title}把事故罚款和赔偿列入直接经济损失，GB 6721—2025把罚款列入间接经济损失；报告应注明损失含不含本次拟处罚款。`,
            ]
          : []),
        ...(settled !== null && facts.calculatedOn && facts.submittedOn && facts.calculatedOn > facts.submittedOn
          ? [`计算日 ${facts.calculatedOn} 晚于报告提交日 ${facts.submittedOn}；${settled}，请核对。`]
          : []),
      ],
      assumptions: [
        {
          key: 'losses.standard',
          value: `按事故发生日适用${title}`,
          basis: '标准没有过渡条款（推断）',
          otherwise: null,
        },
      ],
    }
  },
}

function besides(without: LossesResult, withFine: LossesResult): Partial<Draft<LossesResult>> {
  return {
    questions: ['损失定罚款的档，罚款又列入损失，会循环；暂不含本次拟处罚款。损失含不含本次拟处罚款？'],
    alternatives: [
      { name: '不含本次拟处罚款', result: without },
      { name: '含本次拟处罚款', result: withFine },
    ],
  }
}

function read(standard: 'GB6721-1986' | 'GB6721-2025', { code, amount, isProposedFine }: Facts['items'][number]): Read {
  const types = lossItemTypesOf(standard)
  const item = types.find((type) => type.code === code)
  const group = types.find((type) => type.group === code)
  const found = item ?? group
  if (found === undefined) throw unknownItem(standard, code, types)
  const name = item?.name ?? found.groupName
  return { name, isDirect: found.isDirect, fen: fenFromAmount(amount, name), isProposed: isProposedFine }
}

function unknownItem(standard: string, code: string, types: readonly LossItemType[]): AppError {
  const names = types.map((type) => `${type.code} ${type.name}`).join('、')
  return new AppError('refused', `${lossStandardTitle(standard)}没有分项“${code}”，请从中选择：${names}。`)
}

function sumsOf(standard: string, items: readonly Read[]): LossesResult {
  const sum = (isDirect: boolean) =>
    items.filter((item) => item.isDirect === isDirect).reduce((total, { fen }) => total + fen, 0)
  return {
    standard,
    directLossWan: wanText(sum(true)),
    indirectLossWan: wanText(sum(false)),
    totalWan: wanText(sum(true) + sum(false)),
  }
}

function sumSteps(name: string, items: readonly Read[]): Step[] {
  if (items.length === 0) return []
  return [
    {
      op: 'formula',
      name,
      parts: items.flatMap((item, at) => [
        ...(at === 0 ? [] : (['+'] as const)),
        { name: item.name, fen: item.fen, unit: '万元' } as const,
      ]),
      result: { fen: items.reduce((total, { fen }) => total + fen, 0), unit: '万元' },
    },
  ]
}
