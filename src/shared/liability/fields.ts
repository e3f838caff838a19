import { Count, Day, Fen, Id, Line, Text, z } from '../schema.ts'

/** 责任认定: subject -> duty -> breach -> causal link */
export const LiabilityFields = z.strictObject({
  subjectKind: z.enum(['person', 'unit', 'person_group', 'unit_group']),
  personId: Id.nullable(), // unit_id: the subject itself, or the person's unit
  unitId: Id.nullable(),
  headCount: Count.min(1, '至少是1；请填写1或者更大的整数').nullable(), // groups: 18名
  subjectText: Line.nullable(), // 名称原词
  identityText: Line.nullable(), // 身份、职务 (事故时)
  duty: Text.nullable(), // 职责
  facts: Text.nullable(), // 失职、违法事实
  causalLink: Text.nullable(), // 与事故的关系
  gradeOfLiability: Line.nullable(), // direct 直接 | main 主要 | important 重要 | main_leader 主要领导 | important_leader 重要领导 | supervisory 监管
})

/** 处理建议: basis, kind and deciding body are required (山东25条) */
export const ProposalFields = z.strictObject({
  liabilityId: Id,
  category: z.enum([
    'exempt',
    'coerced',
    'criminal',
    'discipline',
    'penalty_unit',
    'penalty_person',
    'qualification',
    'internal',
    'other',
    'undecided',
  ]), // §7.2 的顺序
  kindText: Line.nullable(), // 种类原词: 党纪政务处分和组织处理
  description: Text.nullable(), // 建议
  decidingBody: Line.nullable(), // 处理机关
  fineFen: Fen.nullable(), // 拟罚款
  fineBaseFen: Fen.nullable(), // 上一年年收入
  fineBaseSource: z.enum(['state_owned', 'audited', 'estimated']).nullable(), // V-20 例9
  fineMultiplePermille: z.int().min(2000).max(5000).nullable(), // 2–5 倍 (安法114)
  fineActsList: z.array(Line).nullable(), // 14号令 11–13 的情形
})

/** 处理落实: decided, executed; also 已采取强制措施, 失信列入 [F34 F35] */
export const DispositionFields = z.strictObject({
  proposalId: Id,
  kind: Line.default('other'), // coercive | filed | prosecuted | judgment | discipline | fine | licence | credit_list | internal | apology | other
  body: Line.nullable(),
  documentNo: Line.nullable(),
  documentId: Id.nullable(),
  decidedOn: Day.nullable(),
  effectiveOn: Day.nullable(),
  executedOn: Day.nullable(),
  fineFen: Fen.nullable(),
  termMonths: Count.nullable(),
  state: z.enum(['reported', 'decided', 'executed', 'refused', 'not_required']).default('reported'),
  description: Text.min(1, '不能为空'),
})

/** 法条引用: duty, breach, basis … of any row */
export const CitationFields = z.strictObject({
  aboutTable: Line,
  aboutId: Id,
  role: z.enum(['duty', 'breach', 'basis']),
  statuteKey: Line.nullable(), // e.g. 安全生产法@2021: row of the clause library, version in force on the day
  lawText: Text.min(1, '不能为空'), // 《安全生产法》第一百一十四条第一款第一项 or the words of the source
  article: Line.nullable(), // 114-1-1
})
