/**
 * The parts of the package, made by `docx` and put right where it has no option for what the format wants, or writes
 * something that differs from run to run.
 */
import { type Document as DocxDocument, Packer } from 'docx'
import type { Picture } from './context.ts'
import { substitutes } from './fonts.ts'
import { restoreRaw } from './markup.ts'
import { offGrid } from './styles.ts'

export type Part = { readonly name: string; readonly text: string }

type Compiler = { compile: (document: DocxDocument) => ReadonlyMap<string, string | Uint8Array> }

/**
 * `Packer` offers no way to the parts but a finished archive that holds every photograph in memory, deflated anew. Its
 * compiler is private; the version is pinned and a test watches over it.
 */
function compilerOf(packer: object): Compiler {
  const compiler: unknown = Reflect.get(packer, 'compiler')
  if (!isCompiler(compiler)) throw new TypeError('docx no longer keeps its compiler in Packer.compiler')
  return compiler
}

function isCompiler(value: unknown): value is Compiler {
  return typeof value === 'object' && value !== null && 'compile' in value && typeof value.compile === 'function'
}

/** Parts in the order of the archive: content types first, so that the file is known for what it is. */
export function makeParts(document: DocxDocument, pictures: readonly Picture[], now: string): readonly Part[] {
  const compiled = compilerOf(Packer).compile(document)
  const names = [...compiled.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const rename = stableIds()
  // relationship ids are random; the document is read first so that they count up in its order
  const order = ['word/document.xml', ...names.filter((name) => name !== 'word/document.xml')]
  const texts = new Map<string, string>()
  for (const name of order) {
    const data = compiled.get(name)
    if (typeof data !== 'string') throw new TypeError(`docx made a part that is not XML: ${name}`)
    texts.set(name, rename(patch(name, data, pictures, now)))
  }
  return names.map((name) => ({ name, text: texts.get(name) ?? '' }))
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2
}

function patch(name: string, xml: string, pictures: readonly Picture[], now: string): string {
  switch (name) {
    case 'word/document.xml':
      return renumberBookmarks(restoreRaw(xml))
    case 'word/_rels/document.xml.rels':
      return pictures.length === 0 ? xml : insertBefore(xml, '</Relationships>', pictures.map(relationship).join(''))
    case 'word/styles.xml':
      return patchStyles(xml)
    case 'word/settings.xml':
      return insertBefore(xml, '<w:compat>', '<w:characterSpacingControl w:val="doNotCompress"/>')
    case 'word/fontTable.xml':
      return fontTable()
    case 'docProps/core.xml':
      return replaceOnce(xml, /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant(now)}`)
    default:
      return xml
  }
}

function relationship({ name, relation }: Picture): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
  return `<Relationship Id="${relation}" Type="${type}" Target="${name}"/>`
}

/** `docx` numbers bookmarks with one counter for the whole process. */
function renumberBookmarks(xml: string): string {
  const ids = new Map<string, number>()
  return xml.replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]+)/g, (_, head: string, id: string) => {
    const known = ids.get(id) ?? ids.size + 1
    ids.set(id, known)
    return `${head}${known}`
  })
}

/** `docx` takes relationship ids from a random source: 21 characters after «rId». */
function stableIds(): (xml: string) => string {
  const ids = new Map<string, number>()
  return (xml) =>
    xml.replaceAll(/"rId([a-z0-9_-]{21})"/g, (_, id: string) => {
      const known = ids.get(id) ?? ids.size + 1
      ids.set(id, known)
      return `"rIdA${known}"`
    })
}

/** 孤行控制 is off, as in Chinese Word: with it a page may end a line short of 22. Order of properties as in the schema. */
function patchStyles(xml: string): string {
  let patched = xml
  for (const id of offGrid)
    patched = replaceOnce(
      patched,
      new RegExp(`(<w:style [^>]*w:styleId="${id}"[^>]*>(?:(?!</w:style>).)*?<w:pPr>(?:(?!</w:pPr>).)*?)(<w:spacing )`),
      '$1<w:snapToGrid w:val="0"/>$2',
    )
  return replaceOnce(
    patched,
    /(<w:style [^>]*w:styleId="Normal"[^>]*>(?:(?!<\/w:style>).)*?<w:pPr>)/,
    '$1<w:widowControl w:val="0"/>',
  )
}

/** Word looks for these names before it falls back to 宋体. */
function fontTable(): string {
  const fonts = substitutes.map(
    ({ name, others, panose, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  )
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${fonts.join('')}</w:fonts>`
}

/** W3CDTF in UTC, whole seconds. */
function instant(now: string): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`
}

function insertBefore(xml: string, mark: string, addition: string): string {
  return replaceOnce(xml, new RegExp(mark), `${addition}${mark}`)
}

/** A patch that finds nothing to patch means that `docx` has changed under us. */
function replaceOnce(xml: string, pattern: RegExp, replacement: string): string {
  const patched = xml.replace(pattern, replacement)
  if (patched === xml) throw new TypeError(`docx no longer writes ${pattern.source.slice(0, 80)}`)
  return patched
}
