/** What a paragraph of the paper asks about rewording: whether it is open, and what was said in own words already. */
import { createContext, type ReactNode } from 'react'
import type { UnitLook } from './PaperUnit.tsx'

/** own: reworded · stale: reworded, and the generated text changed since */
export type WordingMark = 'own' | 'stale'

export type EditState = {
  readonly editingId: string | null
  readonly marks: ReadonlyMap<string, WordingMark>
  readonly isLocked: boolean
  readonly edit: (id: string) => void
  /** the editor in place of the open paragraph, in its look */
  readonly editor: (look: UnitLook) => ReactNode
}

export const EditContext = createContext<EditState>({
  editingId: null,
  marks: new Map(),
  isLocked: false,
  edit: () => undefined,
  editor: () => null,
})
