import { use, useEffect, useRef, useState } from 'react'
import type { Figure } from '../../../shared/report/document.ts'
import { fileAddress } from '../../host.ts'
import { PaperContext } from './paper-context.ts'
import { useAllPictures } from './print-paper.ts'

/** Sharp enough for the width of a page on any screen; the original stays where it is. */
const PREVIEW_PX = 1280

/** A picture is fetched when it comes near: a report may have hundreds. */
export function PaperFigure({ block }: { readonly block: Figure }) {
  const { numbers } = use(PaperContext)
  const frame = useRef<HTMLDivElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [isLost, setLost] = useState(false)
  const [isNear, setNear] = useState(false)
  const isWanted = useAllPictures() || isNear
  const { sha256 } = block
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const watcher = new IntersectionObserver(
      (entries) => setNear((before) => before || entries.some(({ isIntersecting }) => isIntersecting)),
      { root: element.closest('.desk'), rootMargin: '1500px' },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  useEffect(() => {
    if (!isWanted) return
    let made: string | undefined
    let isGone = false
    fileAddress(sha256, PREVIEW_PX).then(
      (fetched) => {
        made = fetched
        if (isGone) URL.revokeObjectURL(fetched)
        else setAddress(fetched)
      },
      () => setLost(true),
    )
    return () => {
      isGone = true
      setAddress(null)
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [sha256, isWanted])
  return (
    <figure className="pfigure">
      <div
        ref={frame}
        data-waiting={address === null && !isLost ? '' : undefined}
        className={address === null ? 'pframe pframe-empty' : 'pframe'}
        style={{ width: `${block.widthMm}mm` }}
      >
        {address === null ? (
          <span>{isLost ? '图片读不出来；请在附件页重新添加这张图片。' : ''}</span>
        ) : (
          <img src={address} alt={block.alt || block.caption} />
        )}
      </div>
      <figcaption className="pcaption">
        {numbers.get(block.id)}　{block.caption}
      </figcaption>
    </figure>
  )
}
