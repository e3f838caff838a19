/** What stands beside the paper; one at a time, remembered on this machine. */
import { useState } from 'react'
import { useFold } from '../../preferences.ts'

export type Side = 'checks' | 'wordings' | 'options' | 'export'

export const sideNames: Readonly<Record<Side, string>> = {
  checks: '缺项',
  wordings: '改写',
  options: '报告设置',
  export: '导出',
}

const KEY = 'anjuan.report-side'
const isSide = (text: string | null): text is Side => text !== null && Object.hasOwn(sideNames, text)

/** Open at first where something is missing, but not where the window is narrow: there it would lie below the paper. */
export function useSide(hasGaps: boolean): readonly [Side | null, (side: Side | null) => void] {
  const isNarrow = useFold() === 'narrow'
  const [side, setSide] = useState<Side | null>(() => {
    const stored = localStorage.getItem(KEY)
    if (stored === null) return hasGaps && !isNarrow ? 'checks' : null
    return isSide(stored) && stored !== 'export' ? stored : null
  })
  return [
    side,
    (next) => {
      localStorage.setItem(KEY, next ?? '')
      setSide(next)
    },
  ]
}
