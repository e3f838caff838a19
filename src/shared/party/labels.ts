import type { OpenLabels } from '../labels.ts'

/** 单位的角色, in the order in which reports name them. */
export const unitKindLabels: OpenLabels = {
  accident_unit: '事故发生单位',
  site_owner: '场所单位',
  developer: '建设单位',
  general_contractor: '总承包（承包）单位',
  subcontractor: '分包单位',
  labour: '劳务单位',
  supervisor: '监理单位',
  designer: '设计单位',
  supplier: '供货单位',
  lessor: '出租单位',
  intermediary: '中介和技术服务机构',
  affiliate: '关联单位',
  regulator: '监管部门',
  government: '党委政府',
  other: '其他单位',
}

/**
 * Kinds of units that took part in what happened, so that their people have 直接利害关系 (第二十三条). 监管部门 and 党委政府 send
 * members to the team; what an «other» unit did is not known.
 */
export const involvedUnitKinds: ReadonlySet<string> = new Set(
  Object.keys(unitKindLabels).filter((kind) => !['regulator', 'government', 'other'].includes(kind)),
)
