import { Fragment } from 'react'
import { Link } from 'react-router'
import type { Document, Inline } from '../../../../shared/report/document.ts'
import { inlineText, numberDocument } from '../../../../shared/report/numbering.ts'
import { useCall } from '../../../api.ts'

/** The paragraph of the report that stands for this subject, so that what is missing is seen where it is entered. */
export function PrintedSentence({ caseId, liabilityId }: { readonly caseId: string; readonly liabilityId: string }) {
  const { data } = useCall('report.get', { caseId })
  const found = data ? itemOf(data.document, `liability:${liabilityId}`) : null
  if (!data || found === null) return null
  const numbers = numberDocument(data.document)
  return (
    <div className="printed">
      <p className="dim">
        报告中的文字，由以上内容生成，可在<Link to={`/case/${caseId}/report`}>调查报告</Link>中改写
      </p>
      <p>
        {found.map((inline, index) => {
          const text = inlineText(inline, numbers, data.document.blocks)
          // runs have no key of their own, and their order is their identity
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs are never moved
          return <Fragment key={index}>{inline.kind === 'missing' ? <mark>{text}</mark> : text}</Fragment>
        })}
      </p>
    </div>
  )
}

function itemOf(document: Document, id: string): readonly Inline[] | null {
  for (const block of document.blocks) {
    if (block.id === id && block.kind === 'paragraph') return block.children
    if (block.kind !== 'list') continue
    const item = block.items.find((other) => other.id === id)
    if (item) return item.children
  }
  return null
}
