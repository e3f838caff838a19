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
import { occurredOnHead, word } from '../heads.ts'
import type { RuleSource } from '../rule.ts'

const Params = z.strictObject({ standard: z.enum(['GB6441-1986', 'GB6441-2025']) })
const Facts = z.strictObject({ occurredOn: Day, type: z.string().trim().min(1, '请填写类别的名称或代码') })

export type TypeCodeResult = { readonly standard: string; readonly code: string; readonly name: string }

export const typeCodeRule: RuleSource<z.output<typeof Params>, z.output<typeof Facts>, TypeCodeResult> = {
  id: 'typeCode',
  params: Params,
  facts: Facts,
  heads: { ...occurredOnHead, 类别: word('type') },
  words: ({ code, name }) => `${code}${name}`,
  evaluate: ({ occurredOn, type }, env) => {
    const row = env.row({ kind: 'general', day: occurredOn })
    const { standard } = row.params
    const code = typeLabel(standard, type) === null ? typeCodeFromLabel(standard, type) : type
    const name = code === null ? null : typeLabel(standard, code)
    if (code === null || name === null) throw unknownType(standard, type)
    return {
      row,
      result: { standard: typeStandardTitle(standard), code, name },
      steps: [
        { op: 'inForce', day: dayFrom(occurredOn), what: typeStandardTitle(standard) },
        { op: 'reason', text: `${name}，代码 ${code}` },
      ],
    }
  },
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
