import type { Labels } from '../labels.ts'
import { dayFrom, dayText } from '../rules/days.ts'
import type { Plan } from '../rules/facts.ts'
import type { Flag, When } from '../rules/triggers.ts'
import type { Holidays, RuleSetting, RuleSettingKey } from './fields.ts'

export const settingKeyLabels: Labels<RuleSettingKey> = {
  'counting.firstDay': '首日方案',
  holidays: '放假调休表',
  'escalation.triggers': '提级触发情形',
  'deadline.warnings': '预警级别',
}

export const planLabels: Labels<Plan> = { A: '首日不计入（方案A）', B: '首日计入（方案B）' }

export const flagLabels: Labels<Flag> = {
  suspectedConcealment: '涉嫌迟报、漏报、谎报、瞒报',
  publicImpact: '社会影响大',
  leaderInstruction: '有领导批示',
  lowerBodyInterested: '下级有利害关系或失职线索',
  duringSupervision: '挂牌督办隐患期间发生',
  complexOrCrossRegion: '案情复杂或跨区域',
}

/** `2026年放假调休表`, `首日方案` */
export function settingTitle(setting: RuleSetting): string {
  return setting.key === 'holidays'
    ? `${setting.value.year}年${settingKeyLabels.holidays}`
    : settingKeyLabels[setting.key]
}

/** The value in words, with every parameter: two that read alike are alike. */
export function settingWords(setting: RuleSetting): string {
  switch (setting.key) {
    case 'counting.firstDay':
      return planLabels[setting.value.plan]
    case 'holidays':
      return holidayWords(setting.value)
    case 'escalation.triggers':
      return setting.value
        .map(({ id, label, when, isOn }) => `${id} ${label}（${whenWords(when)}${isOn ? '' : '，停用'}）`)
        .join('；')
    case 'deadline.warnings':
      return `剩余 ${setting.value.join('、')} 日`
  }
}

export function whenWords(when: When): string {
  switch (when.kind) {
    case 'deathsAtLeast':
      return `${when.grade}事故死亡 ${when.n} 人以上`
    case 'sameUnitAgain':
      return `${when.months} 个月内再次发生，死亡 ${when.minDeaths} 人以上`
    case 'flag':
      return `人工判断：${flagLabels[when.flag]}`
  }
}

function holidayWords({ off, working }: Holidays): string {
  return `放假 ${off.length} 天：${rangesOf(off)}；调休上班 ${working.length} 天${working.length === 0 ? '' : `：${rangesOf(working)}`}`
}

/** `01-01至01-03、02-17` */
export function rangesOf(days: readonly string[]): string {
  const ranges: { from: string; to: string }[] = []
  for (const day of days.toSorted()) {
    const last = ranges.at(-1)
    if (last && dayText(dayFrom(last.to) + 1) === day) last.to = day
    else ranges.push({ from: day, to: day })
  }
  const short = (day: string) => day.slice(5)
  return ranges.map(({ from, to }) => (from === to ? short(from) : `${short(from)}至${short(to)}`)).join('、')
}
