/** 事故名称: `[{地名}]{单位或项目}“{月}·{日}”[{等级}]{类别}事故`. */
import type { InstantText, Precision } from '../dates.ts'
import { type Place, placeForTitle } from './place.ts'

export type NamedCase = Place & {
  readonly occurredFrom: InstantText | null
  readonly occurredPrecision: Precision
}

/**
 * Name of an accident by the formula. The place is left out when the unit's name already says it; month and day have no
 * leading zeros; a grade that is not decided is not written.
 *
 * @param unit the unit or project it is named after, null when none is known yet
 */
export function accidentName(
  caseFile: NamedCase,
  unit: { readonly name: string } | null,
  typeLabel: string | null,
  gradeLabel: string | null,
): string {
  const place = unit && namesPlace(unit.name, caseFile) ? '' : placeForTitle(caseFile)
  return `${place}${unit?.name ?? ''}${monthDay(caseFile)}${gradeLabel ?? ''}${typeInTitle(typeLabel)}事故`
}

/** «其他» sets a type apart from those before it in the standard; in a name it says nothing: 其他爆炸 → 爆炸. */
function typeInTitle(typeLabel: string | null): string {
  const type = (typeLabel ?? '').replace(/^其他/, '')
  return type === '伤害' ? '' : type
}

function monthDay({ occurredFrom, occurredPrecision }: NamedCase): string {
  if (occurredFrom === null || ['month', 'year', 'unknown'].includes(occurredPrecision)) return ''
  return `“${Number(occurredFrom.slice(5, 7))}·${Number(occurredFrom.slice(8, 10))}”`
}

/** 汀泽朔澜轻合金制品有限公司 names 汀泽市; a project named after its district (从化区街口街……项目) as well. */
function namesPlace(name: string, place: Place): boolean {
  return [place.province, place.city, place.district].some((part) => {
    if (!part) return false
    const stem = part.replace(/(?:特别行政区|自治区|自治州|自治县|地区|[省市区县旗盟])$/, '')
    return name.includes(part) || (stem.length >= 2 && name.includes(stem))
  })
}
