/** Names of persons and units in any text that the public edition prints in another form. */
import type { Dossier } from '../case/tables.ts'
import type { FindMasked, Masked, MaskedKind } from './identifiers.ts'
import { publicPersonName } from './investigation/public-names.ts'
import { phrase } from './investigation/words.ts'

type Needle = { readonly shown: string; readonly kind: MaskedKind } | null

const squeezed = (text: string): string => text.replace(/[ \u3000]/g, '')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Short names are set wide in tables and typed so elsewhere: 李　四. */
const wide = (name: string): string => (name.length > 4 ? escaped(name) : [...name].map(escaped).join('[ \\u3000]*'))

/** The names that the edition changes. Names that stay, and the changed ones themselves, are left alone where they stand. */
export function nameFinder({ rows }: Dossier): FindMasked {
  const needles = new Map<string, Needle>()
  const keep = (name: string | null) => {
    if (name !== null && name.length > 1 && !needles.has(squeezed(name))) needles.set(squeezed(name), null)
  }
  for (const unit of rows.unit) {
    const shown = phrase(unit.publicName)
    for (const name of [phrase(unit.shortName), phrase(unit.name)])
      if (name !== null && name.length > 1 && shown !== null && name !== shown)
        needles.set(squeezed(name), { shown, kind: 'unit' })
  }
  for (const person of rows.person) {
    const name = phrase(person.name)
    const shown = publicPersonName(person, rows.casualty)
    if (name !== null && name.length > 1 && shown !== null && shown !== name)
      needles.set(squeezed(name), { shown, kind: 'name' })
  }
  for (const row of [...rows.person, ...rows.unit]) keep(phrase(row.publicName))
  for (const person of rows.person) keep(publicPersonName(person, rows.casualty))
  for (const person of [...rows.person, ...rows.teamMember]) keep(phrase(person.name))
  for (const unit of rows.unit) keep(phrase(unit.name))
  if ([...needles.values()].every((needle) => needle === null)) return () => []
  const words = [...needles.keys()].sort((a, b) => b.length - a.length).map(wide)
  const pattern = new RegExp(words.join('|'), 'g')
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }): readonly Masked[] => {
      const needle = needles.get(squeezed(found)) ?? null
      const to = index + found.length
      // 某公司“8·4”……事故 is the name of an accident, not of the unit
      if (needle === null || (needle.kind === 'unit' && text[to] === '“')) return []
      return [{ from: index, to, ...needle }]
    })
}
