/** 附件: which there may be, in their order, and how they are called. */

export const annexKeys = ['members', 'proposals', 'appraisal', 'experts', 'photos', 'loss'] as const
export type AnnexKey = (typeof annexKeys)[number]

export const annexTitles: Readonly<Record<AnnexKey, string>> = {
  members: '事故调查组成员名单及签名',
  proposals: '责任单位和责任人员处理建议汇总表',
  appraisal: '技术鉴定报告',
  experts: '专家组意见',
  photos: '现场平面图和照片',
  loss: '直接经济损失统计表及凭证目录',
}
