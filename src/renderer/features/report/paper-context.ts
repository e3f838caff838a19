/** What every part of the paper asks: the case for its links, the numbers, the whole document for references. */
import { createContext } from 'react'
import type { Block } from '../../../shared/report/document.ts'
import type { Numbers } from '../../../shared/report/numbering.ts'

export type PaperContent = {
  readonly caseId: string
  readonly numbers: Numbers
  readonly blocks: readonly Block[]
}

export const PaperContext = createContext<PaperContent>({ caseId: '', numbers: new Map(), blocks: [] })

/** A space stands after «1.» only. */
export const numberPrefix = (number: string | undefined): string =>
  number === undefined ? '' : number.endsWith('.') ? `${number} ` : number

/** Scrolls a block of the paper into sight. */
export function showBlock(id: string): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`.desk [data-block="${CSS.escape(id)}"]`)
  element?.scrollIntoView({ block: 'start' })
  return element
}
