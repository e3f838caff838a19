/**
 * 提级调查的触发情形: a closed list of predicates. The law only says «上级政府认为必要时» (493号令第二十条第一款); the list is the
 * bureau's own and the shipped one a proposal. Any yes is yes; else any unknown is unknown; nothing is ever taken for no.
 */
import { assertNever } from '../../result.ts'
import { z } from '../../schema.ts'
import { addMonths, dayFrom, dayText } from '../days.ts'
import { Day, Persons } from '../facts.ts'
import { gradeHead, kindHead, list, number, occurredOnHead } from '../heads.ts'
import { GradeName, Kind } from '../law-data.ts'
import type { RuleSource } from '../rule.ts'
import type { Step } from '../steps.ts'
import { Flag, Triggers, type When } from '../triggers.ts'

const Params = z.strictObject({ triggers: Triggers })

/** An earlier accident of the same unit or project. */
const Earlier = z.strictObject({
  caseNo: z.string().nullable().default(null),
  occurredOn: Day,
  deaths: Persons.nullable(),
})

const Facts = z.strictObject({
  occurredOn: Day,
  kind: Kind.default('general'),
  grade: GradeName.nullable(),
  deaths: Persons.nullable(),
  /** of the same unit or project; left out: nobody has looked */
  earlier: z.array(Earlier).nullable().optional(),
  flags: z.partialRecord(Flag, z.boolean().nullable()).default({}),
  /** ids of the triggers that a person has ticked as present */
  ticked: z.array(z.string()).default([]),
})
type Facts = z.output<typeof Facts>

const SHIPPED = { words: '随软件发布的情形', basis: '本地提级调查办法原文未收录，须由本单位核对' }

export type Ternary = 'yes' | 'no' | 'unknown'

const ternaryWords: Readonly<Record<Ternary, string>> = { yes: '符合提级情形', no: '不符合', unknown: '待判断' }

export type EscalationResult = {
  readonly escalate: Ternary
  readonly triggers: readonly {
    readonly id: string
    readonly label: string
    readonly answer: Ternary
    readonly reason: string
  }[]
}

export const escalationRule: RuleSource<z.output<typeof Params>, Facts, EscalationResult> = {
  id: 'escalation',
  params: Params,
  facts: Facts,
  heads: {
    ...kindHead,
    ...occurredOnHead,
    ...gradeHead,
    死亡: number('deaths'),
    以前的事故: { name: 'earlier', read: earlierOf },
    情形: { name: 'flags', read: flagsOf },
    勾选情形: list('ticked', (item) => item),
  },
  words: ({ escalate }) => ternaryWords[escalate],
  evaluate: (facts, env) => {
    const row = env.row({ kind: facts.kind, day: facts.occurredOn })
    const { value, words, basis } = env.settings.triggers
      ? { ...env.settings.triggers, words: '本单位设定的情形' }
      : { value: row.params.triggers, ...SHIPPED }
    const triggers = value.map(({ id, label, when }) => ({ id, label, ...holds(when, facts) }))
    const answers = triggers.map(({ answer }) => answer)
    const escalate = answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no'
    return {
      row,
      result: { escalate, triggers },
      steps: triggers.map(({ id, label, reason }): Step => ({ op: 'reason', text: `${id} ${label}：${reason}` })),
      notes: [
        ...triggers.flatMap(({ id, label, answer, reason }) =>
          facts.ticked.includes(id) && answer !== 'yes' ? [`勾选了“${label}”，${reason}；与勾选不符，请核对。`] : [],
        ),
        '提级由上级人民政府决定；提级只改变调查主体，不改变等级，期限仍自事故发生之日起算。',
      ],
      assumptions: [{ key: 'escalation.triggers', value: words, basis, otherwise: null }],
    }
  },
}

/** The flags by the names that a worked case writes. */
const flagWords: Readonly<Record<z.output<typeof Flag>, string>> = {
  suspectedConcealment: '涉嫌迟报漏报谎报瞒报',
  publicImpact: '社会影响大',
  leaderInstruction: '有领导批示',
  lowerBodyInterested: '下级有利害关系或者失职线索',
  duringSupervision: '挂牌督办期间',
  complexOrCrossRegion: '复杂或者跨区域',
}

/** `有领导批示：是；社会影响大：否` */
function flagsOf(cell: string): unknown {
  return Object.fromEntries(
    cell.split('；').map((item) => {
      const [label, value] = item.split('：')
      const flag = Flag.options.find((option) => flagWords[option] === label) ?? label
      return [flag, value === '是' ? true : value === '否' ? false : null]
    }),
  )
}

/** `无`, or `2025-06-01，死亡1人` with `；` between */
function earlierOf(cell: string): unknown {
  if (cell === '无') return []
  return cell.split('；').map((item) => {
    const [occurredOn, deaths] = item.split('，死亡')
    return { occurredOn, deaths: deaths === undefined ? null : Number(deaths.replace('人', '')) }
  })
}

type Held = { readonly answer: Ternary; readonly reason: string }

function holds(when: When, facts: Facts): Held {
  switch (when.kind) {
    case 'deathsAtLeast':
      if (facts.grade === null || facts.deaths === null) return { answer: 'unknown', reason: '等级或死亡人数未知' }
      return facts.grade === when.grade && facts.deaths >= when.n
        ? { answer: 'yes', reason: `${facts.grade}事故，死亡 ${facts.deaths} 人` }
        : { answer: 'no', reason: `${facts.grade}事故，死亡 ${facts.deaths} 人，不符合` }
    case 'sameUnitAgain':
      return sameUnitAgain(when.months, when.minDeaths, facts)
    case 'flag': {
      const value = facts.flags[when.flag]
      if (value === undefined || value === null) return { answer: 'unknown', reason: '尚未判断' }
      return value ? { answer: 'yes', reason: '有此情形' } : { answer: 'no', reason: '无此情形' }
    }
    default:
      return assertNever(when)
  }
}

/** The day so many months before counts as within: on that very day the law is silent, so it is unknown. */
function sameUnitAgain(months: number, minDeaths: number, { occurredOn, deaths, earlier }: Facts): Held {
  if (earlier === null || earlier === undefined) return { answer: 'unknown', reason: '未核对以前的事故' }
  if (deaths !== null && deaths < minDeaths) return { answer: 'no', reason: `本次死亡 ${deaths} 人，不符合` }
  const edge = dayText(addMonths(dayFrom(occurredOn), -months).day)
  const inside = earlier.filter((before) => before.occurredOn >= edge && before.occurredOn <= occurredOn)
  const name = ({ caseNo, occurredOn: on }: (typeof earlier)[number]) => `前案 ${caseNo ?? '（无案号）'}（${on}）`
  const sure = inside.find((before) => before.occurredOn > edge && before.deaths !== null && before.deaths >= minDeaths)
  if (sure !== undefined && deaths !== null) return { answer: 'yes', reason: `${name(sure)}在 ${edge} 以后` }
  const doubtful = inside.find((before) => before.deaths === null || before.deaths >= minDeaths)
  if (doubtful === undefined) return { answer: 'no', reason: `库中 ${edge} 以后没有同一单位的亡人事故` }
  return { answer: 'unknown', reason: `${name(doubtful)}在 ${edge} 或以后，人数或边界日须人工确认` }
}
