/** Paragraph styles of the document. Names that the reader of the file sees in Word are Chinese. */
import {
  AlignmentType,
  type IParagraphStyleOptions,
  type ISpacingProperties,
  type IStylesOptions,
  LineRuleType,
} from 'docx'
import { firstLine, line, size } from '../../../shared/report/style.ts'
import { font, headingFont } from './fonts.ts'

export const style = {
  body: 'GwBody',
  flush: 'GwFlush',
  blank: 'GwBlank',
  title: 'Title',
  caption: 'Caption',
  figure: 'GwFigure',
  figureCaption: 'GwFigureCaption',
  cell: 'GwCell',
  headCell: 'GwHeadCell',
  contentsTitle: 'GwContentsTitle',
} as const

/** Styles that must not snap to the 22-line grid: rows and pictures would grow to whole lines. */
export const offGrid: readonly string[] = [style.caption, style.figure, style.figureCaption, style.cell]

export const titleLine = 680
export const captionLine = 480
/** Pitch in a cell and the space above and below its text. */
export const cellLine = 320
export const cellSpace = 50
export const figureSpace = { before: 120, afterCaption: 99 } as const

/** Fixed line pitch without space around it. */
export function exact(twips: number = line.exact): ISpacingProperties {
  return { line: twips, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
}

/** First line drawn in by two characters, in characters for Word and WPS and in twips for the rest. */
export const twoCharacters = { firstLineChars: firstLine.chars, firstLine: firstLine.twips } as const

const tight = { characterSpacing: line.characterSpacing } as const
const black = { color: '000000', bold: false, italics: false } as const

function heading(level: 1 | 2 | 3 | 4) {
  return {
    run: { font: headingFont(level), size: size.body, ...black, ...tight },
    paragraph: {
      spacing: exact(),
      indent: twoCharacters,
      keepNext: true,
      keepLines: level <= 2,
      outlineLevel: level - 1,
      numbering: { reference: 'outline', level: level - 1 },
    },
  }
}

function contents(level: 1 | 2): IParagraphStyleOptions {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: { font: level === 1 ? font.heading1 : font.body, size: size.footer },
    paragraph: { spacing: exact(520), indent: { left: (level - 1) * 280 } },
  }
}

const own: readonly IParagraphStyleOptions[] = [
  {
    id: 'Normal',
    name: 'Normal',
    quickFormat: true,
    run: { size: size.body, font: font.body },
    paragraph: { spacing: exact() },
  },
  {
    id: style.body,
    name: '公文正文',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: size.body, font: font.body, ...tight },
    paragraph: { spacing: exact(), indent: twoCharacters, alignment: AlignmentType.BOTH },
  },
  {
    id: style.flush,
    name: '公文顶格',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: size.body, font: font.body, ...tight },
    paragraph: { spacing: exact(), alignment: AlignmentType.BOTH },
  },
  { id: style.blank, name: '公文空行', basedOn: 'Normal', paragraph: { spacing: exact() } },
  {
    id: style.figure,
    name: '公文图',
    basedOn: 'Normal',
    // the descent of the type would stand under the picture
    run: { size: 2 },
    // a fixed pitch would cut the picture down to one line
    paragraph: {
      spacing: { line: 240, lineRule: LineRuleType.AUTO, before: figureSpace.before, after: 0 },
      alignment: AlignmentType.CENTER,
      keepNext: true,
    },
  },
  {
    id: style.figureCaption,
    name: '公文图题',
    basedOn: 'Normal',
    run: { font: font.heading1, size: size.caption },
    paragraph: {
      spacing: { ...exact(captionLine), after: figureSpace.afterCaption },
      alignment: AlignmentType.CENTER,
      keepLines: true,
    },
  },
  {
    id: style.cell,
    name: '公文表格',
    basedOn: 'Normal',
    run: { font: font.body, size: size.table },
    paragraph: {
      spacing: { ...exact(cellLine), before: cellSpace, after: cellSpace },
      alignment: AlignmentType.CENTER,
    },
  },
  { id: style.headCell, name: '公文表头', basedOn: style.cell, run: { font: font.heading1, size: size.table } },
  {
    id: style.contentsTitle,
    name: '目录标题',
    basedOn: 'Normal',
    run: { font: font.title, size: size.title },
    paragraph: { spacing: exact(titleLine), alignment: AlignmentType.CENTER },
  },
  contents(1),
  contents(2),
]

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { size: size.body, font: font.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exact() },
    },
    heading1: heading(1),
    heading2: heading(2),
    heading3: heading(3),
    heading4: heading(4),
    title: {
      run: { font: font.title, size: size.title, ...black },
      paragraph: { spacing: exact(titleLine), alignment: AlignmentType.CENTER, keepNext: true, keepLines: true },
    },
    caption: {
      run: { font: font.heading1, size: size.caption, ...black },
      paragraph: { spacing: exact(captionLine), alignment: AlignmentType.CENTER, keepNext: true, keepLines: true },
    },
  },
  paragraphStyles: own,
}
