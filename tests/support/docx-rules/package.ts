/** A word-processing package taken apart: parts, styles, numbers, sections. */
import { all, child, type Element, elements, parseXml, textOf, w } from './xml.ts'
import { readZip } from './zip.ts'

export type OfficePackage = {
  readonly parts: ReadonlyMap<string, Buffer>
  readonly xml: (name: string) => Element
  readonly has: (name: string) => boolean
}

export function openPackage(bytes: Buffer): OfficePackage {
  return packageOf(new Map(readZip(bytes).parts.map((part) => [part.name, part.data])))
}

export function packageOf(parts: ReadonlyMap<string, Buffer>): OfficePackage {
  const parsed = new Map<string, Element>()
  return {
    parts,
    has: (name) => parts.has(name),
    xml: (name) => {
      const known = parsed.get(name)
      if (known !== undefined) return known
      const data = parts.get(name)
      if (data === undefined) throw new Error(`no part ${name}`)
      const element = parseXml(data.toString('utf8'))
      parsed.set(name, element)
      return element
    },
  }
}

/** The same package with one part changed; a change that changes nothing is an error of the test. */
export function withPart(office: OfficePackage, name: string, change: (text: string) => string): OfficePackage {
  const before = office.parts.get(name)?.toString('utf8') ?? ''
  const after = change(before)
  if (after === before) throw new Error(`the change of ${name} changes nothing`)
  return packageOf(new Map([...office.parts, [name, Buffer.from(after)]]))
}

/** Properties of a paragraph or run by element name: direct ones before those of its styles before the defaults. */
export type Effective = (name: string) => Element | undefined

export type Model = {
  readonly office: OfficePackage
  readonly body: readonly Element[]
  readonly paragraph: (paragraph: Element) => Effective
  readonly run: (paragraph: Element, run: Element) => Effective
  readonly styleOf: (paragraph: Element) => string
  /** «一、», «（二）»; empty where the paragraph has no number. Counts on, so ask once a paragraph and in order. */
  readonly numbers: ReadonlyMap<Element, string>
}

export function modelOf(office: OfficePackage): Model {
  const styles = office.xml('word/styles.xml')
  const byId = new Map(all(styles, 'w:style').map((style) => [w(style, 'styleId') ?? '', style]))
  const defaults = child(styles, 'w:docDefaults')
  const styleOf = (paragraph: Element) => w(child(child(paragraph, 'w:pPr'), 'w:pStyle')) ?? 'Normal'
  const chain = (id: string | undefined): readonly Element[] => {
    const style = id === undefined ? undefined : byId.get(id)
    return style === undefined ? [] : [style, ...chain(w(child(style, 'w:basedOn')))]
  }
  const find = (sources: readonly (Element | undefined)[]): Effective => {
    return (name) => {
      const found = sources.map((source) => child(source, name)).filter((one) => one !== undefined)
      const [first] = found
      if (first === undefined) return undefined
      return { ...first, attributes: Object.assign({}, ...found.map((one) => one.attributes).reverse()) }
    }
  }
  const paragraph = (element: Element) =>
    find([
      child(element, 'w:pPr'),
      ...chain(styleOf(element)).map((style) => child(style, 'w:pPr')),
      child(child(defaults, 'w:pPrDefault'), 'w:pPr'),
    ])
  const run = (owner: Element, element: Element) =>
    find([
      child(element, 'w:rPr'),
      ...chain(styleOf(owner)).map((style) => child(style, 'w:rPr')),
      child(child(defaults, 'w:rPrDefault'), 'w:rPr'),
    ])
  const body = elements(child(office.xml('word/document.xml'), 'w:body'))
  const model = { office, body, paragraph, run, styleOf }
  return { ...model, numbers: countNumbers(model) }
}

/** Paragraphs of the text in order, those in contents and tables too. */
export const paragraphsOf = (body: readonly Element[]): readonly Element[] =>
  body.flatMap((block) => (block.name === 'w:p' ? [block] : all(block, 'w:p')))

export const runsOf = (paragraph: Element): readonly Element[] => all(paragraph, 'w:r')

/** The words of a paragraph as they are read; a tab is a tab, a line break a line break. Its number is not among them. */
export function wordsOf(paragraph: Element): string {
  return runsOf(paragraph)
    .flatMap((run) => elements(run))
    .map((part) =>
      part.name === 'w:t' ? textOf(part) : part.name === 'w:tab' ? '\t' : part.name === 'w:br' ? '\n' : '',
    )
    .join('')
}

function countNumbers(model: Omit<Model, 'numbers'>): ReadonlyMap<Element, string> {
  const numbers = new Map<Element, string>()
  const { office } = model
  if (!office.has('word/numbering.xml')) return numbers
  const root = office.xml('word/numbering.xml')
  const abstracts = new Map(all(root, 'w:abstractNum').map((one) => [w(one, 'abstractNumId') ?? '', one]))
  const nums = new Map(all(root, 'w:num').map((one) => [w(one, 'numId') ?? '', one]))
  const counts = new Map<string, number[]>()
  for (const paragraph of paragraphsOf(model.body)) {
    const numbering = model.paragraph(paragraph)('w:numPr')
    const id = w(child(numbering, 'w:numId'))
    if (id === undefined || id === '0') continue
    const num = nums.get(id)
    const levels = all(abstracts.get(w(child(num, 'w:abstractNumId')) ?? ''), 'w:lvl')
    const at = Number(w(child(numbering, 'w:ilvl')) ?? 0)
    const level = levels.find((one) => w(one, 'ilvl') === String(at))
    if (num === undefined || level === undefined) throw new Error(`numbering ${id}/${at} does not exist`)
    const count = counts.get(id) ?? []
    counts.set(id, count)
    count[at] = (count[at] ?? Number(w(child(level, 'w:start')) ?? 1) - 1) + 1
    count.length = at + 1
    const printed = (w(child(level, 'w:lvlText')) ?? '').replaceAll(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const format = w(child(levels[index], 'w:numFmt'))
      const value = count[index] ?? 1
      return format === 'chineseCountingThousand' ? chinese(value) : String(value)
    })
    numbers.set(paragraph, `${printed}${w(child(level, 'w:suff')) === 'space' ? ' ' : ''}`)
  }
  return numbers
}

function chinese(value: number): string {
  const digits = Array.from('零一二三四五六七八九')
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return digits[ones] ?? ''
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`
}
