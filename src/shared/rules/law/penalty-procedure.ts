/** 处罚决定以前的程序 (行政处罚法第四十二条、第四十四条、第四十五条、第五十七条、第五十八条): what is not done yet keeps the decision up. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import { Day } from '../facts.ts'
import { number, word, yesNo } from '../heads.ts'
import type { Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'

const Article = z.strictObject({ clause: z.string() })
const Params = z.strictObject({
  officers: z.strictObject({ min: z.int().min(1), clause: z.string() }),
  /** 告知、陈述、申辩 before the decision */
  notice: Article,
  /** 集体讨论 and 法制审核 of major cases */
  discussion: Article,
  review: Article,
})
type Params = z.output<typeof Params>

const Facts = z.strictObject({
  decidedOn: Day,
  /** null: not yet given */
  notifiedOn: Day.nullable().optional(),
  /** 重大、复杂 or one of the kinds that need the review */
  isMajor: z.boolean().nullable().optional(),
  isReviewed: z.boolean().nullable().optional(),
  isDiscussed: z.boolean().nullable().optional(),
  /** on each record of an inquiry; the smallest number */
  officers: z.int('执法人员人数应为非负整数').min(0, '执法人员人数应为非负整数').nullable().optional(),
})
type Facts = z.output<typeof Facts>

export type PenaltyProcedureResult = { readonly isComplete: boolean; readonly checked: readonly string[] }

export const penaltyProcedureRule: RuleSource<Params, Facts, PenaltyProcedureResult> = {
  id: 'penaltyProcedure',
  params: Params,
  facts: Facts,
  heads: {
    决定日: word('decidedOn'),
    告知日: word('notifiedOn'),
    重大案件: yesNo('isMajor'),
    法制审核: yesNo('isReviewed'),
    集体讨论: yesNo('isDiscussed'),
    执法人员: number('officers'),
  },
  words: ({ isComplete, checked }) => (isComplete ? `程序齐备：${checked.join('、')}` : '待核对'),
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.decidedOn })
    refuse(row, facts, env)
    const { notice, discussion, review, officers } = row.params
    const checked = [
      ...(typeof facts.officers === 'number' ? [`执法人员 ${facts.officers} 名（${officers.clause}）`] : []),
      ...(facts.notifiedOn ? [`已告知（${notice.clause}）`] : []),
      ...(facts.isMajor === true ? [`已集体讨论（${discussion.clause}）`, `已法制审核（${review.clause}）`] : []),
    ]
    const missing = (['officers', 'notifiedOn', 'isMajor'] as const).filter(
      (name) => facts[name] === undefined || facts[name] === null,
    )
    return {
      row,
      result: { isComplete: missing.length === 0, checked },
      missing,
      steps: checked.map((text) => ({ op: 'reason', text })),
      notes: [
        '是否属于重大、复杂案件或者应当法制审核的案件，由人认定。',
        ...(facts.notifiedOn === facts.decidedOn ? ['告知和决定在同一天，请核对当事人是否有时间陈述、申辩。'] : []),
      ],
    }
  },
}

function refuse({ law, params }: Row<Params>, facts: Facts, env: RuleEnv<Params>): void {
  const { notice, discussion, review, officers } = params
  if (typeof facts.officers === 'number' && facts.officers < officers.min)
    throw new AppError(
      'refused',
      `询问、检查的执法人员不得少于 ${officers.min} 名（${env.lawOf(law, officers.clause)}），现为 ${facts.officers} 名，请补正。`,
    )
  if (facts.notifiedOn === null || (facts.notifiedOn !== undefined && facts.notifiedOn > facts.decidedOn))
    throw new AppError('refused', `告知并听取陈述、申辩以前不得作出处罚决定（${env.lawOf(law, notice.clause)}）。`)
  if (facts.isMajor !== true) return
  if (facts.isReviewed !== true)
    throw new AppError('refused', `没有法制审核，不得作出处罚决定（${env.lawOf(law, review.clause)}）。`)
  if (facts.isDiscussed !== true)
    throw new AppError('refused', `没有集体讨论，不得作出处罚决定（${env.lawOf(law, discussion.clause)}）。`)
}
