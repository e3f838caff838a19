/** The words of a DOCX as its reader sees them, in the form of `documentText`. */
import { modelOf, type OfficePackage, paragraphsOf, wordsOf } from './docx-rules/package.ts'
import { all, child, type Element } from './docx-rules/xml.ts'

/** Without contents, headers, page numbers and lines that are empty for the sake of the layout. */
export function docxLines(office: OfficePackage): readonly string[] {
  const model = modelOf(office)
  const line = (paragraph: Element) => `${model.numbers.get(paragraph) ?? ''}${wordsOf(paragraph)}`
  return model.body.flatMap((block) => {
    if (block.name === 'w:tbl') {
      const isImprint = child(child(block, 'w:tblPr'), 'w:tblpPr') !== undefined
      return all(block, 'w:tr').map((row) =>
        isImprint
          ? paragraphsOf([row]).map(line).join('').replace('\t', '　')
          : paragraphsOf([row]).map(line).join('\t'),
      )
    }
    if (block.name !== 'w:p' || model.styleOf(block) === 'GwContentsTitle') return []
    const words = line(block)
    return words === '' ? [] : [words]
  })
}
