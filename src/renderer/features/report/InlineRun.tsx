import { use } from 'react'
import { Link } from 'react-router'
import type { Inline } from '../../../shared/report/document.ts'
import { referenceText } from '../../../shared/report/numbering.ts'
import { assertNever } from '../../../shared/result.ts'
import { addressOf, factOfGap, stageLabel, stageOfFact } from './fact-place.ts'
import { PaperContext, showBlock } from './paper-context.ts'

/** Chromium does not break before “ behind a Chinese character when “7·4” follows: the line above would be stretched. */
const breakable = (text: string): string => text.replace(/(?<=\p{Script=Han})“/gu, '\u200b“')

/** The words of a block as they are printed. `isReachable`: its links are stops of the Tab key. */
export function InlineRun({
  inlines,
  isReachable,
}: {
  readonly inlines: readonly Inline[]
  readonly isReachable: boolean
}) {
  return inlines.map((inline, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
    <OneInline key={at} inline={inline} tabIndex={isReachable ? 0 : -1} />
  ))
}

function OneInline({ inline, tabIndex }: { readonly inline: Inline; readonly tabIndex: 0 | -1 }) {
  const { caseId, numbers, blocks } = use(PaperContext)
  switch (inline.kind) {
    case 'text':
      return inline.bold ? <b>{breakable(inline.text)}</b> : breakable(inline.text)
    case 'field': {
      const stage = stageOfFact(inline.fact)
      return (
        <Link
          className={inline.bold ? 'pfield pbold' : 'pfield'}
          to={addressOf(caseId, stage, inline.fact)}
          title={`取自“${stageLabel(stage)}”，点击去修改`}
          tabIndex={tabIndex}
        >
          {breakable(inline.text)}
        </Link>
      )
    }
    case 'missing': {
      const words = `【待补：${inline.label}】`
      const fact = factOfGap(inline)
      if (fact === null) return <span className="pmissing">{words}</span>
      const stage = stageOfFact(fact)
      return (
        <Link
          className="pmissing"
          to={addressOf(caseId, stage, fact)}
          title={`缺，点击去“${stageLabel(stage)}”填写`}
          tabIndex={tabIndex}
        >
          {words}
        </Link>
      )
    }
    case 'ref':
      return (
        <Link
          className="pref"
          to={`/case/${caseId}/report?row=${encodeURIComponent(inline.target)}`}
          tabIndex={tabIndex}
          onClick={(event) => {
            event.preventDefault()
            showBlock(inline.target)
          }}
        >
          {referenceText(inline.target, numbers, blocks)}
        </Link>
      )
    case 'cite':
      return (
        <Link className="pfield" to={`/case/${caseId}/evidence?row=${inline.evidenceId}`} tabIndex={tabIndex}>
          {inline.text}
        </Link>
      )
    case 'redact':
      return <span title="公开版隐去">{inline.text}</span>
    default:
      return assertNever(inline)
  }
}
