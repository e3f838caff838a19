import type { OpenLabels } from '../labels.ts'

/** The questions that are asked now; a question with a colon (`flag:…`, `escalation:…`) carries its own subject. */
export const questionLabels: OpenLabels = {
  grade: '事故等级',
  type_code: '事故类别',
  nature: '事故性质',
  jurisdiction: '调查权限',
  is_escalated: '是否提级调查',
  is_supervised: '是否挂牌督办',
  'flag:suspectedConcealment': '是否涉嫌迟报、漏报、谎报、瞒报',
}
