/** 事故类别的代码: by the standard in force on the day of the accident (the choice by that day is inferred). */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import {
  accidentTypesOf,
  type TypeStandard,
  typeCodeFromLabel,
  typeLabel,
  typeStandardTitle,
} from '../../statutes/accident-types.ts'
import { dayFrom } from '../days.ts'
import { Day } from '../facts.ts'
import { list, occurredOnHead, word } from '../heads.ts'
import type { RuleSource } from '../rule.ts'

const Params = z.strictObject({
  standard: z.enum(['GB6441-1986', 'GB6441-2025']),
  /** how a chain of types is classed, where the text is at hand */
  chain: z.string().nullable(),
})
const Facts = z.strictObject({
  occurredOn: Day,
  /** of several in a chain: the first one */
  type: z.string().trim().min(1, '请填写类别的名称或代码'),
  /** what it led to */
  followedBy: z.array(z.string().trim().min(1)).default([]),
  /** why the first one is the type */
  reason: z.string().trim().nullable().optional(),
})

type Named = { readonly code: string; readonly name: string }
export type TypeCodeResult = Named & {
  readonly standard: string
  /** 副类, where there is a chain */
  readonly followedBy?: readonly Named[]
}

export const typeCodeRule: RuleSource<z.output<typeof Params>, z.output<typeof Facts>, TypeCodeResult> = {
  id: 'typeCode',
  params: Params,
  facts: Facts,
  heads: {
    ...occurredOnHead,
    类别: word('type'),
    后发类别: list('followedBy', (item) => item),
    理由: word('reason'),
  },
  words: ({ code, name, followedBy = [] }) =>
    [`${code}${name}`, ...followedBy.map((other) => `副类${other.code}${other.name}`)].join('，'),
  evaluate: ({ occurredOn, type, followedBy, reason }, env) => {
    const row = env.row({ kind: 'general', day: occurredOn })
    const { standard, chain } = row.params
    const title = typeStandardTitle(standard)
    const { code, name } = named(standard, type)
    const others = followedBy.map((other) => named(standard, other))
    return {
      row,
      result: { standard: title, code, name, ...(others.length === 0 ? {} : { followedBy: others }) },
      steps: [
        { op: 'inForce', day: dayFrom(occurredOn), what: title },
        { op: 'reason', text: `${name}，代码 ${code}` },
        ...others.map((other) => ({ op: 'reason', text: `副类${other.name}，代码 ${other.code}` }) as const),
      ],
      questions:
        others.length > 0 && chain === null ? [`${title}对连锁发生的如何确定类别，程序没有收录。以哪一种为主类？`] : [],
      notes: [
        ...(others.length > 0 && chain !== null ? [chain] : []),
        ...(others.length > 0 && !reason ? ['还没有写明以先发的一种为主类的理由，请补写。'] : []),
      ],
    }
  },
}

function named(standard: TypeStandard, type: string): Named {
  const code = typeLabel(standard, type) === null ? typeCodeFromLabel(standard, type) : type
  const name = code === null ? null : typeLabel(standard, code)
  if (code === null || name === null) throw unknownType(standard, type)
  return { code, name }
}

/** A type of the other standard is not translated: some split, some have no heir. */
function unknownType(standard: TypeStandard, type: string): AppError {
  const title = typeStandardTitle(standard)
  const others: readonly TypeStandard[] = ['GB6441-1986', 'GB6441-2025']
  const other = others.find(
    (candidate) =>
      candidate !== standard && (typeLabel(candidate, type) ?? typeCodeFromLabel(candidate, type)) !== null,
  )
  const hint = other === undefined ? '' : `“${type}”是${typeStandardTitle(other)}的类别，不自动换算，`
  const names = accidentTypesOf(standard).map(({ name }) => name)
  return new AppError('refused', `${title}没有类别“${type}”，${hint}请从中选择：${names.join('、')}。`)
}
