/** 移送材料 (国务院令第310号第五条、第六条; 应急〔2019〕54号): who handles the case, and what goes with the letter. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { Day } from '../facts.ts'
import { list, number, word, yesNo } from '../heads.ts'
import type { RuleSource } from '../rule.ts'

const Params = z.strictObject({
  officers: z.strictObject({ min: z.int().min(1), clause: z.string() }),
  materials: z.strictObject({
    clause: z.string(),
    required: z.array(z.string()).min(1),
    /** the list that may say that there is nothing to list */
    goods: z.string(),
    /** where there is one */
    ifAny: z.array(z.string()).min(1),
  }),
})

const Facts = z.strictObject({
  /** day of the letter */
  transferredOn: Day,
  officers: z.int('主办人数应为非负整数').min(0, '主办人数应为非负整数'),
  materials: z.array(z.string()).default([]),
  /** 无涉案物品 */
  hasNoGoods: z.boolean().default(false),
})

export type CriminalTransferFileResult = { readonly materials: readonly string[] }

export const criminalTransferFileRule: RuleSource<
  z.output<typeof Params>,
  z.output<typeof Facts>,
  CriminalTransferFileResult
> = {
  id: 'criminalTransferFile',
  params: Params,
  facts: Facts,
  heads: {
    移送日: word('transferredOn'),
    主办人数: number('officers'),
    材料: list('materials', (item) => item),
    无涉案物品: yesNo('hasNoGoods'),
  },
  words: ({ materials }) => `材料齐备：${materials.join('、')}`,
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.transferredOn })
    const { officers, materials } = row.params
    if (facts.officers < officers.min)
      throw new AppError(
        'refused',
        `移送案件应当指定不少于 ${officers.min} 名执法人员主办（${env.lawOf(row.law, officers.clause)}），现为 ${facts.officers} 名，请补足。`,
      )
    const has = (name: string) => facts.materials.includes(name)
    const missing = [
      ...materials.required.filter((name) => !has(name)),
      ...(has(materials.goods) || facts.hasNoGoods ? [] : [`${materials.goods}（没有涉案物品的，请写明“无涉案物品”）`]),
    ]
    if (missing.length > 0)
      throw new AppError(
        'refused',
        `移送材料缺少${missing.join('、')}（${env.lawOf(row.law, materials.clause)}），请补齐。`,
      )
    const given = [...facts.materials, ...(facts.hasNoGoods ? ['无涉案物品'] : [])]
    return {
      row,
      result: { materials: given },
      steps: [{ op: 'reason', text: `移送材料：${given.join('、')}` }],
      notes: [
        ...materials.ifAny.filter((name) => !has(name)).map((name) => `没有${name}，如有请一并移送。`),
        '移送同时抄送人民检察院；不得以罚代刑。',
      ],
    }
  },
}
