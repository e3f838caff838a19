import { useEffect, useState } from 'react'
import type { Row } from '../../../../shared/case/tables.ts'
import { fileAddress } from '../../../host.ts'

export type Preview =
  | { readonly state: 'loading' }
  | { readonly state: 'shown'; readonly address: string }
  /** no picture, or one that cannot be decoded */
  | { readonly state: 'none' }

/** A scaled picture of a stored file as a blob address, which is let go with the component. */
export function usePreview(sha256: string, size: number, isPicture = true): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'loading' })
  useEffect(() => {
    if (!isPicture) return setPreview({ state: 'none' })
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
  }, [sha256, size, isPicture])
  return preview
}

/** By the name: papers, films and HEIC have no picture to ask for. */
export const canPreview = (name: string | null): boolean =>
  !/\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd|txt|csv|zip|rar|7z|mp[34]|m4a|wav|avi|mov|mkv|hei[cf])$/i.test(name ?? '')

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
  const preview = usePreview(file.sha256, size, canPreview(file.originalName))
  if (preview.state === 'shown') return <img className="thumb" src={preview.address} alt={alt} />
  return <span className="thumb none">{preview.state === 'loading' ? '' : ending(file.originalName)}</span>
}
