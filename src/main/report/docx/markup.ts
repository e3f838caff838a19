/**
 * WordprocessingML as text, for what a report has by the thousand: cells, captions and pictures. `docx` builds an object for
 * each element; for two hundred pictures that takes longer than writing them to disk.
 */
import { FileChild } from 'docx'
import type { Font } from './fonts.ts'

/** Look of a run, in the words of `docx`. */
export type Look = {
  readonly font: Font
  /** half-points; without it that of the paragraph's style */
  readonly size?: number
  readonly bold?: boolean
  readonly highlight?: 'yellow'
}

const NAME = 'w:raw'

/** Carries markup through `docx` as the text of an element; `restoreRaw` puts it in place. */
export function raw(markup: string): FileChild {
  const block = new FileChild(NAME)
  block.addChildElement(markup)
  return block
}

const PATTERN = new RegExp(`<${NAME}>([^<]*)</${NAME}>`, 'g')
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function restoreRaw(xml: string): string {
  return xml.replaceAll(PATTERN, (_, text: string) =>
    text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (__, name: string) => entities[name] ?? ''),
  )
}

/** For text and for attribute values in double quotes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export function paragraphMarkup(properties: string, runs: string): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
}

export function runMarkup(look: Look, content: string): string {
  const { ascii, hAnsi, cs, eastAsia, hint } = look.font
  const fonts = `<w:rFonts w:ascii="${ascii}" w:hAnsi="${hAnsi}" w:cs="${cs}" w:eastAsia="${eastAsia}" w:hint="${hint}"/>`
  const bold = look.bold === true ? '<w:b/><w:bCs/>' : ''
  const size = look.size === undefined ? '' : `<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`
  const highlight = look.highlight === undefined ? '' : `<w:highlight w:val="${look.highlight}"/>`
  return `<w:r><w:rPr>${fonts}${bold}${size}${highlight}</w:rPr>${content}</w:r>`
}
