/** The place of the accident: regions, address, and where on the premises of the unit. */
import { loose, type Part, type Run } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, phrase } from './words.ts'

export type Place = {
  /** province, city, district and the address up to the unit */
  readonly area: Run | null
  /** what stands behind the unit's name in the address: the workshop */
  readonly spot: Part
  /** the unit itself stands there; otherwise it was at work on the premises of somebody else */
  readonly isAtUnit: boolean
}

type Region = { readonly column: 'province' | 'city' | 'district'; readonly text: string }

/** A municipality is not written twice; 市辖区 and 县 of the census lists are no names. */
function regionsOf({ facts }: Scribe): readonly Region[] {
  const { caseFile } = facts.dossier
  return (['province', 'city', 'district'] as const).flatMap((column) => {
    const text = phrase(caseFile[column])
    const isRepeated = column === 'city' && text === phrase(caseFile.province)
    return text === null || isRepeated || /^(市辖区|县)$/.test(text) ? [] : [{ column, text }]
  })
}

/** The unit's name, its short name, and the name without the region it begins with: addresses use all three. */
function namesOf({ facts }: Scribe, regions: readonly Region[]): readonly string[] {
  const name = phrase(facts.accidentUnit?.name)
  if (name === null) return []
  const stems = regions.flatMap(({ text }) => [text, text.replace(/(省|市|区|县|自治区)$/, '')])
  const local = stems.filter((stem) => stem !== '' && name.startsWith(stem)).map((stem) => name.slice(stem.length))
  const short = phrase(facts.accidentUnit?.shortName)
  return [name, ...local.filter((rest) => rest.length > 5), ...(short === null ? [] : [short])]
}

/** The place in its parts. */
export function placeOf(scribe: Scribe): Place {
  const { facts } = scribe
  const { caseFile, accident } = facts.dossier
  const regions = regionsOf(scribe)
  let address = phrase(accident.address)
  for (const { text } of regions) if (address?.startsWith(text)) address = phrase(address.slice(text.length))
  const own = namesOf(scribe, regions).find((name) => address?.includes(name))
  const [before, ...after] = own === undefined ? [address] : (address?.split(own) ?? [])
  const home = phrase(facts.accidentUnit?.address)
  const isHome = home !== null && address !== null && (home.includes(address) || address.includes(home))
  const area = loose(
    ...regions.map(({ column, text }) => bound(text, 'caseFile', caseFile.id, column)),
    bound(phrase(before), 'accident', accident.id, 'address'),
  )
  return {
    area,
    spot: own === undefined ? null : bound(phrase(after.join(own)), 'accident', accident.id, 'address'),
    isAtUnit: own !== undefined || isHome,
  }
}
