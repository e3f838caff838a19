/** The filter of the board as it stands in the address. */
import type { BoardFilter } from '../../../shared/clock/contract.ts'
import { type DeadlineGroup, type DeadlineKind, deadlineGroups, deadlineKinds } from '../../../shared/clock/deadline.ts'
import { deadlineGroupLabels, deadlineKindLabels } from '../../../shared/clock/labels.ts'

export const views = [
  { value: 'both', label: '表与日历' },
  { value: 'list', label: '只看表' },
  { value: 'month', label: '只看日历' },
] as const
export type View = (typeof views)[number]['value']

export const kindOptions = deadlineKinds.map((value) => ({ value, label: deadlineKindLabels[value] }))
export const groupOptions = deadlineGroups.map((value) => ({ value, label: deadlineGroupLabels[value] }))
export const scopeOptions = [
  { value: 'training', label: '培训案卷' },
  { value: 'reference', label: '案例库' },
] as const

const isKind = (text: string | null): text is DeadlineKind => deadlineKinds.some((kind) => kind === text)
const isGroup = (text: string | null): text is DeadlineGroup => deadlineGroups.some((group) => group === text)

export function viewOf(search: URLSearchParams): View {
  return views.find(({ value }) => value === search.get('view'))?.value ?? 'both'
}

/** Anything that is no filter is left out: an address may be typed. */
export function filterOf(search: URLSearchParams): BoardFilter {
  const kind = search.get('kind')
  const group = search.get('state')
  const scope = search.get('scope')
  const words = search.get('words')?.trim()
  return {
    ...(isKind(kind) ? { kinds: [kind] } : {}),
    ...(isGroup(group) ? { groups: [group] } : {}),
    ...(scope === 'training' || scope === 'reference' ? { purposes: [scope] } : {}),
    ...(words ? { words } : {}),
  }
}

/** `2026-09` as the address has it, else the month of `today`. */
export function monthOf(search: URLSearchParams, today: string): string {
  const month = search.get('month') ?? ''
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7)
}
