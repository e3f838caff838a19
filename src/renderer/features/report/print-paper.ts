/** Ctrl+P: pictures that were not near yet are fetched first, a print cannot wait for them. */
import { useSyncExternalStore } from 'react'

/** A picture that cannot be read does not keep the rest from being printed. */
const MOST_MS = 30_000
const ASK_EVERY_MS = 50

let isWanted = false
const listeners = new Set<() => void>()

/** Whether every picture is wanted now, near or not. */
export function useAllPictures(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => isWanted,
  )
}

const isReady = (): boolean =>
  document.querySelector('.pframe[data-waiting]') === null &&
  [...document.querySelectorAll<HTMLImageElement>('.pframe img')].every(({ complete }) => complete)

export async function printPaper(): Promise<void> {
  isWanted = true
  for (const listener of listeners) listener()
  const until = performance.now() + MOST_MS
  do await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  while (!isReady() && performance.now() < until)
  window.print()
  isWanted = false
}
