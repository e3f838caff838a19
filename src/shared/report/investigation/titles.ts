/** Titles of chapters and sections: what each template prints and what else is in use in published reports. */

/** `label` names the place for the person who chooses; the first variant is the usual one. */
type Choice = { readonly label: string; readonly variants: readonly string[] }

const choice = (label: string, ...variants: readonly string[]): Choice => ({ label, variants })

export const titleChoices = {
  basic: choice(
    '第一章',
    '事故基本情况',
    '事故有关情况',
    '事故概况',
    '事故概述',
    '基本情况',
    '事故基本概况',
    '事故基本信息',
    '事故单位概况',
    '事故相关单位及工程概况',
    '工程概况',
  ),
  units: choice('单位概况', '事故有关单位情况', '事故有关单位概况', '事故发生单位及相关单位概况', '事故相关单位情况'),
  relations: choice('单位关系', '相关单位之间的关系', '有关单位之间的合同关系'),
  site: choice('场所和设备', '涉事场所和设备情况', '涉事项目情况', '涉事场所和设备', '工程项目概况'),
  scene: choice('现场勘查', '现场勘查情况', '事故现场情况'),
  course: choice('经过', '事故发生经过'),
  casualtiesAndLoss: choice('伤亡和损失', '人员伤亡和直接经济损失情况', '人员伤亡和直接经济损失'),
  casualties: choice('伤亡', '人员伤亡', '人员伤亡情况'),
  loss: choice('损失', '直接经济损失', '直接经济损失情况'),
  response: choice('应急处置章', '事故应急处置情况', '事故应急处置和救援情况'),
  courseAndResponse: choice(
    '经过和处置章',
    '事故发生经过和应急处置情况',
    '事故发生经过和事故救援情况',
    '事故发生经过和应急救援情况',
  ),
  reporting: choice('信息报告', '事故信息报告情况', '信息报告情况'),
  rescue: choice('救援', '应急救援处置情况', '应急救援情况', '应急处置与救援情况'),
  aftermath: choice('善后', '医疗救治和善后情况', '善后处理情况'),
  assessment: choice('处置评估', '应急处置评估', '应急处置评估结论'),
  reportingAndRescue: choice('报告和处置', '信息报告和应急处置', '信息报告和应急救援'),
  causes: choice('原因章', '事故原因分析', '事故原因分析（技术问题专篇）', '事故发生的原因'),
  causesAndNature: choice('原因和性质章', '事故原因和性质', '事故发生的原因和事故性质'),
  appraisal: choice('技术鉴定', '技术鉴定意见', '检验检测鉴定情况'),
  direct: choice('直接原因', '直接原因', '直接原因认定'),
  excluded: choice('排除因素', '其他可能因素排除'),
  indirect: choice('间接原因', '间接原因', '直接原因之外的其他原因', '管理原因'),
  nature: choice('性质', '事故性质', '事故等级和性质'),
  findings: choice('问题章', '有关责任单位存在的主要问题', '有关单位存在的主要问题'),
  findingsEnterprises: choice(
    '企业问题章',
    '有关企业和技术服务机构存在的主要问题（管理问题专篇）',
    '有关企业存在的主要问题（管理问题专篇）',
    '有关单位存在的主要问题',
  ),
  findingsDepartments: choice('部门问题章', '有关部门存在的主要问题'),
  findingsGovernments: choice(
    '党委政府问题章',
    '地方党委政府存在的主要问题',
    '地方人民政府存在的主要问题',
    '园区管理机构和地方人民政府存在的主要问题',
  ),
  proposals: choice(
    '处理建议章',
    '对有关责任单位和责任人员的处理建议',
    '责任认定及处理建议',
    '责任认定和处理建议',
    '对责任人员和责任单位的处理建议',
  ),
  lessons: choice('教训章', '事故主要教训', '主要教训'),
  measures: choice('措施章', '事故防范和整改措施', '防范和整改措施', '整改和防范措施建议'),
} as const satisfies Readonly<Record<string, Choice>>

export type TitleKey = keyof typeof titleChoices

export const titleKeys = Object.keys(titleChoices).filter((key): key is TitleKey => Object.hasOwn(titleChoices, key))
