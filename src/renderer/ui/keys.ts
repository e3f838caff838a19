/** Shortcuts. None fires while an input method composes: its Enter and arrows belong to the candidate list. */
import { useEffect, useRef } from 'react'
import type { KeyName } from './key-table.ts'

export type Shortcut = {
  /** `Ctrl+Z`, `Alt+1`, `?`, `Ctrl+Enter`; Ctrl is also ⌘ */
  readonly keys: KeyName
  /** return false to leave the key to the browser */
  readonly run: (event: KeyboardEvent) => boolean | undefined
}

/** `Ctrl+Shift+F` of an event. Digits by their place on the keyboard, because Alt+1 types ¡ on some layouts. */
export function nameOf(event: KeyboardEvent): string {
  const digit = /^Digit([0-9])$/.exec(event.code)?.[1]
  const key = event.altKey && digit ? digit : event.key.length === 1 ? event.key.toUpperCase() : event.key
  const isPlainSign = event.key.length === 1 && /[^A-Za-z0-9]/.test(event.key)
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && !isPlainSign ? 'Shift' : '',
    key,
  ]
  return parts.filter((part) => part !== '').join('+')
}

/** 229 is what Chromium sends for keys that go to the input method. */
export const isComposing = (event: { readonly isComposing: boolean; readonly keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229

/** Whether the focus is where typing goes. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Listens on the window as long as the component is shown; a dialog on top keeps its keys. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented) return
      const name = nameOf(event)
      const found = latest.current.find(({ keys }) => keys === name)
      if (!found) return
      if (found.run(event) !== false) event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
