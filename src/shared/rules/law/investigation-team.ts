/** 调查组的组成 (493号令第二十二条至第二十八条): who takes part, who must not, who leads and who signs. */
import { AppError } from '../../result.ts'
import { z } from '../../schema.ts'
import type { Draft } from '../answer.ts'
import { Day } from '../facts.ts'
import { kindHead, list, occurredOnHead, word, yesNo } from '../heads.ts'
import { Kind, type Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'

const Body = z.enum(['government', 'emergency', 'industry', 'supervision', 'police', 'union', 'procuratorate'], {
  error: '参加机关的名称不在规定之中',
})
type Body = z.output<typeof Body>

/** 成员、邀请、同步介入 */
const Part = z.enum(['member', 'invited', 'parallel'], { error: '参加方式应为 member、invited、parallel 之一' })

const Clause = z.strictObject({ law: z.string(), clause: z.string() })
const Params = z.strictObject({
  bodies: z.array(
    z.strictObject({
      body: Body,
      label: z.string(),
      /** 应当邀请, not a member by itself */
      isInvited: z.boolean(),
      /** taking part beside the team is enough */
      mayBeParallel: z.boolean(),
    }),
  ),
  composition: Clause,
  interest: Clause,
})
type Params = z.output<typeof Params>

const Member = z.strictObject({
  name: z.string().trim().min(1, '成员姓名不能为空'),
  organization: z.string().nullable().default(null),
  role: z.enum(['leader', 'member', 'expert'], { error: '成员身份应为 leader、member、expert 之一' }),
  /** 无利害关系声明 is signed; null: not looked at */
  hasDeclared: z.boolean().nullable().default(null),
  /** signs the report as a member of the team */
  signsAsMember: z.boolean().nullable().default(null),
})
type Member = z.output<typeof Member>

const Facts = z.strictObject({
  occurredOn: Day,
  kind: Kind.default('general'),
  members: z.array(Member),
  /** of which bodies people take part, or why not */
  participants: z
    .array(z.strictObject({ body: Body, part: Part.nullable(), explanation: z.string().nullable().default(null) }))
    .default([]),
  hasInvitation: z.boolean().nullable().optional(),
  accidentUnits: z.array(z.string()).default([]),
  leaderAppointedBy: z.string().nullable().optional(),
  /** the government in charge of the investigation */
  responsibleGovernment: z.string().nullable().optional(),
  isAuthorized: z.boolean().nullable().optional(),
})
type Facts = z.output<typeof Facts>

export type InvestigationTeamResult = {
  /** bodies nobody comes from, in words */
  readonly gaps: readonly string[]
  readonly undeclared: readonly string[]
}

const bodies: Readonly<Record<string, Body>> = {
  政府: 'government',
  应急: 'emergency',
  行业: 'industry',
  监察: 'supervision',
  公安: 'police',
  工会: 'union',
  检察院: 'procuratorate',
}

export const investigationTeamRule: RuleSource<Params, Facts, InvestigationTeamResult> = {
  id: 'investigationTeam',
  params: Params,
  facts: Facts,
  heads: {
    ...occurredOnHead,
    ...kindHead,
    成员: list('members', memberOf),
    参加机关: list('participants', participantOf),
    检察院邀请函: yesNo('hasInvitation'),
    事故发生单位: list('accidentUnits', (name) => name),
    组长指定机关: word('leaderAppointedBy'),
    负责调查的政府: word('responsibleGovernment'),
    授权: yesNo('isAuthorized'),
  },
  words: ({ gaps }) => (gaps.length === 0 ? '齐全' : `缺${gaps.join('、')}`),
  faults: ({ params, from }) =>
    params.bodies.map(({ body }) => body).join() === Body.options.join()
      ? []
      : [`investigationTeam ${from}: the bodies are not all in their order`],
  evaluate: (facts, env) => draftOf(env.row({ kind: facts.kind, day: facts.occurredOn }), facts, env),
}

/** `张三，市应急管理局，组长，未声明` */
function memberOf(item: string): unknown {
  const [name, organization, role, ...details] = item.split('，')
  return {
    name,
    organization,
    role: role === '组长' ? 'leader' : role === '成员' ? 'member' : role === '专家' ? 'expert' : role,
    hasDeclared: details.includes('未声明') ? false : details.includes('已声明') ? true : null,
    signsAsMember: details.includes('列入成员签名') ? true : null,
  }
}

/** `公安`, `监察=同步介入`, `工会=说明：单位没有工会` */
function participantOf(item: string): unknown {
  const [name = '', part] = item.split('=')
  const explanation = part?.startsWith('说明：') ? part.slice(3) : null
  const parts: Readonly<Record<string, string>> = { 成员: 'member', 邀请: 'invited', 同步介入: 'parallel' }
  return {
    body: bodies[name] ?? name,
    part: explanation === null ? (parts[part ?? '成员'] ?? part) : null,
    explanation,
  }
}

function draftOf(row: Row<Params>, facts: Facts, env: RuleEnv<Params>): Draft<InvestigationTeamResult> {
  const { params } = row
  const composition = env.lawOf(params.composition.law, params.composition.clause)
  const interest = env.lawOf(params.interest.law, params.interest.clause)
  refuseInterest(facts, interest)
  refuseLeaders(facts, env.lawOf(row.law, row.clause))
  const gaps = params.bodies.filter((body) => isMissing(body, facts))
  const members = gaps.filter(({ isInvited }) => !isInvited).map(({ label }) => label)
  const invited = gaps.filter(({ isInvited }) => isInvited).map(({ label }) => label)
  const undeclared = facts.members.filter(({ hasDeclared }) => hasDeclared === false).map(({ name }) => name)
  return {
    row,
    result: { gaps: gaps.map(({ label }) => label), undeclared },
    steps: [
      {
        op: 'reason',
        text: `应有${params.bodies.map(({ label }) => label).join('、')}，缺 ${gaps.length} 个（${params.composition.clause}）`,
      },
    ],
    notes: [
      ...(members.length > 0 ? [`调查组缺${members.join('、')}派人参加，请补齐或者说明理由（${composition}）。`] : []),
      ...(invited.length > 0 || facts.hasInvitation === false
        ? [`应当邀请人民检察院派人参加，请附邀请函（${composition}）。`]
        : []),
      ...(undeclared.length > 0
        ? [`${undeclared.join('、')}没有签署无直接利害关系的声明，请补签（${interest}）。`]
        : []),
      ...leaderNotes(facts),
      ...facts.members
        .filter(({ role, signsAsMember }) => role === 'expert' && signsAsMember === true)
        .map(({ name }) => `专家${name}列入了成员签名；专家签署专家意见，调查报告由调查组成员签名。`),
    ],
  }
}

type DueBody = Params['bodies'][number]

/** A body is there when somebody comes from it, may be beside the team where that is enough, or its absence is explained. */
function isMissing({ body, isInvited, mayBeParallel }: DueBody, { participants, hasInvitation }: Facts): boolean {
  if (isInvited && hasInvitation === true) return false
  return !participants.some(
    ({ body: other, part, explanation }) =>
      other === body && (part === null ? (explanation ?? '').trim() !== '' : part !== 'parallel' || mayBeParallel),
  )
}

function refuseInterest({ members, accidentUnits }: Facts, law: string): void {
  const tied = members.find(({ organization }) => organization !== null && accidentUnits.includes(organization))
  if (tied !== undefined)
    throw new AppError(
      'refused',
      `${tied.name}所在单位“${tied.organization}”是事故发生单位，与事故有直接利害关系，不能参加调查组（${law}）。`,
    )
}

function refuseLeaders({ members }: Facts, law: string): void {
  const leaders = members.filter(({ role }: Member) => role === 'leader')
  if (leaders.length === 1) return
  throw new AppError(
    'refused',
    leaders.length === 0
      ? `调查组没有组长，组长由负责事故调查的人民政府指定（${law}）。`
      : `调查组有 ${leaders.length} 名组长（${leaders.map(({ name }) => name).join('、')}），应当只有一名（${law}）。`,
  )
}

function leaderNotes({ leaderAppointedBy, responsibleGovernment, isAuthorized }: Facts): string[] {
  if (!leaderAppointedBy || !responsibleGovernment || leaderAppointedBy === responsibleGovernment) return []
  if (isAuthorized === true) return []
  return [`组长由${leaderAppointedBy}指定，不是负责调查的${responsibleGovernment}，请附授权文件。`]
}
