/** The why-card of a deadline: the rule's own answer in the form of the card. */
import type { BoardRow } from '../../../shared/clock/contract.ts'
import { deadlineKindLabels, leftWords } from '../../../shared/clock/labels.ts'
import { markWords } from '../../ui/MarkTag.tsx'
import type { Reason } from '../../ui/Why.tsx'

export function deadlineReason(row: BoardRow): Reason {
  const { kind, lastDay, fromOn, doneOn, clause, arithmetic, question, notes, mark, version } = row
  const facts: (readonly [string, string, string])[] = [
    ...(fromOn === null ? [] : [['可以启动', fromOn, ''] as const]),
    ...(lastDay === null ? [] : [['末日（含）', lastDay, row.state === 'open' ? leftWords(row) : ''] as const]),
    ...(doneOn === null || row.isWindow ? [] : [['办结', doneOn, leftWords(row)] as const]),
  ]
  return {
    title: `${deadlineKindLabels[kind]}：${lastDay ?? leftWords(row)}`,
    clause,
    facts,
    sum: arithmetic === '' ? (question ?? '') : arithmetic,
    changes: [],
    notes: [...(arithmetic !== '' && question !== null ? [question] : []), ...notes],
    ...(mark === null || version === null ? {} : { rule: `规则 ${version} · ${markWords[mark]}` }),
  }
}
