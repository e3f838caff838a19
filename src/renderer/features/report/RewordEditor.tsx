import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Wording } from '../../../shared/report/contract.ts'
import type { Block, Inline } from '../../../shared/report/document.ts'
import { inlinesText, type Numbers } from '../../../shared/report/numbering.ts'
import { isComposing } from '../../ui/keys.ts'
import { Hint, Key } from '../../ui/marks.tsx'
import { FormError } from '../../ui/RecordForm.tsx'
import { BoundFacts } from './BoundFacts.tsx'
import { Difference } from './Difference.tsx'
import type { UnitLook } from './PaperUnit.tsx'
import { StaleQuestion } from './StaleQuestion.tsx'
import { useWording } from './use-wording.ts'
import { useWordingCommands } from './use-wording-commands.tsx'

/** What the editor needs to know about the paragraph; `generated` are the inlines that the case gives today. */
export type EditedBlock = {
  readonly blockId: string
  readonly shown: readonly Inline[]
  readonly generated: readonly Inline[]
  readonly blocks: readonly Block[]
  readonly numbers: Numbers
  readonly wording: Wording | undefined
}

type EditorProps = {
  readonly caseId: string
  readonly look: UnitLook
  readonly edited: EditedBlock
  readonly onClose: () => void
}

/** Rewording in place: the words in the type of the paper, below it what stays bound and what differs from the generated text. */
export function RewordEditor({ caseId, look, edited, onClose }: EditorProps) {
  const { blockId, shown, generated: inlines, blocks, numbers, wording } = edited
  const generated = inlinesText(inlines, numbers, blocks)
  // as written: what the public edition masks on paper must not be saved in its place
  const current = wording?.own ?? inlinesText(shown, numbers, blocks)
  const { text, form, type, isChanged } = useWording({ caseId, blockId, current, generated })
  const commands = useWordingCommands(caseId)
  const area = useRef<HTMLTextAreaElement>(null)
  const problem = form.problemOf('text')
  useEffect(() => {
    const element = area.current
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  }, [])
  const close = () => {
    if (problem !== undefined) form.discard()
    else form.flush()
    onClose()
  }
  const reset = () => {
    form.discard()
    void commands.reset(blockId, text.trim() === '' ? current : text)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && problem === undefined) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element of a paragraph of the paper
    <div
      className="reword"
      data-block={blockId}
      role="group"
      aria-label="改写这一段"
      onKeyDown={onKeyDown}
      {...form.area}
    >
      <textarea
        ref={area}
        className={`rewordtext p-${look}`}
        aria-label="这一段的文字"
        aria-describedby="reword-note"
        aria-invalid={problem !== undefined}
        spellCheck={false}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
      <div className="rewordside">
        {problem === undefined ? null : <Hint isError>{problem}</Hint>}
        <FormError form={form} />
        <p className="acts">
          <Button size="small" type="primary" disabled={problem !== undefined} onClick={close}>
            完成
          </Button>
          <Key>Ctrl+Enter</Key>
          <Button size="small" disabled={!isChanged} onClick={reset}>
            恢复生成的文字
          </Button>
          <span className="dim">
            <Key>Esc</Key> 离开，不丢文字
          </span>
        </p>
        {wording?.isStale ? (
          <StaleQuestion
            wording={wording}
            isBusy={form.isDirty}
            onKeep={() => void commands.keep(blockId, text)}
            onReset={reset}
          />
        ) : null}
        {isChanged ? (
          <section aria-label="与生成文字的差别">
            <h3>与生成文字的差别</h3>
            <Difference from={generated} to={text.trim()} />
          </section>
        ) : (
          <p className="dim">现在与生成的文字相同。</p>
        )}
        <p className="rewordnote" id="reword-note">
          数字、日期、名称取自案卷：原样留在文字里，就继续随案卷变化；改动了的，成为固定的文字。
        </p>
        <BoundFacts text={text} generated={inlines} blocks={blocks} numbers={numbers} />
      </div>
    </div>
  )
}
