/** What the save indicator says about a case, and what keeps a window from closing. */
import { useSyncExternalStore } from 'react'
import { allDrafts, type Draft, discard, flushAll, isDirty, labelOf, lackOf, retry, subscribeDrafts } from './drafts.ts'
import { isAnythingPending, useLane } from './queue.ts'

export type SaveStatus =
  | { readonly state: 'saved'; readonly at: number | null }
  | { readonly state: 'saving' }
  | { readonly state: 'unsaved'; readonly why: string; readonly canRetry: boolean }

/** Why a draft stays unsaved although nothing is on the way; null when it does not. */
function obstacle(key: string, draft: Draft): { readonly why: string; readonly canRetry: boolean } | null {
  if (draft.error) return { why: draft.error.message, canRetry: draft.error.code !== 'stale' }
  const [problem] = Object.entries(draft.problems)
  if (problem) {
    const label = labelOf(key, problem[0])
    return { why: label === '' ? problem[1] : `${label}：${problem[1]}`, canRetry: false }
  }
  const lack = isDirty(draft) ? lackOf(key, draft) : null
  return lack === null ? null : { why: lack, canRetry: false }
}

function summary(caseId: string): string {
  let hasUnsent = false
  for (const [key, draft] of allDrafts()) {
    if (draft.caseId !== caseId) continue
    const found = obstacle(key, draft)
    if (found) return `${found.canRetry ? 'retry' : 'stay'}:${found.why}`
    hasUnsent ||= isDirty(draft)
  }
  return hasUnsent ? 'unsent' : 'clean'
}

/** Status of one case; changes only when its words change. */
export function useSaveStatus(caseId: string): SaveStatus {
  const { pending, savedAt } = useLane(caseId)
  // a text is compared by value, so no new object on every keystroke
  const words = useSyncExternalStore(subscribeDrafts, () => summary(caseId))
  if (words.startsWith('retry:') || words.startsWith('stay:'))
    return { state: 'unsaved', why: words.slice(words.indexOf(':') + 1), canRetry: words.startsWith('retry:') }
  if (words === 'unsent' || pending > 0) return { state: 'saving' }
  return { state: 'saved', at: savedAt }
}

export function retryAll(caseId: string): void {
  for (const [key, draft] of allDrafts()) if (draft.caseId === caseId && draft.error) retry(key, false)
}

/** Whether closing now would lose something. */
export const isAnythingUnsaved = (): boolean => isAnythingPending() || [...allDrafts().values()].some(isDirty)

/**
 * Leaving the page saves at once; the window stays while something is unsaved. In the browser its own question appears. Electron
 * just stays open, so the window is closed again when everything is written.
 */
export function guardLeaving(): () => void {
  const onHide = () => {
    if (document.visibilityState === 'hidden') flushAll()
  }
  const onLeave = (event: BeforeUnloadEvent) => {
    flushAll()
    if (!isAnythingUnsaved()) return
    event.preventDefault()
    if (window.host) closeWhenWritten()
  }
  addEventListener('beforeunload', onLeave)
  document.addEventListener('visibilitychange', onHide)
  return () => {
    removeEventListener('beforeunload', onLeave)
    document.removeEventListener('visibilitychange', onHide)
  }
}

function closeWhenWritten(): void {
  const timer = setInterval(() => {
    if (isAnythingPending()) return
    clearInterval(timer)
    if (!isAnythingUnsaved() || confirm('还有内容没有保存（填写有误，或保存失败）。仍要关闭吗？')) {
      for (const key of allDrafts().keys()) discard(key)
      close()
    }
  }, 50)
}
