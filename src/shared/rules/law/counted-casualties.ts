/**
 * 定级人数 (493号令第十三条、第二十条; 21号令第十一条; 特种设备: 50号令第十六条、第十一条): which deaths count for the grade.
 * The day of the death decides, not the day of the report; a grade that falls is never taken over, it is asked.
 */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import type { Ask } from '../ask.ts'
import { dayFrom, dayText } from '../days.ts'
import { Day, LossWan, Persons, Plan } from '../facts.ts'
import { firstDayAssumption } from '../first-day.ts'
import { kindHead, list, occurredOnHead, planHead, word } from '../heads.ts'
import { type GradeName, gradeNames, Kind, type Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import { wanText } from '../sums.ts'
import { followUpNotes } from './late-follow-up.ts'

const Params = z.strictObject({
  /** 续报 of a change: within so many hours, or on the same day */
  followUp: z.strictObject({ law: z.string(), clause: z.string(), hours: z.int().min(1).nullable() }),
})
export type CountedParams = z.output<typeof Params>

const Injury = z.enum(['serious', 'poisoning', 'minor', 'unclear'], {
  error: '伤情应为 serious、poisoning、minor、unclear 之一',
})

const Person = z
  .strictObject({
    /** the injury of those who live or lived on; null: died without one on record */
    injury: Injury.nullable().default(null),
    diedOn: Day.nullable().default(null),
    /** when the death was reported */
    reportedOn: Day.nullable().default(null),
    /** several persons of one kind */
    count: Persons.min(1, '人数应为正整数').default(1),
  })
  .refine(({ injury, diedOn }) => injury !== null || diedOn !== null, '应有伤情或者死亡日期')
export type CountedPerson = z.output<typeof Person>

const Facts = z.strictObject({
  occurredOn: Day,
  kind: Kind.default('general'),
  persons: z.array(Person),
  directLossWan: LossWan.nullable().default(null),
  plan: Plan.optional(),
})
type Facts = z.output<typeof Facts>

export type CountedCasualtiesResult = {
  readonly deaths: number
  /** 重伤 with 急性工业中毒, and with those who died after the window */
  readonly seriousInjuries: number
  readonly afterWindowDeaths: number
  readonly lastDay: string
  readonly grade: GradeName
  readonly provisional: boolean
  /** by the figures alone, where that is lower than before */
  readonly computedGrade: GradeName
}

export type CountedAsks = {
  readonly grade: Ask<{ grade: GradeName; provisional: boolean }>
  readonly window: Ask<{ lastDay: string }>
  readonly body: Ask<{ due: string }>
}

const injuries = { 重伤: 'serious', 急性工业中毒: 'poisoning', 轻伤: 'minor', 轻重未分: 'unclear' } as const

export function countedCasualtiesRule(asks: CountedAsks): RuleSource<CountedParams, Facts, CountedCasualtiesResult> {
  return {
    id: 'countedCasualties',
    params: Params,
    facts: Facts,
    heads: {
      ...occurredOnHead,
      ...kindHead,
      ...planHead,
      '损失（万元）': word('directLossWan'),
      人员: list('persons', personOf),
    },
    words: ({ deaths, seriousInjuries, afterWindowDeaths, grade, provisional }) =>
      `${deaths}死${seriousInjuries}重伤，${provisional ? '初判' : ''}${grade}${
        afterWindowDeaths > 0 ? `，期后死亡${afterWindowDeaths}人` : ''
      }`,
    evaluate: (facts, env) => draftOf(env.row({ kind: facts.kind, day: facts.occurredOn }), facts, asks, env),
  }
}

/** `死亡2026-03-01×2`, `重伤×1`, `重伤→死亡2026-03-31，上报2026-04-05` */
function personOf(item: string): unknown {
  const match = /^(?:(\D+?)(?:→|(?=×|$)))?(?:死亡([\d-]+))?(?:，上报([\d-]+))?(?:×(\d+))?$/.exec(item)
  if (match === null) return item
  const [, injury, diedOn, reportedOn, count] = match
  return {
    injury: injury === undefined ? null : (Object.entries(injuries).find(([name]) => name === injury)?.[1] ?? injury),
    diedOn: diedOn ?? null,
    reportedOn: reportedOn ?? null,
    count: Number(count ?? 1),
  }
}

function draftOf(
  row: Row<CountedParams>,
  facts: Facts,
  asks: CountedAsks,
  env: RuleEnv<CountedParams>,
): Draft<CountedCasualtiesResult> {
  refuseBadOrder(facts)
  const { settings } = env
  const { occurredOn, kind, plan } = facts
  const { lastDay } = asks.window({ occurredOn, kind, ...(plan === undefined ? {} : { plan }) }, settings)
  const graded = (deaths: number, seriousInjuries: number) =>
    asks.grade({ occurredOn, kind, deaths, seriousInjuries, directLossWan: lossOf(facts) }, settings)
  const resultOn = (last: string) => resultOf(facts, last, graded)
  const { result, former, sums } = resultOn(lastDay)
  const falls = isHigher(result.grade, result.computedGrade)
  return {
    row,
    result,
    steps: [
      { op: 'sum', parts: sums.deaths, unit: '人', result: result.deaths, why: `死亡，${lastDay} 以前，含当日` },
      { op: 'sum', parts: sums.serious, unit: '人', result: result.seriousInjuries, why: '重伤' },
      {
        op: 'reason',
        text: `死亡 ${result.deaths} 人、重伤 ${result.seriousInjuries} 人，对应${result.computedGrade}事故`,
      },
    ],
    missing: [
      ...(facts.directLossWan === null && result.provisional ? ['directLossWan'] : []),
      ...(unclear(facts, lastDay) > 0 && result.provisional ? ['persons'] : []),
    ],
    questions: falls
      ? [
          `由伤转亡后按算式为${result.computedGrade}，低于原来的${former}；由伤转亡的人员是否仍计入重伤没有明文，不自动降级，暂按${former}。本案按哪一个等级？`,
        ]
      : [],
    alternatives: falls
      ? [
          { name: '由伤转亡的仍计入重伤', result: { ...result, ...formerFigures(facts, lastDay, result) } },
          { name: '由伤转亡的不再计入重伤', result: { ...result, grade: result.computedGrade } },
        ]
      : [],
    assumptions: firstDayAssumption(settings, plan, (shift) => resultOn(dayText(dayFrom(lastDay) + shift)).result),
    notes: [
      ...followUpNotes(facts.persons, { occurredOn, lastDay }, row.params.followUp, env.lawOf),
      ...afterNotes(facts, lastDay),
      ...(unclear(facts, lastDay) > 0
        ? [`有 ${unclear(facts, lastDay)} 人伤情轻重未分，没有计入重伤，等级只是初判。`]
        : []),
      ...(isHigher(result.grade, former)
        ? [
            `补报期内伤亡人数变化，等级由${former}变为${result.grade}，应由${asks.body({ occurredOn, kind, grade: result.grade }, settings).due}负责调查，请报告并准备移送。`,
          ]
        : []),
      ...(kind === 'special' ? [`特种设备事故超过补报期的变化，按原等级处理（${row.clause}）。`] : []),
    ],
  }
}

type Part = { readonly name: string; readonly value: number }
type Grader = (deaths: number, seriousInjuries: number) => { readonly grade: GradeName; readonly provisional: boolean }

/** `former`: the grade with those who died of injuries still among the injured, as it was before their death. */
function resultOf(
  facts: Facts,
  lastDay: string,
  graded: Grader,
): {
  readonly result: CountedCasualtiesResult
  readonly former: GradeName
  readonly sums: { readonly deaths: readonly Part[]; readonly serious: readonly Part[] }
} {
  const { atOnce, turned, after, living, turnedSerious, afterSerious } = countsOf(facts, lastDay)
  const deaths = atOnce + turned
  const seriousInjuries = living + afterSerious
  const { grade: computedGrade, provisional } = graded(deaths, seriousInjuries)
  const { grade: former } = graded(atOnce, seriousInjuries + turnedSerious)
  return {
    result: {
      deaths,
      seriousInjuries,
      afterWindowDeaths: after,
      lastDay,
      grade: isHigher(former, computedGrade) ? former : computedGrade,
      provisional: provisional || (unclear(facts, lastDay) > 0 && computedGrade !== gradeNames.at(-1)),
      computedGrade,
    },
    former,
    sums: {
      deaths: [
        { name: '没有伤情记录的死亡', value: atOnce },
        { name: '由伤转亡', value: turned },
      ],
      serious: [
        { name: '在治或治愈', value: living },
        { name: '期后死亡，仍计', value: afterSerious },
      ],
    },
  }
}

function countsOf({ persons }: Facts, lastDay: string) {
  const sum = (test: (person: CountedPerson) => boolean) =>
    persons.filter(test).reduce((total, { count }) => total + count, 0)
  const within = ({ diedOn }: CountedPerson) => diedOn !== null && diedOn <= lastDay
  const after = ({ diedOn }: CountedPerson) => diedOn !== null && diedOn > lastDay
  const serious = ({ injury }: CountedPerson) => injury === 'serious' || injury === 'poisoning'
  return {
    atOnce: sum((person) => within(person) && person.injury === null),
    turned: sum((person) => within(person) && person.injury !== null),
    turnedSerious: sum((person) => within(person) && serious(person)),
    after: sum(after),
    afterSerious: sum((person) => after(person) && (serious(person) || person.injury === null)),
    living: sum((person) => person.diedOn === null && serious(person)),
  }
}

function unclear({ persons }: Facts, lastDay: string): number {
  return persons
    .filter(({ injury, diedOn }) => injury === 'unclear' && (diedOn === null || diedOn > lastDay))
    .reduce((total, { count }) => total + count, 0)
}

function formerFigures(
  facts: Facts,
  lastDay: string,
  { seriousInjuries }: CountedCasualtiesResult,
): Pick<CountedCasualtiesResult, 'seriousInjuries'> {
  return { seriousInjuries: seriousInjuries + countsOf(facts, lastDay).turnedSerious }
}

function isHigher(a: GradeName, b: GradeName): boolean {
  return gradeNames.indexOf(a) > gradeNames.indexOf(b)
}

function lossOf({ directLossWan }: Facts): string | null {
  return directLossWan === null ? null : wanText(directLossWan)
}

function afterNotes({ persons }: Facts, lastDay: string): string[] {
  return persons.flatMap(({ diedOn, injury, count }) => {
    if (diedOn === null || diedOn <= lastDay) return []
    const counted =
      injury === 'minor' || injury === 'unclear' ? '定级时仍按原来的伤情，请核对伤情' : '定级统计中仍计入重伤'
    return [`${diedOn} 死亡 ${count} 人，在补报期末日 ${lastDay} 之后，记“期后死亡”，${counted}。`]
  })
}

function refuseBadOrder({ persons, occurredOn }: Facts): void {
  for (const { diedOn, reportedOn } of persons) {
    if (diedOn === null) continue
    if (diedOn < occurredOn)
      throw new AppError('refused', `死亡日期 ${diedOn} 早于事故发生日 ${occurredOn}，请核对两个日期。`)
    if (reportedOn !== null && reportedOn < diedOn)
      throw new AppError('refused', `上报日期 ${reportedOn} 早于死亡日期 ${diedOn}，请核对两个日期。`)
  }
}
