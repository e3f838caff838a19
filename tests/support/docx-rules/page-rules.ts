/** Paper, margins, grid, page numbers, header mark. */
import type { Model } from './package.ts'
import { wordsOf } from './package.ts'
import { isNear, type Rule, twips } from './rule.ts'
import { all, child, type Element, textOf, w } from './xml.ts'

export const sectionsOf = (model: Model): readonly Element[] => all(model.office.xml('word/document.xml'), 'w:sectPr')

const isLandscape = (section: Element) => w(child(section, 'w:pgSz'), 'orient') === 'landscape'

/** A4, 天头 37, 订口 28, 版心 156×225 mm, grid of 22 lines; lying pages are the same turned by 90°. */
export const geometry: Rule = (model) =>
  sectionsOf(model).flatMap((section, index) => {
    const lies = isLandscape(section)
    const size = child(section, 'w:pgSz')
    const margin = child(section, 'w:pgMar')
    const number = (element: Element | undefined, name: string) => Number(w(element, name))
    const wanted: readonly (readonly [string, number, number])[] = [
      ['width', number(size, 'w'), twips(lies ? 297 : 210)],
      ['height', number(size, 'h'), twips(lies ? 210 : 297)],
      ['top', number(margin, 'top'), twips(lies ? 28 : 37)],
      ['left', number(margin, 'left'), twips(lies ? 35 : 28)],
      ['type area', number(size, 'w') - number(margin, 'left') - number(margin, 'right'), twips(lies ? 225 : 156)],
      ['type height', number(size, 'h') - number(margin, 'top') - number(margin, 'bottom'), twips(lies ? 156 : 225)],
    ]
    const grid = child(section, 'w:docGrid')
    return [
      ...wanted
        .filter(([, is, should]) => !isNear(is, should, 20))
        .map(([name, is]) => `section ${index}: ${name} is ${is}`),
      ...(w(grid, 'type') === 'lines' && w(grid, 'linePitch') === '579'
        ? []
        : [`section ${index}: no grid of 22 lines`]),
    ]
  })

const partOf = (model: Model, section: Element, kind: 'header' | 'footer', type: string) => {
  const reference = all(section, `w:${kind}Reference`).find((one) => w(one, 'type') === type)
  const id = reference?.attributes['r:id']
  const target = all(model.office.xml('word/_rels/document.xml.rels'), 'Relationship').find(
    (one) => one.attributes.Id === id,
  )
  return target === undefined ? undefined : model.office.xml(`word/${target.attributes.Target}`)
}

/** «— 1 —», 4号 宋体, odd pages right and even pages left by one character; cover and contents have none. */
export const pageNumbers: Rule = (model) => {
  const problems: string[] = []
  if (child(model.office.xml('word/settings.xml'), 'w:evenAndOddHeaders') === undefined)
    problems.push('odd and even pages are alike')
  const sections = sectionsOf(model)
  const isCounted = (section: Element) => w(child(section, 'w:pgNumType'), 'fmt') === 'decimal'
  const start = sections.findIndex(isCounted)
  if (w(child(sections[start], 'w:pgNumType'), 'start') !== '1') problems.push('the text does not begin at page 1')
  sections.forEach((section, index) => {
    for (const type of ['default', 'even']) {
      const footer = partOf(model, section, 'footer', type)
      if (footer === undefined) {
        problems.push(`section ${index} has no ${type} footer`)
        continue
      }
      const paragraph = all(footer, 'w:p').findLast((one) =>
        all(one, 'w:instrText').some((field) => textOf(field).trim() === 'PAGE'),
      )
      if (index < start) {
        if (paragraph !== undefined) problems.push(`section ${index} before the text has a page number`)
        continue
      }
      if (paragraph === undefined) {
        problems.push(`section ${index} has no page number on ${type} pages`)
        continue
      }
      const said = wordsOf(paragraph).replaceAll(/[\s\d]/g, '')
      if (said !== '——') problems.push(`section ${index}: page number «${said}»`)
      const side = type === 'default' ? 'right' : 'left'
      const layout = child(paragraph, 'w:pPr')
      if (w(child(layout, 'w:jc')) !== side)
        problems.push(`section ${index}: ${type} page number is not at the ${side}`)
      if (!isLandscape(section) && w(child(layout, 'w:ind'), side) !== '280')
        problems.push(`section ${index}: ${type} page number is not drawn in`)
      for (const run of all(paragraph, 'w:r')) {
        const look = child(run, 'w:rPr')
        if (w(child(look, 'w:sz')) !== '28') problems.push(`section ${index}: page number is not 4号`)
        if (w(child(look, 'w:rFonts'), 'ascii') !== '宋体') problems.push(`section ${index}: page number is not 宋体`)
      }
    }
  })
  return problems
}

/** While 【待补：…】 stands in the text, every header says 草稿. */
export const draftMark: Rule = (model) => {
  const isDraft = textOf(model.office.xml('word/document.xml')).includes('【待补：')
  if (!isDraft) return []
  return sectionsOf(model).flatMap((section, index) =>
    ['default', 'even'].flatMap((type) => {
      const header = partOf(model, section, 'header', type)
      return header !== undefined && textOf(header).includes('草稿')
        ? []
        : [`section ${index}: no 草稿 on ${type} pages`]
    }),
  )
}
