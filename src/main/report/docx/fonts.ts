/** Faces of the document in the form `docx` wants them. */
import type { IFontAttributesProperties } from 'docx'
import { face } from '../../../shared/report/style.ts'

/**
 * All four slots of a run. The hint puts “ ” · — … × into the Chinese face; without it Word draws them half-width, and it
 * works on a run only, so every run carries it.
 */
function chinese(eastAsia: string): IFontAttributesProperties {
  return { ascii: face.latin, hAnsi: face.latin, cs: face.latin, eastAsia, hint: 'eastAsia' }
}

export const font = {
  body: chinese(face.body),
  heading1: chinese(face.heading1),
  heading2: chinese(face.heading2),
  title: chinese(face.title),
  /** page numbers: digits too are 半角宋体 (GB/T 9704-2012, 7.5) */
  footer: { ascii: face.footer, hAnsi: face.footer, cs: face.footer, eastAsia: face.footer, hint: 'eastAsia' },
} as const satisfies Record<string, IFontAttributesProperties>

export type Font = IFontAttributesProperties

/** Face of a heading by level: 黑体, 楷体, then 仿宋 (GB/T 9704-2012, 7.3.3). */
export function headingFont(level: 1 | 2 | 3 | 4): Font {
  return level === 1 ? font.heading1 : level === 2 ? font.heading2 : font.body
}

type Face = { readonly name: string; readonly others: string; readonly panose: string; readonly family: string }

/** What Word is to take where a face is not installed, in this order; without it everything falls to 宋体. */
export const substitutes: readonly Face[] = [
  { name: face.body, others: '仿宋,FangSong', panose: '02010609030101010101', family: 'modern' },
  { name: face.heading2, others: '楷体,KaiTi', panose: '02010609030101010101', family: 'modern' },
  { name: face.heading1, others: 'SimHei', panose: '02010609060101010101', family: 'modern' },
  { name: face.footer, others: 'SimSun', panose: '02010600030101010101', family: 'auto' },
  {
    name: face.title,
    others: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,宋体',
    panose: '02010601030101010101',
    family: 'auto',
  },
]
