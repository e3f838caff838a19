/** 行业的分类代码 (GB 6441—2025): a prefix and the four digits of the 小类 of GB/T 4754. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { industryLabel } from '../../statutes/industries.ts'
import { Day } from '../facts.ts'
import { occurredOnHead, word } from '../heads.ts'
import type { RuleSource } from '../rule.ts'

const Params = z.strictObject({ prefix: z.string(), digits: z.int().min(1) })
const Facts = z.strictObject({ occurredOn: Day, industry: z.string().trim().min(1, '请填写行业小类代码') })

export type IndustryCodeResult = { readonly code: string; readonly section: string }

export const industryCodeRule: RuleSource<z.output<typeof Params>, z.output<typeof Facts>, IndustryCodeResult> = {
  id: 'industryCode',
  params: Params,
  facts: Facts,
  heads: { ...occurredOnHead, 行业: word('industry') },
  words: ({ code, section }) => `${code}${section}`,
  evaluate: ({ occurredOn, industry }, env) => {
    const row = env.row({ kind: 'general', day: occurredOn })
    const { prefix, digits } = row.params
    const code = industry.normalize('NFKC').toUpperCase()
    const [, letter = '', number = ''] = /^([A-T]?)(\d*)$/.exec(code) ?? []
    const section = industryLabel(code)
    if (section === null || number.length !== digits)
      throw new AppError(
        'refused',
        `行业代码应填到小类，即门类字母加 ${digits} 位数字，如 C3311；“${industry}”不是，请核对。`,
      )
    const byNumber = industryLabel(number)
    return {
      row,
      result: { code: `${prefix}${number}`, section },
      steps: [{ op: 'reason', text: `${section}，小类 ${number}，代码 ${prefix}${number}` }],
      notes: [
        '小类表没有收录，该小类是否存在请核对 GB/T 4754—2017。',
        ...(letter !== '' && byNumber !== section
          ? [`数字 ${number} 按大类区间（凭记忆）属于${byNumber ?? '未知门类'}，与门类字母 ${letter} 不一致，请核对。`]
          : []),
      ],
    }
  },
}
