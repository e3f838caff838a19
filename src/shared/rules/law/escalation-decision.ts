/** 提级决定 (493号令第二十条第一款): what a decision needs before it stands, and what is still open after it. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import { Day } from '../facts.ts'
import { kindHead, list, occurredOnHead, word, yesNo } from '../heads.ts'
import { Kind, type Row } from '../law-data.ts'
import type { RuleSource } from '../rule.ts'

const Field = z.enum([
  'triggers',
  'basis',
  'proposedOn',
  'decidingBody',
  'decidedOn',
  'documentNo',
  'transferredOn',
  'formerBody',
  'newBody',
])
type Field = z.output<typeof Field>

/** What the file of an escalation is to say: the proposal of the program, a setting of the bureau. */
const Params = z.strictObject({ required: z.array(z.strictObject({ field: Field, label: z.string() })) })
type Params = z.output<typeof Params>

const Said = z.string().nullable().optional()
const On = Day.nullable().optional()

const Facts = z.strictObject({
  occurredOn: Day,
  kind: Kind.default('general'),
  triggers: z.array(z.string()).default([]),
  basis: Said,
  proposedOn: On,
  decidingBody: Said,
  decidedOn: On,
  documentNo: Said,
  transferredOn: On,
  /** 移交清单 is signed by both */
  isTransferSigned: z.boolean().nullable().optional(),
  formerBody: Said,
  newBody: Said,
  /** 批复 of the case */
  approvedOn: On,
})
type Facts = z.output<typeof Facts>

export type EscalationDecisionResult = {
  /** fields that are still empty, in words */
  readonly missingFields: readonly string[]
  /** the case was approved before: another procedure */
  readonly isAfterApproval: boolean
}

export const escalationDecisionRule: RuleSource<Params, Facts, EscalationDecisionResult> = {
  id: 'escalationDecision',
  params: Params,
  facts: Facts,
  heads: {
    ...occurredOnHead,
    ...kindHead,
    触发情形: list('triggers', (text) => text),
    依据条款: word('basis'),
    建议日: word('proposedOn'),
    决定机关: word('decidingBody'),
    决定日: word('decidedOn'),
    文号: word('documentNo'),
    移交日: word('transferredOn'),
    移交清单签收: yesNo('isTransferSigned'),
    原调查主体: word('formerBody'),
    提级后主体: word('newBody'),
    批复日: word('approvedOn'),
  },
  words: ({ missingFields, isAfterApproval }) =>
    `${isAfterApproval ? '不是提级，' : ''}${missingFields.length === 0 ? '齐全' : `缺${missingFields.join('、')}`}`,
  faults: ({ params, from }) =>
    params.required.map(({ field }) => field).join() === Field.options.join()
      ? []
      : [`escalationDecision ${from}: the fields are not all in their order`],
  evaluate: (facts, env) => {
    const row = env.row({ kind: facts.kind, day: facts.occurredOn })
    if (isEmpty(facts.decidingBody))
      throw new AppError('refused', `没有填写决定机关，提级须由上级人民政府决定（${env.lawOf(row.law, row.clause)}）。`)
    return draftOf(row, facts)
  },
}

function draftOf(row: Row<Params>, facts: Facts): Draft<EscalationDecisionResult> {
  const { approvedOn, decidedOn, decidingBody, isTransferSigned } = facts
  const missingFields = row.params.required.filter(({ field }) => isEmpty(facts[field])).map(({ label }) => label)
  const isAfterApproval = Boolean(approvedOn) && (!decidedOn || (approvedOn ?? '') <= decidedOn)
  return {
    row,
    result: { missingFields, isAfterApproval },
    steps: [
      {
        op: 'reason',
        text: `由${decidingBody}决定，应填 ${row.params.required.length} 项，缺 ${missingFields.length} 项`,
      },
    ],
    assumptions: [
      {
        key: 'escalation.required',
        value: '随软件发布的必填项',
        basis: '本地提级调查办法原文未收录，须由本单位核对',
        otherwise: null,
      },
    ],
    notes: [
      ...(isAfterApproval ? [`案件已于 ${approvedOn} 批复，应走撤销批复、重新调查的程序，不是提级，请核对。`] : []),
      ...(isTransferSigned === true ? [] : ['提级后没有移交清单的签收，请补齐案件材料移交清单并由双方签收。']),
      '提级只改变调查主体，不改变事故等级，期限仍自事故发生之日起算；提级后由谁处罚没有明文，请人工确定。',
    ],
  }
}

function isEmpty(value: Facts[Field]): boolean {
  return value === null || value === undefined || value.length === 0
}
