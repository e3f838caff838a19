import type { Row } from '../case/tables.ts'
import type { Labels } from '../labels.ts'
import type { DatedDeadline, DeadlineGroup, DeadlineKind, DeadlineState } from './deadline.ts'

export const extensionClockLabels: Labels<Row<'extension'>['clock']> = {
  investigation: '调查期限',
  approval: '批复期限',
  supervision: '督办期限',
  penalty: '处罚期限',
}

/** What has to be done by the last day. */
export const deadlineKindLabels: Labels<DeadlineKind> = {
  casualtyWindow: '伤亡补报期',
  investigation: '提交调查报告',
  supervision: '挂牌督办',
  approval: '批复',
  publication: '公布',
  assessment: '整改评估',
}

/** Where there is room for a few characters. */
export const deadlineShortLabels: Labels<DeadlineKind> = {
  casualtyWindow: '补报期满',
  investigation: '提交报告',
  supervision: '督办',
  approval: '批复',
  publication: '公布',
  assessment: '评估',
}

export const deadlineStateLabels: Labels<DeadlineState> = {
  open: '计时中',
  stopped: '暂停计时',
  unknown: '缺事实',
  done: '已办结',
}

export const deadlineGroupLabels: Labels<DeadlineGroup> = {
  overdue: '已逾期',
  today: '今日到期',
  in7: '7日内',
  in15: '15日内',
  later: '以后',
  stopped: '暂停计时',
  unknown: '缺事实',
  done: '已办结',
}

const doneWords: Labels<DeadlineKind> = {
  casualtyWindow: '届满',
  investigation: '提交',
  supervision: '办结',
  approval: '批复',
  publication: '公布',
  assessment: '评估',
}

/** Days left, or how it ended: `余 3 日`, `今日到期`, `已逾期 2 日`, `按期提交`, `逾期 4 日提交`. */
export function leftWords({ kind, group, daysLeft, daysLate }: DatedDeadline): string {
  if (daysLeft !== null)
    return daysLeft < 0 ? `已逾期 ${-daysLeft} 日` : daysLeft === 0 ? '今日到期' : `余 ${daysLeft} 日`
  if (group !== 'done') return deadlineGroupLabels[group]
  const done = doneWords[kind]
  return daysLate === null ? `已${done}` : daysLate === 0 ? `按期${done}` : `逾期 ${daysLate} 日${done}`
}
