/** A small strict XML reader. Whatever is not well-formed, and any DTD, throws. */

export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

type Open = { name: string; attributes: Record<string, string>; children: (Element | string)[] }

const TOKEN =
  /<\?xml[^?]*\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

export function parseXml(text: string): Element {
  if (!LEGAL.test(text)) throw new Error('a character that XML forbids')
  const root: Open = { name: '', attributes: {}, children: [] }
  const stack: Open[] = [root]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    const top = stack.at(-1)
    if (match === null || top === undefined) throw new Error(`not XML at ${at}: ${text.slice(at, at + 40)}`)
    const [, closed, opened, attributes = '', isEmpty, words] = match
    if (closed !== undefined) {
      if (stack.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing at ${at}`)
    } else if (opened !== undefined) {
      const element: Open = { name: opened, attributes: readAttributes(attributes, opened), children: [] }
      top.children.push(element)
      if (isEmpty === '') stack.push(element)
    } else if (words !== undefined) {
      if (top === root && words.trim() !== '') throw new Error(`text outside the root: ${words.slice(0, 20)}`)
      if (top !== root) top.children.push(decode(words))
    }
  }
  const [only, ...others] = root.children.filter((child) => typeof child !== 'string')
  if (stack.length !== 1 || only === undefined || others.length > 0) throw new Error('not one whole element')
  return only
}

function readAttributes(text: string, owner: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (name in attributes) throw new Error(`<${owner}> has ${name} twice`)
    attributes[name] = decode(value)
  }
  return attributes
}

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));|&/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      const known = name === undefined ? undefined : NAMED[name]
      if (known === undefined) throw new Error(`unknown entity ${whole}`)
      return known
    },
  )
}

export const isElement = (child: Element | string): child is Element => typeof child !== 'string'

export const elements = (parent: Element | undefined): readonly Element[] => parent?.children.filter(isElement) ?? []

export const child = (parent: Element | undefined, name: string): Element | undefined =>
  elements(parent).find((one) => one.name === name)

export const all = (parent: Element | undefined, name: string): readonly Element[] =>
  elements(parent).flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)])

/** An attribute of the main namespace. */
export const w = (element: Element | undefined, name = 'val'): string | undefined => element?.attributes[`w:${name}`]

export const textOf = (element: Element): string =>
  element.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')
