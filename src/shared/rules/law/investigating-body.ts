/**
 * 负责调查的机关 (493号令第十九条至第二十一条; 特种设备: 特种设备安全监察条例第六十七条; 煤矿: 煤矿安全生产条例第六十条).
 * The body in charge is never changed by itself: a changed grade, loss or place is pointed out or asked.
 */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import type { Ask } from '../ask.ts'
import { Day, Persons } from '../facts.ts'
import { choice, gradeHead, kindHead, number, occurredOnHead, word } from '../heads.ts'
import { GradeName, gradeNames, Kind, type Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'
import { type Change, changeOf, changeWords } from './grade-change.ts'

const Level = z.enum(['unit', 'county', 'city', 'province', 'state', 'mine'], {
  error: '调查主体应为 unit、county、city、province、state、mine 之一',
})
type Level = z.output<typeof Level>

/** Levels of government, the lowest first. */
const ordered: readonly Level[] = ['county', 'city', 'province', 'state']

const Clause = z.strictObject({ law: z.string(), clause: z.string() })
const Params = z.strictObject({
  bodies: z.array(
    z.strictObject({
      grade: GradeName,
      level: Level,
      name: z.string(),
      law: z.string(),
      clause: z.string(),
      /** what of this line is not the words of the law */
      remark: z.string().optional(),
    }),
  ),
  /** 未造成人员伤亡的一般事故: the unit itself may be commissioned; null: no such rule */
  unitMayInvestigate: Clause.nullable(),
  delegation: Clause.nullable(),
  /** a body above may investigate */
  escalation: Clause.nullable(),
  /** the place of the accident and of the unit */
  elsewhere: Clause.nullable(),
  /** the grade changes afterwards */
  change: Clause.extend({ includesLoss: z.boolean() }),
  /** 不适用第493号令的默认主体 */
  remark: z.string().nullable(),
})
export type InvestigatingBodyParams = z.output<typeof Params>

const Facts = z.strictObject({
  occurredOn: Day,
  grade: GradeName,
  kind: Kind.default('general'),
  /** deaths and injuries of any weight; left out or null: not known */
  deaths: Persons.nullable().optional(),
  injured: Persons.nullable().optional(),
  /** who investigates now, or is meant to */
  body: Level.nullable().optional(),
  /** 授权或者委托 */
  delegation: z.strictObject({ to: z.string(), documentNo: z.string().nullable() }).nullable().optional(),
  accidentPlace: z.string().nullable().optional(),
  registeredPlace: z.string().nullable().optional(),
  /** the grade before, and why it changed */
  change: z
    .strictObject({
      from: GradeName,
      by: z.enum(['casualties', 'loss'], { error: '变化原因应为 casualties、loss 之一' }),
      on: Day,
    })
    .nullable()
    .optional(),
  /** 提级: the body that took over, and the one before */
  escalation: z.strictObject({ to: Level, from: Level }).nullable().optional(),
})
export type InvestigatingBodyFacts = z.output<typeof Facts>
type Facts = InvestigatingBodyFacts

export type InvestigatingBodyResult = {
  /** by the grade */
  readonly due: string
  readonly dueLevel: Level
  /** who investigates now; null: not said */
  readonly acting: string | null
  /** the body before an escalation, kept */
  readonly former: string | null
  /** 移送清单 is to be made */
  readonly needsTransfer: boolean
}

const levels = {
  事故发生单位: 'unit',
  县级: 'county',
  设区的市级: 'city',
  省级: 'province',
  国家: 'state',
  矿山: 'mine',
}

export function investigatingBodyRule(
  window: Ask<{ lastDay: string }>,
): RuleSource<InvestigatingBodyParams, Facts, InvestigatingBodyResult> {
  return {
    id: 'investigatingBody',
    params: Params,
    facts: Facts,
    heads: {
      ...occurredOnHead,
      ...kindHead,
      ...gradeHead,
      死亡: number('deaths'),
      受伤: number('injured'),
      调查主体: choice('body', levels),
      授权或委托: { name: 'delegation', read: delegationOf },
      事故发生地: word('accidentPlace'),
      单位所在地: word('registeredPlace'),
      等级变化: { name: 'change', read: changeOf },
      提级: { name: 'escalation', read: escalationOf },
    },
    words: ({ due, acting, former, needsTransfer }) =>
      `应由${due}负责${acting === null || acting === due ? '' : `，现由${acting}负责`}${
        former === null ? '' : `，原由${former}负责`
      }${needsTransfer ? '，须移送' : ''}`,
    faults: ({ params, from }) =>
      params.bodies.map(({ grade }) => grade).join() === GradeName.options.join()
        ? []
        : [`investigatingBody ${from}: the grades are not the four in their order`],
    evaluate: (facts, env) => {
      const row = env.row({ kind: facts.kind, day: facts.occurredOn })
      const { occurredOn, kind, change } = facts
      const { lastDay } = change ? window({ occurredOn, kind }, env.settings) : { lastDay: '' }
      return draftOf(row, facts, env, changeWords(facts, row.params.change, lastDay, env.lawOf))
    },
  }
}

/** `市应急管理局，文号`, or without one */
function delegationOf(cell: string): unknown {
  const [to, documentNo] = cell.split('，')
  return { to, documentNo: documentNo ?? null }
}

/** `县级→设区的市级` */
function escalationOf(cell: string): unknown {
  const levelOf = (text: string | undefined) => Object.entries(levels).find(([name]) => name === text)?.[1] ?? text
  const [from, to] = cell.split('→')
  return { from: levelOf(from), to: levelOf(to) }
}

type Env = RuleEnv<InvestigatingBodyParams>

function draftOf(
  row: Row<InvestigatingBodyParams>,
  facts: Facts,
  env: Env,
  change: Change,
): Draft<InvestigatingBodyResult> {
  const { params } = row
  refuseUnit(facts, params, env)
  const grade = change.isWithoutEffect && facts.change ? facts.change.from : facts.grade
  const due = bodyOf(params, grade)
  const nameOf = (level: Level) =>
    level === 'unit' ? '事故发生单位' : (params.bodies.find((body) => body.level === level)?.name ?? levelNames[level])
  const now = facts.escalation?.to ?? facts.body ?? null
  const actingBody = now === null ? null : nameOf(now)
  const acting = facts.delegation ? facts.delegation.to : actingBody
  const needsTransfer = change.needsTransfer || isTooLow(now, due.level, facts)
  const result = {
    due: due.name,
    dueLevel: due.level,
    acting,
    former: facts.escalation ? nameOf(facts.escalation.from) : null,
    needsTransfer,
  }
  return {
    row: { ...row, law: due.law, clause: due.clause, mark: due.remark === undefined ? row.mark : '推' },
    result,
    steps: [{ op: 'reason', text: `${grade}事故，由${due.name}负责组织调查（${due.clause}）` }],
    questions: change.questions,
    alternatives:
      change.questions.length === 0 || !facts.change
        ? []
        : [
            { name: '按原等级', grade: facts.change.from },
            { name: '按变化后的等级', grade: facts.grade },
          ].map(({ name, grade: by }) => {
            const body = bodyOf(params, by)
            return { name, result: { ...result, due: body.name, dueLevel: body.level } }
          }),
    missing: now === 'unit' && casualties(facts) === null ? ['deaths', 'injured'] : [],
    notes: [
      ...(due.remark === undefined ? [] : [due.remark]),
      ...(params.remark === null ? [] : [params.remark]),
      ...change.notes,
      ...actingNotes(facts, { now, dueName: due.name, dueLevel: due.level, actingBody }, params, env),
      ...placeNotes(facts, params, env),
    ],
  }
}

function bodyOf({ bodies }: InvestigatingBodyParams, grade: GradeName): InvestigatingBodyParams['bodies'][number] {
  const body = bodies.find((candidate) => candidate.grade === grade)
  if (body === undefined) throw new Error(`no body for ${grade}`)
  return body
}

const levelNames: Readonly<Record<Exclude<Level, 'unit'>, string>> = {
  county: '县级机关',
  city: '设区的市级机关',
  province: '省级机关',
  state: '国家有关机关',
  mine: '矿山安全监察机构',
}

/** Persons hurt in any way; null while it is not known that there are none. */
function casualties({ deaths = null, injured = null }: Facts): number | null {
  const known = (deaths ?? 0) + (injured ?? 0)
  return known > 0 || (deaths !== null && injured !== null) ? known : null
}

function refuseUnit(facts: Facts, { unitMayInvestigate }: InvestigatingBodyParams, env: Env): void {
  if (facts.body !== 'unit') return
  const { grade } = facts
  const hurt = casualties(facts)
  if (unitMayInvestigate === null)
    throw new AppError('refused', '没有收录可以委托事故发生单位组织调查的规定，请人工确定依据。')
  const law = env.lawOf(unitMayInvestigate.law, unitMayInvestigate.clause)
  if (grade !== gradeNames[0]) throw new AppError('refused', `${grade}事故不能委托事故发生单位组织调查（${law}）。`)
  if (hurt !== null && hurt > 0)
    throw new AppError(
      'refused',
      `事故造成 ${hurt} 人伤亡，不能委托事故发生单位组织调查；只有未造成人员伤亡的一般事故可以委托（${law}）。`,
    )
}

/** A local body below the one in charge, with no authority from above and no change of grade that is settled elsewhere. */
function isTooLow(now: Level | null, due: Level, { delegation, change }: Facts): boolean {
  if (now === null || now === 'unit' || delegation || change) return false
  return due === 'mine' ? now !== 'mine' : ordered.indexOf(now) < ordered.indexOf(due)
}

type Acting = {
  readonly now: Level | null
  readonly dueName: string
  readonly dueLevel: Level
  readonly actingBody: string | null
}

function actingNotes(facts: Facts, acting: Acting, params: InvestigatingBodyParams, env: Env): string[] {
  const { now, dueName, dueLevel, actingBody } = acting
  const above = params.escalation === null ? null : env.lawOf(params.escalation.law, params.escalation.clause)
  const isAbove = now !== null && ordered.includes(dueLevel) && ordered.indexOf(now) > ordered.indexOf(dueLevel)
  return [
    ...(isTooLow(now, dueLevel, facts)
      ? [`${facts.grade}事故应由${dueName}负责调查，现由${actingBody}负责，应当移送、提级或者取得授权。`]
      : []),
    ...(facts.escalation
      ? ['提级只改变调查主体，不改变事故等级，调查期限仍自事故发生之日起算；原调查主体予以保留。']
      : isAbove
        ? [
            above === null
              ? `由${actingBody}调查的，高于应当负责的机关，请附依据。`
              : `由${actingBody}调查的，应当有上级认为必要的决定（${above}）。`,
          ]
        : []),
    ...(facts.delegation && facts.delegation.documentNo === null && params.delegation !== null
      ? [
          `授权或者委托${facts.delegation.to}组织调查的，应当附授权、委托文件（${env.lawOf(params.delegation.law, params.delegation.clause)}）。`,
        ]
      : []),
    ...(now === 'unit'
      ? [
          casualties(facts) === null
            ? '伤亡人数未知，确认未造成人员伤亡后，才可以委托事故发生单位组织调查。'
            : `委托事故发生单位组织调查的，由${dueName}委托，应当附委托文件。`,
        ]
      : now === null && params.unitMayInvestigate !== null && facts.grade === gradeNames[0] && casualties(facts) === 0
        ? [`未造成人员伤亡的，${dueName}可以委托事故发生单位组织调查。`]
        : []),
  ]
}

function placeNotes(facts: Facts, { elsewhere }: InvestigatingBodyParams, env: Env): string[] {
  const { accidentPlace, registeredPlace, grade } = facts
  if (elsewhere === null || !accidentPlace || !registeredPlace || accidentPlace === registeredPlace) return []
  if (grade === gradeNames.at(-1)) return []
  return [
    `事故发生地（${accidentPlace}）与事故发生单位所在地（${registeredPlace}）不同，由事故发生地人民政府负责调查，单位所在地人民政府应当派人参加（${env.lawOf(elsewhere.law, elsewhere.clause)}）。`,
  ]
}
