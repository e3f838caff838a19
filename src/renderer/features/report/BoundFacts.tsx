import { useMemo } from 'react'
import type { Block, Inline } from '../../../shared/report/document.ts'
import { inlineText, type Numbers } from '../../../shared/report/numbering.ts'
import { bindText } from '../../../shared/report/wording.ts'

/** Longer values are whole sentences of the case: their beginning is enough to know them. */
const CHIP = 18

/**
 * Values of the case inside a wording: those that stand in the text unchanged stay bound and follow the case, the others became
 * plain words.
 */
export function BoundFacts(props: {
  readonly text: string
  readonly generated: readonly Inline[]
  readonly blocks: readonly Block[]
  readonly numbers: Numbers
}) {
  const { text, generated, blocks, numbers } = props
  const facts = useMemo(() => {
    const bound = new Set(bindText(text.trim(), generated, { blocks }))
    return generated
      .map((inline, at) => ({
        key: at,
        isFact: inline.kind === 'field' || inline.kind === 'missing',
        words: `${inlineText(inline, numbers, blocks)}${unitAfter(inline, generated[at + 1])}`,
        isBound: bound.has(inline),
      }))
      .filter(({ isFact, words }) => isFact && words !== '')
  }, [text, generated, blocks, numbers])
  if (facts.length === 0) return null
  const lost = facts.filter(({ isBound }) => !isBound)
  const kept = facts.filter(({ isBound }) => isBound)
  return (
    <div className="boundfacts">
      {kept.length > 0 ? (
        <p>
          <span className="boundlabel">随案卷变化（{kept.length}）</span>
          {kept.map(({ key, words }) => (
            <span key={key} className="fact" title={words}>
              {short(words)}
            </span>
          ))}
        </p>
      ) : null}
      {lost.length > 0 ? (
        <p>
          <span className="boundlabel">▲ 已不随案卷变化（{lost.length}）</span>
          {lost.map(({ key, words }) => (
            <span key={key} className="fact fact-lost" title={words}>
              {short(words)}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}

/** A bare number says little: 3 becomes 3人死亡. */
function unitAfter(inline: Inline, next: Inline | undefined): string {
  if (inline.kind !== 'field' || inline.text.length > 2 || next?.kind !== 'text') return ''
  return /^[^，。；、（）]{0,4}/.exec(next.text)?.[0] ?? ''
}

const short = (words: string): string => (words.length > CHIP ? `${words.slice(0, CHIP)}…` : words)
