/** One line of commands per case: what was typed first is written first, and undo waits for what is still on the way. */
import { useSyncExternalStore } from 'react'
import type { Result } from '../../shared/result.ts'

type Lane = {
  readonly tail: Promise<unknown>
  readonly pending: number
  /** ms since the epoch of the last command that main acknowledged */
  readonly savedAt: number | null
}

const idle: Lane = { tail: Promise.resolve(), pending: 0, savedAt: null }
const lanes = new Map<string, Lane>()
const listeners = new Set<() => void>()

const laneOf = (caseId: string): Lane => lanes.get(caseId) ?? idle

function put(caseId: string, change: Partial<Lane>): void {
  lanes.set(caseId, { ...laneOf(caseId), ...change })
  for (const listener of listeners) listener()
}

/** Runs `work` after everything that was asked before for this case. «Saved» is said only when main answered ok. */
export function inTurn<T>(caseId: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const turn = laneOf(caseId).tail.then(work)
  const settled = turn.then(
    (result) => put(caseId, { pending: laneOf(caseId).pending - 1, ...(result.ok ? { savedAt: Date.now() } : {}) }),
    () => put(caseId, { pending: laneOf(caseId).pending - 1 }),
  )
  put(caseId, { tail: settled, pending: laneOf(caseId).pending + 1 })
  return turn
}

/** Whether any case waits for an answer. */
export const isAnythingPending = (): boolean => [...lanes.values()].some(({ pending }) => pending > 0)

export function subscribeQueue(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useLane = (caseId: string): Lane => useSyncExternalStore(subscribeQueue, () => laneOf(caseId))
