/** Look of the window: edition and text size. Belongs to this machine, not to the library. */
import { useSyncExternalStore } from 'react'

export type EditionChoice = 'system' | 'light' | 'dark'
export type Preferences = { readonly edition: EditionChoice; readonly textPercent: number }

export const TEXT_SIZES = [100, 110, 125, 150, 175, 200] as const
const KEY = 'anjuan.look'
const standard: Preferences = { edition: 'system', textPercent: 100 }

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return standard
    const edition = 'edition' in stored ? stored.edition : undefined
    const textPercent = 'textPercent' in stored ? Number(stored.textPercent) : 100
    return {
      edition: edition === 'light' || edition === 'dark' ? edition : 'system',
      textPercent: textPercent >= 100 && textPercent <= 200 ? textPercent : 100,
    }
  } catch {
    return standard
  }
}

let current = read()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  localStorage.setItem(KEY, JSON.stringify(current))
  for (const listener of listeners) listener()
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current)

function useMedia(question: string): boolean {
  const list = matchMedia(question)
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => list.matches,
  )
}

/** The edition to draw: the choice, or what the system asks for. */
export function useEdition(): 'light' | 'dark' {
  const { edition } = usePreferences()
  const isSystemDark = useMedia('(prefers-color-scheme: dark)')
  if (edition === 'system') return isSystemDark ? 'dark' : 'light'
  return edition
}

/** Width in pixels of standard text: a window of 1280 at 200 % has the room of 640. */
const room = () => innerWidth / (current.textPercent / 100)

export type Fold = 'narrow' | 'middle' | 'wide'

/** narrow < 1000 ≤ middle < 1600 ≤ wide; text size counts, so that 200 % folds as a small window does. */
export function useFold(): Fold {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('resize', listener)
      const leave = subscribe(listener)
      return () => {
        removeEventListener('resize', listener)
        leave()
      }
    },
    () => (room() < 1000 ? 'narrow' : room() < 1600 ? 'middle' : 'wide'),
  )
}
