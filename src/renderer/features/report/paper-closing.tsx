/** How a document begins and ends: cover, contents, list of attachments, 落款, 版记. */
import { use } from 'react'
import type { Block } from '../../../shared/report/document.ts'
import { inlinesText } from '../../../shared/report/numbering.ts'
import { InlineRun } from './InlineRun.tsx'
import { numberPrefix, PaperContext, showBlock } from './paper-context.ts'

/** A longer name does not leave room for two characters at its right. */
const LONG_NAME = 26

type Of<K extends Block['kind']> = { readonly block: Extract<Block, { kind: K }>; readonly isReachable: boolean }

const withKeys = (lines: readonly string[]) => lines.map((line, at) => ({ line, key: `${at}:${line}` }))

export function PaperTitle({ lines }: { readonly lines: readonly string[] }) {
  return (
    <h2 className="ptitle">
      {withKeys(lines).map(({ line, key }) => (
        <span key={key}>{line}</span>
      ))}
    </h2>
  )
}

export function PaperCover({ block, isReachable }: Of<'cover'>) {
  return (
    <div className="pcover">
      <h2 className={block.lines.some((line) => line.length > 17) ? 'ptitle pcover-small' : 'ptitle'}>
        {withKeys(block.lines).map(({ line, key }) => (
          <span key={key}>{line}</span>
        ))}
      </h2>
      <div className="pcover-foot">
        <p>{block.body}</p>
        <p>
          <InlineRun inlines={block.date} isReachable={isReachable} />
        </p>
      </div>
    </div>
  )
}

/** `pageOf`: printed number of the page on which a block begins, as far as it is known. */
export function PaperContents({ pageOf }: { readonly pageOf: (id: string) => string }) {
  const { numbers, blocks } = use(PaperContext)
  return (
    <div className="ptoc">
      <p className="ptitle">目　录</p>
      <ol>
        {blocks.map((block) =>
          block.kind === 'heading' && block.level <= 2 ? (
            <li key={block.id} className={`ptoc-${block.level}`}>
              <button type="button" tabIndex={-1} onClick={() => void showBlock(block.id)}>
                <span>
                  {numberPrefix(numbers.get(block.id))}
                  {inlinesText(block.children, numbers, blocks)}
                </span>
                <i aria-hidden />
                <span>{pageOf(block.id)}</span>
              </button>
            </li>
          ) : null,
        )}
      </ol>
    </div>
  )
}

export function PaperAttachmentList({ block, isReachable }: Of<'attachmentList'>) {
  const isSingle = block.items.length === 1
  return (
    <ol className="pattachments">
      {block.items.map((item, at) => (
        <li key={item.id} data-block={item.id}>
          <span>{at === 0 ? '附件：' : ''}</span>
          <span>
            {isSingle ? '' : `${at + 1}. `}
            <InlineRun inlines={item.children} isReachable={isReachable} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The name two characters from the right, the date two characters further in than the name begins (GB/T 9704-2012, 7.3.5.2). */
export function PaperSignature({ block, isReachable }: Of<'signature'>) {
  const { numbers, blocks } = use(PaperContext)
  const isLong = inlinesText(block.name, numbers, blocks).length > LONG_NAME
  return (
    <div className={isLong ? 'psignature-long' : 'psignature'}>
      <p>
        <InlineRun inlines={block.name} isReachable={isReachable} />
      </p>
      <p>
        <InlineRun inlines={block.date} isReachable={isReachable} />
      </p>
    </div>
  )
}

export function PaperAttachmentHead({ block }: { readonly block: Extract<Block, { kind: 'attachment' }> }) {
  const { numbers } = use(PaperContext)
  return (
    <div className="pattachment">
      <p>{numbers.get(block.id) ?? '附件'}</p>
      <h3 className="ptitle">{block.title}</h3>
    </div>
  )
}

export function PaperImprint({ block }: { readonly block: Extract<Block, { kind: 'imprint' }> }) {
  return (
    <div className="pimprint">
      {block.copyTo === null ? null : (
        <p>
          <span>抄送：</span>
          <span>{block.copyTo}</span>
        </p>
      )}
      <p>
        <span>{block.issuer}</span>
        <span>{block.date}印发</span>
      </p>
    </div>
  )
}
