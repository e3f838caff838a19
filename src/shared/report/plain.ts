/** Document → plain text: one line a paragraph, cells parted by tabs. What DOCX and PDF are compared with. */
import type { Block, Document } from './document.ts'
import { inlinesText, numberDocument } from './numbering.ts'

/** The whole document as the reader sees it, without page numbers, header and contents. Ends with a line break. */
export function documentText(document: Document): string {
  return `${documentLines(document).join('\n')}\n`
}

/** What still stands as 【待补：……】 in the text, typed by hand as well, each once: a report with one of them is a draft. */
export function printedGaps(document: Document): readonly string[] {
  const gaps = [...documentText(document).matchAll(/【待补(?:[：:]\s*([^】]*))?】?/g)]
  return [...new Set(gaps.map(([, label]) => label?.trim() || '未写明的内容'))]
}

/** Lines of `documentText`. */
export function documentLines(document: Document): readonly string[] {
  const numbers = numberDocument(document)
  const words = (inlines: Parameters<typeof inlinesText>[0]) => inlinesText(inlines, numbers, document.blocks)
  const lines = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'title':
        return block.lines
      case 'cover':
        return [...block.lines, block.body, words(block.date)]
      case 'toc':
      case 'pageBreak':
        return []
      case 'heading':
        return [`${numbers.get(block.id) ?? ''}${spaceAfter(numbers.get(block.id))}${words(block.children)}`]
      case 'paragraph':
        return [words(block.children)]
      case 'list':
        return block.items.map((item) => {
          const number = numbers.get(item.id)
          return `${number ?? ''}${spaceAfter(number)}${words(item.children)}`
        })
      case 'table':
        return [
          ...(block.caption === null ? [] : [`${numbers.get(block.id)}　${block.caption}`]),
          block.columns.map((column) => column.title).join('\t'),
          ...block.rows.map((row) => row.cells.map((cell) => words(cell.children)).join('\t')),
        ]
      case 'figure':
        return [`${numbers.get(block.id)}　${block.caption}`]
      case 'attachmentList':
        return block.items.map((item, index) =>
          block.items.length === 1
            ? `附件：${words(item.children)}`
            : `${index === 0 ? '附件：' : '　　　'}${index + 1}. ${words(item.children)}`,
        )
      case 'signature':
        return [words(block.name), words(block.date)]
      case 'attachment':
        return [numbers.get(block.id) ?? '附件', block.title]
      case 'imprint':
        return [...(block.copyTo === null ? [] : [`抄送：${block.copyTo}`]), `${block.issuer}　${block.date}印发`]
    }
  }
  return document.blocks.flatMap(lines)
}

/** A space stands after «1.» only; 一、 （一） （1） carry their own. */
function spaceAfter(number: string | undefined): string {
  return number?.endsWith('.') ? ' ' : ''
}
