/** The package as Word opens it: types, relations, ids, fields, nothing left over. */
import type { Rule } from './rule.ts'
import { all, child, type Element, elements, textOf, w } from './xml.ts'

const relationsOf = (part: string) => part.replace(/([^/]+)$/, '_rels/$1.rels')
const isText = (name: string) => /^word\/(document|(header|footer)\d+)\.xml$/.test(name)

/** Every part has a type, every relation leads to a part, every part is led to, every relation used exists. */
export const wholePackage: Rule = ({ office }) => {
  const problems: string[] = []
  const types = office.xml('[Content_Types].xml')
  const extensions = new Set(all(types, 'Default').map((one) => one.attributes.Extension))
  const overrides = new Set(all(types, 'Override').map((one) => one.attributes.PartName?.slice(1)))
  for (const name of overrides)
    if (name !== undefined && !office.has(name)) problems.push(`a type for ${name}, which is not there`)
  const reached = new Set<string>()
  for (const name of office.parts.keys()) {
    if (name !== '[Content_Types].xml' && !overrides.has(name) && !extensions.has(name.split('.').pop()))
      problems.push(`${name} has no content type`)
    if (name.endsWith('.xml') || name.endsWith('.rels')) office.xml(name)
    const relations = relationsOf(name)
    const targets = new Map<string, string>()
    if (office.has(relations))
      for (const one of all(office.xml(relations), 'Relationship')) {
        const { Id = '', Target = '', TargetMode } = one.attributes
        if (targets.has(Id)) problems.push(`${relations} has ${Id} twice`)
        targets.set(Id, Target)
        if (TargetMode === 'External') problems.push(`${relations} leads outside: ${Target}`)
        const part = Target.startsWith('/') ? Target.slice(1) : `${name.replace(/[^/]+$/, '')}${Target}`
        if (!office.has(part)) problems.push(`${relations} leads to ${part}, which is not there`)
        reached.add(part)
      }
    if (isText(name))
      for (const element of descendants(office.xml(name)))
        for (const [key, value] of Object.entries(element.attributes))
          if (key.startsWith('r:') && !targets.has(value))
            problems.push(`${name} uses relation ${value}, which is not there`)
  }
  for (const one of all(office.xml('_rels/.rels'), 'Relationship')) reached.add(one.attributes.Target ?? '')
  for (const name of office.parts.keys())
    if (name.startsWith('word/media/') && !reached.has(name)) problems.push(`nothing leads to ${name}`)
  return problems
}

const descendants = (element: Element): readonly Element[] =>
  elements(element).flatMap((one) => [one, ...descendants(one)])

/** Ids of bookmarks and drawings are unique; bookmarks are closed. */
export const uniqueIds: Rule = ({ office }) => {
  const root = office.xml('word/document.xml')
  const starts = all(root, 'w:bookmarkStart')
  const ends = all(root, 'w:bookmarkEnd').map((one) => w(one, 'id'))
  return [
    ...twice(starts.map((one) => w(one, 'id'))).map((id) => `bookmark id ${id} occurs twice`),
    ...twice(starts.map((one) => w(one, 'name'))).map((name) => `bookmark ${name} occurs twice`),
    ...starts.filter((one) => !ends.includes(w(one, 'id'))).map((one) => `bookmark ${w(one, 'name')} is not closed`),
    ...twice(all(root, 'wp:docPr').map((one) => one.attributes.id)).map((id) => `drawing id ${id} occurs twice`),
  ]
}

const twice = (values: readonly (string | undefined)[]) =>
  [...new Set(values.filter((value, at) => values.indexOf(value) !== at))].map(String)

type Field = { instruction: string; result: string; isResult: boolean }

/** Fields are paired, lead to bookmarks that exist, show what stands there, and ask for nothing on opening. */
export const soundFields: Rule = ({ office }) => {
  const problems: string[] = []
  const shown = new Map<string, string>()
  const fields: Field[] = []
  const names = new Set(all(office.xml('word/document.xml'), 'w:bookmarkStart').map((one) => w(one, 'name')))
  for (const name of [...office.parts.keys()].filter(isText)) {
    const open: Field[] = []
    const marked = new Map<string, string>()
    for (const element of descendants(office.xml(name))) {
      if (w(element, 'dirty') !== undefined) problems.push(`${name}: a field is dirty`)
      if (element.name === 'w:bookmarkStart') marked.set(w(element, 'id') ?? '', w(element, 'name') ?? '')
      if (element.name === 'w:bookmarkEnd') marked.delete(w(element, 'id') ?? '')
      if (element.name === 'w:fldChar') {
        const type = w(element, 'fldCharType')
        const last = open.at(-1)
        if (type === 'begin') open.push({ instruction: '', result: '', isResult: false })
        else if (last === undefined) problems.push(`${name}: ${type} without a field`)
        else if (type === 'separate') last.isResult = true
        else fields.push(...open.splice(-1))
      }
      const last = open.at(-1)
      if (element.name === 'w:instrText' && last !== undefined) last.instruction += textOf(element)
      if (element.name !== 'w:t') continue
      for (const one of open) if (one.isResult) one.result += textOf(element)
      for (const bookmark of marked.values()) shown.set(bookmark, (shown.get(bookmark) ?? '') + textOf(element))
    }
    if (open.length > 0) problems.push(`${name}: ${open.length} fields are not closed`)
  }
  for (const { instruction, result } of fields) {
    const [, kind, target] = /^\s*(REF|PAGEREF)\s+(\S+)/.exec(instruction) ?? []
    if (target === undefined) continue
    if (!names.has(target)) problems.push(`${instruction} leads nowhere`)
    else if (kind === 'REF' && shown.get(target) !== result)
      problems.push(`${instruction} shows ${result}, not ${shown.get(target)}`)
  }
  if (child(office.xml('word/settings.xml'), 'w:updateFields') !== undefined)
    problems.push('the file asks to update fields')
  return problems
}

/** Title, author, dates. */
export const properties: Rule = ({ office }) => {
  const core = office.xml('docProps/core.xml')
  const value = (name: string) => textOf(child(core, name) ?? { name, attributes: {}, children: [] })
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
  return [
    ...['dc:title', 'dc:creator', 'cp:lastModifiedBy', 'dc:subject']
      .filter((name) => value(name) === '')
      .map((name) => `${name} is empty`),
    ...['dcterms:created', 'dcterms:modified']
      .filter((name) => !instant.test(value(name)))
      .map((name) => `${name} is not an instant`),
    ...(/^(Un-named|docx)$/i.test(value('dc:creator')) ? ['the author is the default of a library'] : []),
  ]
}
