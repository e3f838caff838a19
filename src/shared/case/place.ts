/** Where it happened, in the words of a report. */
import { isMunicipality } from '../statutes/divisions.ts'

/** The parts of a place as the register holds them. */
export type Place = {
  readonly province: string | null
  readonly city: string | null
  readonly district: string | null
}

/** 江苏省澜州市汀泽市; a 直辖市 is named once: 北京市海淀区. Empty when nothing is known. */
export function placeName(place: Place): string {
  const parts = [place.province, place.city, place.district].filter((part) => part !== null && part !== '')
  return parts.filter((part, index) => part !== parts[index - 1]).join('')
}

/** The address without a beginning that repeats the province, city or district. */
export function addressWithoutPlace(place: Place, address: string): string {
  return [place.province, place.city, place.district].reduce<string>(
    (rest, part) => (part && rest.startsWith(part) && rest.length > part.length ? rest.slice(part.length) : rest),
    address.trim(),
  )
}

/**
 * Splits an address at the unit it names: `锦帆路18号朔澜公司打磨车间` → before `锦帆路18号`, site `打磨车间`. An address that does
 * not name the unit is all `before`.
 */
export function splitAddress(
  address: string,
  unit: { readonly name: string; readonly shortName: string | null },
): { readonly before: string; readonly site: string | null } {
  for (const name of [unit.name, unit.shortName]) {
    if (!name) continue
    const index = address.indexOf(name)
    if (index >= 0) return { before: address.slice(0, index), site: address.slice(index + name.length) || null }
  }
  return { before: address, site: null }
}

/**
 * The place as it stands before the unit in the name of an accident: 苏州市吴江区, but 昆山市 and 响水县 alone (a county or a
 * city of county rank is named without the city above it); the province where nothing nearer is known.
 */
export function placeForTitle(place: Place): string {
  const { province, district } = place
  if (district !== null && /[市县旗]$/.test(district)) return district
  const city = place.city ?? (province !== null && isMunicipality(province) ? province : null)
  const near = placeName({ province: null, city, district })
  return near === '' ? (province ?? '') : near
}
