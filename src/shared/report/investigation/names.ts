/**
 * Short names in reading order. Builders write names as they come, in full or short; here, when the whole document stands,
 * the first mention of a unit or a law that is mentioned again gets «（以下简称……）», every later one is short. The public
 * edition gets its other names of persons and units in the same walk.
 */
import type { Dossier, Row } from '../../case/tables.ts'
import type { Block, Inline } from '../document.ts'
import { lawOf, ministerialOrder } from './laws.ts'
import type { ReportOptions } from './options.ts'
import { publicPersonName } from './public-names.ts'
import { phrase } from './words.ts'

type Unit = Row<'unit'>

type Token =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly text: string }
  | { readonly kind: 'law'; readonly key: string; readonly text: string }
  | { readonly kind: 'person'; readonly text: string }

/** How a place in the document treats names: first mentions are explained only in running text. */
type Place = 'text' | 'title' | 'verbatim'

/** The blocks with names as a reader expects them. */
export function resolveNames(blocks: readonly Block[], dossier: Dossier, options: ReportOptions): readonly Block[] {
  const scan = scanner(dossier, options)
  const counts = new Map<string, number>()
  for (const block of blocks)
    walk(block, (inlines, place) => {
      if (place !== 'verbatim') for (const inline of inlines) count(scan, inline, counts)
      return inlines
    })
  const known = new Set<string>()
  return blocks.map((block) => {
    if (block.id === 'table:units')
      for (const unit of dossier.rows.unit) if (phrase(unit.shortName) !== null) known.add(`unit:${unit.id}`)
    return walk(block, (inlines, place) =>
      place === 'verbatim'
        ? inlines.map((inline) => asPublic(scan, inline, options))
        : inlines.flatMap((inline) => resolved(scan, inline, place, counts, known, options)),
    )
  })
}

type Scan = (text: string) => readonly Token[]

function scanner(dossier: Dossier, options: ReportOptions): Scan {
  const { caseFile, rows } = dossier
  const needles = new Map<string, Token>()
  if (options.edition === 'public')
    for (const person of rows.person) {
      const name = phrase(person.name)
      const shown = publicPersonName(person, rows.casualty)
      if (name !== null && name.length > 1 && shown !== null && shown !== name)
        needles.set(name, { kind: 'person', text: shown })
    }
  for (const unit of rows.unit)
    for (const name of [phrase(unit.shortName), phrase(unit.name)])
      if (name !== null && name.length > 1) needles.set(name, { kind: 'unit', unit, text: name })
  // proper names that contain the name of a unit stay whole
  const proper = options.edition === 'public' ? [] : [caseFile.name, ...rows.team.flatMap((team) => team.name ?? [])]
  for (const name of proper) if (name.length > 1) needles.set(name, { kind: 'plain', text: name })
  const words = [...needles.keys()].sort((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(['《[^《》]+》', ...words].join('|'), 'g')
  const seen = new Map<string, readonly Token[]>() // every text is read twice: to count, then to write
  return (text) => {
    const cached = seen.get(text)
    if (cached !== undefined) return cached
    const tokens: Token[] = []
    seen.set(text, tokens)
    let from = 0
    for (const match of text.matchAll(pattern)) {
      const [found] = match
      if (match.index > from) tokens.push({ kind: 'plain', text: text.slice(from, match.index) })
      from = match.index + found.length
      const key = found.startsWith('《') ? lawOf(found) : null
      const isEvent = text[from] === '“' // 某公司“8·4”……事故 is the name of an accident, not of the unit
      if (key !== null) tokens.push({ kind: 'law', key, text: found })
      else tokens.push((isEvent ? undefined : needles.get(found)) ?? { kind: 'plain', text: found })
    }
    if (from < text.length) tokens.push({ kind: 'plain', text: text.slice(from) })
    return tokens
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

type Named = Extract<Token, { kind: 'unit' | 'law' }>

const keyOf = (token: Named): string => (token.kind === 'unit' ? `unit:${token.unit.id}` : `law:${token.key}`)

function count(scan: Scan, inline: Inline, counts: Map<string, number>): void {
  if (inline.kind !== 'text' && inline.kind !== 'field') return
  for (const token of scan(inline.text)) {
    if (token.kind !== 'unit' && token.kind !== 'law') continue
    const key = keyOf(token)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
}

function resolved(
  scan: Scan,
  inline: Inline,
  place: Place,
  counts: ReadonlyMap<string, number>,
  known: Set<string>,
  options: ReportOptions,
): readonly Inline[] {
  if (inline.kind !== 'text' && inline.kind !== 'field') return [inline]
  const tokens = scan(inline.text)
  const result: Inline[] = []
  let words = ''
  const flush = () => {
    if (words !== '') result.push({ ...inline, text: words })
    words = ''
  }
  tokens.forEach((token, at) => {
    if (token.kind === 'person') {
      flush()
      result.push({ kind: 'redact', text: token.text })
      return
    }
    if (token.kind === 'plain') {
      words += token.text.slice(saidNumber(tokens[at - 1], token.text, known))
      return
    }
    const key = keyOf(token)
    const names = token.kind === 'unit' ? unitNames(token.unit, options) : lawNames(token)
    const next = tokens[at + 1]
    const isExplained = next !== undefined && /^[（(]以下(简称|统称)/.test(next.text)
    const isFirst = !known.has(key)
    if (!isFirst) words += names.short ?? names.full
    else if (place === 'title' || names.short === null) words += names.full
    else if ((counts.get(key) ?? 0) < 2) words += names.full
    else words += isExplained ? names.full : `${names.full}（以下简称${names.short}）`
    if (isFirst && place === 'text') {
      known.add(key)
      const order = token.kind === 'law' ? ministerialOrder(token.key) : null
      if (order !== null && !/^[（(]/.test(next?.text ?? '')) words += `（${order}）`
    }
  })
  flush()
  return result
}

const NUMBER = /^（[^（）]*(?:第\d+号|〔\d{4}〕\d+号)）/

/** Length of «（国务院令第493号）» at the beginning of a text when it was said before behind the same law. */
function saidNumber(before: Token | undefined, text: string, known: Set<string>): number {
  const number = before?.kind === 'law' ? NUMBER.exec(text)?.[0] : undefined
  if (before?.kind !== 'law' || number === undefined) return 0
  const key = `number:${before.key}:${number}`
  if (known.has(key)) return number.length
  known.add(key)
  return 0
}

type Names = { readonly full: string; readonly short: string | null }

function unitNames(unit: Unit, options: ReportOptions): Names {
  const shown = options.edition === 'public' ? phrase(unit.publicName) : null
  if (shown !== null) return { full: shown, short: null }
  const full = phrase(unit.name) ?? unit.name
  const short = phrase(unit.shortName)
  return { full, short: short === full ? null : short }
}

/** Laws of the state are shortened by their first words; other acts keep their name. */
function lawNames(token: Extract<Token, { kind: 'law' }>): Names {
  const isLaw = token.key.endsWith('法') && !token.key.endsWith('办法')
  return isLaw
    ? { full: `《中华人民共和国${token.key}》`, short: `《${token.key}》` }
    : { full: token.text, short: null }
}

function publicWords(scan: Scan, text: string): string {
  return scan(text)
    .map((token) => (token.kind === 'unit' ? (phrase(token.unit.publicName) ?? token.text) : token.text))
    .join('')
}

function asPublic(scan: Scan, inline: Inline, options: ReportOptions): Inline {
  if (options.edition !== 'public' || (inline.kind !== 'text' && inline.kind !== 'field')) return inline
  return { ...inline, text: publicWords(scan, inline.text) }
}

type Visit = (inlines: readonly Inline[], place: Place) => readonly Inline[]

/** Applies a change to every run of a block. */
function walk(block: Block, visit: Visit): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, children: visit(block.children, 'title') }
    case 'paragraph':
      return { ...block, children: visit(block.children, block.role === 'group' ? 'title' : 'text') }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: visit(item.children, 'text') })) }
    case 'table': {
      const place = block.id === 'table:units' ? 'verbatim' : 'title'
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, children: visit(cell.children, place) })),
      }))
      return { ...block, rows }
    }
    case 'signature':
      return { ...block, name: visit(block.name, 'verbatim') }
    default:
      return block
  }
}

/** The names of a title, cover or file name as the edition prints them. */
export function titleInEdition(title: string, dossier: Dossier, options: ReportOptions): string {
  return options.edition === 'public' ? publicWords(scanner(dossier, options), title) : title
}
