import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'

export const teamPurposeLabels: Labels<Row<'team'>['purpose']> = { investigation: '调查组', assessment: '评估组' }

/** 第十九条: who carries the investigation out. */
export const teamAuthorityLabels: Labels<Row<'team'>['authority']> = {
  direct: '政府直接组织',
  authorised: '授权有关部门组织',
  delegated: '委托有关部门组织',
  unit: '委托事故发生单位组织',
}

export const teamLevelLabels: Labels<Row<'team'>['level']> = {
  unit: '事故发生单位',
  county: '县级',
  city: '设区的市级',
  province: '省级',
  state: '国家级',
}

export const memberRoleLabels: Labels<Row<'teamMember'>['role']> = {
  leader: '组长',
  deputy: '副组长',
  member: '成员',
  invited: '邀请',
  parallel: '同步介入',
  expert: '专家',
}

export const recusalLabels: Labels<Row<'teamMember'>['recusal']> = {
  requested: '申请回避',
  granted: '准予回避',
  refused: '不予回避',
}

export const signatureOpinionLabels: Labels<Row<'teamMember'>['signatureOpinion']> = {
  agree: '同意',
  reserve: '保留意见',
}
