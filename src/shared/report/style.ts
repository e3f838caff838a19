/**
 * Page geometry and type of official documents, once for DOCX, PDF and screen. Source: GB/T 9704-2012 and measurements on
 * the pinned writers. Lengths are twips (1/20 pt) unless the name says otherwise.
 */
export const page = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  header: 851,
  footer: 1446,
} as const

/** Type area 156 mm × 225 mm. */
export const typeArea = { width: 8844, height: 12756 } as const

/** 22 lines a page: 580 would print 21 (measured). 28 characters a line need the text drawn in by 0.25 pt. */
export const line = { exact: 579, characterSpacing: -5, linesPerPage: 22, charactersPerLine: 28 } as const

/** Half-points, as Word counts sizes. 2号 44, 3号 32, 小3 30, 4号 28, 小4 24, 5号 21, 小5 18. */
export const size = { title: 44, body: 32, caption: 24, table: 24, tableSmall: 21, footer: 28 } as const

/** East-asian faces by role; the latin face is for digits and letters. Names are those of Windows and WPS. */
export const face = {
  body: '仿宋_GB2312',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  title: '方正小标宋简体',
  footer: '宋体',
  latin: 'Times New Roman',
} as const

/** First line indent of body text: two characters of 3号. */
export const firstLine = { chars: 200, twips: 640 } as const

export const MM_TO_TWIPS = 56.6929
