/** Tables, pictures, captions, contents, imprint. */
import type { Model } from './package.ts'
import { paragraphsOf, wordsOf } from './package.ts'
import { sectionsOf } from './page-rules.ts'
import type { Rule } from './rule.ts'
import { all, child, type Element, w } from './xml.ts'

const EMU_PER_TWIP = 635

/** Width and height of the type area around a block. */
function areaOf(model: Model, block: Element): { readonly width: number; readonly height: number } {
  const from = model.body.indexOf(block)
  const ends = model.body.slice(from).map((one) => child(child(one, 'w:pPr'), 'w:sectPr'))
  const section = ends.find((one) => one !== undefined) ?? sectionsOf(model).at(-1)
  const size = child(section, 'w:pgSz')
  const margin = child(section, 'w:pgMar')
  const less = (whole: string, a: string, b: string) =>
    Number(w(size, whole)) - Number(w(margin, a)) - Number(w(margin, b))
  return { width: less('w', 'left', 'right'), height: less('h', 'top', 'bottom') }
}

const isFloating = (table: Element) => child(child(table, 'w:tblPr'), 'w:tblpPr') !== undefined

/** Fixed widths that fit, the same number of columns in every row, rows undivided, header rows repeated. */
export const tables: Rule = (model) =>
  model.body
    .filter((block) => block.name === 'w:tbl')
    .flatMap((table, index) => {
      const problems: string[] = []
      const columns = all(child(table, 'w:tblGrid'), 'w:gridCol').map((one) => Number(w(one, 'w')))
      const width = columns.reduce((sum, one) => sum + one, 0)
      if (w(child(child(table, 'w:tblPr'), 'w:tblLayout'), 'type') !== 'fixed') problems.push('widths are not fixed')
      if (width > areaOf(model, table).width + 1) problems.push(`${width} twips wide`)
      if (columns.some((one) => !(one > 0))) problems.push('a column without width')
      all(table, 'w:tr').forEach((row, at) => {
        const spans = all(row, 'w:tc').map((cell) => Number(w(child(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1))
        const properties = child(row, 'w:trPr')
        if (spans.reduce((sum, one) => sum + one, 0) !== columns.length)
          problems.push(`row ${at} has ${spans.length} cells`)
        if (child(properties, 'w:cantSplit') === undefined) problems.push(`row ${at} may be divided`)
        const isHeader = child(properties, 'w:tblHeader') !== undefined
        if (!isFloating(table) && isHeader !== (at === 0)) problems.push(`row ${at}: header row is wrong`)
      })
      return problems.map((problem) => `table ${index}: ${problem}`)
    })

/** Pictures lie within the type area, undistorted, with words for those who cannot see them, in lines that do not cut them. */
export const pictures: Rule = (model) => {
  const relations = new Map(
    all(model.office.xml('word/_rels/document.xml.rels'), 'Relationship').map((one) => [
      one.attributes.Id,
      one.attributes.Target,
    ]),
  )
  return paragraphsOf(model.body)
    .flatMap((paragraph) => all(paragraph, 'wp:inline').map((picture) => ({ paragraph, picture })))
    .flatMap(({ paragraph, picture }, index) => {
      const extent = child(picture, 'wp:extent')?.attributes
      const [cx, cy] = [Number(extent?.cx), Number(extent?.cy)]
      const area = areaOf(model, paragraph)
      const described = child(picture, 'wp:docPr')?.attributes.descr ?? ''
      const target = relations.get(all(picture, 'a:blip')[0]?.attributes['r:embed'])
      const data = model.office.parts.get(`word/${target}`)
      const problems: string[] = []
      if (!(cx > 0 && cy > 0)) problems.push('no size')
      if (cx > area.width * EMU_PER_TWIP + 1 || cy > area.height * EMU_PER_TWIP)
        problems.push('larger than the type area')
      if (described.trim() === '') problems.push('no words for those who cannot see it')
      if (w(model.paragraph(paragraph)('w:spacing'), 'lineRule') === 'exact') problems.push('cut by a fixed pitch')
      const pixels = data === undefined ? null : pixelsOf(data)
      if (pixels === null) problems.push('no picture')
      else if (Math.abs(cx / cy / (pixels.width / pixels.height) - 1) > 0.01) problems.push('distorted')
      return problems.map((problem) => `picture ${index}: ${problem}`)
    })
}

function pixelsOf(data: Buffer): { readonly width: number; readonly height: number } | null {
  if (data.subarray(1, 4).toString('latin1') === 'PNG')
    return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
  if (data.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at < data.length - 8; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
  }
  return null
}

/** 表1, 表2 …; 图1, 图2 …; a table's caption above it, a picture's below. */
export const captions: Rule = (model) => {
  const problems: string[] = []
  const counts = { 表: 0, 图: 0 }
  model.body.forEach((block, index) => {
    const style = block.name === 'w:p' ? model.styleOf(block) : ''
    if (style !== 'Caption' && style !== 'GwFigureCaption') return
    const label = style === 'Caption' ? '表' : '图'
    const words = wordsOf(block)
    if (!words.startsWith(`${label}${++counts[label]}　`)) problems.push(`«${words}» is not ${label}${counts[label]}`)
    const neighbour = model.body[index + (label === '表' ? 1 : -1)]
    const isThere =
      label === '表' ? neighbour?.name === 'w:tbl' : neighbour !== undefined && all(neighbour, 'wp:inline').length > 0
    if (!isThere) problems.push(`«${words}» stands at nothing`)
  })
  return problems
}

/** Contents list every heading of levels 1 and 2 as it stands, with page numbers that do not go down. */
export const contents: Rule = (model) => {
  const entries = paragraphsOf(model.body).filter((one) => /^TOC[12]$/.test(model.styleOf(one)))
  if (!model.body.some((block) => block.name === 'w:sdt')) return []
  const split = entries.map((entry) => wordsOf(entry).split('\t'))
  const headings = paragraphsOf(model.body)
    .filter((one) => /^Heading[12]$/.test(model.styleOf(one)))
    .map((one) => `${model.numbers.get(one) ?? ''}${wordsOf(one)}`)
  const pages = split.map(([, page]) => Number(page))
  return [
    ...(entries.length === 0 ? ['contents are empty'] : []),
    ...headings
      .filter((heading, at) => split[at]?.[0] !== heading)
      .map((heading) => `«${heading}» is not in its place`),
    ...(split.length === headings.length ? [] : [`${split.length} entries for ${headings.length} headings`]),
    ...pages
      .filter((page, at) => !(page >= 1) || page < (pages[at - 1] ?? 1))
      .map((page) => `page ${page} after a later one`),
  ]
}

/** 版记: the table floats, and its last rule is the foot of the type area. */
export const imprint: Rule = (model) =>
  model.body
    .filter((block) => block.name === 'w:tbl' && /\d日印发$/.test(wordsOf(block)))
    .flatMap((table) => {
      const place = child(child(table, 'w:tblPr'), 'w:tblpPr')
      const isAtFoot = w(place, 'vertAnchor') === 'margin' && w(place, 'tblpYSpec') === 'bottom'
      return isAtFoot ? [] : ['the imprint does not stand at the foot of the type area']
    })
