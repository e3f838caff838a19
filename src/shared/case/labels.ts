import type { Precision } from '../dates.ts'
import type { Labels, OpenLabels } from '../labels.ts'
import type { CaseFile } from './tables.ts'

export const nameSourceLabels: Labels<CaseFile['nameSource']> = {
  formula: '按公式生成',
  manual: '手工填写',
  imported: '导入',
}

export const purposeLabels: Labels<CaseFile['purpose']> = { live: '在办', reference: '案例库', training: '培训' }

export const regimeLabels: Labels<CaseFile['regime']> = {
  general: '一般规定',
  fire: '火灾',
  road: '道路交通',
  special: '特种设备',
  coal: '煤矿',
  rail: '铁路交通',
  power: '电力安全',
}

/** How certain a time is. */
export const precisionLabels: Labels<Precision> = {
  minute: '到分',
  about: '约（许）',
  between: '时段',
  day: '仅日期',
  month: '仅年月',
  year: '仅年份',
  unknown: '不明',
}

export const typeStandardLabels: Labels<CaseFile['typeStandard']> = {
  'GB6441-1986': 'GB/T 6441—1986（20类）',
  'GB6441-2025': 'GB 6441—2025（27类）',
}

export const secrecyLabels: Labels<CaseFile['secrecy']> = {
  public: '公开',
  internal: '内部',
  work: '工作秘密',
  confidential: '秘密',
  secret: '机密',
  top_secret: '绝密',
}

/** Where the case is on its way (not the pages of the case file). */
export const progressLabels: Labels<CaseFile['stage']> = {
  reported: '已接报',
  investigating: '调查中',
  submitted: '已报送',
  approved: '已批复',
  published: '已公布',
  assessed: '已评估',
  archived: '已归档',
}

/** 事故性质, GB 6442—1986: 责任、非责任、破坏性事故. */
export const natureLabels: OpenLabels = {
  liability: '责任事故',
  non_liability: '非责任事故',
  sabotage: '破坏性事故',
  not_work_safety: '不属于生产安全事故',
  other: '其他',
}
