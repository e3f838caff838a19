/** How the public edition names persons. */
import type { Row } from '../../case/tables.ts'
import { phrase } from './words.ts'

const DOUBLE = /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|夏侯|端木|独孤|南宫)/

/**
 * The name chosen for the public edition; the dead and injured without one by surname only (个人信息保护法第二十八条),
 * others by their own name. Null for a person without name.
 */
export function publicPersonName(person: Row<'person'>, casualties: readonly Row<'casualty'>[]): string | null {
  const chosen = phrase(person.publicName)
  const name = phrase(person.name)
  if (chosen !== null || name === null) return chosen
  const isHurt = casualties.some((row) => row.personId === person.id)
  if (!isHurt || /某/.test(name)) return name
  return `${DOUBLE.exec(name)?.[0] ?? name.slice(0, 1)}某某`
}
