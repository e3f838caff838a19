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
      .filter(({ kind }) => kind === 'field' || kind === 'missing')
      .map((inline, at) => ({ key: at, words: inlineText(inline, numbers, blocks), isBound: bound.has(inline) }))
      .filter(({ words }) => words !== '')
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

const short = (words: string): string => (words.length > CHIP ? `${words.slice(0, CHIP)}…` : words)
