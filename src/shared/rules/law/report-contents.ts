/** 事故报告的内容 (493号令第十二条; 21号令第十条): what is missing, never a block: report first, complete afterwards. */
import { z } from '../../schema.ts'
import { Day } from '../facts.ts'
import { choice, kindHead, list, word } from '../heads.ts'
import { Kind } from '../law-data.ts'
import type { RuleSource } from '../rule.ts'

const Item = z.enum(
  ['unit', 'timePlace', 'scene', 'course', 'casualties', 'missing', 'inDanger', 'loss', 'measures', 'other'],
  { error: '报告内容的名称不在规定之中' },
)
type Item = z.output<typeof Item>

/** 电话快报、文字快报、续报、核报 */
const Form = z.enum(['phone', 'written', 'followUp', 'verified'], {
  error: '报告种类应为 phone、written、followUp、verified 之一',
})

const Params = z.strictObject({
  forms: z.array(
    z.strictObject({
      form: Form,
      law: z.string(),
      clause: z.string(),
      /** where the law does not say what such a report holds, and the items are inferred */
      remark: z.string().nullable(),
      items: z.array(z.strictObject({ item: Item, label: z.string(), law: z.string(), clause: z.string() })),
    }),
  ),
})

const Facts = z.strictObject({
  form: Form,
  reportedOn: Day,
  kind: Kind.default('general'),
  /** what the report says, 0 and 无 among it */
  filled: z.array(Item),
})

export type ReportContentsResult = {
  readonly complete: boolean
  readonly missingItems: readonly { readonly item: Item; readonly label: string; readonly clause: string }[]
}

const names: Readonly<Record<string, Item>> = {
  单位: 'unit',
  时间地点: 'timePlace',
  现场: 'scene',
  经过: 'course',
  伤亡: 'casualties',
  下落不明: 'missing',
  涉险: 'inDanger',
  损失: 'loss',
  措施: 'measures',
  其他: 'other',
}

export const reportContentsRule: RuleSource<z.output<typeof Params>, z.output<typeof Facts>, ReportContentsResult> = {
  id: 'reportContents',
  params: Params,
  facts: Facts,
  heads: {
    报告种类: choice('form', { 电话快报: 'phone', 文字快报: 'written', 续报: 'followUp', 核报: 'verified' }),
    报告日: word('reportedOn'),
    ...kindHead,
    已填项: list('filled', (name) => names[name] ?? name),
  },
  words: ({ complete, missingItems }) =>
    complete ? '完整' : `缺${missingItems.map(({ label, clause }) => `${label}（${clause}）`).join('、')}`,
  faults: ({ params, from }) =>
    params.forms.map(({ form }) => form).join() === Form.options.join()
      ? []
      : [`reportContents ${from}: the forms are not all in their order`],
  evaluate: ({ form, reportedOn, kind, filled }, env) => {
    const row = env.row({ kind, day: reportedOn })
    const found = row.params.forms.find((candidate) => candidate.form === form)
    if (found === undefined) throw new Error(`no form ${form}`)
    const missingItems = found.items
      .filter(({ item }) => !filled.includes(item))
      .map(({ item, label, law, clause }) => ({ item, label, clause: env.lawOf(law, clause) }))
    const lacksPersons = missingItems.some(({ item }) => item === 'missing') && filled.includes('casualties')
    return {
      row: { ...row, law: found.law, clause: found.clause, mark: found.remark === null ? row.mark : '推' },
      result: { complete: missingItems.length === 0, missingItems },
      steps: [{ op: 'reason', text: `应有 ${found.items.length} 项，缺 ${missingItems.length} 项（${found.clause}）` }],
      notes: [
        ...(missingItems.length > 0 ? ['可以先报后补，缺少的内容请尽快补齐。'] : []),
        ...(lacksPersons ? ['伤亡人数须含下落不明人数，没有的填 0。'] : []),
        ...(found.remark === null ? [] : [found.remark]),
      ],
    }
  },
}
