/** 罚款的决定机关 (14号令第六条至第八条; 安全生产法第一百一十五条): by the grade; who decides instead needs a basis that a person names. */
import { z } from '../../schema.ts'
import { Day } from '../facts.ts'
import { choice, gradeHead, kindHead, word, yesNo } from '../heads.ts'
import { GradeName, Kind, type Row } from '../law-data.ts'
import type { RuleEnv, RuleSource } from '../rule.ts'

const Level = z.enum(['county', 'city', 'province', 'ministry'])
type Level = z.output<typeof Level>

const levelLabels: Readonly<Record<Level, string>> = {
  county: '县级机关',
  city: '设区的市级机关',
  province: '省级机关',
  ministry: '国务院部门',
}

const Article = z.strictObject({ law: z.string(), clause: z.string() })
const Params = z.strictObject({
  authorities: z.array(z.strictObject({ grade: GradeName, level: Level, authority: z.string() })),
  /** 上级可以指定下一级决定; null where the article does not say so */
  assign: Article.nullable(),
  /** 异地: the place of the accident decides */
  place: Article,
  /** departments that may decide as well: 民航、铁路、电力 */
  others: Article,
})
type Params = z.output<typeof Params>

const Facts = z.strictObject({
  grade: GradeName,
  kind: Kind.default('general'),
  /** chooses the law; left out: the newest */
  filedOn: Day.optional(),
  /** who is going to decide, where it is another than the law says */
  decidingLevel: Level.optional(),
  hasAssignment: z.boolean().nullable().optional(),
  isEscalated: z.boolean().default(false),
  isCivilAviation: z.boolean().default(false),
})
type Facts = z.output<typeof Facts>

export type FineAuthorityResult = { readonly authority: string; readonly level: Level }

/** A day on which the newest row is in force. */
const newestDay = '9999-12-31'

export const fineAuthorityRule: RuleSource<Params, Facts, FineAuthorityResult> = {
  id: 'fineAuthority',
  params: Params,
  facts: Facts,
  heads: {
    ...gradeHead,
    ...kindHead,
    立案日: word('filedOn'),
    拟决定机关: choice(
      'decidingLevel',
      Object.fromEntries(Level.options.map((level) => [levelLabels[level], level] as const)),
    ),
    指定文件: yesNo('hasAssignment'),
    提级调查: yesNo('isEscalated'),
    民航: yesNo('isCivilAviation'),
  },
  words: ({ authority }) => authority,
  faults: ({ params, from }) =>
    params.authorities.map(({ grade }) => grade).join() === GradeName.options.join()
      ? []
      : [`fineAuthority ${from}: the grades are not the four in their order`],
  evaluate: (facts, env) => {
    const row = env.row({ kind: facts.kind, day: facts.filedOn ?? newestDay })
    const found = row.params.authorities.find(({ grade }) => grade === facts.grade)
    if (found === undefined) throw new Error(`no authority for ${facts.grade}`)
    const { authority, level } = found
    return {
      row,
      result: { authority, level },
      steps: [{ op: 'reason', text: `${facts.grade}事故，由${authority}决定（${row.clause}）` }],
      questions: facts.isEscalated
        ? ['提级调查以后由哪一级机关决定处罚，条文没有写明，暂按等级列出。由哪一级机关决定？']
        : [],
      notes: [...decidingNotes(row, facts, level, authority, env), ...otherNotes(row, facts, env)],
    }
  },
}

function decidingNotes(
  { params, ...row }: Row<Params>,
  { decidingLevel, hasAssignment }: Facts,
  level: Level,
  authority: string,
  env: RuleEnv<Params>,
): string[] {
  if (decidingLevel === undefined || decidingLevel === level) return []
  const who = levelLabels[decidingLevel]
  const isAbove = Level.options.indexOf(decidingLevel) > Level.options.indexOf(level)
  if (params.assign === null)
    return [`${env.lawOf(row.law, row.clause)}规定由${authority}决定，没有写指定其他机关，${who}决定须写明依据。`]
  const article = env.lawOf(params.assign.law, params.assign.clause)
  if (isAbove)
    return [`${article}规定由${authority}决定，上级可以指定下一级，没有写上级直接决定，${who}决定须写明依据。`]
  const isNext = Level.options.indexOf(level) - Level.options.indexOf(decidingLevel) === 1
  if (!isNext) return [`${article}只写上级可以指定下一级决定，${who}隔级，请核对。`]
  return hasAssignment === true ? [] : [`${who}承办须有上级的指定文件（${article}）。`]
}

function otherNotes({ params }: Row<Params>, { kind, isCivilAviation }: Facts, env: RuleEnv<Params>): string[] {
  const isOther = isCivilAviation || kind === 'rail' || kind === 'power'
  return [
    `异地的，由事故发生地的机关决定（${env.lawOf(params.place.law, params.place.clause)}）。`,
    ...(isOther
      ? [`民航、铁路、电力行业也可以由主管部门处罚（${env.lawOf(params.others.law, params.others.clause)}）。`]
      : []),
  ]
}
