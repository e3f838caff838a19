import { EditOutlined } from '@ant-design/icons'
import { memo, type ReactNode, use, useMemo } from 'react'
import type { Inline } from '../../../shared/report/document.ts'
import { EditContext } from './edit-context.ts'
import { InlineRun } from './InlineRun.tsx'
import { numberPrefix, PaperContext } from './paper-context.ts'

export type UnitLook = 'body' | 'plain' | 'center' | 'group' | 'heading-1' | 'heading-2' | 'heading-3' | 'heading-4'

type UnitProps = {
  readonly id: string
  readonly look: UnitLook
  readonly inlines: readonly Inline[]
  readonly isCurrent: boolean
}

/**
 * A heading, paragraph or list item: what can be reworded. One of them is the current one (arrow keys, click); only its own
 * links and its pencil are stops of the Tab key, otherwise a report had a thousand.
 */
export const PaperUnit = memo(function PaperUnit({ id, look, inlines, isCurrent }: UnitProps) {
  const { numbers } = use(PaperContext)
  const { editingId, marks, isLocked, edit, editor } = use(EditContext)
  if (editingId === id) return editor(look)
  const mark = marks.get(id)
  const gaps = inlines.filter(({ kind }) => kind === 'missing').length
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form; this is a stop of the arrow keys
    <div
      className={isCurrent ? 'punit punit-current' : 'punit'}
      data-block={id}
      data-unit={id}
      role="group"
      aria-label={mark === undefined ? '段落' : mark === 'stale' ? '改写过的段落，原文已变' : '改写过的段落'}
      tabIndex={isCurrent ? 0 : -1}
    >
      <Words look={look}>
        {numberPrefix(numbers.get(id))}
        <UnitWords look={look} inlines={inlines} isReachable={isCurrent} />
      </Words>
      <span className="pins">
        {mark === 'own' ? (
          <span className="pin" title="这一段是改写的文字">
            改
          </span>
        ) : null}
        {mark === 'stale' ? (
          <span className="pin pin-stale" title="改写之后，生成的文字变了，请核对">
            核
          </span>
        ) : null}
        {gaps > 0 ? (
          <span className="pin pin-missing" title={`这一段缺 ${gaps} 项`}>
            缺
          </span>
        ) : null}
      </span>
      {isLocked ? null : (
        <button
          type="button"
          className="pencil"
          aria-label="改写这一段（F2）"
          title="改写这一段（F2）"
          tabIndex={isCurrent ? 0 : -1}
          onClick={() => edit(id)}
        >
          <EditOutlined aria-hidden />
        </button>
      )}
    </div>
  )
})

/** The element of its kind; the title of the report is h2, so chapters are h3. */
function Words({ look, children }: { readonly look: UnitLook; readonly children: ReactNode }) {
  switch (look) {
    case 'heading-1':
      return <h3 className="pwords p-heading-1">{children}</h3>
    case 'heading-2':
      return <h4 className="pwords p-heading-2">{children}</h4>
    case 'heading-3':
      return <h5 className="pwords p-heading-3">{children}</h5>
    case 'heading-4':
      return <h6 className="pwords p-heading-4">{children}</h6>
    default:
      return <p className={`pwords p-${look}`}>{children}</p>
  }
}

function UnitWords(props: {
  readonly look: UnitLook
  readonly inlines: readonly Inline[]
  readonly isReachable: boolean
}) {
  const { look, inlines, isReachable } = props
  const [name, count] = useMemo(() => (look === 'group' ? withoutCount(inlines) : [inlines, '']), [look, inlines])
  return (
    <>
      <InlineRun inlines={name} isReachable={isReachable} />
      {count === '' ? null : <span className="plight">{count}</span>}
    </>
  )
}

/** «市应急管理局（2人）»: the name is bold, the head count behind it is not. */
function withoutCount(inlines: readonly Inline[]): readonly [readonly Inline[], string] {
  const last = inlines.at(-1)
  const count = last?.kind === 'text' ? (/（\d+[人家个]）$/.exec(last.text)?.[0] ?? '') : ''
  if (last?.kind !== 'text' || count === '') return [inlines, '']
  return [[...inlines.slice(0, -1), { ...last, text: last.text.slice(0, -count.length) }], count]
}
