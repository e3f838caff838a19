/** 伤害程度: its code (GB 6441—2025), and 轻伤、重伤 by the lost working days. */
import { z } from '../../schema.ts'
import { Day, Persons } from '../facts.ts'
import { casualtyHeads, number, occurredOnHead } from '../heads.ts'
import type { RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'

const Figure = z.enum(['deaths', 'seriousInjuries', 'minorInjuries'])

const CodeParams = z.strictObject({
  /** the gravest first; without a figure: nobody was hurt */
  codes: z.array(z.strictObject({ code: z.string(), name: z.string(), figure: Figure.optional() })).min(1),
  note: z.string(),
})
const CodeFacts = z.strictObject({
  occurredOn: Day,
  deaths: Persons.nullable(),
  seriousInjuries: Persons.nullable(),
  minorInjuries: Persons.nullable(),
})

export type InjuryCodeResult = { readonly code: string; readonly name: string; readonly provisional: boolean }

export const injuryCodeRule: RuleSource<z.output<typeof CodeParams>, z.output<typeof CodeFacts>, InjuryCodeResult> = {
  id: 'injuryCode',
  params: CodeParams,
  facts: CodeFacts,
  heads: { ...casualtyHeads, 轻伤: number('minorInjuries'), ...occurredOnHead },
  words: ({ code, name, provisional }) => `${provisional ? '暂定：' : ''}${code}${name}`,
  faults: ({ params, from }) =>
    params.codes.map(({ figure }) => figure ?? '').join() === [...Figure.options, ''].join()
      ? []
      : [`injuryCode ${from}: the codes are not from the gravest down`],
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.occurredOn })
    const { codes, note } = row.params
    const at = codes.findIndex(({ figure }) => figure === undefined || (facts[figure] ?? 0) > 0)
    const found = codes[at]
    if (found === undefined) throw new Error('a table without its last code')
    // an unknown figure that is graver than the one found could still raise the code
    const missing = codes.slice(0, at).flatMap(({ figure }) => (figure && facts[figure] === null ? [figure] : []))
    return {
      row,
      result: { code: found.code, name: found.name, provisional: missing.length > 0 },
      missing,
      steps: [{ op: 'reason', text: `按最重的伤害：${found.name}，代码 ${found.code}` }],
      notes: [note, ...(missing.length > 0 ? ['有人数未核实，伤害程度只是暂定。'] : [])],
    }
  },
}

const DegreeParams = z.strictObject({
  degrees: z.array(z.strictObject({ degree: z.string(), lostDays: z.int().min(1) })).min(1),
})
const DegreeFacts = z.strictObject({
  occurredOn: Day,
  lostDays: z.int('损失工作日应为非负整数').min(0, '损失工作日应为非负整数'),
})

export type InjuryDegreeResult = { readonly degree: string | null }

export const injuryDegreeRule: RuleSource<
  z.output<typeof DegreeParams>,
  z.output<typeof DegreeFacts>,
  InjuryDegreeResult
> = {
  id: 'injuryDegree',
  params: DegreeParams,
  facts: DegreeFacts,
  heads: { ...occurredOnHead, 损失工作日: number('lostDays') },
  words: ({ degree }) => degree ?? '不计',
  faults: ({ params, from }) =>
    params.degrees.every(({ lostDays }, at) => lostDays > (params.degrees[at - 1]?.lostDays ?? 0))
      ? []
      : [`injuryDegree ${from}: the degrees do not rise`],
  evaluate: ({ occurredOn, lostDays }, env) => {
    const row = env.row({ kind: 'general', day: occurredOn })
    const { degrees } = row.params
    const at = degrees.findLastIndex((degree) => lostDays >= degree.lostDays)
    const found = degrees[at] ?? null
    const step: Step =
      found === null
        ? { op: 'reason', text: `损失工作日 ${lostDays} 日，不足最低的等次` }
        : {
            op: 'rung',
            figure: '损失工作日',
            value: lostDays,
            unit: 'days',
            atLeast: found.lostDays,
            below: degrees[at + 1]?.lostDays ?? null,
            name: found.degree,
          }
    return {
      row,
      result: { degree: found?.degree ?? null },
      steps: [step],
      notes: ['损失工作日按标准的附录查定，逐项表没有收录，由人填写。'],
    }
  },
}
