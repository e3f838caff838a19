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
  /** the unit's name begins with the whole of the area */
  readonly isInName: boolean
}

// a shorter rest, 有限公司, would fit every firm
const MIN_LOCAL_NAME = 5

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

/** The unit's name, the name without the places it begins with, its short name: addresses use all three. */
function namesOf({ facts }: Scribe, regions: readonly Region[]): readonly string[] {
  const name = phrase(facts.accidentUnit?.name)
  if (name === null) return []
  const stems = regions.map(({ text }) => text.replace(/(省|市|区|县|自治区)$/, ''))
  const isPlace = (head: string) => /(省|市|区|县|镇|乡|街道)$/.test(head) || stems.includes(head)
  const local = [...name].flatMap((_, at) =>
    at > 0 && name.length - at > MIN_LOCAL_NAME && isPlace(name.slice(0, at)) ? [name.slice(at)] : [],
  )
  const short = phrase(facts.accidentUnit?.shortName)
  return [name, ...local, ...(short === null ? [] : [short])]
}

const startsWithArea = (name: string | null, area: Run | null): boolean =>
  name !== null && area !== null && name.startsWith(area.map((part) => ('text' in part ? part.text : '')).join(''))

/** The place in its parts. */
export function placeOf(scribe: Scribe): Place {
  const { facts } = scribe
  const { caseFile, accident } = facts.dossier
  const regions = regionsOf(scribe)
  const names = namesOf(scribe, regions)
  let address = phrase(accident.address)
  // a unit may bear the name of its region: then the address begins with the unit
  for (const { text } of regions)
    if (address?.startsWith(text) && !names.some((name) => name.startsWith(text) && address?.startsWith(name)))
      address = phrase(address.slice(text.length))
  const own = names.find((name) => address?.includes(name))
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
    isInName: startsWithArea(phrase(facts.accidentUnit?.name), area),
  }
}
