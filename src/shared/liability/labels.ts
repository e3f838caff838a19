import type { Row } from '../case/tables.ts'
import type { Labels, OpenLabels } from '../labels.ts'

type Category = Row<'proposal'>['category']

export const subjectKindLabels: Labels<Row<'liability'>['subjectKind']> = {
  person: '人员',
  unit: '单位',
  person_group: '人员群体',
  unit_group: '单位群体',
}

/** «对事故发生负有……» */
export const liabilityGradeLabels: OpenLabels = {
  direct: '直接责任',
  main: '主要责任',
  important: '重要责任',
  main_leader: '主要领导责任',
  important_leader: '重要领导责任',
  supervisory: '监管责任',
}

/** The order in which proposals stand in a report. The order itself is from memory; each kind was seen in reports. */
export const proposalOrder: readonly Category[] = [
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
]

/** Short, for lists and choices. */
export const proposalCategoryLabels: Labels<Category> = {
  exempt: '免予追究责任',
  coerced: '已被司法机关采取措施',
  criminal: '移送司法机关追究刑事责任',
  discipline: '党纪政务处分（追责问责）',
  penalty_unit: '行政处罚（单位）',
  penalty_person: '行政处罚（人员）',
  qualification: '资质资格处理、信用惩戒',
  internal: '企业内部处理',
  other: '其他处理',
  undecided: '未定',
}

/** Headings of the sections of proposals, without the head count. */
export const proposalSectionTitles: Labels<Category> = {
  exempt: '因在事故中死亡，建议免予追究责任的人员',
  coerced: '已被司法机关采取措施的人员',
  criminal: '建议移送司法机关追究刑事责任的人员',
  discipline: '建议给予党纪政务处分的人员',
  penalty_unit: '建议给予行政处罚的单位',
  penalty_person: '建议给予行政处罚的人员',
  qualification: '建议由行业部门吊销、撤销资质资格或者予以信用惩戒的单位和人员',
  internal: '建议由企业内部处理的人员',
  other: '其他处理建议',
  undecided: '处理意见未定的单位和人员',
}

/** 应急管理部令第14号第四条 */
export const fineBaseSourceLabels: Labels<Row<'proposal'>['fineBaseSource']> = {
  state_owned: '上级主管部门确定（国有）',
  audited: '财务、税务部门核定',
  estimated: '难以确定，按平均工资测算',
}

export const dispositionKindLabels: OpenLabels = {
  coercive: '强制措施',
  filed: '立案',
  prosecuted: '移送起诉',
  judgment: '判决',
  discipline: '处分',
  fine: '罚款',
  licence: '证照、资格处理',
  credit_list: '列入严重失信主体名单',
  internal: '单位内部处理',
  apology: '书面检查',
  other: '其他',
}

export const dispositionStateLabels: Labels<Row<'disposition'>['state']> = {
  reported: '已反馈',
  decided: '已决定',
  executed: '已执行',
  refused: '未采纳',
  not_required: '无需处理',
}

export const citationRoleLabels: Labels<Row<'citation'>['role']> = {
  duty: '职责依据',
  breach: '违反条款',
  basis: '处理依据',
}
