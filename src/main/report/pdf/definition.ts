/** Pages → the definition pdfmake draws. Everything has its place already, so pdfmake breaks no line and no page. */
import type { Content, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js'
import type { Document } from '../../../shared/report/document.ts'
import type { Bookmark, Composition } from './compose.ts'
import { isLatin, settable } from './coverage.ts'
import type { OpenFont } from './open-font.ts'
import { type Item, type Page, paper } from './page.ts'

export type Definition = { readonly definition: TDocumentDefinitions; readonly fonts: TFontDictionary }

export function pdfDefinition(document: Document, composition: Composition, now: string): Definition {
  const fonts: TFontDictionary = {}
  const names = new Map<string, string>()
  const fontName = (font: OpenFont): string => {
    const known = names.get(font.key)
    if (known !== undefined) return known
    const name = `font${names.size + 1}`
    names.set(font.key, name)
    const { path, postscriptName } = font.face
    // pdfmake takes [path, name] for a font of a collection; its types know only the path
    const source = postscriptName === undefined ? path : ([path, postscriptName] as unknown as string)
    fonts[name] = { normal: source }
    return name
  }
  const bookmarks = new Map(composition.bookmarks.map((bookmark, index) => [bookmark.anchor, index]))
  const node = (item: Item): Content => itemNode(item, fontName, outlineOf(bookmarks, composition.bookmarks))
  const content = composition.pages.map((page, index) => pageNode(page, index, node))
  const [first] = composition.pages
  return {
    fonts,
    definition: {
      pageSize: { width: paper.width, height: paper.height },
      pageOrientation: first?.orientation ?? 'portrait',
      // the whole sheet is free to be drawn on: pdfmake would move what lies in a margin to the next page
      pageMargins: 0,
      content,
      defaultStyle: { font: [...names.values()][0] ?? 'font1' },
      version: '1.7',
      language: 'zh-CN',
      displayTitle: true,
      info: {
        title: settable(document.title),
        author: settable(document.properties.author),
        subject: settable(document.properties.subject),
        keywords: settable(document.properties.keywords),
        creator: '案卷',
        producer: 'pdfmake',
        creationDate: new Date(now),
        modDate: new Date(now),
      },
    },
  }
}

function pageNode(page: Page, index: number, node: (item: Item) => Content): Content {
  const rules = page.items.flatMap((item) => (item.kind === 'rule' ? [item] : []))
  const lines: Content = {
    absolutePosition: { x: 0, y: 0 },
    canvas: rules.map((rule) => ({
      type: 'line',
      x1: rule.x1,
      y1: rule.y1,
      x2: rule.x2,
      y2: rule.y2,
      lineWidth: rule.width,
      ...(rule.isDotted === true ? { dash: { length: 1, space: 3 } } : {}),
    })),
  }
  return {
    stack: [...(rules.length === 0 ? [] : [lines]), ...page.items.filter((item) => item.kind !== 'rule').map(node)],
    ...(index === 0 ? {} : { pageBreak: 'before', pageOrientation: page.orientation }),
  }
}

type Outline = { outline: true; outlineText: string; outlineExpanded: boolean; outlineParentId?: string }

/** A heading hangs below the last heading of a higher level. */
function outlineOf(places: ReadonlyMap<string, number>, bookmarks: readonly Bookmark[]) {
  return (anchor: string): Outline | null => {
    const at = places.get(anchor)
    const bookmark = at === undefined ? undefined : bookmarks[at]
    if (at === undefined || bookmark === undefined) return null
    const parent = bookmarks.slice(0, at).findLast((candidate) => candidate.level < bookmark.level)
    return {
      outline: true,
      outlineText: settable(bookmark.text),
      outlineExpanded: bookmark.level === 1,
      ...(parent === undefined ? {} : { outlineParentId: parent.anchor }),
    }
  }
}

/**
 * Letters are measured one by one, so they are drawn without kerning and ligatures, as in Word. fontkit takes an object
 * that switches features off; the types of pdfmake know only the list that switches them on.
 */
const asDrawn = { kern: false, liga: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[]

function itemNode(
  item: Item,
  fontName: (font: OpenFont) => string,
  outlineOfAnchor: (anchor: string) => Outline | null,
): Content {
  switch (item.kind) {
    case 'text': {
      const outline = item.anchor === undefined ? null : outlineOfAnchor(item.anchor)
      return {
        text: item.text,
        font: fontName(item.font),
        fontSize: item.size,
        characterSpacing: item.spacing,
        ...(isLatin(item.text.charAt(0)) ? { fontFeatures: asDrawn } : {}),
        noWrap: true,
        preserveLeadingSpaces: true,
        preserveTrailingSpaces: true,
        absolutePosition: { x: item.x, y: item.baseline - item.font.ascent * item.size },
        ...(item.anchor === undefined ? {} : { id: item.anchor }),
        ...(outline ?? {}),
        ...(item.goTo === undefined ? {} : { linkToDestination: item.goTo }),
      }
    }
    case 'image':
      return {
        image: item.path,
        width: item.width,
        height: item.height,
        absolutePosition: { x: item.x, y: item.y },
      }
    case 'turned':
      return turnedText(item, fontName(item.font))
    case 'rule':
      throw new TypeError('rules are drawn page by page')
  }
}

/** pdfmake turns no text, but draws SVG. */
function turnedText(item: Extract<Item, { kind: 'turned' }>, font: string): Content {
  const side = 200
  const text = item.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><text font-family="${font}" font-size="${item.size}" transform="translate(100 0) rotate(90)" x="0" y="0">${text}</text></svg>`,
    width: side,
    height: side,
    absolutePosition: { x: item.x - 100, y: item.y },
  }
}
