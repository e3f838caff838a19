/**
 * The elements `docx` has no class for, above all fields. Fields are written
 * as Word writes them, each mark in a run of its own: WPS shows nothing for a field that is packed into one run.
 */
import {
  BuilderElement,
  FileChild,
  type IRunPropertiesOptions,
  type ParagraphChild,
  StringContainer,
  TextRun,
  type XmlComponent,
} from 'docx'

/** Any element of WordprocessingML. Attribute values are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const named = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }]))
  return new BuilderElement({ name, attributes: named, children })
}

/** A field with the result it has now. It is not marked dirty, so nothing is asked when the file is opened. */
export function field(
  instruction: string,
  result: readonly ParagraphChild[],
  run: IRunPropertiesOptions,
): readonly ParagraphChild[] {
  return [...fieldStart(instruction, run), ...result, fieldMark('end', run)]
}

/** Opening of a field whose result and end stand elsewhere. */
export function fieldStart(instruction: string, run: IRunPropertiesOptions): readonly ParagraphChild[] {
  return [
    fieldMark('begin', run),
    new TextRun({ ...run, children: [new StringContainer('w:instrText', instruction)] }),
    fieldMark('separate', run),
  ]
}

export function fieldMark(type: 'begin' | 'separate' | 'end', run: IRunPropertiesOptions): ParagraphChild {
  return new TextRun({ ...run, children: [element('w:fldChar', { 'w:fldCharType': type })] })
}

/** A paragraph-level element that `docx` has no class for. */
export function blockElement(name: string, children: readonly XmlComponent[]): FileChild {
  const block = new FileChild(name)
  for (const child of children) block.addChildElement(child)
  return block
}
