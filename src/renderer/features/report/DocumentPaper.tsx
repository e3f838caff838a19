import { type CSSProperties, type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react'
import type { Document } from '../../../shared/report/document.ts'
import { numberDocument } from '../../../shared/report/numbering.ts'
import { isComposing, isTyping } from '../../ui/keys.ts'
import { PaperBlock } from './PaperBlock.tsx'
import { PaperContext } from './paper-context.ts'
import { canBreakPages, paperVariables } from './paper-size.ts'
import { printedPage } from './printed-page.ts'
import { type Places, usePages } from './use-pages.ts'

type PaperProps = {
  readonly caseId: string
  readonly document: Document
  readonly factor: number
  readonly across: number
  readonly desk: RefObject<HTMLElement | null>
  readonly onPlaces: (places: Places) => void
}

/**
 * The document on sheets of A4 with the type of GB/T 9704: columns of the height of the type area, laid in rows over drawn
 * sheets, so that text, tables and their header rows break as on paper.
 */
export function DocumentPaper({ caseId, document, factor, across, desk, onPlaces }: PaperProps) {
  const flow = useRef<HTMLDivElement>(null)
  const [currentId, setCurrentId] = useState<string | null>(null)
  const content = useMemo(
    () => ({ caseId, numbers: numberDocument(document), blocks: document.blocks }),
    [caseId, document],
  )
  const places = usePages(flow, across, document)
  const reported = useRef<Places>(places)
  if (reported.current !== places) {
    reported.current = places
    queueMicrotask(() => onPlaces(places))
  }
  const firstId = useMemo(() => firstUnit(document), [document])
  const isThere = currentId !== null && places.at.has(currentId)
  const pageOf = (id: string) => {
    const place = places.at.get(id)
    return place === undefined ? '' : (printedPage(Math.floor(place), document, places)?.toString() ?? '')
  }
  const step = (direction: 1 | -1) => {
    const units = [...(flow.current?.querySelectorAll<HTMLElement>('[data-unit]') ?? [])]
    const here = units.findIndex((unit) => unit.dataset.unit === (isThere ? currentId : firstId))
    const next = units[here + direction]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || isTyping(event.target)) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset.unit === undefined) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  const style: CSSProperties & Record<`--${string}`, string> = {
    ...paperVariables,
    '--zoom': String(factor),
    '--across': String(across),
  }
  const hasPages = canBreakPages()
  return (
    // a scroll area is reached by the keyboard
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys
    <section className="desk" ref={desk} tabIndex={0} aria-label="版面预览" onKeyDown={onKeyDown}>
      <div className={hasPages ? 'paper' : 'paper paper-long'} style={style} lang="zh-CN">
        {hasPages ? <Sheets document={document} places={places} across={across} /> : null}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a focus or a click inside makes the paragraph the current one */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the desk */}
        <div
          className="flow"
          ref={flow}
          onFocus={({ target }) => setCurrentId(target.closest<HTMLElement>('[data-unit]')?.dataset.unit ?? currentId)}
          onClick={({ target }) =>
            target instanceof HTMLElement
              ? setCurrentId(target.closest<HTMLElement>('[data-unit]')?.dataset.unit ?? currentId)
              : undefined
          }
        >
          <PaperContext value={content}>
            {document.blocks.map((block) => (
              <PaperBlock key={block.id} block={block} currentId={isThere ? currentId : firstId} pageOf={pageOf} />
            ))}
          </PaperContext>
        </div>
      </div>
    </section>
  )
}

function firstUnit(document: Document): string | null {
  for (const block of document.blocks) {
    if (block.kind === 'heading' || block.kind === 'paragraph') return block.id
    if (block.kind === 'list') return block.items[0]?.id ?? null
  }
  return null
}

/** The drawn sheets under the text, with their numbers: outer side, 7 mm below the type area. */
function Sheets(props: { readonly document: Document; readonly places: Places; readonly across: number }) {
  const { document, places, across } = props
  return (
    <div className="sheets" aria-hidden>
      {Array.from({ length: places.pages }, (_, index) => {
        const number = printedPage(index, document, places)
        const style: CSSProperties & Record<`--${string}`, string> = {
          '--column': String(index % across),
          '--row': String(Math.floor(index / across)),
        }
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place
          <div key={index} className="sheet" style={style}>
            {number === null ? null : (
              <span className={number % 2 === 1 ? 'pnumber pnumber-odd' : 'pnumber pnumber-even'}>— {number} —</span>
            )}
          </div>
        )
      })}
    </div>
  )
}
