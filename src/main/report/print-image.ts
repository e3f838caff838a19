/** A picture ready for print: re-encoded to print size, upright, without metadata. Writers copy the file as it is. */
export type PrintImage = {
  /** file on disk */
  readonly path: string
  readonly type: 'jpg' | 'png'
  readonly widthPx: number
  readonly heightPx: number
}
