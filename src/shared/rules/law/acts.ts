/** What units and persons do wrong around an accident and its report (493号令第三十五条、第三十六条; 14号令第十九条至第二十一条). */
import { z } from '../../schema.ts'

export const Act = z.enum([
  'failureOfDuty',
  'insufficientInvestment',
  'noRescue',
  'absence',
  'escape',
  'lateReport',
  'omission',
  'falseReport',
  'concealment',
  'destroyScene',
  'hideAssets',
  'refuseInquiry',
  'perjury',
])
export type Act = z.output<typeof Act>

export const actLabels: Readonly<Record<Act, string>> = {
  failureOfDuty: '未履行安全生产管理职责',
  insufficientInvestment: '安全生产投入不足',
  noRescue: '不立即组织抢救',
  absence: '调查处理期间擅离职守',
  escape: '逃匿',
  lateReport: '迟报',
  omission: '漏报',
  falseReport: '谎报',
  concealment: '瞒报',
  destroyScene: '伪造、故意破坏现场',
  hideAssets: '转移、隐匿资金财产或者毁灭证据',
  refuseInquiry: '拒绝接受调查或者拒绝提供资料',
  perjury: '作伪证或者指使作伪证',
}

/** `瞒报` → `concealment`; a word that is no act stays as it is and is refused by the schema. */
export function actFrom(label: string): string {
  return Act.options.find((act) => actLabels[act] === label) ?? label
}
