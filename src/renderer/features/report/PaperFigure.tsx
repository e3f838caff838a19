import { use, useEffect, useRef, useState } from 'react'
import type { Figure } from '../../../shared/report/document.ts'
import { fileAddress } from '../../host.ts'
import { PaperContext } from './paper-context.ts'

/** Sharp enough for the width of a page on any screen; the original stays where it is. */
const PREVIEW_PX = 1280

/** A picture is fetched when it comes near: a report may have hundreds. */
export function PaperFigure({ block }: { readonly block: Figure }) {
  const { numbers } = use(PaperContext)
  const frame = useRef<HTMLDivElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [isLost, setLost] = useState(false)
  const { sha256 } = block
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let made: string | undefined
    let isGone = false
    const fetchIt = async () => {
      try {
        made = await fileAddress(sha256, PREVIEW_PX)
        if (isGone) URL.revokeObjectURL(made)
        else setAddress(made)
      } catch {
        if (!isGone) setLost(true)
      }
    }
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        watcher.disconnect()
        void fetchIt()
      },
      { root: element.closest('.desk'), rootMargin: '1500px' },
    )
    watcher.observe(element)
    return () => {
      isGone = true
      watcher.disconnect()
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [sha256])
  return (
    <figure className="pfigure">
      <div
        ref={frame}
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
