/**
 * 严重失信主体名单 (应急管理部令第11号): whether one of the listed situations may be met. It takes a penalty first, and the body that
 * punishes decides; the program only points out.
 */
import { assertNever } from '../../result.ts'
import { z } from '../../schema.ts'
import { addMonths, dayFrom, dayText } from '../days.ts'
import { Day } from '../facts.ts'
import { gradeHead, list, occurredOnHead, word, yesNo } from '../heads.ts'
import { GradeName, gradeNames, type Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'
import { Act, actFrom } from './acts.ts'
import type { Ternary } from './escalation.ts'

const When = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gradeAtLeast'), grade: GradeName }),
  z.strictObject({ kind: z.literal('again'), grade: GradeName, months: z.int().min(1), count: z.int().min(2) }),
  z.strictObject({ kind: z.literal('multiple') }),
  z.strictObject({ kind: z.literal('acts'), acts: z.array(Act).min(1) }),
])
type When = z.output<typeof When>

const Params = z.strictObject({
  items: z.array(z.strictObject({ label: z.string(), when: When })).min(1),
  /** words of the industries that the article lists; it ends with «等» */
  industries: z.strictObject({ clause: z.string(), listed: z.array(z.string()).min(1) }),
  premise: z.strictObject({ clause: z.string() }),
  /** length of the listing, and when an early end can be asked for */
  years: z.int().min(1),
  earlyMonths: z.int().min(1),
})
type Params = z.output<typeof Params>

const Facts = z.strictObject({
  occurredOn: Day,
  grade: GradeName,
  /** earlier accidents of the same unit; left out: nobody has looked */
  earlier: z
    .array(z.strictObject({ occurredOn: Day, grade: GradeName }))
    .nullable()
    .optional(),
  acts: z.array(Act).default([]),
  /** 被处二至五倍罚款 */
  isMultiplied: z.boolean().default(false),
  industry: z.string().trim().nullable().optional(),
})
type Facts = z.output<typeof Facts>

type Held = { readonly answer: Ternary; readonly question?: string }
export type DishonestyResult = {
  readonly mayList: Ternary
  readonly items: readonly { readonly label: string; readonly answer: Ternary }[]
}

export const dishonestyRule: RuleSource<Params, Facts, DishonestyResult> = {
  id: 'dishonesty',
  params: Params,
  facts: Facts,
  heads: {
    ...occurredOnHead,
    ...gradeHead,
    以前的事故: {
      name: 'earlier',
      read: (cell) => (cell === '无' ? [] : cell.split('；').map((item) => earlierFrom(item))),
    },
    行为: list('acts', actFrom),
    被处倍数罚款: yesNo('isMultiplied'),
    行业: word('industry'),
  },
  words: ({ mayList, items }) => {
    const met = items.filter(({ answer }) => answer === 'yes').map(({ label }) => label)
    return { yes: `可能列入：${met.join('、')}`, no: '不属于所列情形', unknown: '待判断' }[mayList]
  },
  evaluate: (facts, env) => {
    const row = env.row({ kind: 'general', day: facts.occurredOn })
    const held = row.params.items.map(({ label, when }) => ({ label, ...holds(when, facts) }))
    const answers = held.map(({ answer }) => answer)
    const mayList = answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no'
    return {
      row,
      result: { mayList, items: held.map(({ label, answer }) => ({ label, answer })) },
      missing: mayList === 'unknown' ? ['earlier'] : [],
      steps: held.map(({ label, answer }): Step => ({ op: 'reason', text: `${label}：${answerWords[answer]}` })),
      questions: [
        ...held.flatMap(({ question }) => (question === undefined ? [] : [question])),
        ...(mayList === 'no' ? [] : industryQuestions(row, facts, env)),
      ],
      notes: [
        `以受到行政处罚且性质恶劣、情节严重为前提（${env.lawOf(row.law, row.params.premise.clause)}），谁处罚、谁决定，由处罚机关认定。`,
        ...(mayList === 'no'
          ? []
          : [`管理期限 ${row.params.years} 年，满 ${row.params.earlyMonths} 个月可以申请提前移出（转引，未核原文）。`]),
      ],
    }
  },
}

const answerWords: Readonly<Record<Ternary, string>> = { yes: '符合', no: '不符合', unknown: '待判断' }

/** `2026-01-10较大` */
function earlierFrom(item: string): unknown {
  return { occurredOn: item.slice(0, DAY_LENGTH), grade: item.slice(DAY_LENGTH) }
}
const DAY_LENGTH = '2026-01-10'.length

function holds(when: When, facts: Facts): Held {
  switch (when.kind) {
    case 'gradeAtLeast':
      return yesIf(gradeNames.indexOf(facts.grade) >= gradeNames.indexOf(when.grade))
    case 'again':
      return again(when, facts)
    case 'multiple':
      return yesIf(facts.isMultiplied)
    case 'acts':
      return yesIf(facts.acts.some((act) => when.acts.includes(act)))
    default:
      return assertNever(when)
  }
}

const yesIf = (isMet: boolean): Held => ({ answer: isMet ? 'yes' : 'no' })

/** So many within the months; the corresponding day itself is on the edge, and a person decides. */
function again({ grade, months, count }: Extract<When, { kind: 'again' }>, facts: Facts): Held {
  if (facts.grade !== grade) return { answer: 'no' }
  if (facts.earlier === null || facts.earlier === undefined) return { answer: 'unknown' }
  const days = [
    ...facts.earlier.filter((before) => before.grade === grade).map((before) => before.occurredOn),
    facts.occurredOn,
  ]
    .map(dayFrom)
    .toSorted((a, b) => a - b)
  const spans = days.slice(0, days.length - count + 1).map((first, at) => ({
    edge: addMonths(first, months).day,
    last: days[at + count - 1] ?? first,
  }))
  if (spans.some(({ edge, last }) => last < edge)) return { answer: 'yes' }
  const onEdge = spans.find(({ edge, last }) => last === edge)
  if (onEdge === undefined) return { answer: 'no' }
  return {
    answer: 'yes',
    question: `${dayText(onEdge.last)} 正是满 ${months} 个月的对应日，是否算在 ${months} 个月以内没有明文，暂按在内。是否在内？`,
  }
}

function industryQuestions({ law, params }: Row<Params>, { industry }: Facts, env: RuleEnv<Params>): string[] {
  if (!industry || params.industries.listed.some((name) => industry.includes(name))) return []
  const article = env.lawOf(law, params.industries.clause)
  return [`${article}没有列明“${industry}”，是否适用由处罚机关确认。是否适用？`]
}
