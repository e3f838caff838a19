import { useEffect, useState } from 'react'
import type { Row } from '../../../../shared/case/tables.ts'
import { fileAddress } from '../../../host.ts'

export type Preview =
  | { readonly state: 'loading' }
  | { readonly state: 'shown'; readonly address: string }
  /** no picture, or one that cannot be decoded */
  | { readonly state: 'none' }

/** A scaled picture of a stored file as a blob address, which is let go with the component. */
export function usePreview(sha256: string, size: number): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'loading' })
  useEffect(() => {
    let isGone = false
    let address = ''
    setPreview({ state: 'loading' })
    fileAddress(sha256, size).then(
      (given) => {
        address = given
        if (isGone) URL.revokeObjectURL(given)
        else setPreview({ state: 'shown', address: given })
      },
      () => {
        if (!isGone) setPreview({ state: 'none' })
      },
    )
    return () => {
      isGone = true
      if (address !== '') URL.revokeObjectURL(address)
    }
  }, [sha256, size])
  return preview
}

const ending = (name: string | null): string => /\.([A-Za-z0-9]{1,5})$/.exec(name ?? '')?.[1]?.toUpperCase() ?? '文件'

/** A small picture, or the kind of the file where there is none. */
export function Thumb({
  file,
  size,
  alt,
}: {
  readonly file: Row<'evidenceFile'>
  readonly size: number
  readonly alt: string
}) {
  const preview = usePreview(file.sha256, size)
  if (preview.state === 'shown') return <img className="thumb" src={preview.address} alt={alt} />
  return <span className="thumb none">{preview.state === 'loading' ? '' : ending(file.originalName)}</span>
}
