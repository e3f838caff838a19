/** Own words for one paragraph: typed text is kept outside of the component and saves itself. */
import { useEffect, useRef, useState } from 'react'
import type { Result } from '../../../shared/result.ts'
import { run } from '../../api.ts'
import { draftOf, type Saved, type Values } from '../../save/drafts.ts'
import { type Autosave, useAutosave } from '../../save/use-autosave.ts'

export const wordingKey = (caseId: string, blockId: string): string => `${caseId}/wording/${blockId}`

/** The preview adds these where a line may break; they come along when its text is copied. */
const withoutBreaks = (text: string): string => text.replaceAll('\u200b', '')

export type WordingDraft = {
  readonly text: string
  readonly form: Autosave
  readonly type: (text: string) => void
  /** stands in the file already, or would on the next save */
  readonly isChanged: boolean
}

/** `current`: the words as the report shows them now; `generated`: what the case gives. */
export function useWording(props: {
  readonly caseId: string
  readonly blockId: string
  readonly current: string
  readonly generated: string
}): WordingDraft {
  const { caseId, blockId, current, generated } = props
  const draftKey = wordingKey(caseId, blockId)
  const [text, setText] = useState(() => {
    const typed = draftOf(draftKey)?.values.text
    return typeof typed === 'string' ? typed : current
  })
  // what main acknowledged and the query has not brought yet
  const [saved, setSaved] = useState<string | null>(null)
  const committed = saved ?? current
  const form = useAutosave({
    caseId,
    draftKey,
    id: blockId,
    rev: undefined,
    initial: { text: committed },
    check: (_, value) =>
      typeof value === 'string' && value.trim() !== '' ? null : '这一段不能改成空白；不需要的内容请在案卷中移走。',
    lacks: () => null,
    save: async (patch) => {
      const words = wordsOf(patch)
      const result = await write(caseId, blockId, words, words === generated && committed !== generated)
      if (result.ok) setSaved(words)
      return result
    },
  })
  // undo, or a fact that changed meanwhile: shown at once unless something is being typed
  const shown = useRef(current)
  useEffect(() => {
    if (shown.current === current) return
    shown.current = current
    setSaved(null)
    if (!form.isDirty) setText((typed) => (typed.trim() === current ? typed : current))
  }, [current, form.isDirty])
  return {
    text,
    form,
    type: (typed) => {
      const words = withoutBreaks(typed)
      setText(words)
      form.change('text', { text: words })
    },
    isChanged: text.trim() !== generated,
  }
}

const wordsOf = (patch: Values): string => (typeof patch.text === 'string' ? patch.text.trim() : '')

/** Typed back to what is generated: no own wording is kept for it. */
async function write(caseId: string, blockId: string, text: string, isBack: boolean): Promise<Result<Saved>> {
  const result = isBack
    ? await run('report.reset', { caseId, blockId })
    : await run('report.reword', { caseId, blockId, text })
  return result.ok ? { ok: true, value: {} } : result
}
