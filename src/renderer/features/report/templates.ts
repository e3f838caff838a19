/** What each outline is for, in one line. */
import { templateLabels } from '../../../shared/report/investigation/options.ts'

export type TemplateKey = keyof typeof templateLabels

export const templates: readonly { readonly key: TemplateKey; readonly label: string; readonly what: string }[] = [
  {
    key: 'A',
    label: `${templateLabels.A}（A）`,
    what: '从基本情况到整改措施，原因之后写责任单位的主要问题；没有内容的章不列。多数事故用它。',
  },
  {
    key: 'B',
    label: `${templateLabels.B}（B）`,
    what: '有封面和目录，技术问题、管理问题各成专篇（应急厅〔2023〕4号）；较复杂的事故用它。',
  },
  { key: 'C', label: `${templateLabels.C}（C）`, what: '章节合并，经过和原因从简；简单的一般事故用它。' },
]
