/** The filter of the register as it stands in the address. */
import type { CaseFilter } from '../../../shared/case/contract.ts'
import { progressLabels } from '../../../shared/case/labels.ts'
import type { CaseFile } from '../../../shared/case/tables.ts'

export const views = [
  { key: 'all', name: '全部' },
  { key: 'live', name: '在办' },
  { key: 'reference', name: '案例库' },
  { key: 'training', name: '培训' },
  { key: 'archive', name: '已移走' },
] as const

const isStage = (text: string | null): text is CaseFile['stage'] => text !== null && Object.hasOwn(progressLabels, text)

/** Anything that is no filter is left out: an address may be typed. */
export function filterOf(search: URLSearchParams): CaseFilter {
  const view = search.get('view')
  const words = search.get('words')?.trim()
  const grade = Number(search.get('grade'))
  const stage = search.get('stage')
  const year = Number(search.get('year'))
  return {
    ...(view === 'live' || view === 'reference' || view === 'training' ? { purpose: view } : {}),
    ...(view === 'archive' ? { isRemoved: true } : {}),
    ...(words ? { words } : {}),
    ...([1, 2, 3, 4].includes(grade) ? { grade } : {}),
    ...(isStage(stage) ? { stage } : {}),
    ...(year >= 1949 && year <= 2200 ? { year } : {}),
  }
}
