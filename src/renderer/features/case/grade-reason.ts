/** The why-card of the grade: the rule's own answer, in the form of the card. */
import type { CaseGrade } from '../../../shared/case/derive.ts'
import { counted, figureNames } from '../../../shared/case/grade-words.ts'
import { gradeLabels } from '../../../shared/statutes/grade-thresholds.ts'
import { confidenceLabels } from '../../../shared/statutes/rule-row.ts'
import type { Reason } from '../../ui/Why.tsx'

/** Facts, arithmetic and what would change the grade. */
export function gradeReason({ grade, computed, decided, question }: CaseGrade): Reason {
  const title = grade === null ? '等级：未定' : `等级：${gradeLabels[grade]}`
  const decision = decided
    ? [`人工认定为${gradeLabels[decided.grade]}${decided.reason ? `：${decided.reason}` : ''}`]
    : []
  return {
    title,
    clause: computed.clause,
    facts: computed.figures.map(({ key, value, grade: own }) => [
      figureNames[key],
      value === null ? '未知' : counted(key, value),
      own === null ? '' : gradeLabels[own],
    ]),
    sum: [...decision, computed.steps.at(-1) ?? computed.headline].join('；'),
    changes: [...(question ? [question] : []), ...computed.notes, ...computed.next.map(({ step }) => step)],
    rule: confidenceLabels[computed.confidence],
  }
}
